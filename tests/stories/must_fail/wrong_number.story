# SPDX-License-Identifier: EUPL-1.2
Story: This one must fail, since the teller would be no good if it did not: wrong_number

File namen.csv
    Identifier,Title
    GM0001,Voorbeeldstad (verzonnen)
    BU00010001,Dorpshart (verzonnen)
When import cbs namen.csv year=2017
File cijfers.csv
    gwb_code_10;a_inw
    BU00010001;125
When import cbs cijfers.csv year=2017
Then page /nl/buurt/BU00010001 answers 200
Then field value of indicator inhabitants at /nl/buurt/BU00010001.json is 126
Then page /nl/bronnen.json has 2 rows
