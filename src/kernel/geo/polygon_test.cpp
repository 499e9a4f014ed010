// SPDX-License-Identifier: EUPL-1.2
#include "kernel/geo/polygon.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <string>

namespace wf::geo {
namespace {

Ring square(double west, double south, double east, double north)
{
    return {{west, south}, {east, south}, {east, north}, {west, north}, {west, south}};
}

MultiPolygon box(double west, double south, double east, double north)
{
    return {{square(west, south, east, north)}};
}

// The exact surface between two parallels and two meridians of WGS 84, by the closed formula of the authalic latitude
// (Snyder 1987, 3-12), computed outside this program: independent of the radii that polygon.cpp multiplies.
TEST_CASE("surface: a degree at the equator and a hundredth of a degree at 52.5 north")
{
    CHECK(area_square_metres(box(0, -0.5, 1, 0.5)) == doctest::Approx(12308920031.65).epsilon(1e-4));
    CHECK(area_square_metres(box(5.9, 52.5, 5.91, 52.51)) == doctest::Approx(755598.4802).epsilon(1e-7));
}

TEST_CASE("surface: a box of 47 by 50 kilometres keeps the promise of 0.1 %")
{
    double const ours = area_square_metres(box(5.5, 52.3, 6.2, 52.75));
    CHECK(std::abs(ours / 2379056545.15 - 1) < 1e-4);
}

TEST_CASE("surface: a triangle is half of its box, though its middle lies elsewhere")
{
    MultiPolygon const lower{{{{5, 52}, {5.4, 52}, {5, 52.4}, {5, 52}}}};
    MultiPolygon const upper{{{{5.4, 52.4}, {5, 52.4}, {5.4, 52}, {5.4, 52.4}}}};
    double const whole = area_square_metres(box(5, 52, 5.4, 52.4));
    // Together they are the box; one latitude for both would miss by 0.3 %.
    CHECK((area_square_metres(lower) + area_square_metres(upper)) / whole == doctest::Approx(1).epsilon(1e-5));
    CHECK(area_square_metres(lower) > area_square_metres(upper));
}

TEST_CASE("surface: holes go off, parts add up, direction and place of the first point do not matter")
{
    double const whole = area_square_metres(box(5, 52, 5.1, 52.1));
    double const hole = area_square_metres(box(5.025, 52.025, 5.075, 52.075));
    MultiPolygon const ring{{square(5, 52, 5.1, 52.1), square(5.025, 52.025, 5.075, 52.075)}};
    CHECK(area_square_metres(ring) == doctest::Approx(whole - hole).epsilon(1e-9));
    CHECK(area_square_metres(ring) == doctest::Approx(whole * 0.75).epsilon(1e-6));

    MultiPolygon const two{{square(5, 52, 5.1, 52.1)}, {square(6, 53, 6.1, 53.1)}};
    CHECK(area_square_metres(two) == doctest::Approx(whole + area_square_metres(box(6, 53, 6.1, 53.1))).epsilon(1e-12));

    auto reversed = ring;
    for (auto& one : reversed.front()) std::reverse(one.begin(), one.end());
    CHECK(area_square_metres(reversed) == doctest::Approx(area_square_metres(ring)).epsilon(1e-12));

    MultiPolygon const turned{{{{5.1, 52.1}, {5, 52.1}, {5, 52}, {5.1, 52}, {5.1, 52.1}}}};
    CHECK(area_square_metres(turned) == doctest::Approx(whole).epsilon(1e-9));
}

TEST_CASE("surface: nothing has none, and a line has none")
{
    CHECK(area_square_metres({}) == 0);
    CHECK(area_square_metres({{}}) == 0);
    CHECK(area_square_metres({{{{5, 52}, {6, 52}, {7, 52}, {5, 52}}}}) == 0);
}

TEST_CASE("centroid: of a square, of two squares, of a hollow square, of a line")
{
    auto const middle = centroid(box(5, 52, 5.2, 52.1));
    CHECK(middle.lon == doctest::Approx(5.1));
    CHECK(middle.lat == doctest::Approx(52.05));

    auto const between = centroid({{square(5, 52, 5.1, 52.1)}, {square(5.3, 52, 5.4, 52.1)}});
    CHECK(between.lon == doctest::Approx(5.2));
    CHECK(between.lat == doctest::Approx(52.05));

    // A quarter of the square is gone at its eastern side: (1 * 0.5 - 0.25 * 0.75) / 0.75 of its width.
    auto const hollow = centroid({{square(0, 0, 0.1, 0.1), square(0.05, 0.025, 0.1, 0.075)}});
    CHECK(hollow.lon == doctest::Approx(0.1 * (0.5 - 0.25 * 0.75) / 0.75));
    CHECK(hollow.lat == doctest::Approx(0.05));

    auto const line = centroid({{{{5, 52}, {6, 52}, {7, 52}, {6, 52}, {5, 52}}}});
    CHECK(line.lon == doctest::Approx(5.8));
    CHECK(line.lat == doctest::Approx(52));
    CHECK(centroid({}) == Point{0, 0});
}

TEST_CASE("box: holds every point of every part")
{
    auto const found = bounding_box({{square(5, 52, 5.1, 52.1)}, {square(-1, 53, 4, 53.5)}});
    CHECK(found.west == -1);
    CHECK(found.south == 52);
    CHECK(found.east == 5.1);
    CHECK(found.north == 53.5);
    CHECK(bounding_box({}).east == 0);
}

TEST_CASE("check: what a shape must be")
{
    auto const code = [](MultiPolygon const& shape) {
        auto const result = check(shape);
        return result ? std::string{"fine"} : result.error().code;
    };
    CHECK(code(box(5, 52, 6, 53)) == "fine");
    CHECK(code({}) == "geo.too_few_points");
    CHECK(code({{}}) == "geo.too_few_points");
    CHECK(code({{{{5, 52}, {6, 52}, {5, 52}}}}) == "geo.too_few_points");
    CHECK(code({{{{5, 52}, {6, 52}, {6, 53}, {5, 53}}}}) == "geo.not_closed");
    CHECK(code(box(205'000, 500'000, 206'000, 501'000)) == "geo.out_of_range");
    CHECK(code(box(5, 89, 6, 91)) == "geo.out_of_range");
    CHECK(code({{{{5, 52}, {std::numeric_limits<double>::quiet_NaN(), 52}, {6, 53}, {5, 52}}}}) == "geo.not_finite");
    auto const second = check({{square(5, 52, 6, 53)}, {square(5, 52, 6, 53), {{5, 52}}}});
    REQUIRE(!second);
    CHECK(second.error().field == "polygon 2, ring 2");
}

double overlap_of(MultiPolygon const& a, MultiPolygon const& b)
{
    auto const result = overlap(a, b);
    REQUIRE(result.has_value());
    auto const other_way = overlap(b, a);
    REQUIRE(other_way.has_value());
    CHECK(*other_way == doctest::Approx(*result).epsilon(1e-9));
    return *result;
}

TEST_CASE("overlap: identical 1, apart 0, shifted squares the exact fraction")
{
    auto const here = box(5.90, 52.50, 5.92, 52.52);
    CHECK(overlap_of(here, here) == 1);
    CHECK(overlap_of(here, box(5.95, 52.50, 5.97, 52.52)) == 0);
    CHECK(overlap_of(here, box(5.92, 52.50, 5.94, 52.52)) == doctest::Approx(0).epsilon(1e-9)); // they share a side
    // Half a square: 1/2 over 3/2.
    CHECK(overlap_of(here, box(5.91, 52.50, 5.93, 52.52)) == doctest::Approx(1.0 / 3).epsilon(1e-6));
    // Half a square both ways: 1/4 over 7/4.
    CHECK(overlap_of(here, box(5.91, 52.51, 5.93, 52.53)) == doctest::Approx(1.0 / 7).epsilon(1e-6));
    // The quarter inside it.
    CHECK(overlap_of(here, box(5.905, 52.505, 5.915, 52.515)) == doctest::Approx(0.25).epsilon(1e-6));
}

TEST_CASE("overlap: the same ground drawn otherwise is the same")
{
    auto const one = box(5.90, 52.50, 5.92, 52.52);
    // More points, another start, the other direction.
    MultiPolygon const other{
        {{{5.92, 52.52}, {5.92, 52.50}, {5.91, 52.50}, {5.90, 52.50}, {5.90, 52.52}, {5.92, 52.52}}}};
    CHECK(overlap_of(one, other) == doctest::Approx(1).epsilon(1e-9));
}

TEST_CASE("overlap: holes and parts count")
{
    auto const whole = box(5.90, 52.50, 5.94, 52.54);
    MultiPolygon const hollow{{square(5.90, 52.50, 5.94, 52.54), square(5.91, 52.51, 5.93, 52.53)}};
    CHECK(overlap_of(whole, hollow) == doctest::Approx(0.75).epsilon(1e-6));
    CHECK(overlap_of(hollow, box(5.91, 52.51, 5.93, 52.53)) == doctest::Approx(0).epsilon(1e-9));
    MultiPolygon const parts{{square(5.90, 52.50, 5.91, 52.54)}, {square(5.93, 52.50, 5.94, 52.54)}};
    CHECK(overlap_of(whole, parts) == doctest::Approx(0.5).epsilon(1e-6));
}

TEST_CASE("overlap: refuses what is no shape")
{
    auto const good = box(5, 52, 5.1, 52.1);
    auto const code = [&](MultiPolygon const& shape) {
        auto const result = overlap(good, shape);
        return result ? std::string{"fine"} : result.error().code;
    };
    CHECK(code({{{{5, 52}, {5.1, 52.1}, {5.1, 52}, {5, 52.1}, {5, 52}}}}) == "geo.invalid_shape"); // a bow tie
    CHECK(code({{{{5, 52}, {5.1, 52}, {5.2, 52}, {5, 52}}}}) == "geo.invalid_shape");              // a line
    CHECK(code({}) == "geo.too_few_points");
    CHECK(code({{{{5, 52}, {5.1, 52}, {5.1, 52.1}, {5, 52.1}}}}) == "geo.not_closed");
}

TEST_CASE("svg path: north is up, the frame is filled and centred, holes are rings of their own")
{
    // At the equator a degree is as long both ways.
    Box const frame{-1, -1, 1, 1};
    CHECK(svg_path(box(-1, -1, 1, 1), frame, 100) == "M0 100L100 100L100 0L0 0Z");
    CHECK(svg_path(box(0, 0, 1, 1), frame, 100) == "M50 50L100 50L100 0L50 0Z");
    CHECK(svg_path({{square(-1, -1, 1, 1), square(-0.5, -0.5, 0.5, 0.5)}}, frame, 10) ==
          "M0 10L10 10L10 0L0 0ZM2.5 7.5L7.5 7.5L7.5 2.5L2.5 2.5Z");
    // Twice as wide as high: half of the height is left, a quarter on both sides.
    CHECK(svg_path(box(-1, -0.5, 1, 0.5), {-1, -0.5, 1, 0.5}, 100) == "M0 75L100 75L100 25L0 25Z");
    // What lies outside the frame stays outside the drawing; one decimal.
    CHECK(svg_path(box(-1.112, -1, 1, 1), frame, 100) == "M-5.6 100L100 100L100 0L-5.6 0Z");
}

TEST_CASE("svg path: at 60 north a degree of longitude is half as long")
{
    CHECK(svg_path(box(0, 59, 4, 61), {0, 59, 4, 61}, 100) == "M0 100L100 100L100 0L0 0Z");
}

TEST_CASE("svg path: points that fall together are drawn once, and an empty frame is no trouble")
{
    MultiPolygon const shape{{{{0, 0}, {0.0001, 0}, {1, 0}, {1, 1}, {0, 0}}}};
    CHECK(svg_path(shape, {0, 0, 1, 1}, 10) == "M0 10L10 10L10 0Z");
    CHECK(svg_path(shape, {0, 0, 0, 0}, 10) == "M5 5Z");
    CHECK(svg_path({}, {0, 0, 1, 1}, 10).empty());
}

} // namespace
} // namespace wf::geo
