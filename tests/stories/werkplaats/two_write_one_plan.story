# SPDX-License-Identifier: EUPL-1.2
Story: Two people write one plan at once, and nothing of either is lost

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
When Rik works there as researcher
And Wim follows the link "Maak een verbeterplan"
And Wim fills in
    | titel | Wij zetten een bank neer (verzonnen) |
And Wim keeps this page as plan

# Each writes something else: both stand there.
When Wim goes to {plan}/schrijf
And Rik goes to {plan}/schrijf
And Wim fills in
    | kosten | 1.500 euro (verzonnen) |
And Rik fills in
    | risico | Wortels in de grond (verzonnen) |
Then Rik sees "Bewaard, samen met wat een ander schreef" and "1.500 euro (verzonnen)" and "Wortels in de grond (verzonnen)"

# Both write the same: the second sees both and decides; till then nothing changes.
When Wim goes to {plan}/schrijf
And Rik goes to {plan}/schrijf
And Wim fills in
    | betaalt | De gemeente (verzonnen) |
And Rik fills in
    | betaalt | De kerk (verzonnen) |
Then Rik is told "Iemand anders veranderde net hetzelfde" and "De gemeente (verzonnen)"
When Wim goes to {plan}
Then Wim sees "De gemeente (verzonnen)" and not "De kerk (verzonnen)"
When Rik fills in
    | betaalt | Samen: gemeente en kerk (verzonnen) |
Then Rik sees "Samen: gemeente en kerk (verzonnen)" and "1.500 euro (verzonnen)" and "Wortels in de grond (verzonnen)"
