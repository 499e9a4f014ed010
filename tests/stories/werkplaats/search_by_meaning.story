# SPDX-License-Identifier: EUPL-1.2
Story: Seeking finds words that mean the same, and tells nobody outside the words of who asked

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

# "zitplek" stands nowhere; a bank is one.
When Jans goes to /nl/zoeken?zoek=zitplek
Then Jans sees "Een bank bij de kerk (verzonnen)" and "Ook gevonden:" and "bank"
# "komen" was asked and is not on the agenda.
When Jans goes to /nl/zoeken?zoek=komen
Then Jans sees "Niets gevonden" and not "Kan er een bank komen"
When Wim goes to /nl/zoeken?zoek=komen
Then Wim sees "vraag zoals gesteld" and not "Niets gevonden"
# Of another werkplaats he is a visitor as everybody is.
When werkplaats "Werkplaats Zuid (verzonnen)" begins
And Zoë works there as worker
And Zoë goes to /nl/zoeken?zoek=komen
Then Zoë sees "Niets gevonden" and not "Kan er een bank komen"
When Zoë goes to /nl/zoeken?zoek=zitplek
Then Zoë sees "Een bank bij de kerk (verzonnen)"
