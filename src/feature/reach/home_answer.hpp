// SPDX-License-Identifier: EUPL-1.2
// What the current run says of one home: to each kind of place, the nearest, how far, how long, how sure. No person stands in it.
#pragma once

#include "feature/reach/picture.hpp"
#include "feature/reach/town.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace wf::reach_pages {

/// Certain, expected, possible; nothing: longer than an hour, or no way at all.
struct ThreeTimes {
    std::optional<std::uint32_t> certain;
    std::optional<std::uint32_t> expected;
    std::optional<std::uint32_t> possible;
};

struct HomeKind {
    walking::Category const* category{nullptr};
    std::array<Three, reach::limit_count>
        share;          ///< of people who walk like this profile, who are there within 5, 10, 15 minutes
    ThreeTimes seconds; ///< of the middle one of them
    std::array<int, reach::limit_count> count{}; ///< places within 5, 10, 15 minutes, expected; 255 is 255 or more
    places::Place const* nearest{nullptr};       ///< by the shortest possible way; points into the town
    std::optional<int> metres;                   ///< to it
};

/// One for each kind that has an answer, in the order of the kinds. `home` as in PreparedTown::homes.
/// Errors: reach.home_off_network (no street near it), reach.run_is_older (the map or the kinds changed since the run),
/// reach.damaged_answer.
Result<std::vector<HomeKind>> load_home(store::Store& store, Picture const& picture, PreparedTown const& town,
                                        Rules const& rules, std::string_view profile, std::size_t home);

} // namespace wf::reach_pages
