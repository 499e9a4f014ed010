# SPDX-License-Identifier: EUPL-1.2
Story: Two questions that are the same go on as one, and both who asked hear of it

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

When Piet has no account
And Piet goes to /nl/vragen/{werkplaats}/stel
And Piet fills in
    | vraag | Waarom kan ik nergens zitten op het plein? (verzonnen) |
    | wie   | Ik ben sociaal werker of vrijwilliger                  |
And Piet keeps this page as vraag_van_piet
When Wim goes to /nl/werkplaats/{werkplaats}/agenda
And Wim follows the link "Waarom kan ik nergens zitten op het plein? (verzonnen)"
And Wim fills in form samen
    | in | Een bank bij de kerk (verzonnen) |
Then Wim sees "Kan er een bank komen bij de kerk? (verzonnen)" and "Waarom kan ik nergens zitten op het plein? (verzonnen)"
When Wim fills in form woord
    | staat | answered                                 |
    | woord | De bank staat er sinds gisteren (verzonnen) |

When Jans goes to {mijn_vraag}
Then Jans sees "Uw vraag is beantwoord." and "De bank staat er sinds gisteren (verzonnen)" and not "nergens zitten op het plein"
When Piet goes to {vraag_van_piet}
Then Piet sees "Waarom kan ik nergens zitten op het plein? (verzonnen)" and "Uw vraag gaat verder samen met een andere vraag" and "Een bank bij de kerk (verzonnen)" and "De bank staat er sinds gisteren (verzonnen)"
And Piet sees not "Kan er een bank komen bij de kerk?"
# It stands on the agenda once.
When Piet goes to /nl/vragen/{werkplaats}
Then Piet sees "Er staat één vraag op deze agenda."
