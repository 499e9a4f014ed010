# SPDX-License-Identifier: EUPL-1.2
Story: A district and a municipality show what lies in them, and an address of the wrong level is no page

File namen.csv
    Identifier,Title
    GM0001,Voorbeeldstad (verzonnen)
    WK000100,Wijk Noord (verzonnen)
    WK000102,Wijk Zuid (verzonnen)
    BU00010001,Dorpshart (verzonnen)
    BU00010002,Polder (verzonnen)
    BU00010201,Kade (verzonnen)
When import cbs namen.csv year=2017
File cijfers.csv
    gwb_code_10;a_inw;p_65_eo_jr
    GM0001;1003;21
    WK000100;605;20
    WK000102;400;25
    BU00010001;500;18
    BU00010002;100;30
    BU00010201;400;25
When import cbs cijfers.csv year=2017
Then the import reads 6, keeps 6, refuses 0

# Neighbourhoods do not add up to the municipality: CBS rounds them to 5. Nobody adds them up here either.
Then page /nl/wijk/WK000100 contains "Dorpshart (verzonnen)" and "Polder (verzonnen)" and not "Kade (verzonnen)"
And page /nl/gemeente/GM0001 contains "Wijk Noord (verzonnen)" and "Wijk Zuid (verzonnen)" and "1.003 inwoners"
And field reference of indicator age_65_percent at /nl/buurt/BU00010002.json is 21
And page /nl/wijken.csv has only rows
    | code     | parent | inhabitants |
    | WK000100 | GM0001 | 605         |
    | WK000102 | GM0001 | 400         |

Then page /nl/wijk/BU00010001 answers 404
And page /nl/buurt/WK000100 answers 404
And page /nl/gemeente/GM0002 answers 404
