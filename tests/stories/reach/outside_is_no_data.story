# SPDX-License-Identifier: EUPL-1.2
Story: Where the map of streets ends it says so, and never zero

Map gemeente.geojson
    AAAAAAAAAAAAAAAAAAAA
    | letter | GM_CODE | GM_NAAM                   | AANT_INW | P_65_EO_JR |
    | A      | GM0001  | Voorbeeldstad (verzonnen) | 1500     | 20         |
Map buurten.geojson
    AAAAAAAAAABBBBBBBBBB
    | letter | BU_CODE    | BU_NAAM               | GM_CODE | AANT_INW | P_65_EO_JR |
    | A      | BU00010001 | Dorpshart (verzonnen) | GM0001  | 1000     | 20         |
    | B      | BU00010002 | Polder (verzonnen)    | GM0001  | 500      | 20         |
When import cbs gemeente.geojson year=2015
And import cbs buurten.geojson year=2015
Streets straten.osm
    a-------S------------------------------b
    | what | tags                                            |
    | a    | homes=10                                        |
    | S    | shop=supermarket name=De~Kruidenier~(verzonnen) |
When import osm straten.osm
Then page /nl/bereik.csv?wie=adult&waar=supermarket&minuten=10 has only rows
    | code       | coverage   | people | expected_percent |
    | BU00010001 | answered   | 1000   | 100              |
    | BU00010002 | no_network | 500    |                  |
And page /nl/bereik?wie=adult&waar=supermarket&minuten=10 contains "Polder (verzonnen)" and "geen wegennet"
And page /nl/buurt/BU00010002 contains "geen wegennet"
And page /nl/kansen.json?wie=adult&waar=supermarket has 0 rows
