// SPDX-License-Identifier: EUPL-1.2
#include "kernel/geo/distance.hpp"

#include <doctest/doctest.h>

#include <numbers>

using namespace wf::geo;

TEST_CASE("distances over a ball are those of its great circles")
{
    double const quarter = earth_metres * std::numbers::pi / 2;
    CHECK(metres_between({5, 0}, {5, 90}) == doctest::Approx(quarter));
    CHECK(metres_between({0, 0}, {90, 0}) == doctest::Approx(quarter));
    CHECK(metres_between({-170, 0}, {10, 0}) == doctest::Approx(2 * quarter));
    // Across the 180th meridian it is two degrees, not 358.
    CHECK(metres_between({179, 0}, {-179, 0}) == doctest::Approx(quarter / 45));
    CHECK(metres_between({5.9, 52.5}, {5.9, 52.5}) == 0);
}

TEST_CASE("a short distance is that of the flat formula at its latitude")
{
    // 0.001 degrees east at 60 degrees north is half of what it is at the equator.
    CHECK(metres_between({6, 60}, {6.001, 60}) ==
          doctest::Approx(earth_metres * std::numbers::pi / 180 * 0.001 / 2).epsilon(1e-6));
}
