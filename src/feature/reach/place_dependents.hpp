// SPDX-License-Identifier: EUPL-1.2
// Question     who depends on this one place: for how many people is it the only one of its kind within the usual time?
// Method       homes whose nearest place of the kind it is, and that have no other within the time on possible streets: even if all
//              is well there is no other. A home counts for its people times the share of them that is expected here in time.
// Assumption   as in the run: the people of the group of a profile, as if all of them walked so.
// Errors       those of load_home (home_answer.hpp).
#pragma once

#include "feature/reach/picture.hpp"
#include "feature/reach/town.hpp"

#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace wf::reach_pages {

/// `place`: as the answer numbers the places of the kind. One of `people` for each home.
[[nodiscard]] double count_dependents(reach::CategoryAnswer const& answer, std::span<double const> people,
                                      std::uint32_t place, std::size_t limit);

/// One for each profile, in their order; nothing where the run is older than the map, or knows no answers of homes.
[[nodiscard]] std::vector<std::optional<double>> find_dependents(store::Store& store, Picture const& picture,
                                                                 PreparedTown const& town, Rules const& rules,
                                                                 walking::Category const& kind,
                                                                 std::string_view place_id);

} // namespace wf::reach_pages
