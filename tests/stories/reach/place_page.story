# SPDX-License-Identifier: EUPL-1.2
Story: The page of a place says who can walk there

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
    | what | tags                                                                              |
    | a    | homes=10                                                                          |
    | S    | amenity=library name=De~Boekenkast~(verzonnen) opening_hours=Mo-Fr~10:00-17:00    |
When import osm straten.osm
And open /nl/plekken?waar=library
And follow the link "De Boekenkast (verzonnen)"
Then this page contains "De Boekenkast (verzonnen)" and "1.000" and "OpenStreetMap"
