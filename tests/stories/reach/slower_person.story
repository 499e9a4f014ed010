# SPDX-License-Identifier: EUPL-1.2
Story: Who walks slower comes less far in the same time

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
    a-----------------------------S------------------------------------------------b
    | what | tags                                                                                    |
    | a    | homes=10                                                                                |
    | S    | shop=supermarket name=De~Kruidenier~(verzonnen)                                         |
    | a-S  | highway=residential surface=asphalt smoothness=good sidewalk=both width=2 incline=0%    |
When import osm straten.osm

# 746 metres in ten minutes is 1.24 metres per second: two of three adults are as fast (lognormal, mean 1.34, deviation 0.20), and one or
# two of a hundred with a rollator (mean 0.70, deviation 0.20).
Then page /nl/bereik.csv?wie=rollator&waar=supermarket&minuten=10 has only rows
    | code       | people | expected_percent | possible_percent |
    | BU00010001 | 200    | 0                | 2                |
And page /nl/bereik.csv?wie=adult&waar=supermarket&minuten=10 has only rows
    | code       | people | possible_percent |
    | BU00010001 | 1000   | 67               |
