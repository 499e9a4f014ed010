// SPDX-License-Identifier: EUPL-1.2
// Squares of a map, made block by block (squares of level 10, about 24 km wide here), so that a province takes the memory of a block.
#pragma once

#include "base/parallel.hpp"
#include "commons/map/map.hpp"
#include "import/osm/map_things.hpp"

#include <functional>

namespace wf::osm {

/// Not for a country or more (some 700 km each way): its squares would be too many.
[[nodiscard]] bool fits_map(geo::Box const& extent);

/// Gives every square that is not empty and touches `extent` to `take`, compressed, each once; an Error of `take` ends it and comes
/// back. The same squares, byte for byte, for any number of threads. `progress` hears the part that was made, 0 to 1.
Result<void> draw_map(MapThings const& things, geo::Box const& extent, Threads threads,
                      std::function<Result<void>(map::Tile)> const& take,
                      std::function<void(double part)> const& progress = {});

} // namespace wf::osm
