# SPDX-License-Identifier: EUPL-1.2
Story: The same extract twice is one, and a newer one takes its place

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
When import osm straten.osm place=Voorbeeldstad
And import osm straten.osm place=Voorbeeldstad
Then the import finds the file already there

# The shop has closed.
Streets nieuw.osm
    a-------S----------------------------------------------------------------------b
    | what | tags                                           |
    | a    | homes=10                                       |
    | S    | amenity=library name=De~Boekenkast~(verzonnen) |
When import osm nieuw.osm place=Voorbeeldstad
Then page /nl/plekken.json?waar=supermarket has 0 rows
And page /nl/plekken.json?waar=library has 1 rows
