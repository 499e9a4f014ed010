# SPDX-License-Identifier: EUPL-1.2
Story: A repeated import makes no doubles, and a corrected file replaces the wrong one

File namen.csv
    Identifier,Title
    GM0001,Voorbeeldstad (verzonnen)
    WK000100,Wijk Noord (verzonnen)
    BU00010001,Dorpshart (verzonnen)
    BU00010002,Polder (verzonnen)
When import cbs namen.csv year=2017
File cijfers.csv
    gwb_code_10;a_inw
    BU00010001;125
    BU00010002;1250
When import cbs cijfers.csv year=2017
Then page /nl/bronnen.json has 2 rows
When remember page /nl/buurten.csv
And remember page /nl/buurt/BU00010002.json

When import cbs cijfers.csv year=2017
Then the import finds the file already there
And page /nl/bronnen.json has 2 rows
And page /nl/buurten.csv is as remembered
And page /nl/buurt/BU00010002.json is as remembered

# 1,250 was a slip of the pen for 125. The corrected file takes its place; nothing is added up, nothing stands twice.
File cijfers.csv
    gwb_code_10;a_inw
    BU00010001;125
    BU00010002;130
When import cbs cijfers.csv year=2017
Then the import reads 2, keeps 2, refuses 0
And page /nl/bronnen.json has 2 rows
And field value of indicator inhabitants at /nl/buurt/BU00010002.json is 130
And field value of indicator inhabitants at /nl/buurt/BU00010001.json is 125
And page /nl/buurten.csv has only rows
    | code       | inhabitants |
    | BU00010001 | 125         |
    | BU00010002 | 130         |
And page /nl/buurt/BU00010002 contains "130" and not "1.250"
