// SPDX-License-Identifier: EUPL-1.2
#include "import/cbs/columns.hpp"

#include <algorithm>
#include <array>
#include <set>

namespace wf::cbs {
namespace {

using namespace std::string_view_literals;

/// The most detailed one counts: a neighbourhood file names the district and the municipality too.
constexpr std::array area_columns{"gwb_code_10"sv,  "wijkenenbuurten"sv, "regios"sv,     "bu_code"sv,   "buurtcode"sv,
                                  "buurt_code"sv,   "wk_code"sv,         "wijkcode"sv,   "wijk_code"sv, "gm_code"sv,
                                  "gemeentecode"sv, "gemeente_code"sv,   "identifier"sv, "key"sv,       "codering"sv,
                                  "gwb_code"sv};
/// Known, and not a figure: identifiers, postcodes, remarks about the row.
constexpr std::array other_columns{"id"sv,
                                   "gid"sv,
                                   "fid"sv,
                                   "ogc_fid"sv,
                                   "objectid"sv,
                                   "marges"sv,
                                   "soortregio"sv,
                                   "recs"sv,
                                   "regioaanduiding"sv,
                                   "gwb_code_8"sv,
                                   "ind_wbi"sv,
                                   "indelingswijziging_wijken_en_buurten"sv,
                                   "indelingswijzigingwijkenenbuurten"sv,
                                   "postcode"sv,
                                   "meest_voorkomende_postcode"sv,
                                   "meestvoorkomendepostcode"sv,
                                   "pst_mvp"sv,
                                   "dek_perc"sv,
                                   "dekkingspercentage"sv,
                                   "pst_dekp"sv,
                                   "shape_leng"sv,
                                   "shape_area"sv,
                                   "shape_length"sv};
constexpr std::array geometry_columns{"geovlak"sv, "geom"sv, "geometry"sv, "wkb_geometry"sv, "the_geom"sv};

template <class Names>
bool is_one_of(Names const& names, std::string_view name)
{
    return std::find(names.begin(), names.end(), name) != names.end();
}

/// StatLine numbers its columns, differently every year: Codering_3 is codering.
std::string_view stem(std::string_view column)
{
    auto const last = column.find_last_not_of("0123456789");
    if (last == std::string_view::npos || last + 1 == column.size() || column[last] != '_') return column;
    return column.substr(0, last);
}

std::optional<std::size_t> find(std::vector<std::string> const& columns, std::string_view name)
{
    auto const exact = std::find(columns.begin(), columns.end(), name);
    if (exact != columns.end()) return static_cast<std::size_t>(exact - columns.begin());
    auto const numbered = std::find_if(columns.begin(), columns.end(), [&](std::string const& column) {
        return stem(column) == name && column != "gwb_code_8"; // eight digits of the same code, without its letters
    });
    if (numbered != columns.end()) return static_cast<std::size_t>(numbered - columns.begin());
    return std::nullopt;
}

template <class... Names>
std::optional<std::size_t> find_any(std::vector<std::string> const& columns, Names... names)
{
    std::optional<std::size_t> found;
    ((found ? void() : void(found = find(columns, names))), ...);
    return found;
}

Error no_area_column()
{
    return Error{Trouble::bad_input, "cbs.no_area_column", "header",
                 "no column says which area a row is about; expected WijkenEnBuurten, RegioS, gwb_code, BU_CODE, "
                 "buurtcode or Identifier"};
}

} // namespace

Result<Columns> find_columns(std::vector<std::string> const& columns, statistics::Measures const& measures)
{
    Columns found;
    std::optional<std::size_t> area;
    for (std::string_view const name : area_columns) {
        if (!area) area = find(columns, name);
    }
    if (!area) return no_area_column();
    found.area = *area;
    found.area_may_lack_letters = columns[*area] == "gwb_code";
    found.name_neighbourhood = find_any(columns, "bu_naam", "buurtnaam");
    found.name_district = find_any(columns, "wk_naam", "wijknaam");
    found.name_municipality = find_any(columns, "gm_naam", "gemeentenaam");
    found.name_any = find_any(columns, "regio", "title");
    found.period = find_any(columns, "perioden", "jaar", "jrstatcode");
    found.age = find_any(columns, "leeftijd");
    found.sex = find_any(columns, "geslacht");
    found.water = find_any(columns, "water", "h2o");

    std::set<std::size_t> used{found.area};
    for (auto const& column : {found.name_neighbourhood, found.name_district, found.name_municipality, found.name_any,
                               found.period, found.age, found.sex, found.water}) {
        if (column) used.insert(*column);
    }
    std::set<statistics::Measure const*> seen;
    std::size_t modelled = 0;
    for (std::size_t at = 0; at < columns.size(); ++at) {
        std::string const& column = columns[at];
        if (used.contains(at) || column.empty() || is_one_of(other_columns, column) ||
            is_one_of(other_columns, stem(column)))
            continue;
        if (is_one_of(area_columns, column) || is_one_of(area_columns, stem(column)) || column == "jrstatcode" ||
            column == "jaar")
            continue;
        auto const* measure = measures.find_column(column);
        if (measure != nullptr && measure->kind == datasets::Kind::modelled) ++modelled;
        if (is_one_of(geometry_columns, column)) {
            found.geometry.push_back(column);
        } else if (measure == nullptr || measure->kind == datasets::Kind::modelled) {
            found.unknown.push_back(column);
        } else if (!seen.insert(measure).second) {
            found.repeated.push_back(column);
        } else {
            found.figures.emplace_back(at, measure);
        }
    }
    if (modelled > 0 && found.figures.empty()) {
        return Error{Trouble::unsupported, "cbs.health_table", "header",
                     "these are modelled figures of the health monitor; import them with the importer \"rivm\""};
    }
    return found;
}

} // namespace wf::cbs
