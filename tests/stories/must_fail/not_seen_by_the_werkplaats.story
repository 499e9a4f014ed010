# SPDX-License-Identifier: EUPL-1.2
Story: This one must fail, since the teller would be no good if it did not: not_seen_by_the_werkplaats

When werkplaats "Werkplaats Noord (verzonnen)" begins
And Wim works there as worker
And Jans has no account
When Jans goes to /nl/vragen/{werkplaats}/stel
And Jans fills in
    | vraag | Kan er een bank komen bij de kerk? (verzonnen) |
When Wim goes to /nl/werkplaats/{werkplaats}/agenda
Then Wim sees not "Kan er een bank komen bij de kerk? (verzonnen)"
