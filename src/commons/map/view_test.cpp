// SPDX-License-Identifier: EUPL-1.2
#include "commons/map/view.hpp"

#include "kernel/geo/distance.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <initializer_list>

using namespace wf;
using namespace wf::map;

namespace {

constexpr geo::Point kampen{5.9147, 52.5585};

} // namespace

TEST_CASE("around a point: it is in the middle, north is up, and as many metres are across as were asked")
{
    auto const view = view_around(kampen, 600, 600, 380);
    CHECK(project(view, kampen).x == doctest::Approx(300));
    CHECK(project(view, kampen).y == doctest::Approx(190));
    CHECK(project(view, {5.9147, 52.559}).y < 190);
    CHECK(project(view, {5.915, 52.5585}).x > 300);
    CHECK(metres_across(view) == doctest::Approx(600).epsilon(1e-4));
    auto const box = box_of(view);
    double const across = geo::metres_between({box.west, kampen.lat}, {box.east, kampen.lat});
    CHECK(across == doctest::Approx(600).epsilon(0.004)); // the map has an ellipsoid, the distance a ball
    double const down = geo::metres_between({kampen.lon, box.north}, {kampen.lon, box.south});
    CHECK(down == doctest::Approx(380).epsilon(0.004));
}

TEST_CASE("the corners of its box are the corners of the drawing")
{
    auto const view = view_around(kampen, 5000, 600, 380);
    auto const box = box_of(view);
    CHECK(project(view, {box.west, box.north}).x == doctest::Approx(0).epsilon(1e-6));
    CHECK(project(view, {box.west, box.north}).y == doctest::Approx(0).epsilon(1e-6));
    CHECK(project(view, {box.east, box.south}).x == doctest::Approx(600));
    CHECK(project(view, {box.east, box.south}).y == doctest::Approx(380));
}

TEST_CASE("over a box: all of it with a margin, wide or high, and never too near")
{
    for (auto const& box : {geo::Box{5.90, 52.55, 5.95, 52.551}, geo::Box{5.90, 52.50, 5.901, 52.60}}) {
        auto const view = view_over(box, 500, 600, 380);
        for (auto const corner : {geo::Point{box.west, box.north}, geo::Point{box.east, box.south}}) {
            CHECK(shows(view, project(view, corner), -30));
        }
        auto const corner = project(view, {box.west, box.north});
        CHECK(std::min(corner.x - 60, corner.y - 38) == doctest::Approx(0).epsilon(1e-6));
    }
    auto const spot = view_over({kampen.lon, kampen.lat, kampen.lon, kampen.lat}, 500, 600, 380);
    CHECK(metres_across(spot) == doctest::Approx(500).epsilon(1e-4));
    CHECK(project(spot, kampen).x == doctest::Approx(300));
}

TEST_CASE("what lies beyond the poles of the map is at its edge, and the edge is not shown")
{
    auto const view = view_around(kampen, 600, 600, 380);
    auto const far = project(view, {kampen.lon, 90});
    CHECK(far.y == doctest::Approx(project(view, {kampen.lon, 86}).y));
    CHECK_FALSE(shows(view, far));
    CHECK(shows(view, {-5, 10}, 6));
    CHECK_FALSE(shows(view, {-5, 10}, 4));
}
