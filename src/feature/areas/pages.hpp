// SPDX-License-Identifier: EUPL-1.2
// The pages of this feature, one function each; feature.cpp gives them their addresses.
#pragma once

#include "base/area_code.hpp"
#include "feature/areas/views.hpp"
#include "platform/web/feature.hpp"

#include <string>
#include <vector>

namespace wf::area_pages {

enum class Tab { state, effort, effect };

[[nodiscard]] Result<http::Response> home_page(web::Visit const& visit);
[[nodiscard]] Result<http::Response> list_page(web::Visit const& visit, AreaLevel level);
[[nodiscard]] Result<http::Response> area_page(web::Visit const& visit, AreaLevel level, Tab tab);

/// The table of areas that lists, the home page and a municipality's page share; rows come sorted.
void write_area_table(html::Html& page, web::Visit const& visit, std::string_view caption, std::vector<AreaRow> const& rows,
                      std::string_view sorted);
/// ?sort=name, inhabitants, older, alone; with - before it the other way round. Unknown stays last in both directions.
void sort_rows(std::vector<AreaRow>& rows, std::string_view sorted);

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
[[nodiscard]] Shown show_value(words::Words const& t, Indicator const& indicator, double value);

} // namespace wf::area_pages
