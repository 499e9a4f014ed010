// SPDX-License-Identifier: EUPL-1.2
// A route as somebody tells it: street by street, with a turn before each. For who cannot see the map, and on paper.
// Assumption   pieces without a name shorter than 20 m belong to what lies before them, but for steps, crossings and ferries; a turn
//              is what one sees over about 12 m: under 35 degrees is straight on, over 150 is back.
#pragma once

#include "kernel/reach/route.hpp"

#include <string>
#include <vector>

namespace wf::reach_pages {

enum class Turn { start, straight, left, right, around };
enum class Underfoot { street, footpath, cycleway, lane, steps, crossing, square, ferry };

struct Direction {
    Turn turn{Turn::start};
    Underfoot underfoot{Underfoot::street};
    std::string street; ///< empty: it has no name
    double metres{0};
    bool operator==(Direction const&) const = default;
};
[[nodiscard]] std::vector<Direction> list_directions(reach::Network const& network, reach::Route const& route);

} // namespace wf::reach_pages
