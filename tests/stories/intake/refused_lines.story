# SPDX-License-Identifier: EUPL-1.2
Story: A bad line is left out, and the page of the file says which and why

File namen.csv
    Identifier,Title
    GM0001,Voorbeeldstad (verzonnen)
    WK000100,Wijk Noord (verzonnen)
    BU00010001,Dorpshart (verzonnen)
    BU00010002,Polder (verzonnen)
    BU00010003,Kade (verzonnen)
    BU00010004,Zandpad (verzonnen)
When import cbs namen.csv year=2017

File cijfers.csv
    gwb_code_10;a_inw;p_65_eo_jr
    BU00010001;125;20
    BU00010002;130;20
    BU1;700;20
    BU00010003;veel;20
    BU00010004;60;130
    BU00010001;700;20
When import cbs cijfers.csv year=2017 refused-share=0.8
Then the import reads 6, keeps 2, refuses 4
And line 4 is refused because cbs.bad_area_code
And line 5 is refused because cbs.not_a_number
And line 6 is refused because cbs.impossible_value
And line 7 is refused because cbs.duplicate_area

Then page /nl/buurten.csv has only rows
    | code       | inhabitants |
    | BU00010001 | 125         |
    | BU00010002 | 130         |
    | BU00010003 |             |
    | BU00010004 |             |

When open /nl/bronnen
And follow the link "CBS Kerncijfers wijken en buurten 2017, buurten"
Then this page contains "6 regels gelezen, 2 bewaard, 4 geweigerd." and "cbs.bad_area_code" and "is not a number" and "cbs.duplicate_area"
