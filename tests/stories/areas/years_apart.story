# SPDX-License-Identifier: EUPL-1.2
Story: Years are kept apart, and a boundary that was not compared says so

File namen.csv
    Identifier,Title
    GM0001,Voorbeeldstad (verzonnen)
    WK000100,Wijk Noord (verzonnen)
When import cbs namen.csv year=2015

Map buurten_2015.geojson
    AAAA
    AAAA
    | letter | BU_CODE    | BU_NAAM               | AANT_INW |
    | A      | BU00010001 | Dorpshart (verzonnen) | 500      |
When import cbs buurten_2015.geojson year=2015

File inkomen_2015.csv
    WijkenEnBuurten,GemiddeldInkomenPerInwoner_66
    BU00010001,20.5
When import cbs inkomen_2015.csv year=2015
Then page /nl/buurt/BU00010001 contains "€ 20.500" and not "rens niet vergeleken"

# Of 2017 there are figures and no map: nobody knows whether Dorpshart is still the same piece of land.
File cijfers_2017.csv
    WijkenEnBuurten,AantalInwoners_5,GemiddeldInkomenPerInwoner_66
    BU00010001,900,23.0
When import cbs cijfers_2017.csv year=2017

Then field value of indicator inhabitants and year 2015 at /nl/buurt/BU00010001.json is 500
And field value of indicator inhabitants and year 2017 at /nl/buurt/BU00010001.json is 900
And field boundary_year of indicator inhabitants and year 2015 at /nl/buurt/BU00010001.json is 2015
And field boundary_year of indicator inhabitants and year 2017 at /nl/buurt/BU00010001.json is 2017

# The list shows the figures of the boundary that is drawn, with their year.
Then page /nl/buurten.csv has only rows
    | code       | boundary_year | inhabitants | figures_year |
    | BU00010001 | 2015          | 500         | 2015         |

Then page /nl/buurt/BU00010001 contains "500 inwoners" and "(CBS 2015)"
And page /nl/buurt/BU00010001 contains "(2015–2017)" and "grens niet vergeleken"
And page /nl/buurt/BU00010001 contains "Dit cijfer gaat over de grens van 2017. De pagina toont de grens van 2015. Grens niet vergeleken."
And page /en/buurt/BU00010001 contains "€ 23,000" and "2017"
And page /nl/buurt/BU00010001 contains "€ 23.000" and not " 700 "
