# SPDX-License-Identifier: EUPL-1.2
Story: A new group reads on one page what was decided and why, what was tried and what comes next

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
When Rik works there as researcher
And Rik goes to /nl/werkplaats/{werkplaats}/agenda
And Rik follows the link "Een bank bij de kerk (verzonnen)"
And Rik follows the link "Begin een leeratelier"
And Rik fills in
    | titel     | Zitten op het plein (verzonnen)        |
    | van       | 2030-09-01                             |
    | wie       | Tweede jaar Social Work (verzonnen)    |
    | studenten | 8                                      |
And Rik keeps this page as atelier
# A decision without a reason means nothing to who comes after.
When Rik fills in form decision
    | woorden | We tellen op marktdag (verzonnen) |
Then Rik is told "Waarom?"
When Rik fills in form decision
    | woorden | We tellen op marktdag (verzonnen)   |
    | omdat   | Dan is het plein vol (verzonnen)    |
And Rik fills in form cycle
    | stap    | bedenken                           |
    | woorden | Een stoel neerzetten (verzonnen)   |
And Rik fills in form cycle
    | ronde   | 1                                  |
    | stap    | doen                               |
    | woorden | Hij stond er een dag (verzonnen)   |
When Jans goes to {mijn_vraag}
Then Jans sees "Een leeratelier zoekt uw vraag uit."

When Rik goes to {atelier}/overdracht
And Rik fills in form groep
    | vanaf     | 2031-02-01                              |
    | wie       | Derde jaar Social Work (verzonnen)      |
    | studenten | 5                                       |
    | woorden   | Vraag de marktmeester eerst (verzonnen) |

# Sanne is of the new group and was never there before.
When Sanne works there as worker
And Sanne goes to {atelier}/overdracht
Then Sanne sees "We tellen op marktdag (verzonnen)" and "Dan is het plein vol (verzonnen)"
And Sanne sees "Een stoel neerzetten (verzonnen)" and "Hij stond er een dag (verzonnen)" and "Ga verder met ronde 1." and "Gedaan. Nu bekijken wat het deed."
And Sanne sees "Vraag de marktmeester eerst (verzonnen)" and "Een bank bij de kerk (verzonnen)" and "Tweede jaar Social Work (verzonnen)" and "Derde jaar Social Work (verzonnen)"
# Who wrote it stands in the trail, not on the page.
And Sanne sees not "Rik (verzonnen)"
