// SPDX-License-Identifier: EUPL-1.2
// Where somebody comes from or goes to, as typed: an address, a place by its name or id, or coordinates.
#pragma once

#include "feature/reach/town.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace wf::reach_pages {

struct Spot {
    std::string name; ///< "Noordweg 158", "Lidl", "52.5557,5.9108"; of a place without a name: empty
    std::string text; ///< what finds it again: "Lidl, Wederiklaan 1"
    geo::Point at;
    std::optional<std::size_t> home;     ///< in PreparedTown::homes
    places::Place const* place{nullptr}; ///< points into the town
    reach::Destination door;             ///< where it comes onto the streets; no foothold: nowhere
};

/// Something that somebody may have meant.
struct Meant {
    std::string text;  ///< to ask again with
    std::string label; ///< "Lidl, Wederiklaan 1"
};

/// Errors, with `field` as given: reach.unknown_spot (nothing is called so), reach.several_spots (several are), reach.spot_off_network
/// (no street or path near it).
Result<Spot> find_spot(PreparedTown const& town, std::string_view text, std::string_view field);
/// Places whose name holds the text, then addresses that look like it.
[[nodiscard]] std::vector<Meant> suggest_spots(PreparedTown const& town, std::string_view text);

} // namespace wf::reach_pages
