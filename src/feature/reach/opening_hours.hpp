// SPDX-License-Identifier: EUPL-1.2
// Opening hours as OpenStreetMap writes them, for people: days and closed in words, one rule a line. What is not understood stays
// as it is.
#pragma once

#include "platform/words/words.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace wf::reach_pages {

/// "Mo-Fr 08:00-18:00; Su off" gives {"ma-vr 08:00-18:00", "zo dicht"}.
[[nodiscard]] std::vector<std::string> write_opening_hours(std::string_view text, words::Language language);

} // namespace wf::reach_pages
