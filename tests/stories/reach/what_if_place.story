# SPDX-License-Identifier: EUPL-1.2
Story: What if there were a library: who comes then, and it is a sum and no plan

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
    a-------S-------------------------------c--------------------------------------b
    | what | tags                                                |
    | a    | homes=10                                            |
    | b    | homes=10                                            |
    | S    | amenity=library name=De~Boekenkast~(verzonnen)      |
    | c    | amenity=community_centre name=Het~Huis~(verzonnen)  |
When import osm straten.osm
Then page /nl/bereik.csv?wie=adult&waar=library&minuten=15 has only rows
    | code       | expected_percent |
    | BU00010001 | 50               |

# At the other end of the street, where the other half lives.
And page /nl/kansen/wat-als?wat=place&wie=adult&waar=library&plek=Straat+b+1 contains "+500" and "som, geen plan"
And page /nl/kansen/wat-als?wat=place&wie=adult&waar=library&plek=Nergensstraat+1 answers 404
And page /nl/bereik.csv?wie=adult&waar=library&minuten=15 has only rows
    | code       | expected_percent |
    | BU00010001 | 50               |
