// SPDX-License-Identifier: EUPL-1.2
// Question     how far is it from one point to another, as the crow flies?
// Assumption   the earth is a ball.
// Units        metres; degrees WGS 84.
// Source       haversine formula; mean radius of the earth (IUGG).
#pragma once

#include "kernel/geo/polygon.hpp"

namespace wf::geo {

inline constexpr double earth_metres = 6'371'008.8;

[[nodiscard]] double metres_between(Point a, Point b);

} // namespace wf::geo
