// SPDX-License-Identifier: EUPL-1.2
#include "base/check.hpp"
#include "kernel/tile/plane.hpp"

#include <cmath>
#include <numbers>

namespace wf::tile {

namespace {

constexpr std::int32_t edge_lat = 850'511'287; // atan(sinh(pi)), rounded to the equator
constexpr std::int32_t edge_lon = 1'800'000'000;
constexpr std::uint64_t steps = std::uint64_t{1} << 32;

} // namespace

bool on_map(Spot spot)
{
    return spot.lat >= -edge_lat && spot.lat <= edge_lat && spot.lon >= -edge_lon && spot.lon <= edge_lon;
}

World to_world(Spot spot)
{
    std::int64_t const lon = std::clamp(spot.lon, -edge_lon, edge_lon);
    double const lat = std::clamp(spot.lat, -edge_lat, edge_lat) * 1e-7 * (std::numbers::pi / 180);
    std::uint64_t const x = (static_cast<std::uint64_t>(lon + edge_lon) << 32) / (2 * std::uint64_t{edge_lon});
    double const y = (0.5 - std::atanh(std::sin(lat)) / (2 * std::numbers::pi)) * static_cast<double>(steps);
    return {static_cast<std::uint32_t>(std::min(x, steps - 1)),
            static_cast<std::uint32_t>(std::clamp(y, 0.0, static_cast<double>(steps - 1)))};
}

Unit to_unit(Spot spot, Address address, std::uint32_t extent)
{
    WF_CHECK(address.zoom <= 30 && extent > 0 && extent <= (std::uint32_t{1} << (30 - address.zoom)));
    Point const point = on_level(to_world(spot), std::uint64_t{extent} << address.zoom);
    return {point.x - std::int64_t{address.column} * extent, point.y - std::int64_t{address.row} * extent};
}

Address square_of(Spot spot, std::uint8_t zoom)
{
    WF_CHECK(zoom <= 30);
    Point const point = on_level(to_world(spot), std::uint64_t{1} << zoom);
    return {zoom, static_cast<std::uint32_t>(point.x), static_cast<std::uint32_t>(point.y)};
}

} // namespace wf::tile
