# SPDX-License-Identifier: EUPL-1.2
Story: What nobody wrote down is neither passable nor blocked

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
    | what | tags                                              |
    | a    | homes=10                                          |
    | S    | shop=supermarket name=De~Kruidenier~(verzonnen)  |
    | a-S  | highway=path                                      |
When import osm straten.osm
# 300 metres of path: an easy ten minutes in a wheelchair when it is paved and wide, and no way when it is not.
Then page /nl/bereik.csv?wie=wheelchair_manual&waar=supermarket&minuten=10 has only rows
    | code       | certain_percent |
    | BU00010001 | 0               |
And page /nl/bereik?wie=wheelchair_manual&waar=supermarket&minuten=10 contains "hangt af van wat we niet weten"
And page /nl/straten?wie=wheelchair_manual contains "Dorpshart (verzonnen)"
