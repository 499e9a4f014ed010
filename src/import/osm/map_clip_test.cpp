// SPDX-License-Identifier: EUPL-1.2
#include "import/osm/map_clip.hpp"

#include <doctest/doctest.h>

namespace wf::osm {
namespace {

using Parts = std::vector<std::vector<tile::Spot>>;

constexpr SpotBox box{{0, 0}, {100, 100}};

std::optional<Parts> clip(tile::Shape shape, Parts parts)
{
    tile::Feature feature;
    feature.shape = shape;
    feature.parts = std::move(parts);
    auto clipped = clip_to(std::move(feature), box);
    if (!clipped) return std::nullopt;
    return std::move(clipped->parts);
}

} // namespace

TEST_CASE("what lies inside stays as it is, what lies outside goes")
{
    Parts const inside{{{10, 10}, {20, 10}, {20, 20}, {10, 10}}};
    CHECK(clip(tile::Shape::surface, inside) == inside);
    CHECK(clip(tile::Shape::line, inside) == inside);
    CHECK(clip(tile::Shape::point, {{{0, 100}}}) == Parts{{{0, 100}}});
    CHECK(!clip(tile::Shape::point, {{{0, 101}}}));
    CHECK(!clip(tile::Shape::surface, {{{110, 10}, {120, 10}, {120, 20}, {110, 10}}}));
    CHECK(!clip(tile::Shape::line, {{{110, 10}, {120, 10}}}));
}

TEST_CASE("a surface is cut along the box; one around it becomes the box")
{
    auto const half = clip(tile::Shape::surface, {{{50, 20}, {150, 20}, {150, 80}, {50, 80}, {50, 20}}});
    REQUIRE(half);
    CHECK(*half == Parts{{{50, 20}, {100, 20}, {100, 80}, {50, 80}, {50, 20}}});
    constexpr std::int32_t far = 1'800'000'000;
    auto const world = clip(tile::Shape::surface, {{{-far, -far}, {far, -far}, {far, far}, {-far, far}, {-far, -far}}});
    REQUIRE(world);
    REQUIRE(world->size() == 1);
    CHECK(world->front().size() == 5);
    for (auto const spot : world->front()) {
        CHECK((spot.lon == 0 || spot.lon == 100));
        CHECK((spot.lat == 0 || spot.lat == 100));
    }
}

TEST_CASE("holes go where they lie outside, and all of it where the outline does")
{
    Parts const parts{{{50, 0}, {200, 0}, {200, 90}, {50, 90}, {50, 0}},
                      {{60, 10}, {70, 10}, {70, 20}, {60, 10}},
                      {{150, 10}, {160, 10}, {160, 20}, {150, 10}}};
    auto const clipped = clip(tile::Shape::surface, parts);
    REQUIRE(clipped);
    CHECK(clipped->size() == 2);
    CHECK(clipped->back() == parts[1]);
    // A ring around a corner of the box, without touching it.
    CHECK(!clip(tile::Shape::surface, {{{-50, 120}, {120, 300}, {-50, 300}, {-50, 120}}}));
}

TEST_CASE("a line keeps the segments that can be in the box, in runs")
{
    auto const clipped =
        clip(tile::Shape::line, {{{-50, 50}, {50, 50}, {150, 50}, {250, 50}, {250, 300}, {50, 300}, {50, 90}}});
    REQUIRE(clipped);
    CHECK(*clipped == Parts{{{-50, 50}, {50, 50}, {150, 50}}, {{50, 300}, {50, 90}}});
}

} // namespace wf::osm
