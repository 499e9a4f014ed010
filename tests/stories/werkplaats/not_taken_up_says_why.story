# SPDX-License-Identifier: EUPL-1.2
Story: A question that is not taken up says why, and cannot go without a reason

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

When Wim fills in form woord
    | staat | not_taken_up |
Then Wim is told "Zeg waarom deze vraag niet wordt opgepakt"
When Jans goes to {mijn_vraag}
Then Jans sees "Uw vraag staat op de agenda." and not "niet opgepakt"

When Wim goes to /nl/werkplaats/{werkplaats}/agenda
And Wim follows the link "Een bank bij de kerk (verzonnen)"
And Wim fills in form woord
    | staat | niet opgepakt                                       |
    | woord | De grond is van de kerk, en die wil het niet (verzonnen) |
When Jans goes to {mijn_vraag}
Then Jans sees "Uw vraag wordt niet opgepakt. Hieronder leest u waarom." and "De grond is van de kerk, en die wil het niet (verzonnen)"
# And so does everybody: it is not taken off the pages.
When Jans follows the link "Zo ziet iedereen deze vraag"
Then Jans sees "niet opgepakt" and "De grond is van de kerk, en die wil het niet (verzonnen)"
