// SPDX-License-Identifier: EUPL-1.2
// Points of a level of the map: whole units from its north-west corner, x to the east and y to the south. A level is at most
// 2^30 units wide, so that a difference fits in 31 bits and a product of two differences in 62. For this module, and for who draws squares again.
#pragma once

#include "kernel/tile/tile.hpp"

#include <algorithm>
#include <cstdint>
#include <span>

namespace wf::tile {

struct Point {
    std::int32_t x{0};
    std::int32_t y{0};
    bool operator==(Point const&) const = default;
};

/// The world in 2^32 steps each way.
struct World {
    std::uint32_t x{0};
    std::uint32_t y{0};
};
[[nodiscard]] World to_world(Spot spot);
/// Not beyond the edges of the map.
[[nodiscard]] bool on_map(Spot spot);

/// `units`: how many of them the level is wide, at most 2^30.
[[nodiscard]] inline Point on_level(World world, std::uint64_t units)
{
    return {static_cast<std::int32_t>((world.x * units) >> 32), static_cast<std::int32_t>((world.y * units) >> 32)};
}

struct Box {
    std::int32_t left{0};
    std::int32_t top{0};
    std::int32_t right{0};
    std::int32_t bottom{0};

    [[nodiscard]] bool holds(Box const& other) const
    {
        return left <= other.left && top <= other.top && right >= other.right && bottom >= other.bottom;
    }
};

/// Of at least one point.
[[nodiscard]] inline Box box_of(std::span<Point const> points)
{
    Box box{points[0].x, points[0].y, points[0].x, points[0].y};
    for (Point const point : points.subspan(1)) {
        box.left = std::min(box.left, point.x);
        box.right = std::max(box.right, point.x);
        box.top = std::min(box.top, point.y);
        box.bottom = std::max(box.bottom, point.y);
    }
    return box;
}

/// Above 0 when one turns to the right (clockwise, as y points south) at b.
[[nodiscard]] inline std::int64_t turn(Point a, Point b, Point c)
{
    return (std::int64_t{b.x} - a.x) * (std::int64_t{c.y} - a.y) -
           (std::int64_t{b.y} - a.y) * (std::int64_t{c.x} - a.x);
}

/// Twice the surface of a ring that does not repeat its first point; above 0 when it runs clockwise as one sees it.
[[nodiscard]] inline double double_surface(std::span<Point const> ring)
{
    double sum = 0;
    for (std::size_t i = 2; i < ring.size(); ++i) sum += static_cast<double>(turn(ring[0], ring[i - 1], ring[i]));
    return sum;
}

} // namespace wf::tile
