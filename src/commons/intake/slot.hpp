// SPDX-License-Identifier: EUPL-1.2
// The name of the place that a dataset takes: a later file of the same kind, level, years and municipalities replaces
// it.
#pragma once

#include "base/area_code.hpp"

#include <set>
#include <string>
#include <string_view>

namespace wf::intake {

/// What a file is about, gathered from its rows.
struct Reach {
    std::set<AreaLevel> levels;
    std::set<int> years;
    std::set<std::string> municipalities; ///< GM codes

    void add(AreaCode const& area, int year);
};

/// "cbs.map.neighbourhood.2015.GM0166". Several levels are "mixed", several years "2012-2016-2020", more than three
/// municipalities their number and twelve digits of the checksum of their codes.
[[nodiscard]] std::string make_slot(std::string_view importer, std::string_view kind, Reach const& reach);
/// "2012, 2016, 2020".
[[nodiscard]] std::string make_period(Reach const& reach);

} // namespace wf::intake
