// SPDX-License-Identifier: EUPL-1.2
// A neighbourhood drawn in letters as a map that the importer reads: every letter is a square of 100 by 100 metres.
#pragma once

#include "base/result.hpp"

#include <string>
#include <vector>

namespace wf::story {

/// Rows of letters ("." and blanks are nobody's), then a table whose first column is "letter" and whose others are the columns
/// of the source (BU_CODE, BU_NAAM, AANT_INW ...); an empty cell leaves the column out. GeoJSON in WGS 84.
/// Errors: story.bad_map, story.bad_table.
[[nodiscard]] Result<std::string> draw_map(std::vector<std::string> const& lines);

} // namespace wf::story
