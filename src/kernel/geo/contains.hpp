// SPDX-License-Identifier: EUPL-1.2
// Question     does a point lie in a shape, and which part of a shape lies in a box?
// Assumption   a shape that passed geo::check; a point on the border may fall either way, but always the same way.
// Method       even-odd rule; clipping after Sutherland and Hodgman 1974.
#pragma once

#include "kernel/geo/polygon.hpp"

namespace wf::geo {

[[nodiscard]] bool contains(Polygon const& polygon, Point point);
[[nodiscard]] bool contains(MultiPolygon const& shape, Point point);
[[nodiscard]] bool contains(Box const& box, Point point);
/// Part of the surface, 0 to 1; of a shape without surface 1 when its middle lies in the box.
[[nodiscard]] double share_within(MultiPolygon const& shape, Box const& box);

} // namespace wf::geo
