# SPDX-License-Identifier: EUPL-1.2
Story: A step that was not done stands there as large as one that was, and says why

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
    | stap | Met de kerk praten (verzonnen) |
And Wim fills in
    | af     | Gedaan                          |
    | gezegd | Zij willen het ook (verzonnen)  |
When Wim fills in form stap
    | stap | Het pad verbreden (verzonnen) |
And Wim fills in
    | af | Niet gedaan |
Then Wim is told "Zeg wat het deed, of waarom niet"
When Wim fills in
    | af     | Niet gedaan                     |
    | gezegd | Er liggen wortels (verzonnen)   |
Then Wim sees "Met de kerk praten (verzonnen)" and "Zij willen het ook (verzonnen)" and "Het pad verbreden (verzonnen)" and "niet gedaan" and "Er liggen wortels (verzonnen)"

When Jans goes to {mijn_vraag}
Then Jans sees "Een stap gaat niet door." and "Er liggen wortels (verzonnen)" and "Zij willen het ook (verzonnen)"

# A plan that stopped stays, with the reason, and the question waits again.
When Wim fills in form einde
    | hoe      | We stoppen ermee                       |
    | uitkomst | Zonder pad heeft het geen zin (verzonnen) |
Then Wim sees "gestopt" and "Zonder pad heeft het geen zin (verzonnen)" and "Er liggen wortels (verzonnen)"
When Jans goes to {mijn_vraag}
Then Jans sees "De vraag staat weer op de agenda." and "Zonder pad heeft het geen zin (verzonnen)"
