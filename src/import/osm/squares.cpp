// SPDX-License-Identifier: EUPL-1.2
#include "import/osm/squares.hpp"

#include "import/osm/geometry.hpp"

#include <algorithm>
#include <numeric>

namespace wf::osm {
namespace {

struct Flat {
    double x{0};
    double y{0};
};
Flat operator-(Flat a, Flat b)
{
    return {a.x - b.x, a.y - b.y};
}
double cross(Flat a, Flat b)
{
    return a.x * b.y - a.y * b.x;
}
double dot(Flat a, Flat b)
{
    return a.x * b.x + a.y * b.y;
}

/// Units of 1e-7 degrees from the start of the line: small whole numbers, so that products are exact on a square.
Flat to_flat(reach::Place32 place, reach::Place32 origin)
{
    return {static_cast<double>(place.lon) - origin.lon, static_cast<double>(place.lat) - origin.lat};
}

constexpr double on_edge = 2; ///< units: about two centimetres

bool is_on(Flat p, Flat a, Flat b)
{
    Flat const line = b - a;
    double const squared = dot(line, line);
    double const along = squared > 0 ? std::clamp(dot(p - a, line) / squared, 0.0, 1.0) : 0;
    Flat const foot{a.x + along * line.x, a.y + along * line.y};
    Flat const gap = p - foot;
    return dot(gap, gap) <= on_edge * on_edge;
}

/// Calls `use(a, b)` for each line of the rings.
template <class Use>
void each_line(std::span<NodeRing const> rings, std::span<reach::Place32 const> places, reach::Place32 origin, Use use)
{
    for (NodeRing const& ring : rings) {
        for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
            use(to_flat(places[ring[i]], origin), to_flat(places[ring[i + 1]], origin));
        }
    }
}

/// Even number of crossings to the east: outside. On the edge counts as inside.
bool is_within(Flat p, std::span<NodeRing const> rings, std::span<reach::Place32 const> places, reach::Place32 origin)
{
    bool inside = false;
    bool edge = false;
    each_line(rings, places, origin, [&](Flat a, Flat b) {
        edge = edge || is_on(p, a, b);
        if ((a.y > p.y) != (b.y > p.y) && p.x < a.x + (p.y - a.y) / (b.y - a.y) * (b.x - a.x)) inside = !inside;
    });
    return inside || edge;
}

std::vector<std::uint32_t> find_doors(std::span<NodeRing const> rings,
                                      std::function<bool(std::uint32_t)> const& is_door)
{
    std::vector<std::uint32_t> doors;
    for (NodeRing const& ring : rings) {
        for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
            if (is_door(ring[i]) && std::ranges::find(doors, ring[i]) == doors.end()) doors.push_back(ring[i]);
        }
    }
    return doors;
}

std::vector<std::uint32_t> choose_evenly(std::vector<std::uint32_t> const& doors)
{
    if (doors.size() <= most_doors) return doors;
    std::vector<std::uint32_t> chosen;
    for (std::size_t i = 0; i < most_doors; ++i) chosen.push_back(doors[i * doors.size() / most_doors]);
    return chosen;
}

std::size_t find_root(std::vector<std::size_t>& parent, std::size_t i)
{
    while (parent[i] != i) i = parent[i] = parent[parent[i]];
    return i;
}

} // namespace

bool stays_inside(reach::Place32 a, reach::Place32 b, std::span<NodeRing const> rings,
                  std::span<reach::Place32 const> places)
{
    Flat const line = to_flat(b, a);
    double const squared = dot(line, line);
    if (squared == 0) return true;
    // Between two places where the line meets the edge it is wholly inside or wholly outside.
    std::vector<double> meets{0, 1};
    each_line(rings, places, a, [&](Flat p, Flat q) {
        Flat const other = q - p;
        double const turn = cross(line, other);
        if (turn != 0) {
            double const t = cross(p, other) / turn;
            double const u = cross(p, line) / turn;
            if (t > 0 && t < 1 && u >= -1e-9 && u <= 1 + 1e-9) meets.push_back(t);
        } else if (cross(p, line) == 0) {
            for (Flat const end : {p, q}) {
                double const t = dot(end, line) / squared;
                if (t > 0 && t < 1) meets.push_back(t);
            }
        }
    });
    std::ranges::sort(meets);
    for (std::size_t i = 0; i + 1 < meets.size(); ++i) {
        if (meets[i + 1] - meets[i] < 1e-12) continue;
        double const t = (meets[i] + meets[i + 1]) / 2;
        if (!is_within({line.x * t, line.y * t}, rings, places, a)) return false;
    }
    return true;
}

SquareLines cross_square(std::span<NodeRing const> outer, std::span<NodeRing const> inner,
                         std::span<reach::Place32 const> places, std::function<bool(std::uint32_t)> const& is_door)
{
    std::vector<NodeRing> rings{outer.begin(), outer.end()};
    rings.insert(rings.end(), inner.begin(), inner.end());
    auto const doors = find_doors(rings, is_door);
    auto const chosen = choose_evenly(doors);
    SquareLines out;
    std::vector<std::size_t> parent(chosen.size());
    std::iota(parent.begin(), parent.end(), std::size_t{0});
    std::size_t parts = chosen.size();
    for (std::size_t i = 0; i < chosen.size(); ++i) {
        for (std::size_t j = i + 1; j < chosen.size(); ++j) {
            reach::Place32 const a = places[chosen[i]];
            reach::Place32 const b = places[chosen[j]];
            if (metres_between(a, b) > longest_metres || !stays_inside(a, b, rings, places)) continue;
            out.lines.emplace_back(chosen[i], chosen[j]);
            std::size_t const x = find_root(parent, i);
            std::size_t const y = find_root(parent, j);
            if (x != y) --parts;
            parent[x] = y;
        }
    }
    if (doors.size() < 2 || parts > 1 || chosen.size() < doors.size()) {
        out.outlines.assign(outer.begin(), outer.end());
    }
    return out;
}

} // namespace wf::osm
