// SPDX-License-Identifier: EUPL-1.2
// Station six: places, walkers, streets and the norm as rows with help for each field. HTML, JSON, CSV and GeoJSON carry the same.
#pragma once

#include "platform/web/view.hpp"

#include <optional>
#include <string>
#include <vector>

namespace wf::reach_pages {

/// What the views of one municipality say of themselves.
struct TownSummary {
    std::string municipality;
    std::string run;
    std::string dataset;
    std::string attribution;
};
template <class V>
void fields(V& v, TownSummary const& x)
{
    v("municipality", x.municipality, "CBS-code van de gemeente", "CBS code of the municipality");
    v("run", x.run, "Berekening: /run/{id}; leeg als er geen gebruikt is", "Run: /run/{id}; empty when none was used");
    v("dataset", x.dataset, "Dataset van straten en plekken: /dataset/{id}",
      "Dataset of streets and places: /dataset/{id}");
    v("attribution", x.attribution, "Bronvermelding die de licentie vraagt", "Attribution that the licence asks for");
}

struct PlaceRow {
    std::string id;
    std::string kind;
    std::string name;
    std::string street; ///< where it is entered; only where the address is missing
    std::string address;
    std::string opening_hours;
    std::string wheelchair;
    std::string source_url;
    std::string dataset;
    web::Geometry outline;
};
template <class V>
void fields(V& v, PlaceRow const& x)
{
    v("id", x.id, "Plek: /plek/{id}", "Place: /plek/{id}");
    v("kind", x.kind, "Soort plek", "Kind of place");
    v("name", x.name, "Naam in de bron; leeg als die er niet staat", "Name in the source; empty when it has none");
    v("street", x.street, "Straat waar het netwerk de plek raakt; alleen gezocht als het adres ontbreekt",
      "Street where the network meets the place; only looked up where the address is missing");
    v("address", x.address, "Adres in de bron", "Address in the source");
    v("opening_hours", x.opening_hours, "Openingstijden, zoals OpenStreetMap ze schrijft",
      "Opening hours, as OpenStreetMap writes them");
    v("wheelchair", x.wheelchair, "Toegankelijk met een rolstoel: yes, limited, no; leeg is onbekend",
      "Accessible by wheelchair: yes, limited, no; empty is unknown");
    v("source_url", x.source_url, "De plek in de bron", "The place in the source");
    v("dataset", x.dataset, "Dataset: /dataset/{id}", "Dataset: /dataset/{id}");
    v("outline", x.outline, "Punt, WGS 84", "Point, WGS 84");
}

/// Who can walk to one place.
struct PlaceReachRow {
    std::string place;
    std::string profile;
    std::string group;
    int minutes{0};
    double group_people{0};
    double people_certain{0};
    double people_possible{0};
    std::optional<double> people_only_here;
};
template <class V>
void fields(V& v, PlaceReachRow const& x)
{
    v("place", x.place, "Plek: /plek/{id}", "Place: /plek/{id}");
    v("profile", x.profile, "Loper: /loper/{id}", "Walker: /loper/{id}");
    v("group", x.group, "Wie er geteld zijn: all, 0-14, 65+ of 80+ (80+ is geschat)",
      "Who was counted: all, 0-14, 65+ or 80+ (80+ is estimated)");
    v("minutes", x.minutes, "Minuten lopen, op het middelste tempo van de loper",
      "Minutes on foot, at the median pace of the walker");
    v("group_people", x.group_people, "Mensen van de groep in de gemeente, afgerond op 5",
      "People of the group in the municipality, rounded to 5");
    v("people_certain", x.people_certain, "Van hen: zeker binnen die tijd, afgerond op 5",
      "Of them: certainly within that time, rounded to 5");
    v("people_possible", x.people_possible, "Van hen: als alles wat we niet weten meevalt, afgerond op 5",
      "Of them: when all that we do not know is fine, rounded to 5");
    v("people_only_here", x.people_only_here,
      "Van hen: voor wie dit de enige plek van deze soort is binnen die tijd, afgerond op 5; alleen bij de gewone grens van de soort",
      "Of them: for whom this is the only place of its kind within that time, rounded to 5; at the usual limit of the kind alone");
}

struct WalkerRow {
    std::string profile;
    std::string name;
    std::string group;
    double speed_mean{0};
    double speed_sd{0};
    int metres_in_10_minutes{0};
};
template <class V>
void fields(V& v, WalkerRow const& x)
{
    v("profile", x.profile, "Loper: /loper/{id}", "Walker: /loper/{id}");
    v("name", x.name, "Naam, in de taal van de pagina", "Name, in the language of the page");
    v("group", x.group, "Van wie het aantal inwoners ernaast staat: all, 0-14, 65+ of 80+",
      "Whose number of residents stands beside it: all, 0-14, 65+ or 80+");
    v("speed_mean", x.speed_mean, "Gemiddelde snelheid, meter per seconde", "Mean speed, metres per second");
    v("speed_sd", x.speed_sd, "Standaardafwijking daarvan", "Standard deviation of it");
    v("metres_in_10_minutes", x.metres_in_10_minutes, "Zo ver komt de middelste in 10 minuten, op 10 meter",
      "How far the middle one comes in 10 minutes, to 10 metres");
}

/// One number of one profile.
struct AssumptionRow {
    std::string field;
    std::string level;
    std::optional<double> value;
    bool forbidden{false};
    std::string unit;
    std::string text;
    std::string source;
    bool assumed{true};
};
template <class V>
void fields(V& v, AssumptionRow const& x)
{
    v("field", x.field, "Waar het getal over gaat", "What the number is about");
    v("level", x.level, "Welke soort rand of wegdek; leeg als er maar één getal is",
      "Which kind of kerb or surface; empty when there is one number only");
    v("value", x.value, "Het getal; leeg als het niet geldt of als het niet kan",
      "The number; empty when it does not apply or cannot be");
    v("forbidden", x.forbidden, "Hier komt deze loper niet langs", "This walker does not get past here");
    v("unit", x.unit, "Eenheid: m/s, s, factor, percent, cm of m", "Unit: m/s, s, factor, percent, cm or m");
    v("text", x.text, "Waarom dit getal", "Why this number");
    v("source", x.source, "Bron; leeg bij een aanname", "Source; empty for an assumption");
    v("assumed", x.assumed, "Het is een aanname", "It is an assumption");
}

struct WalkerSummary {
    std::string profile;
    std::string name;
    std::string version;
};
template <class V>
void fields(V& v, WalkerSummary const& x)
{
    v("profile", x.profile, "Loper", "Walker");
    v("name", x.name, "Naam, in de taal van de pagina", "Name, in the language of the page");
    v("version", x.version, "Versie van de lijst met lopers", "Version of the list of walkers");
}

/// A street or crossing that is worth a look.
struct SpotRow {
    int position{0};
    std::string osm_type;
    std::int64_t osm_id{0};
    std::string name;
    std::string near;
    std::string attributes; ///< "surface width"
    double metres{0};
    double answers{0};
    std::string url;
    web::Geometry outline;
};
template <class V>
void fields(V& v, SpotRow const& x)
{
    v("position", x.position, "Volgorde: waar kijken het meest oplevert staat op 1",
      "Order: where a look yields most is 1");
    v("osm_type", x.osm_type, "w: een straat; n: een oversteek of doorgang", "w: a street; n: a crossing or passage");
    v("osm_id", x.osm_id, "Nummer in OpenStreetMap", "Number in OpenStreetMap");
    v("name", x.name, "Naam van de straat, of van de straten die hier samenkomen",
      "Name of the street, or of the streets that meet here");
    v("near", x.near, "Buurt", "Neighbourhood");
    v("attributes", x.attributes, "Wat we niet weten en wat uitmaakt, met een spatie ertussen",
      "What we do not know and what matters, with a blank between");
    v("metres", x.metres, "Lengte van de straat in meters; 0 bij een oversteek",
      "Length of the street in metres; 0 for a crossing");
    v("answers", x.answers, "Antwoorden die eraan hangen, over alle soorten plekken, afgerond op 5",
      "Answers that hang on it, over all kinds of places, rounded to 5");
    v("url", x.url, "In OpenStreetMap", "In OpenStreetMap");
    v("outline", x.outline, "Punt op de straat, WGS 84", "Point on the street, WGS 84");
}

/// One norm in one area.
struct NormRow {
    std::string area;
    std::string name;
    std::string level;
    std::string coverage;
    std::string category;
    std::string profile;
    std::string group;
    int minutes{0};
    std::optional<double> least_percent;
    std::optional<double> people;
    std::optional<double> certain;
    std::optional<double> expected;
    std::optional<double> possible;
    std::optional<double> people_without;
    std::string source;
};
template <class V>
void fields(V& v, NormRow const& x)
{
    v("area", x.area, "CBS-code van het gebied", "CBS code of the area");
    v("name", x.name, "Naam van het gebied", "Name of the area");
    v("level", x.level, "Soort gebied: municipality, district of neighbourhood",
      "Kind of area: municipality, district or neighbourhood");
    v("coverage", x.coverage, "answered, of waarom er geen antwoord is", "answered, or why there is no answer");
    v("category", x.category, "Soort plek", "Kind of place");
    v("profile", x.profile, "Loper: /loper/{id}", "Walker: /loper/{id}");
    v("group", x.group, "Wie er geteld zijn: all, 0-14, 65+ of 80+ (80+ is geschat)",
      "Who was counted: all, 0-14, 65+ or 80+ (80+ is estimated)");
    v("minutes", x.minutes, "Binnen zo veel minuten", "Within so many minutes");
    v("least_percent", x.least_percent, "De norm: ten minste dit percentage; leeg als er geen norm is",
      "The norm: at least this percentage; empty when there is none");
    v("people", x.people, "Mensen van de groep, afgerond op 5", "People of the group, rounded to 5");
    v("certain", x.certain, "Zeker op tijd, in procenten", "Certainly in time, per cent");
    v("expected", x.expected, "Naar verwachting op tijd, in procenten", "Expected in time, per cent");
    v("possible", x.possible, "Hooguit op tijd, in procenten", "At most in time, per cent");
    v("people_without", x.people_without, "Naar verwachting niet op tijd, mensen, afgerond op 5",
      "Expected not in time, people, rounded to 5");
    v("source", x.source, "Besluit of document van de norm; leeg is een voorbeeld",
      "Decision or document of the norm; empty is an example");
}

/// For Feature::views.
[[nodiscard]] std::vector<web::ViewHelp> list_street_views();
/// {"type":"Point",...}
[[nodiscard]] web::Geometry point_geometry(double lon, double lat);
/// To 10 metres, for people.
[[nodiscard]] int round_metres(double metres);

} // namespace wf::reach_pages
