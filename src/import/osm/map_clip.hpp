// SPDX-License-Identifier: EUPL-1.2
// Question     what of a thing lies in a box, so that no more is drawn than the squares there need?
// Method       surfaces: each side of the box cuts the ring in turn (Sutherland and Hodgman), with edges along the box; lines: runs of
//              segments whose own box touches it.
#pragma once

#include "import/osm/map_things.hpp"

#include <optional>

namespace wf::osm {

/// The same feature when it lies inside; nothing when nothing of it does. Its outline decides for its holes.
[[nodiscard]] std::optional<tile::Feature> clip_to(tile::Feature feature, SpotBox const& box);

} // namespace wf::osm
