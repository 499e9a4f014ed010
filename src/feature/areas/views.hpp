// SPDX-License-Identifier: EUPL-1.2
// Station six: what is shown of areas, as rows with help for each field. HTML, JSON, CSV and GeoJSON carry the same.
#pragma once

#include "base/area_code.hpp"
#include "platform/web/view.hpp"

#include <optional>
#include <string>

namespace wf::area_pages {

/// "/buurt/BU01660001": the page of an area, without language.
[[nodiscard]] std::string path_of(AreaLevel level, std::string_view code);

/// One line of a list of areas.
struct AreaRow {
    std::string code;
    std::string name;
    std::string sort_key; ///< of the name; for sorting in the page, not a field
    std::string level;
    std::string parent;
    std::string parent_name;
    int boundary_year{0};
    std::optional<double> inhabitants;
    std::optional<double> age_65_percent;
    std::optional<double> one_person_percent;
    std::optional<int> figures_year;
    std::string dataset;
    std::string run;
    web::Geometry outline;
};

template <class V>
void fields(V& v, AreaRow const& x)
{
    v("code", x.code, "CBS-code van het gebied", "CBS code of the area");
    v("name", x.name, "Naam volgens het CBS", "Name as CBS gives it");
    v("level", x.level, "Soort gebied: municipality, district of neighbourhood",
      "Kind of area: municipality, district or neighbourhood");
    v("parent", x.parent, "Code van het gebied waar het in ligt", "Code of the area that it lies in");
    v("parent_name", x.parent_name, "Naam van het gebied waar het in ligt", "Name of the area that it lies in");
    v("boundary_year", x.boundary_year, "Jaar van de grens", "Year of the boundary");
    v("inhabitants", x.inhabitants, "Aantal inwoners; in buurten en wijken afgerond op 5",
      "Number of inhabitants; rounded to 5 in neighbourhoods and districts");
    v("age_65_percent", x.age_65_percent, "Inwoners van 65 jaar of ouder, per 100",
      "Inhabitants aged 65 or over, per 100");
    v("one_person_percent", x.one_person_percent, "Huishoudens van één persoon, per 100",
      "One-person households, per 100");
    v("figures_year", x.figures_year, "Jaar van deze drie cijfers", "Year of these three figures");
    v("dataset", x.dataset, "Dataset van de grens: /dataset/{id}", "Dataset of the boundary: /dataset/{id}");
    v("run", x.run, "Berekening van de cijfers: /run/{id}", "Run of the figures: /run/{id}");
    v("outline", x.outline, "Grens, WGS 84", "Outline, WGS 84");
}

struct ListSummary {
    std::string level;
    std::string within;
    std::string attribution;
};

template <class V>
void fields(V& v, ListSummary const& x)
{
    v("level", x.level, "Soort gebied in de lijst", "Kind of area in the list");
    v("within", x.within, "Code van het gebied waar de lijst over gaat; leeg is alles",
      "Code of the area that the list is about; empty is all");
    v("attribution", x.attribution, "Bronvermelding die de licentie vraagt", "Attribution that the licence asks for");
}

/// One figure of one area.
struct FigureRow {
    std::string area;
    std::string indicator;
    std::string name;
    std::string theme;
    std::string group;
    int year{0};
    std::optional<double> value;
    std::optional<double> low;
    std::optional<double> high;
    std::optional<double> reference;
    std::string unit;
    std::string kind;
    std::string status;
    std::string reason;
    std::optional<int> boundary_year;
    std::string boundary;
    std::string source;
    std::string licence;
    std::string dataset;
    std::string run;
};

template <class V>
void fields(V& v, FigureRow const& x)
{
    v("area", x.area, "CBS-code van het gebied", "CBS code of the area");
    v("indicator", x.indicator, "Code van het cijfer", "Code of the indicator");
    v("name", x.name, "Naam van het cijfer, in de taal van de pagina",
      "Name of the indicator, in the language of the page");
    v("theme", x.theme, "Onderwerp; de onderwerpen worden niet opgeteld", "Theme; themes are not added up");
    v("group", x.group, "Groep mensen, bijvoorbeeld 65+; leeg is iedereen",
      "Group of people, as 65+; empty is everybody");
    v("year", x.year, "Jaar van het cijfer", "Year of the figure");
    v("value", x.value, "Het cijfer; leeg als het niet bekend is of niet gegeven wordt",
      "The figure; empty when unknown or not given");
    v("low", x.low, "Ondergrens; leeg als de marge onbekend is", "Lower bound; empty when the margin is unknown");
    v("high", x.high, "Bovengrens; leeg als de marge onbekend is", "Upper bound; empty when the margin is unknown");
    v("reference", x.reference, "Hetzelfde cijfer voor de hele gemeente", "The same figure for the whole municipality");
    v("unit", x.unit, "Eenheid: percent, per_1000, persons, euro_1000 en andere",
      "Unit: percent, per_1000, persons, euro_1000 and others");
    v("kind", x.kind, "Geteld (counted), geschat (estimated) of gemodelleerd (modelled)",
      "Counted, estimated or modelled");
    v("status", x.status, "answered: er is een cijfer; missing: de bron heeft het niet; refused: wij geven het niet",
      "answered: there is a figure; missing: the source has none; refused: we do not give one");
    v("reason", x.reason, "Waarom er geen cijfer is", "Why there is no figure");
    v("boundary_year", x.boundary_year, "Jaar van de grenzen waarop het cijfer is gemaakt",
      "Year of the boundaries that the figure was made on");
    v("boundary", x.boundary, "Die grens naast de getoonde: same, changed of not_compared; leeg als er geen cijfer is",
      "That boundary beside the one shown: same, changed or not_compared; empty when there is no figure");
    v("source", x.source, "Wie het cijfer uitgeeft", "Who publishes the figure");
    v("licence", x.licence, "Licentie van de bron", "Licence of the source");
    v("dataset", x.dataset, "Waar het cijfer uit komt: /dataset/{id}", "What the figure comes from: /dataset/{id}");
    v("run", x.run, "Berekening waar het in staat: /run/{id}", "The run that holds it: /run/{id}");
}

struct AreaSummary {
    std::string code;
    std::string name;
    std::string level;
    std::string parent;
    std::string municipality;
    int boundary_year{0};
    std::string run;
};

template <class V>
void fields(V& v, AreaSummary const& x)
{
    v("code", x.code, "CBS-code van het gebied", "CBS code of the area");
    v("name", x.name, "Naam volgens het CBS", "Name as CBS gives it");
    v("level", x.level, "Soort gebied: municipality, district of neighbourhood",
      "Kind of area: municipality, district or neighbourhood");
    v("parent", x.parent, "Code van het gebied waar het in ligt", "Code of the area that it lies in");
    v("municipality", x.municipality, "Code van de gemeente", "Code of the municipality");
    v("boundary_year", x.boundary_year, "Jaar van de grens", "Year of the boundary");
    v("run", x.run, "Berekening van de cijfers: /run/{id}", "Run of the figures: /run/{id}");
}

} // namespace wf::area_pages
