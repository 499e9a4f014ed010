# SPDX-License-Identifier: EUPL-1.2
Story: Where no place of a kind is known nobody is said to be kept from it

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
    a-------S----------------------------------------------------------------------b
    | what | tags                                            |
    | a    | homes=10                                        |
    | S    | shop=supermarket name=De~Kruidenier~(verzonnen) |
When import osm straten.osm
Then page /nl/kansen.json?wie=adult&waar=library has 0 rows
And page /nl/kansen?wie=adult contains "bibliotheek"
And page /nl/bereik?wie=adult&waar=library&minuten=15 contains "OpenStreetMap" and not "0 van de 100"
