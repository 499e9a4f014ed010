// SPDX-License-Identifier: EUPL-1.2
// Werkplaatsen and the network of one, as rows with help for each field.
#pragma once

#include "platform/web/view.hpp"

#include <cstdint>
#include <optional>
#include <string>

namespace wf::network_pages {

using Maybe = std::optional<std::string>;

struct WerkplaatsenSummary {
    std::int64_t werkplaatsen{0};
};
template <class V>
void fields(V& v, WerkplaatsenSummary const& x)
{
    v("werkplaatsen", x.werkplaatsen, "Hoeveel werkplaatsen", "How many werkplaatsen");
}

struct WerkplaatsRow {
    std::string address;
    std::string name;
    Maybe region;
    Maybe hogeschool;
    Maybe lectoraat;
    Maybe site;
    Maybe more;
    Maybe themes;
    std::int64_t unchecked{0};
    std::int64_t partners{0};
    std::int64_t ties{0};
};
template <class V>
void fields(V& v, WerkplaatsRow const& x)
{
    v("address", x.address, "In adressen: /werkplaats/{address}/netwerk",
      "In addresses: /werkplaats/{address}/netwerk");
    v("name", x.name, "Naam", "Name");
    v("region", x.region, "Gebied; leeg: onbekend", "Region; empty: unknown");
    v("hogeschool", x.hogeschool, "Hogeschool", "University of applied sciences");
    v("lectoraat", x.lectoraat, "Lectoraat", "Research group");
    v("site", x.site, "Eigen site", "Site of its own");
    v("more", x.more, "Bijzonderheden", "Particulars");
    v("themes", x.themes, "Thema's, met een puntkomma ertussen", "Themes, with a semicolon in between");
    v("unchecked", x.unchecked,
      "Feiten en thema's die niemand heeft nagekeken; de bron van elk staat op /netwerk/feiten",
      "Facts and themes that nobody checked; the source of each is on /netwerk/feiten");
    v("partners", x.partners, "Partners die hier bekend zijn", "Partners that are known here");
    v("ties", x.ties, "Lijnen tussen partners", "Lines between partners");
}

struct OfWerkplaats {
    std::string werkplaats;
};
template <class V>
void fields(V& v, OfWerkplaats const& x)
{
    v("werkplaats", x.werkplaats, "Naam van de werkplaats", "Name of the werkplaats");
}

struct FactRow {
    std::string fact;
    Maybe text;
    Maybe source;
    Maybe looked_on;
    bool checked{false};
};
template <class V>
void fields(V& v, FactRow const& x)
{
    v("fact", x.fact, "region, hogeschool, lectoraat, site, more of theme",
      "region, hogeschool, lectoraat, site, more or theme");
    v("text", x.text, "Wat er bekend is; leeg: onbekend", "What is known; empty: unknown");
    v("source", x.source, "Waar het gelezen is; leeg: uit het hoofd", "Where it was read; empty: from memory");
    v("looked_on", x.looked_on, "Dag of maand waarop het opgeschreven of gelezen is",
      "Day or month on which it was written down or read");
    v("checked", x.checked, "Nagekeken in die bron", "Checked in that source");
}

struct NetworkSummary {
    std::string werkplaats;
    std::int64_t partners{0};
    std::int64_t ties{0};
    std::int64_t walls_without_line{0};
    std::int64_t walls_unknown{0};
};
template <class V>
void fields(V& v, NetworkSummary const& x)
{
    v("werkplaats", x.werkplaats, "Naam van de werkplaats", "Name of the werkplaats");
    v("partners", x.partners, "Hoeveel partners", "How many partners");
    v("ties", x.ties, "Hoeveel lijnen ertussen", "How many lines between them");
    v("walls_without_line", x.walls_without_line, "Schotten waarover nog geen lijn loopt",
      "Walls that no line crosses yet");
    v("walls_unknown", x.walls_unknown,
      "Schotten waarover niets te zeggen is: van een kant is hier geen partner bekend",
      "Walls of which nothing can be said: of one side no partner is known here");
}

struct PartnerRow {
    std::int64_t number{0};
    std::string id;
    std::string name;
    std::string kind;
    std::string field;
    Maybe site;
    Maybe since;
    Maybe source;
    Maybe looked_on;
    bool checked{false};
    bool invented{false};
};
template <class V>
void fields(V& v, PartnerRow const& x)
{
    v("number", x.number, "Nummer in de tekening", "Number in the drawing");
    v("id", x.id, "Nummer van de partner", "Id of the partner");
    v("name", x.name, "Naam van de organisatie", "Name of the organisation");
    v("kind", x.kind, "Soort organisatie", "Kind of organisation");
    v("field", x.field, "Veld waarin zij werkt", "Field in which it works");
    v("site", x.site, "Site", "Site");
    v("since", x.since, "Partner sinds: jaar of dag", "Partner since: year or day");
    v("source", x.source, "Waar het gelezen is; leeg: uit het hoofd", "Where it was read; empty: from memory");
    v("looked_on", x.looked_on, "Dag of maand waarop het gelezen is", "Day or month on which it was read");
    v("checked", x.checked, "Nagekeken in die bron", "Checked in that source");
    v("invented", x.invented, "Verzonnen, voor de demonstratie", "Invented, for the demonstration");
}

struct TieRow {
    std::string id;
    std::string one;
    std::string one_name;
    std::string other;
    std::string other_name;
    std::string about;
    Maybe since;
    std::string said_by;
};
template <class V>
void fields(V& v, TieRow const& x)
{
    v("id", x.id, "Nummer van de lijn", "Id of the line");
    v("one", x.one, "Nummer van de ene partner", "Id of the one partner");
    v("one_name", x.one_name, "Naam van de ene partner", "Name of the one partner");
    v("other", x.other, "Nummer van de andere partner", "Id of the other partner");
    v("other_name", x.other_name, "Naam van de andere partner", "Name of the other partner");
    v("about", x.about, "Waarover zij samenwerken", "What they work on together");
    v("since", x.since, "Sinds: jaar of dag", "Since: year or day");
    v("said_by", x.said_by, "Wie dat zei", "Who said so");
}

struct WallRow {
    std::string one;
    std::string other;
    std::optional<std::int64_t> ties;
    std::string state;
};
template <class V>
void fields(V& v, WallRow const& x)
{
    v("one", x.one, "Het ene veld", "The one field");
    v("other", x.other, "Het andere veld", "The other field");
    v("ties", x.ties, "Lijnen over dit schot; leeg: onbekend", "Lines across this wall; empty: unknown");
    v("state", x.state, "no_line: nog geen lijn, crossed, unknown: van een kant is geen partner bekend",
      "no_line, crossed, unknown: of one side no partner is known");
}

} // namespace wf::network_pages
