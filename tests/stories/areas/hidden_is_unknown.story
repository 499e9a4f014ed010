# SPDX-License-Identifier: EUPL-1.2
Story: What CBS hides stays unknown and is never zero

File namen.csv
    Identifier,Title
    GM0001,Voorbeeldstad (verzonnen)
    WK000100,Wijk Noord (verzonnen)
When import cbs namen.csv year=2015

# Minus 99999999 and minus 99997 are how CBS writes: secret or unknown. In Zandpad nobody is 65: that is a real zero.
Map buurten.geojson
    AAABBBCC
    AAABBBCC
    | letter | BU_CODE    | BU_NAAM               | AANT_INW  | P_65_EO_JR |
    | A      | BU00010001 | Dorpshart (verzonnen) | 125       | -99999999  |
    | B      | BU00010002 | Polder (verzonnen)    | -99999999 | 12         |
    | C      | BU00010003 | Zandpad (verzonnen)   | 60        | 0          |
When import cbs buurten.geojson year=2015
Then the import reads 3, keeps 3, refuses 0

Then page /nl/buurten.csv has only rows
    | code       | name                  | inhabitants | age_65_percent |
    | BU00010001 | Dorpshart (verzonnen) | 125         |                |
    | BU00010002 | Polder (verzonnen)    |             | 12             |
    | BU00010003 | Zandpad (verzonnen)   | 60          | 0              |
And page /nl/buurten contains "onbekend" and "125" and "0 %" and not "-99997" and not "-99999"
And page /nl/buurt/BU00010001 contains "onbekend" and "De bron geeft dit cijfer hier niet voor 2015." and not "-99997" and not "-99999"
And page /en/buurt/BU00010001 contains "unknown" and not "-99997" and not "-99999"

Then field value of indicator age_65_percent at /nl/buurt/BU00010001.json is empty
And field status of indicator age_65_percent at /nl/buurt/BU00010001.json is missing
And field reason of indicator age_65_percent at /nl/buurt/BU00010001.json is not_published
And field value of indicator age_65_percent at /nl/buurt/BU00010003.json is 0
And field status of indicator age_65_percent at /nl/buurt/BU00010003.json is answered

# The key figures of two years later write it in other ways, and mean the same.
File cijfers.csv
    gwb_code_10;a_inw;p_65_eo_jr
    BU00010001;.;20
    BU00010002;;-99997
    BU00010003;65;NA
When import cbs cijfers.csv year=2017
Then the import reads 3, keeps 3, refuses 0
And field value of indicator inhabitants and year 2017 at /nl/buurt/BU00010001.json is empty
And field value of indicator inhabitants and year 2017 at /nl/buurt/BU00010002.json is empty
And field value of indicator age_65_percent and year 2017 at /nl/buurt/BU00010002.json is empty
And field value of indicator inhabitants and year 2017 at /nl/buurt/BU00010003.json is 65
