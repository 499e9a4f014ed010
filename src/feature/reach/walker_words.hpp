// SPDX-License-Identifier: EUPL-1.2
// The numbers of walkers and the chances of streets in words.
#pragma once

#include "feature/reach/street_views.hpp"
#include "feature/reach/town.hpp"
#include "platform/words/words.hpp"

#include <span>
#include <string>
#include <string_view>

namespace wf::reach_pages {

/// "20 seconden extra", "1,4 keer zo lang", "kan niet"; what it is about stands before it where there are levels.
[[nodiscard]] std::string write_assumption(words::Words const& t, AssumptionRow const& row);
/// "94 van de 100 (87 tot 100)"
[[nodiscard]] std::string write_prior(words::Words const& t, reach::Prior const& prior);
/// "voetpad, pad; in de bebouwde kom"
[[nodiscard]] std::string write_roads(words::Words const& t, walking::PriorEntry const& entry);

} // namespace wf::reach_pages
