// SPDX-License-Identifier: EUPL-1.2
// Question     how do people cross a square that is mapped as a surface?
// Method       where other streets touch its outline, straight lines join those points as far as they stay inside; where that
//              does not join them all, the outline is walked as well.
// Assumption   at most `most_doors` points (evenly chosen along the outline) and lines of at most `longest_metres`.
#pragma once

#include "import/osm/rings.hpp"

#include <functional>
#include <span>
#include <utility>
#include <vector>

namespace wf::osm {

inline constexpr std::size_t most_doors = 40;
inline constexpr double longest_metres = 400;

struct SquareLines {
    std::vector<std::pair<std::uint32_t, std::uint32_t>> lines;
    std::vector<NodeRing> outlines; ///< walked too; empty when the lines join all
};
/// `is_door`: another street comes there.
[[nodiscard]] SquareLines cross_square(std::span<NodeRing const> outer, std::span<NodeRing const> inner,
                                       std::span<reach::Place32 const> places,
                                       std::function<bool(std::uint32_t)> const& is_door);
/// The straight line from a to b lies inside the surface or on its edge.
[[nodiscard]] bool stays_inside(reach::Place32 a, reach::Place32 b, std::span<NodeRing const> rings,
                                std::span<reach::Place32 const> places);

} // namespace wf::osm
