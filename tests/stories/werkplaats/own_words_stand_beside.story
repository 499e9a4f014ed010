# SPDX-License-Identifier: EUPL-1.2
Story: What a werkplaats means by a word stands beside the shared meanings, and takes the place of none

When werkplaats "Werkplaats Noord (verzonnen)" begins
And Wim works there as worker
And Vera works there as volunteer
And Jans has no account

When Jans goes to /nl/begrippen?zoek=participatie
Then Jans sees "Meedoen in de samenleving" and "Meepraten en meebeslissen" and "In namen van wetten" and "3 betekenissen:"

When Wim goes to /nl/werkplaats/{werkplaats}/begrippen
And Wim fills in
    | woord     | participatie                               |
    | betekenis | Samen de straat opruimen (verzonnen)       |
    | bron      | Afgesproken in onze werkplaats (verzonnen) |
    | naast     | participatie                               |
Then Wim sees "Samen de straat opruimen (verzonnen)"

When Jans goes to /nl/begrippen?zoek=participatie
Then Jans sees "3 betekenissen:" and "Met die van Werkplaats Noord (verzonnen)" and not "Samen de straat opruimen"
When Jans goes to /nl/begrippen?werkplaats={werkplaats}&zoek=participatie
Then Jans sees "4 betekenissen:" and "Meedoen in de samenleving" and "Werkplaats Noord (verzonnen) Samen de straat opruimen (verzonnen)"
# Who wrote it stands in the trail alone.
And Jans sees not "Wim"

# A volunteer reads them and changes none.
When Vera goes to /nl/werkplaats/{werkplaats}/begrippen
Then Vera sees "Samen de straat opruimen (verzonnen)" and not "Schrijf een betekenis op"

When Wim follows the link "participatie"
And Wim presses "Haal dit woord weg"
Then Wim sees "Eén woord is weggehaald" and "Samen de straat opruimen (verzonnen)"
When Jans goes to /nl/begrippen?werkplaats={werkplaats}&zoek=participatie
Then Jans sees "3 betekenissen:" and not "Samen de straat opruimen"
