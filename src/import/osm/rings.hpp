// SPDX-License-Identifier: EUPL-1.2
// Question     which closed lines do the pieces of a multipolygon make?
// Method       pieces that are closed are rings; the others are joined at their ends, in the order in which they are given.
#pragma once

#include "kernel/geo/polygon.hpp"
#include "kernel/reach/network.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace wf::osm {

/// Numbers of nodes; a ring ends where it began.
using NodeRing = std::vector<std::uint32_t>;

/// Nothing when a piece is left over. A ring has at least three different nodes.
[[nodiscard]] std::optional<std::vector<NodeRing>> join_rings(std::span<NodeRing const> pieces);

/// Outer rings with the holes that lie in them (a hole in none of them is left out).
[[nodiscard]] geo::MultiPolygon make_shape(std::span<NodeRing const> outer, std::span<NodeRing const> inner,
                                           std::span<reach::Place32 const> places);

} // namespace wf::osm
