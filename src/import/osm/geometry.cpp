// SPDX-License-Identifier: EUPL-1.2
#include "import/osm/geometry.hpp"

#include <algorithm>

namespace wf::osm {
namespace {

constexpr double radians_per_unit = std::numbers::pi / 180 * 1e-7;

} // namespace

Cells::Cell Cells::at(reach::Place32 place) const
{
    double const degree = std::floor(place.lat * 1e-7) + 0.5;
    double const shrink = std::max(0.01, std::cos(degree * std::numbers::pi / 180));
    return {static_cast<std::int32_t>(std::floor(place.lon * shrink / m_height)),
            static_cast<std::int32_t>(std::floor(place.lat / m_height))};
}

Foot foot_on_line(reach::Place32 p, reach::Place32 a, reach::Place32 b)
{
    double const shrink = std::cos(p.lat * radians_per_unit);
    double const bx = (static_cast<double>(b.lon) - a.lon) * shrink;
    double const by = static_cast<double>(b.lat) - a.lat;
    double const px = (static_cast<double>(p.lon) - a.lon) * shrink;
    double const py = static_cast<double>(p.lat) - a.lat;
    double const squared = bx * bx + by * by;
    double const along = squared > 0 ? std::clamp((px * bx + py * by) / squared, 0.0, 1.0) : 0.0;
    return {along, std::hypot(px - along * bx, py - along * by) * metres_per_unit};
}

reach::Place32 point_on_line(reach::Place32 a, reach::Place32 b, double along)
{
    return {static_cast<std::int32_t>(std::lround(a.lon + along * (static_cast<double>(b.lon) - a.lon))),
            static_cast<std::int32_t>(std::lround(a.lat + along * (static_cast<double>(b.lat) - a.lat)))};
}

} // namespace wf::osm
