// SPDX-License-Identifier: EUPL-1.2
// Question     where do the homes and places lie that are mapped as a surface?
// Method       the middle is the centre of gravity of the surface. The same thing mapped twice, as a point and as a surface,
//              or as two surfaces, is one: see merge_twice.
#pragma once

#include "import/osm/gathered.hpp"
#include "import/osm/rings.hpp"

#include <optional>
#include <string_view>

namespace wf::osm {

/// Its rings as numbers of nodes, the outer ones first.
struct ClosedShape {
    std::vector<NodeRing> outer;
    std::vector<NodeRing> inner;
};
/// Nothing when a member or node is not in the file, or the pieces do not close.
[[nodiscard]] std::optional<ClosedShape> close_shape(GatheredShape const& shape, NodeTable const& nodes);

/// Above this surface a place without entrances keeps its outline.
inline constexpr double large_square_metres = 1000;

/// Moves area_homes to homes and area_places to places. What has no closed surface is refused and counted.
void settle_areas(Gathered& things);

/// Where no address stands in a cell of a kilometre, its residential buildings are homes without a street.
void add_homes_of_buildings(Gathered& things);

} // namespace wf::osm
