# SPDX-License-Identifier: EUPL-1.2
Story: Two years are joined where the boundary stayed, and where it moved the page says so

File namen.csv
    Identifier,Title
    GM0001,Voorbeeldstad (verzonnen)
    WK000100,Wijk Noord (verzonnen)
When import cbs namen.csv year=2015

Map buurten_2015.geojson
    AABBB
    AABBB
    | letter | BU_CODE    | BU_NAAM               | AANT_INW | INK_INW |
    | A      | BU00010001 | Dorpshart (verzonnen) | 500      | 20.5    |
    | B      | BU00010002 | Zandpad (verzonnen)   | 600      | 21.5    |
When import cbs buurten_2015.geojson year=2015

# Dorpshart stayed as it was; Zandpad lost a third of its land.
Map buurten_2017.geojson
    AABB.
    AABB.
    | letter | BU_CODE    | BU_NAAM               | AANT_INW | INK_INW |
    | A      | BU00010001 | Dorpshart (verzonnen) | 520      | 23.0    |
    | B      | BU00010002 | Zandpad (verzonnen)   | 610      | 24.0    |
When import cbs buurten_2017.geojson year=2017

Then field boundary of indicator income_per_inhabitant and year 2015 at /nl/buurt/BU00010001.json is same
And field boundary of indicator income_per_inhabitant and year 2017 at /nl/buurt/BU00010001.json is same
And page /nl/buurt/BU00010001 contains "(2015–2017)" and not "grens veranderd" and not "grens niet vergeleken"

Then field boundary of indicator income_per_inhabitant and year 2015 at /nl/buurt/BU00010002.json is changed
And page /nl/buurt/BU00010002 contains "grens veranderd" and not "grens niet vergeleken"
And page /en/buurt/BU00010002 contains "boundary changed"
