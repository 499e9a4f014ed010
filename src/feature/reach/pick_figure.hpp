// SPDX-License-Identifier: EUPL-1.2
// The map on which a visitor points at a spot (web/src/map_pick.ts), and the homes that gain as points on it. Without script there is
// nothing of it to see: the fields of the form do the same.
#pragma once

#include "feature/reach/what_if.hpp"
#include "platform/html/html.hpp"
#include "platform/web/feature.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace wf::reach_pages {

struct Pick {
    bool two{false}; ///< two ends are asked for
    std::optional<geo::Point> at;
    std::optional<geo::Point> to;
    std::string neighbourhood; ///< code of the one to open at; empty: where most homes stand
    std::string homes;         ///< address of write_homes; empty: there is no answer
};
void write_pick_figure(html::Html& page, web::Visit const& visit, PreparedTown const& town, Pick const& pick);

/// GeoJSON points with `mark` gains, maybe or stays (those of neighbourhoods where somebody gains), one for each spot of about
/// eleven metres, without address; at most `most`, those that change first.
[[nodiscard]] std::string write_homes(PreparedTown const& town, WhatIfAnswer const& answer, std::size_t most = 5000);

} // namespace wf::reach_pages
