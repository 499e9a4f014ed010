# SPDX-License-Identifier: EUPL-1.2
Story: A share of people leads to its run, its sources and its assumptions

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
And open /nl/bereik?wie=rollator&waar=supermarket&minuten=10
Then this page contains "Waarom dit getal?" and "OpenStreetMap" and "ODbL"
When follow the link to /nl/run/
Then this page contains "reach" and "straten.osm"
When open /nl/loper/rollator
Then this page contains "aanname" and "0,7"
