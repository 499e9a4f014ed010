# SPDX-License-Identifier: EUPL-1.2
Story: With a cane a bench on the way saves time

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
    a-------------------S----------------------------------------------------------b
    | what | tags                                            |
    | a    | homes=10                                        |
    | S    | shop=supermarket name=De~Kruidenier~(verzonnen) |
    | a-S  | highway=footway surface=paving_stones smoothness=good width=2 incline=0% |
When import osm straten.osm
And remember page /nl/bereik.csv?wie=cane&waar=supermarket&minuten=10
Then page /nl/kansen/wat-als?wat=bench&wie=cane&waar=supermarket&plek=Straat+a+1 answers 200

# The same street, with a bench half-way: 250 metres and 250 metres instead of 500.
Streets met_bank.osm
    a---------B---------S----------------------------------------------------------b
    | what | tags                                            |
    | a    | homes=10                                        |
    | B    | amenity=bench                                   |
    | S    | shop=supermarket name=De~Kruidenier~(verzonnen) |
    | a-B  | highway=footway surface=paving_stones smoothness=good width=2 incline=0% |
    | B-S  | highway=footway surface=paving_stones smoothness=good width=2 incline=0% |
When import osm met_bank.osm place=Voorbeeldstad
Then page /nl/plekken.json?waar=bench has 1 rows
