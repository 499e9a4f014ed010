// SPDX-License-Identifier: EUPL-1.2
// The pages of this feature, one function each; feature.cpp gives them their addresses.
#pragma once

#include "base/area_code.hpp"
#include "feature/areas/municipality.hpp"
#include "platform/web/feature.hpp"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace wf::area_pages {

enum class Tab { state, effort, effect };

[[nodiscard]] Result<http::Response> home_page(web::Visit const& visit, Municipalities& known);
[[nodiscard]] Result<http::Response> list_page(web::Visit const& visit, Municipalities& known, AreaLevel level);
[[nodiscard]] Result<http::Response> area_page(web::Visit const& visit, Municipalities& known, AreaLevel level,
                                               Tab tab);

/// The table of areas that lists, the home page and a municipality's page share; rows come sorted.
void write_area_table(html::Html& page, web::Visit const& visit, std::string_view caption,
                      std::span<AreaRow const* const> rows, std::string_view sorted);
/// ?sort=name, inhabitants, older, alone; with - before it the other way round. Unknown stays last in both directions.
[[nodiscard]] std::vector<AreaRow const*> sort_rows(std::span<AreaRow const> rows, std::string_view sorted);

/// The four conditions as cards; the themes people and surroundings as tables.
void write_conditions(html::Html& page, web::Visit const& visit, AreaPage const& data);
void write_theme_table(html::Html& page, web::Visit const& visit, AreaPage const& data, Theme theme);
/// Household positions by age, where the municipality's dataset has them.
void write_households(html::Html& page, web::Visit const& visit, AreaPage const& data);

/// "16", "5,5", "19.400"; with its unit around it.
struct Shown {
    std::string before; ///< "€ "
    std::string number;
    std::string after; ///< " %"
    [[nodiscard]] std::string whole() const { return before + number + after; }
};
/// With the indicator's own decimals, unless others are asked for.
[[nodiscard]] Shown show_value(words::Words const& t, Indicator const& indicator, double value,
                               std::optional<int> decimals = std::nullopt);

} // namespace wf::area_pages
