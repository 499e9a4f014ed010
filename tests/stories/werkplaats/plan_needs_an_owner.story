# SPDX-License-Identifier: EUPL-1.2
Story: A plan does not begin before it says who sees to it, when it is done and how one will see it

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
    | titel | Wij zetten een bank neer (verzonnen) |
And Wim keeps this page as plan
Then Wim sees "in voorbereiding" and "Wie zorgt ervoor?" and "Wanneer is het klaar?" and "Waaraan zien we het?" and not "Begin met dit plan"
When Jans goes to {mijn_vraag}
Then Jans sees "Uw vraag staat op de agenda." and not "Wij zetten een bank neer"

# One of the three is not enough.
When Wim goes to {plan}/schrijf
And Wim fills in
    | eigenaar | Beheer openbare ruimte, gemeente |
Then Wim sees "Wanneer is het klaar?" and not "Begin met dit plan"
When Wim goes to {plan}/schrijf
And Wim fills in
    | klaar | 2031-04-01                    |
    | maat  | Er staat een bank bij de kerk |
And Wim presses "Begin met dit plan"
Then Wim sees "loopt" and not "in voorbereiding"
When Jans goes to {mijn_vraag}
Then Jans sees "Er is een plan voor uw vraag."
