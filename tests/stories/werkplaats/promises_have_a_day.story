# SPDX-License-Identifier: EUPL-1.2
Story: What was promised for a day stands among what is coming, and in one's own calendar, until the plan ends

When werkplaats "Werkplaats Noord (verzonnen)" begins
And Wim works there as worker
And Jans has no account
When Wim goes to /nl/werkplaats/{werkplaats}/plannen/nieuw
And Wim fills in
    | titel    | Wij zetten een bank neer (verzonnen) |
    | eigenaar | Beheer openbare ruimte, gemeente     |
    | klaar    | 2031-04-01                           |
    | maat     | Er staat een bank bij de kerk        |
And Wim keeps this page as plan
And Wim presses "Begin met dit plan"
And Wim fills in form stap
    | stap | De bank bestellen (verzonnen) |
    | voor | 2031-01-15                    |
And Wim fills in form stap
    | stap | Het pad verbreden (verzonnen) |
    | voor | 2020-01-15                    |

When Wim goes to /nl/werkplaats/{werkplaats}/momenten
Then Wim sees "Er staan 3 dagen in de lijst. Eén is voorbij en nog open."
And Wim sees "15 januari 2020 voorbij en nog open Beloofd Het pad verbreden (verzonnen)" and "15 januari 2031 Beloofd De bank bestellen (verzonnen)" and "1 april 2031 Plan klaar"
When Wim goes to /nl/werkplaats/{werkplaats}/momenten.ics
Then Wim sees "DTSTART;VALUE=DATE:20310115" and "SUMMARY:Beloofd: De bank bestellen (verzonnen)" and "DTSTART;VALUE=DATE:20310401"
And Jans may not open /nl/werkplaats/{werkplaats}/momenten
And Jans may not open /nl/werkplaats/{werkplaats}/momenten.ics

# Of a plan that stopped nothing is coming any more.
When Wim goes to {plan}
And Wim fills in form einde
    | hoe      | We stoppen ermee      |
    | uitkomst | Geen geld (verzonnen) |
When Wim goes to /nl/werkplaats/{werkplaats}/momenten
Then Wim sees "Er komt nu niets aan" and not "De bank bestellen"
