# SPDX-License-Identifier: EUPL-1.2
Story: The gap list counts people and says what keeps them

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
Streets straten.osm
    a-------S---------------------------c------------------------------------------b
    | what | tags                                            |
    | a    | homes=10                                        |
    | b    | homes=10                                        |
    | c    | homes=20                                        |
    | S    | shop=supermarket name=De~Kruidenier~(verzonnen) |
    | a-S  | highway=footway surface=paving_stones smoothness=good width=2 incline=0% |
    | S-c  | highway=footway surface=paving_stones smoothness=good width=2 incline=0% |
    | c-b  | highway=footway surface=paving_stones smoothness=good width=2 incline=0% |
When import osm straten.osm

# A quarter lives near the shop. Half lives at 700 metres: an adult does that in ten minutes, a rollator does not. A quarter lives 1,775 metres away.
Then page /nl/kansen.csv?wie=rollator&waar=supermarket has only rows
    | code       | category    | people | people_without | too_far | too_slow | unknown |
    | BU00010001 | supermarket | 200    | 150            | 50      | 100      | 0       |
And page /nl/kansen?wie=rollator&waar=supermarket contains "150" and "Dorpshart (verzonnen)"
