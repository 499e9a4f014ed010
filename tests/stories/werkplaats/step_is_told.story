# SPDX-License-Identifier: EUPL-1.2
Story: Who asked hears that a plan began, that a step was done, and what the plan did

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
    | voor | 2031-01-15                    |

When Jans goes to {mijn_vraag}
Then Jans sees "Er is een plan voor uw vraag." and "Beheer openbare ruimte, gemeente" and "Er staat een bank bij de kerk" and "1 april 2031"
And Jans sees "De bank bestellen (verzonnen)" and "beloofd vóór" and not "Er is iets gedaan."

When Wim fills in
    | af     | Gedaan                              |
    | gezegd | Besteld bij de houthandel (verzonnen) |
When Jans goes to {mijn_vraag}
Then Jans sees "Er is iets gedaan." and "Besteld bij de houthandel (verzonnen)"

When Wim fills in form einde
    | hoe      | Het is af                                     |
    | uitkomst | Er zitten elke dag mensen op de bank (verzonnen) |
When Jans goes to {mijn_vraag}
Then Jans sees "Uw vraag is beantwoord." and "Er zitten elke dag mensen op de bank (verzonnen)"
