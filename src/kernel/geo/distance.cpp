// SPDX-License-Identifier: EUPL-1.2
#include "kernel/geo/distance.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace wf::geo {

double metres_between(Point a, Point b)
{
    constexpr double radians = std::numbers::pi / 180;
    double const half_lat = std::sin((b.lat - a.lat) * radians / 2);
    double const half_lon = std::sin((b.lon - a.lon) * radians / 2);
    double const h = half_lat * half_lat + std::cos(a.lat * radians) * std::cos(b.lat * radians) * half_lon * half_lon;
    return 2 * earth_metres * std::asin(std::min(1.0, std::sqrt(h)));
}

} // namespace wf::geo
