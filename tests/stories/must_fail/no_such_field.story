# SPDX-License-Identifier: EUPL-1.2
Story: This one must fail, since the teller would be no good if it did not: no_such_field

When werkplaats "Werkplaats Noord (verzonnen)" begins
And Jans has no account
When Jans goes to /nl/vragen/{werkplaats}/stel
And Jans fills in
    | vraag | Kan er een bank komen bij de kerk? (verzonnen) |
    | mail  | jans@voorbeeld.example                         |
Then Jans sees "Uw vraag"
