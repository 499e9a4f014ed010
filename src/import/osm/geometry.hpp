// SPDX-License-Identifier: EUPL-1.2
// Distances between points of the map, and which of the flat squares ("cells") of the world a point lies in.
// Units        metres.
#pragma once

#include "kernel/geo/distance.hpp"
#include "kernel/reach/network.hpp"

#include <cmath>
#include <cstdint>
#include <numbers>

namespace wf::osm {

inline constexpr double metres_per_unit = geo::earth_metres * std::numbers::pi / 180 * 1e-7; ///< of latitude

[[nodiscard]] inline double metres_between(reach::Place32 a, reach::Place32 b)
{
    return geo::metres_between(reach::to_point(a), reach::to_point(b));
}
using reach::to_place;

/// Cells of about `metres` square. Within a whole degree of latitude all have the same width, so that neighbours touch.
class Cells {
public:
    struct Cell {
        std::int32_t x{0};
        std::int32_t y{0};
    };
    explicit Cells(double metres) : m_height{metres / metres_per_unit} {}
    [[nodiscard]] Cell at(reach::Place32 place) const;
    [[nodiscard]] static std::uint64_t key(Cell cell)
    {
        return static_cast<std::uint64_t>(static_cast<std::uint32_t>(cell.y)) << 32 |
               static_cast<std::uint32_t>(cell.x);
    }

private:
    double m_height;
};

/// The nearest point of the line a-b to p: how far along (0 to 1), and how many metres away. Flat: for short lines.
struct Foot {
    double along{0};
    double metres{0};
};
[[nodiscard]] Foot foot_on_line(reach::Place32 p, reach::Place32 a, reach::Place32 b);
[[nodiscard]] reach::Place32 point_on_line(reach::Place32 a, reach::Place32 b, double along);

} // namespace wf::osm
