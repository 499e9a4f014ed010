// SPDX-License-Identifier: EUPL-1.2
// Question     which network do the streets make?
// Method       ways are cut where two of them meet, at their ends, and at nodes that mean something (kerb, barrier, bench);
//              all other nodes are bends. Nodes are numbered in the order in which ways come to them.
// Assumption   kerbs that are not mapped: see README.md.
// Units        metres by haversine.
#pragma once

#include "import/osm/gathered.hpp"

namespace wf::osm {

/// A ferry without a duration sails at this speed; waiting comes on top of either.
inline constexpr double ferry_metres_per_second = 3;
inline constexpr double ferry_waiting_seconds = 300;

/// Uses the walks, squares, benches and meanings up. Homes and buildings decide what is built up: they are settled before.
[[nodiscard]] reach::Network make_network(Gathered& things);

} // namespace wf::osm
