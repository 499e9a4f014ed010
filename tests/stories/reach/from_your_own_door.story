# SPDX-License-Identifier: EUPL-1.2
Story: From your own door: what is near, the way there, and the way back where it is another

Map gemeente.geojson
    AAAAAAAAAAAAAAAAAAAA
    | letter | GM_CODE | GM_NAAM                   | AANT_INW | P_65_EO_JR |
    | A      | GM0001  | Voorbeeldstad (verzonnen) | 1000     | 20         |
Map buurten.geojson
    AAAAAAAAAAAAAAAAAAAA
    | letter | BU_CODE    | BU_NAAM               | GM_CODE | AANT_INW | P_65_EO_JR |
    | A      | BU00010001 | Dorpshart (verzonnen) | GM0001  | 1000     | 20         |
When import cbs gemeente.geojson year=2015
And import cbs buurten.geojson year=2015
# 400 metres, a bench after 200, the last 200 of an unknown surface.
Streets straten.osm
    a-------B-------S--------------------------------------------------------------b
    | what | tags                                                                                |
    | a    | homes=10                                                                            |
    | B    | amenity=bench                                                                       |
    | S    | amenity=library name=De~Boekenkast~(verzonnen)                                      |
    | a-B  | highway=residential name=Lange~Weg surface=paving_stones smoothness=good width=2 incline=0% |
    | B-S  | highway=residential name=Korte~Weg smoothness=good width=2 incline=0%                       |
When import osm straten.osm
When send /nl/adres van=straat+a+3 wie=rollator
Then this page contains "Het dichtst bij Straat a 3" and "De Boekenkast (verzonnen)" and "400 m" and not "van=straat"
When send /nl/adres van=straat+a+3 wie=rollator naar=De+Boekenkast+(verzonnen)
Then this page contains "van Straat a 3 naar De Boekenkast (verzonnen)" and "Begin: Lange Weg, 200 m." and "Ga rechtdoor: Korte Weg, 200 m." and "Op de kaart staat 1 bankje langs deze weg." and "waar het wegdek van is" and "Terug, over dezelfde weg"
When send /en/adres van=straat+a+3 wie=rollator naar=De+Boekenkast+(verzonnen)
Then this page contains "Begin: Lange Weg, 200 m." and "Back, by the same way"
# A slip is not guessed; without an address, or for a walker whom nobody knows, there is no answer.
When send /nl/adres van=straat+q+3 wie=rollator
Then this page answers 404
When send /nl/adres van= wie=rollator
Then this page answers 400
When send /nl/adres van=straat+a+3 wie=iemand
Then this page answers 400
