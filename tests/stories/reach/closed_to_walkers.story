# SPDX-License-Identifier: EUPL-1.2
Story: A private drive is no way through, and the way round counts

Map gemeente.geojson
    AAAAA
    AAAAA
    AAAAA
    AAAAA
    AAAAA
    AAAAA
    AAAAA
    | letter | GM_CODE | GM_NAAM                   | AANT_INW | P_65_EO_JR |
    | A      | GM0001  | Voorbeeldstad (verzonnen) | 1000     | 20         |
Map buurten.geojson
    AAAAA
    AAAAA
    AAAAA
    AAAAA
    AAAAA
    AAAAA
    AAAAA
    | letter | BU_CODE    | BU_NAAM               | GM_CODE | AANT_INW | P_65_EO_JR |
    | A      | BU00010001 | Dorpshart (verzonnen) | GM0001  | 1000     | 20         |
When import cbs gemeente.geojson year=2015
And import cbs buurten.geojson year=2015

# 300 metres straight on, but some of it are somebody's drive; 1,450 metres round the block.
Streets straten.osm
    a-------c-d-S
    |           |
    |           |
    |           |
    |           |
    |           |
    |           |
    |           |
    |           |
    |           |
    |           |
    |           |
    |           |
    |           |
    |           |
    |           |
    |           |
    |           |
    |           |
    |           |
    |           |
    |           |
    |           |
    e-----------f
    | what | tags                                            |
    | a    | homes=10                                        |
    | S    | shop=supermarket name=De~Kruidenier~(verzonnen) |
    | c-d  | highway=service access=private                  |
When import osm straten.osm
Then page /nl/bereik.csv?wie=adult&waar=supermarket&minuten=10 has only rows
    | code       | certain_percent | expected_percent | possible_percent |
    | BU00010001 | 0               | 0                | 0                |
