# SPDX-License-Identifier: EUPL-1.2
Story: A run that was published never changes, and says when there is a newer one

File namen.csv
    Identifier,Title
    GM0001,Voorbeeldstad (verzonnen)
    WK000100,Wijk Noord (verzonnen)
    BU00010001,Dorpshart (verzonnen)
When import cbs namen.csv year=2017
File cijfers.csv
    WijkenEnBuurten,AantalInwoners_5
    BU00010001,400
When import cbs cijfers.csv year=2017
When open /nl/buurt/BU00010001
And follow the link to /nl/run/
Then this page contains "Hoe zijn deze getallen berekend?" and not "Er is een nieuwere berekening"

File cijfers.csv
    WijkenEnBuurten,AantalInwoners_5
    BU00010001,450
When import cbs cijfers.csv year=2017
And open the same page again
Then this page contains "Er is een nieuwere berekening" and "Hoe zijn deze getallen berekend?"
When follow the link "CBS Kerncijfers wijken en buurten 2017, buurten"
Then this page contains "Dit bestand is vervangen"
