// SPDX-License-Identifier: EUPL-1.2
// The network as a drawing: partners on a circle, those of one field beside each other, a line for each tie.
//
// Where everything stands is worked out here and depends on the list alone: the same network is the same drawing.
// Units: those of the drawing; y goes down.
#pragma once

#include "feature/network/parts.hpp"

#include <span>
#include <string>
#include <vector>

namespace wf::network_pages {

struct Spot {
    double x{0};
    double y{0};
};

struct Layout {
    double width{0}; ///< its middle is the middle of the circle
    double height{0};
    std::vector<Spot> partners;
    struct Group {
        partners::Field field;
        Spot label;
    };
    std::vector<Group> groups;
    /// Two lines between the same two bend apart, so that both are seen.
    struct Line {
        Spot from;
        Spot bend;
        Spot to;
    };
    std::vector<Line> lines; ///< of each tie
};
inline constexpr double node_radius = 21;

/// `network.partners` stand by field.
[[nodiscard]] Layout lay_out(Network const& network);

/// With a link from each partner to its row in the table; nothing when there is no partner.
void write_drawing(html::Html& page, web::Visit const& visit, Network const& network);

} // namespace wf::network_pages
