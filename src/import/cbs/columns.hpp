// SPDX-License-Identifier: EUPL-1.2
// What each column of a CBS table is for, whichever of the spellings of 1995 to today it is written in.
#pragma once

#include "base/result.hpp"
#include "commons/statistics/statistics.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace wf::cbs {

struct Columns {
    std::size_t area{0};
    bool area_may_lack_letters{false}; ///< "gwb_code" holds 01660001 in some years
    std::optional<std::size_t> name_neighbourhood;
    std::optional<std::size_t> name_district;
    std::optional<std::size_t> name_municipality;
    std::optional<std::size_t> name_any; ///< regio, title
    std::optional<std::size_t> period;   ///< Perioden, jaar, jrstatcode (its first four digits)
    std::optional<std::size_t> age;
    std::optional<std::size_t> sex;
    std::optional<std::size_t> water;
    std::vector<std::pair<std::size_t, statistics::Measure const*>> figures;
    std::vector<std::string> unknown;  ///< neither a figure that we know nor something that we can do without
    std::vector<std::string> repeated; ///< a second spelling of a figure that is there already
    std::vector<std::string> geometry; ///< outlines in a form that is not read
};

/// `columns` in lower case. Errors: cbs.no_area_column, cbs.health_table (figures that belong to the other importer).
Result<Columns> find_columns(std::vector<std::string> const& columns, statistics::Measures const& measures);

} // namespace wf::cbs
