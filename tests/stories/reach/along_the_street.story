# SPDX-License-Identifier: EUPL-1.2
Story: A shop across the water is as far as the bridge makes it

Map gemeente.geojson
    AAAAAAAAA
    | letter | GM_CODE | GM_NAAM                   | AANT_INW | P_65_EO_JR |
    | A      | GM0001  | Voorbeeldstad (verzonnen) | 1000     | 20         |
Map buurten.geojson
    AAAAAAAAA
    | letter | BU_CODE    | BU_NAAM               | GM_CODE | AANT_INW | P_65_EO_JR |
    | A      | BU00010001 | Dorpshart (verzonnen) | GM0001  | 1000     | 20         |
When import cbs gemeente.geojson year=2015
And import cbs buurten.geojson year=2015
# 50 metres as the crow flies, 1,592 metres over the bridge at the other end: 1.77 metres per second, the quickest three of a hundred.
Streets straten.osm
    a------------------------------c
                                   |
    S------------------------------d
    | what | tags                                            |
    | a    | homes=10                                        |
    | S    | shop=supermarket name=De~Kruidenier~(verzonnen) |
When import osm straten.osm
Then page /nl/bereik.csv?wie=adult&waar=supermarket&minuten=15 has only rows
    | code       | expected_percent |
    | BU00010001 | 3                |
