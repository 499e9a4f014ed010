# SPDX-License-Identifier: EUPL-1.2
Story: A broken file changes nothing

File namen.csv
    Identifier,Title
    GM0001,Voorbeeldstad (verzonnen)
    WK000100,Wijk Noord (verzonnen)
    BU00010001,Dorpshart (verzonnen)
When import cbs namen.csv year=2017
File cijfers.csv
    gwb_code_10;a_inw
    BU00010001;125
When import cbs cijfers.csv year=2017
When remember page /nl/buurten.csv
And remember page /nl/buurt/BU00010001.json
And remember page /nl/bronnen.json

# Somebody sorted the wrong column, and now most lines are not about an area.
File geschoven.csv
    gwb_code_10;a_inw
    Dorpshart;BU00010001
    BU00010001;700
    Polder;BU00010002
    Kade;BU00010003
When import cbs geschoven.csv year=2017
Then the import is refused because cbs.too_many_refused

File zonder_gebied.csv
    naam;a_inw
    Dorpshart;700
When import cbs zonder_gebied.csv year=2017
Then the import is refused because cbs.no_area_column

File afgebroken.csv
    gwb_code_10;a_inw;naam
    BU00010001;700;"Dorpshart
When import cbs afgebroken.csv year=2017
Then the import is refused because csv.quote_not_closed

File kapot.geojson
    {"type": "FeatureCollection", "features": [ {"type":
When import cbs kapot.geojson year=2017
Then the import is refused because json.syntax

# The old Dutch grid in metres, as many maps are kept.
File meters.geojson
    {"type": "FeatureCollection", "features": [{"type": "Feature", "properties": {"BU_CODE": "BU00010001", "AANT_INW": 700},
    "geometry": {"type": "Polygon", "coordinates": [[[190000, 507000], [190100, 507000], [190100, 507100], [190000, 507000]]]}}]}
When import cbs meters.geojson year=2017
Then the import is refused because cbs.not_wgs84

When import cbs cijfers.csv
Then the import is refused because cbs.year_missing
When import cbs bestaat_niet.csv year=2017
Then the import is refused because file.not_found

Then page /nl/buurten.csv is as remembered
And page /nl/buurt/BU00010001.json is as remembered
And page /nl/bronnen.json is as remembered
And page /nl/buurt/BU00010001 contains "125" and not " 700 "
