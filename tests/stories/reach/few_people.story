# SPDX-License-Identifier: EUPL-1.2
Story: About a handful of people no number is given

Map gemeente.geojson
    AAAAAAAAAAAAAAAAAAAA
    | letter | GM_CODE | GM_NAAM                   | AANT_INW | P_65_EO_JR |
    | A      | GM0001  | Voorbeeldstad (verzonnen) | 20       | 20         |
Map buurten.geojson
    AAAAAAAAAAAAAAAAAAAA
    | letter | BU_CODE    | BU_NAAM               | GM_CODE | AANT_INW | P_65_EO_JR |
    | A      | BU00010001 | Dorpshart (verzonnen) | GM0001  | 20       | 20         |
When import cbs gemeente.geojson year=2015
And import cbs buurten.geojson year=2015
Streets straten.osm
    a-------S----------------------------------------------------------------------b
    | what | tags                                            |
    | a    | homes=5                                         |
    | S    | shop=supermarket name=De~Kruidenier~(verzonnen) |
When import osm straten.osm
Then page /nl/bereik.csv?wie=adult&waar=supermarket&minuten=10 has only rows
    | code       | coverage       | expected_percent |
    | BU00010001 | too_few_people |                  |
And page /nl/bereik?wie=adult&waar=supermarket&minuten=10 contains "te weinig inwoners"
