# SPDX-License-Identifier: EUPL-1.2
Story: A modelled figure says that it is modelled and has no margin

File namen.csv
    Identifier,Title
    GM0001,Voorbeeldstad (verzonnen)
    WK000100,Wijk Noord (verzonnen)
When import cbs namen.csv year=2020

Map buurten.geojson
    AAA
    | letter | BU_CODE    | BU_NAAM               | AANT_INW |
    | A      | BU00010001 | Dorpshart (verzonnen) | 400      |
When import cbs buurten.geojson year=2020

# MW00000 is the value itself; the line with another code is an end of an interval and is set aside.
File gezondheid.csv
    ID,Leeftijd,Marges,WijkenEnBuurten,Perioden,Eenzaam_30
    1,80200,MW00000,BU00010001,2020JJ00,47.3
    2,80200,MOG0095,BU00010001,2020JJ00,41.0
    3,20300,MW00000,BU00010001,2020JJ00,44.1
When import rivm gezondheid.csv
Then the import reads 3, keeps 2, refuses 1
And line 3 is refused because rivm.margin_row

Then field value of indicator lonely_65 at /nl/buurt/BU00010001.json is 47.3
And field kind of indicator lonely_65 at /nl/buurt/BU00010001.json is modelled
And field low of indicator lonely_65 at /nl/buurt/BU00010001.json is empty
And field high of indicator lonely_65 at /nl/buurt/BU00010001.json is empty
And field kind of indicator inhabitants at /nl/buurt/BU00010001.json is counted
And field low of indicator inhabitants at /nl/buurt/BU00010001.json is 397.5

Then page /nl/buurt/BU00010001 contains "47,3 %" and "Modelcijfer" and "marge onbekend"
And page /nl/buurt/BU00010001 contains "Dit is geschat uit wie er woont. Het is hier niet gemeten."
And page /nl/buurt/BU00010001 contains "Zegt niets over wat een project hier doet."
And page /en/buurt/BU00010001 contains "47.3%" and "margin unknown"

When open /nl/buurt/BU00010001
And follow the link "Gezondheid per wijk en buurt 2020 (RIVM, GGD'en, CBS; CC BY 4.0)"
Then this page contains "Dit zijn modelcijfers" and "niet in de buurt gemeten" and "RIVM, GGD'en, CBS"

# What a model says is not what a project did.
Then page /nl/buurt/BU00010001/effect contains "Er is nog niets gemeten dat iets over effect zegt." and not "47,3"
