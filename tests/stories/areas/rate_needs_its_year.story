# SPDX-License-Identifier: EUPL-1.2
Story: A rate needs the inhabitants of its own year

File namen.csv
    Identifier,Title
    GM0001,Voorbeeldstad (verzonnen)
    WK000100,Wijk Noord (verzonnen)
When import cbs namen.csv year=2015

Map buurten.geojson
    AAAB
    AAAB
    | letter | BU_CODE    | BU_NAAM               | AANT_INW |
    | A      | BU00010001 | Dorpshart (verzonnen) | 400      |
    | B      | BU00010002 | Buitenaf (verzonnen)  | 20       |
When import cbs buurten.geojson year=2015

File misdrijven.csv
    WijkenEnBuurten,ID,GeregistreerdeMisdrijven_1
    BU00010001,1,10.0
    BU00010002,2,3.0
When import cbs misdrijven.csv year=2024
Then the import reads 2, keeps 2, refuses 0

# 10 crimes of 2024 among 400 inhabitants of 2015 would be 25 per 1,000: a number about nothing.
Then field status of indicator crime_rate at /nl/buurt/BU00010001.json is refused
And field reason of indicator crime_rate at /nl/buurt/BU00010001.json is different_years
And field value of indicator crime_rate at /nl/buurt/BU00010001.json is empty
And field value of indicator registered_crimes at /nl/buurt/BU00010001.json is 10
And page /nl/buurt/BU00010001 contains "Hier geven we geen getal. Het aantal is van 2024, maar inwoners van dat jaar zijn niet ingelezen."
And page /nl/buurt/BU00010001 contains "geen getal" and not "25 per 1.000"

# With the inhabitants of 2024 the question has an answer, and rounding its margin. Among 20 people it still has none.
File inwoners_2024.csv
    gwb_code_10;a_inw
    BU00010001;200
    BU00010002;20
When import cbs inwoners_2024.csv year=2024
Then field value of indicator crime_rate at /nl/buurt/BU00010001.json is 50
And page /nl/buurt/BU00010001 contains "50 per 1.000" and "door afronding tussen 49,4 per 1.000 en 50,6 per 1.000"
And field reason of indicator crime_rate at /nl/buurt/BU00010002.json is denominator_too_small
And page /nl/buurt/BU00010002 contains "Er zijn te weinig inwoners om per 1.000 te rekenen." and not "150 per 1.000"
