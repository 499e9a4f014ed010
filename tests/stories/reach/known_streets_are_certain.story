# SPDX-License-Identifier: EUPL-1.2
Story: Where everything is written down, certain is possible

Map gemeente.geojson
    AAAAAAAAAAAAAAAAAAAA
    AAAAAAAAAAAAAAAAAAAA
    | letter | GM_CODE | GM_NAAM                   | AANT_INW | P_65_EO_JR |
    | A      | GM0001  | Voorbeeldstad (verzonnen) | 1000     | 20         |
Map buurten.geojson
    AAAAAAAAAAAAAAAAAAAA
    AAAAAAAAAAAAAAAAAAAA
    | letter | BU_CODE    | BU_NAAM               | GM_CODE | AANT_INW | P_65_EO_JR |
    | A      | BU00010001 | Dorpshart (verzonnen) | GM0001  | 1000     | 20         |
When import cbs gemeente.geojson year=2015
And import cbs buurten.geojson year=2015
Streets straten.osm
    a-----------S------------------------------------------------------------------b
    | what | tags                                                                                                 |
    | a    | homes=10                                                                                             |
    | S    | shop=supermarket name=De~Kruidenier~(verzonnen)                                                      |
    | a-S  | highway=footway surface=paving_stones smoothness=good width=2 incline=0% lit=yes                     |
    | S-b  | highway=footway surface=paving_stones smoothness=good width=2 incline=0% lit=yes                     |
When import osm straten.osm
Then page /nl/bereik.csv?wie=wheelchair_powered&waar=supermarket&minuten=10 has only rows
    | code       | certain_percent | expected_percent | possible_percent |
    | BU00010001 | 100             | 100              | 100              |
And page /nl/bereik?wie=wheelchair_powered&waar=supermarket&minuten=10 contains not "hangt af van wat we niet weten"
