# SPDX-License-Identifier: EUPL-1.2
Story: What somebody asks is read by the werkplaats alone, until it is written for the agenda without what was private

When werkplaats "Werkplaats Noord (verzonnen)" begins
And Wim works there as worker
And Jans has no account
And Kees has no account

When Jans goes to /nl/vragen/{werkplaats}/stel
And Jans fills in
    | vraag | Mijn buurvrouw Truus valt steeds op de stoep |
    | wie   | Ik woon hier                                 |
Then Jans sees "Uw vraag is gesteld" and "Er staat geen naam bij"
When Jans keeps this page as mijn_vraag

When Kees goes to /nl/vragen/{werkplaats}
Then Kees sees "Geen vragen gevonden" and not "Truus"
When Kees goes to /nl/zoeken?zoek=stoep
Then Kees sees "Niets gevonden" and not "Truus"

When Wim goes to /nl/werkplaats/{werkplaats}/agenda
Then Wim sees "Eén vraag wacht op u." and "Mijn buurvrouw Truus valt steeds op de stoep"
When Wim follows the link "Mijn buurvrouw Truus valt steeds op de stoep"
# Nothing can be told of a question that nobody wrote for the agenda yet.
When Wim fills in form woord
    | staat | on_agenda |
Then Wim is told "Schrijf de vraag eerst zoals die op de agenda komt"
When Wim fills in form woorden
    | woorden | Een stoep waarop niemand valt (verzonnen) |
And Wim fills in form woord
    | staat | op de agenda  |
    | woord | Wij lezen mee |

When Kees goes to /nl/vragen/{werkplaats}
Then Kees sees "Een stoep waarop niemand valt (verzonnen)" and not "Truus"
When Kees follows the link "Een stoep waarop niemand valt (verzonnen)"
Then Kees sees "Wij lezen mee" and not "Truus" and not "Wim"
When Jans goes to {mijn_vraag}
Then Jans sees "Mijn buurvrouw Truus valt steeds op de stoep" and "Uw vraag staat op de agenda." and "Wij lezen mee"
