# SPDX-License-Identifier: EUPL-1.2
Story: A proposal stays as it was reckoned, and says when the map has changed

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
When send /nl/voorstellen wat=place wie=adult waar=library plek=Straat+b+1 bank=tijd naam=
Then this page answers 400
And page /nl/voorstellen.json has 0 rows
When send /nl/voorstellen wat=place wie=adult waar=library plek=Straat+b+1 bank=tijd naam=Boeken+aan+de+overkant+(verzonnen)
Then this page contains "Boeken aan de overkant (verzonnen)" and "+500" and "Dorpshart" and "som, geen plan" and "Iemand leest het eerst"
And this page contains "nog dezelfde" and not "Er is nu een nieuwere kaart"
And page /nl/voorstellen contains "nog geen voorstellen" and not "Boeken aan de overkant"

# The library is built: today the same question has another answer, and the proposal still has that of its day.
Streets gebouwd.osm
    a-------S-------------------------------c--------------------------------------b
    | what | tags                                                |
    | a    | homes=10                                            |
    | b    | homes=10 amenity=library name=De~Overkant~(verzonnen) |
    | S    | amenity=library name=De~Boekenkast~(verzonnen)      |
    | c    | amenity=community_centre name=Het~Huis~(verzonnen)  |
When import osm gebouwd.osm place=Voorbeeldstad
And open the same page again
Then this page contains "+500" and "Er is nu een nieuwere kaart" and not "nog dezelfde"
When follow the link "Reken opnieuw uit"
Then this page contains "+0" and not "+500"
