// SPDX-License-Identifier: EUPL-1.2
// A neighbourhood drawn in letters as a map that the importer reads: every letter is a square of 100 by 100 metres.
#pragma once

#include "base/result.hpp"

#include <string>
#include <vector>

namespace wf::story {

// Somewhere in the Netherlands, and about 100 metres there: where drawings begin, and how far a letter goes.
inline constexpr double drawn_west = 5.9;
inline constexpr double drawn_north = 52.5;
inline constexpr double drawn_step_lon = 0.00147;
inline constexpr double drawn_step_lat = 0.0009;

/// Rows of letters ("." and blanks are nobody's), then a table whose first column is "letter" and whose others are the columns
/// of the source (BU_CODE, BU_NAAM, AANT_INW ...); an empty cell leaves the column out. GeoJSON in WGS 84.
/// Errors: story.bad_map, story.bad_table.
[[nodiscard]] Result<std::string> draw_map(std::vector<std::string> const& lines);

} // namespace wf::story
