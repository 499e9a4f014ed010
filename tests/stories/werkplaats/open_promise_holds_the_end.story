# SPDX-License-Identifier: EUPL-1.2
Story: A plan cannot be rounded off while a promise is open

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
When Wim follows the link "Maak een verbeterplan"
And Wim fills in
    | titel    | Wij zetten een bank neer (verzonnen) |
    | eigenaar | Beheer openbare ruimte, gemeente     |
    | klaar    | 2031-04-01                           |
    | maat     | Er staat een bank bij de kerk        |
And Wim keeps this page as plan
And Wim presses "Begin met dit plan"
When Wim fills in form stap
    | stap | De bank bestellen (verzonnen) |
And Wim fills in form einde
    | hoe      | Het is af               |
    | uitkomst | Het is klaar (verzonnen) |
Then Wim is told "Er staan nog beloften open: 1. Zeg van elke hoe het afliep."
When Jans goes to {mijn_vraag}
Then Jans sees "beloofd" and not "Het is klaar (verzonnen)"
When Wim goes to {plan}
And Wim fills in
    | af     | Gedaan              |
    | gezegd | Besteld (verzonnen) |
And Wim fills in form einde
    | hoe      | Het is af               |
    | uitkomst | Het is klaar (verzonnen) |
Then Wim sees "afgerond" and "Het is klaar (verzonnen)"
When Jans goes to {mijn_vraag}
Then Jans sees "Het is klaar (verzonnen)"
