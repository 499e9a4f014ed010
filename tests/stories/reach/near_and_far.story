# SPDX-License-Identifier: EUPL-1.2
Story: Half of the homes lie near a supermarket and half do not

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
    a-------S----------------------------------------------------------------------b
    | what | tags                                             |
    | a    | homes=10                                         |
    | b    | homes=10                                         |
    | S    | shop=supermarket name=De~Kruidenier~(verzonnen) |
When import osm straten.osm

# a is 200 metres from the shop, b almost 1,800: nobody walks that in ten minutes.
Then page /nl/bereik.csv?wie=adult&waar=supermarket&minuten=10 has only rows
    | code       | coverage | people | expected_percent |
    | BU00010001 | answered | 1000   | 50               |
And page /nl/bereik?wie=adult&waar=supermarket&minuten=10 contains "50 van de 100" and "OpenStreetMap"
And page /nl/buurt/BU00010001 contains "Supermarkt"
