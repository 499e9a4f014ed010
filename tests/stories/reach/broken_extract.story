# SPDX-License-Identifier: EUPL-1.2
Story: A broken extract changes nothing

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
And remember page /nl/bereik.csv?wie=adult&waar=supermarket&minuten=10
And remember page /nl/bronnen.json
File afgebroken.osm
    <?xml version="1.0" encoding="UTF-8"?>
    <osm version="0.6"><node id="1" lat="52.4" lon="5.9"/><way id="1"><nd ref="1"
When import osm afgebroken.osm
Then the import is refused because osm.truncated
File leeg.osm
    <?xml version="1.0" encoding="UTF-8"?>
    <osm version="0.6"></osm>
When import osm leeg.osm
Then the import is refused because osm.empty
File geen_kaart.osm
    dit is een brief en geen kaart
When import osm geen_kaart.osm
Then the import is refused because osm.not_osm
When import osm bestaat_niet.osm
Then the import is refused because file.not_found
Then page /nl/bereik.csv?wie=adult&waar=supermarket&minuten=10 is as remembered
And page /nl/bronnen.json is as remembered
