# SPDX-License-Identifier: EUPL-1.2
Story: A percentage or an average of fewer than 25 people is not given

File namen.csv
    Identifier,Title
    GM0001,Voorbeeldstad (verzonnen)
    WK000100,Wijk Noord (verzonnen)
When import cbs namen.csv year=2015

# 37 per cent of 20 people are seven neighbours whom everybody knows. In Zandpad there are 25: enough. Of Kade CBS hides how
# many live there, and gave the percentage all the same.
Map buurten.geojson
    AABBCCDD
    AABBCCDD
    | letter | BU_CODE    | BU_NAAM               | AANT_INW  | AANTAL_HH | P_65_EO_JR | P_EENP_HH | INK_INW |
    | A      | BU00010001 | Buitenaf (verzonnen)  | 20        | 10        | 37         | 61        | 43.2    |
    | B      | BU00010002 | Zandpad (verzonnen)   | 25        | 10        | 37         | 61        | 43.2    |
    | C      | BU00010003 | Kade (verzonnen)      | -99999999 | -99999999 | 37         | 61        | 43.2    |
    | D      | BU00010004 | Dorpshart (verzonnen) | 400       | 180       | 37         | 61        | 43.2    |
When import cbs buurten.geojson year=2015
Then the import reads 4, keeps 4, refuses 0

Then field status of indicator age_65_percent at /nl/buurt/BU00010001.json is refused
And field reason of indicator age_65_percent at /nl/buurt/BU00010001.json is base_too_small
And field value of indicator age_65_percent at /nl/buurt/BU00010001.json is empty
And field low of indicator age_65_percent at /nl/buurt/BU00010001.json is empty
And field high of indicator age_65_percent at /nl/buurt/BU00010001.json is empty
And page /nl/buurt/BU00010001 contains "minder dan 25" and not "37 %" and not "61 %"
And page /nl/buurt/BU00010001.csv contains "base_too_small"
And page /nl/buurt/BU00010001.geojson contains "age_65_percent" and not ":37,"

# What 20 people earn on average says what the neighbour earns.
Then field reason of indicator income_per_inhabitant at /nl/buurt/BU00010001.json is base_too_small
And field value of indicator income_per_inhabitant at /nl/buurt/BU00010001.json is empty
And page /nl/buurt/BU00010001 contains "geen getal" and not "43.200" and not "43,2" and not "43.2"
And field value of indicator income_per_inhabitant at /nl/buurt/BU00010004.json is 43.2

Then field value of indicator age_65_percent at /nl/buurt/BU00010002.json is 37
And field status of indicator one_person_households_percent at /nl/buurt/BU00010002.json is refused
And field value of indicator age_65_percent at /nl/buurt/BU00010003.json is 37
And field value of indicator one_person_households_percent at /nl/buurt/BU00010004.json is 61

Then page /nl/buurten.csv has only rows
    | code       | inhabitants | age_65_percent | one_person_percent |
    | BU00010001 | 20          |                |                    |
    | BU00010002 | 25          | 37             |                    |
    | BU00010003 |             | 37             | 61                 |
    | BU00010004 | 400         | 37             | 61                 |
