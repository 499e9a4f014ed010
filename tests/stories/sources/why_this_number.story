# SPDX-License-Identifier: EUPL-1.2
Story: Asking "waarom dit getal?" leads to the file and to the run

File namen.csv
    Identifier,Title
    GM0001,Voorbeeldstad (verzonnen)
    WK000100,Wijk Noord (verzonnen)
    BU00010001,Dorpshart (verzonnen)
When import cbs namen.csv year=2017
File cijfers.csv
    WijkenEnBuurten,AantalInwoners_5,GemiddeldInkomenPerInwoner_66
    BU00010001,400,21.4
When import cbs cijfers.csv year=2017 place=Voorbeeldstad

When open /nl/buurt/BU00010001
Then this page contains "Waarom dit getal?" and "€ 21.400"
And this page contains "Bron CBS Kerncijfers wijken en buurten 2017, buurten, Voorbeeldstad (CBS; CC BY 4.0)"
And this page contains "Soort Geteld" and "door afronding tussen € 21.350 en € 21.450"

When follow the link to /nl/dataset/
Then this page contains "CBS Kerncijfers wijken en buurten 2017, buurten, Voorbeeldstad"
And this page contains "1 regels gelezen, 1 bewaard, 0 geweigerd." and "CC BY 4.0" and "cijfers.csv" and "Geen enkele regel is geweigerd."

# From the file to the run that used it, and from the run back to all that it used.
When follow the link to /nl/run/
Then this page contains "Hoe zijn deze getallen berekend?" and "indicator, versie" and "GM0001"
And this page contains "Gebruikte gegevens CBS" and "least_denominator 25"
When follow the link "CBS Kerncijfers wijken en buurten 2017, buurten, Voorbeeldstad"
Then this page contains "Gebruikt in areas.profile GM0001"

When open /nl/buurt/BU00010001
And follow the link to /nl/run/
Then this page contains "Een berekening verandert nooit meer." and not "Er is een nieuwere berekening"

# The same questions in English, and as data.
When open /en/buurt/BU00010001
And follow the link to /en/run/
And follow the link to /en/dataset/
Then this page contains "CC BY 4.0"
And field licence of indicator income_per_inhabitant at /nl/buurt/BU00010001.json is "CC BY 4.0"
And field source of indicator income_per_inhabitant at /nl/buurt/BU00010001.json is CBS
