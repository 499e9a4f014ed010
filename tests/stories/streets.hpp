// SPDX-License-Identifier: EUPL-1.2
// Streets drawn in letters and lines as a file of OpenStreetMap that the importer reads: every character is 25 metres, so that four of
// them are one letter of a map (drawing.hpp) that begins at the same corner.
#pragma once

#include "base/result.hpp"

#include <string>
#include <vector>

namespace wf::story {

/// Letters and digits are points, - and | the streets between them (highway=residential unless the table says otherwise). Then,
/// maybe, a table with columns "what" (a point "a", or a street "a-b") and "tags" (key=value with blanks between; ~ is a blank in
/// a value; homes=3 puts three addresses at a point). The box of the file is the drawing with 200 metres around it.
/// Errors: story.bad_streets, story.bad_table.
[[nodiscard]] Result<std::string> draw_streets(std::vector<std::string> const& lines);

} // namespace wf::story
