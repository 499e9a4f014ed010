# SPDX-License-Identifier: EUPL-1.2
Story: The desk of a werkplaats is for who works there

When werkplaats "Werkplaats Noord (verzonnen)" begins
And Wim works there as worker
And Jans has no account
When Jans goes to /nl/vragen/{werkplaats}/stel
And Jans fills in
    | vraag | Kan er een bank komen bij de kerk? (verzonnen) |
And Jans keeps this page as mijn_vraag
When Wim goes to /nl/werkplaats/{werkplaats}/agenda
And Wim follows the link "Kan er een bank komen bij de kerk? (verzonnen)"
And Wim fills in form woorden
    | woorden | Een bank bij de kerk (verzonnen) |
And Wim fills in form woord
    | staat | on_agenda |
When Wim keeps this page as tafel
And Vera works there as volunteer
And Rik works there as researcher

When Rik goes to {tafel}
Then Rik sees "Kan er een bank komen bij de kerk? (verzonnen)"
Then Jans may not open {tafel}
And Jans may not open /nl/werkplaats/{werkplaats}/agenda
And Jans may not open /nl/werkplaats/{werkplaats}/plannen
# A volunteer belongs to it, and does not read what came in.
Then Vera may not open {tafel}
And Vera may not open /nl/werkplaats/{werkplaats}/agenda
When Vera goes to /nl/werkplaats/{werkplaats}/plannen
Then Vera sees "Verbeterplannen" and not "Maak een plan"

# Nor does who works in another one.
When werkplaats "Werkplaats Zuid (verzonnen)" begins
And Zoë works there as coordinator
Then Zoë may not open {tafel}
