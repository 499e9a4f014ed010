// SPDX-License-Identifier: EUPL-1.2
#include "import/osm/squares.hpp"

#include "import/osm/geometry.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace wf::osm;
using wf::reach::Place32;

namespace {

/// An L: 0 (0,0) 1 (4,0) 2 (4,2) 3 (2,2) 4 (2,4) 5 (0,4), in steps of about 11 metres.
std::vector<Place32> const l_shape{{0, 0}, {4000, 0}, {4000, 2000}, {2000, 2000}, {2000, 4000}, {0, 4000}};
NodeRing const l_ring{0, 1, 2, 3, 4, 5, 0};

bool inside(std::uint32_t a, std::uint32_t b)
{
    return stays_inside(l_shape[a], l_shape[b], std::span{&l_ring, 1}, l_shape);
}

SquareLines cross(std::initializer_list<std::uint32_t> doors)
{
    return cross_square(std::span{&l_ring, 1}, {}, l_shape,
                        [&](std::uint32_t node) { return std::ranges::find(doors, node) != doors.end(); });
}

} // namespace

TEST_CASE("a line stays inside a square with a corner out of it, or does not")
{
    CHECK(inside(0, 3));
    CHECK(inside(0, 1)); // along the edge
    CHECK(inside(1, 3));
    CHECK(!inside(2, 4)); // over the missing corner
    CHECK(inside(1, 5) == inside(5, 1));
    CHECK(inside(1, 5)); // through the inner corner exactly
    CHECK(!inside(2, 5) == !inside(5, 2));
    CHECK(inside(2, 2));
}

TEST_CASE("doors are joined by straight lines; the outline is walked when that is not enough")
{
    auto const two = cross({0, 3});
    CHECK(two.lines == std::vector<std::pair<std::uint32_t, std::uint32_t>>{{0, 3}});
    CHECK(two.outlines.empty());
    auto const apart = cross({2, 4});
    CHECK(apart.lines.empty());
    CHECK(apart.outlines.size() == 1);
    CHECK(cross({}).outlines.size() == 1);
    CHECK(cross({0, 1, 3}).lines.size() == 3);
}

TEST_CASE("no line goes through a hole or is longer than may be")
{
    std::vector<Place32> places{{0, 0},       {9000, 0},    {9000, 9000}, {0, 9000},
                                {3000, 3000}, {6000, 3000}, {6000, 6000}, {3000, 6000}};
    std::vector<NodeRing> const outer{{0, 1, 2, 3, 0}};
    std::vector<NodeRing> const inner{{4, 5, 6, 7, 4}};
    auto const corner = [](std::uint32_t node) { return node < 4; };
    CHECK(cross_square(outer, inner, places, corner).lines.size() == 4);
    for (Place32& place : places) place = {place.lon * 10, place.lat * 10};
    auto const large = cross_square(outer, {}, places, corner);
    CHECK(large.lines.empty()); // a kilometre
    CHECK(large.outlines.size() == 1);
}

TEST_CASE("of many doors forty are joined, evenly chosen, and the outline with all of them")
{
    std::vector<Place32> places;
    NodeRing ring;
    for (std::uint32_t i = 0; i < 100; ++i) {
        double const angle = i * 0.0628318530717959;
        places.push_back(
            {static_cast<std::int32_t>(5000 * std::cos(angle)), static_cast<std::int32_t>(5000 * std::sin(angle))});
        ring.push_back(i);
    }
    ring.push_back(0);
    auto const crossed = cross_square(std::span{&ring, 1}, {}, places, [](std::uint32_t) { return true; });
    CHECK(crossed.lines.size() == most_doors * (most_doors - 1) / 2);
    CHECK(crossed.outlines.size() == 1);
}

TEST_CASE("pieces of a multipolygon make rings whatever way they run")
{
    std::vector<NodeRing> const pieces{{0, 1, 2}, {4, 3, 2}, {4, 0}};
    auto const rings = join_rings(pieces);
    REQUIRE(rings);
    CHECK(*rings == std::vector<NodeRing>{{0, 1, 2, 3, 4, 0}});
    CHECK(!join_rings(std::vector<NodeRing>{{0, 1, 2}, {2, 3}}));
    CHECK(!join_rings(std::vector<NodeRing>{{0, 1, 0}}));
    CHECK(join_rings(std::vector<NodeRing>{{0, 1, 2, 0}, {3, 4, 5, 3}})->size() == 2);
    CHECK(join_rings({})->empty());
}
