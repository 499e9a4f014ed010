// SPDX-License-Identifier: EUPL-1.2
// Question     how many people can walk to this one place within 5, 10 and 15 minutes, for each profile?
// Method       one bounded search from the place for each profile, at the profile's median speed, on certain and on possible
//              streets; a home counts for the people of the profile's group that it stands for, or not at all.
// Assumption   as if everybody of the group walked like the middle one of this profile.
// Units        people, not rounded. Pure: no store, no clock.
#pragma once

#include "feature/reach/towns.hpp"

#include <array>
#include <optional>
#include <string_view>
#include <vector>

namespace wf::reach_pages {

struct PlaceReach {
    walking::WalkerProfile const* profile{nullptr};
    double people{0}; ///< of the group, in neighbourhoods with an answer
    std::array<double, reach::limit_count> certain{};
    std::array<double, reach::limit_count> possible{};
    bool operator==(PlaceReach const&) const = default;
};

/// One for each profile, in their order. Nobody comes to a destination without footholds.
[[nodiscard]] std::vector<PlaceReach> find_place_reach(ReadyTown const& ready, walking::Profiles const& profiles,
                                                       reach::Destination const& destination,
                                                       graph::LegLimit leg_limit);

/// Where the place of that id came onto the network; nullptr when this town does not have it.
[[nodiscard]] reach::Destination const* find_destination_of(PreparedTown const& town, std::string_view place_id);

/// Name of the street where somebody enters; empty when it has none.
[[nodiscard]] std::string_view street_of(PreparedTown const& town, reach::Destination const& destination);

} // namespace wf::reach_pages
