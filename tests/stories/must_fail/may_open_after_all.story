# SPDX-License-Identifier: EUPL-1.2
Story: This one must fail, since the teller would be no good if it did not: may_open_after_all

When werkplaats "Werkplaats Noord (verzonnen)" begins
And Wim works there as worker
Then Wim may not open /nl/werkplaats/{werkplaats}/agenda
