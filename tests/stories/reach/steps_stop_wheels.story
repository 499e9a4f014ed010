# SPDX-License-Identifier: EUPL-1.2
Story: Steps stop wheels and not an adult

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
    a-------c-d-S------------------------------------------------------------------b
    | what | tags                                              |
    | a    | homes=10                                          |
    | S    | shop=supermarket name=De~Kruidenier~(verzonnen)  |
    | c-d  | highway=steps                                     |
When import osm straten.osm
Then page /nl/bereik.csv?wie=adult&waar=supermarket&minuten=10 has only rows
    | code       | certain_percent |
    | BU00010001 | 100             |
And page /nl/bereik.csv?wie=wheelchair_manual&waar=supermarket&minuten=10 has only rows
    | code       | certain_percent | expected_percent | possible_percent |
    | BU00010001 | 0               | 0                | 0                |
And page /nl/kansen?wie=wheelchair_manual&waar=supermarket contains "Dorpshart (verzonnen)"
