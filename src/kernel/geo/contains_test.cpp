// SPDX-License-Identifier: EUPL-1.2
#include "kernel/geo/contains.hpp"

#include <doctest/doctest.h>

using namespace wf::geo;

namespace {

Ring square(double west, double south, double side)
{
    return {{west, south}, {west + side, south}, {west + side, south + side}, {west, south + side}, {west, south}};
}

} // namespace

TEST_CASE("a point in the hole of a shape is outside, one in a second part is inside")
{
    MultiPolygon const shape{{square(5.0, 52.0, 1.0), square(5.4, 52.4, 0.2)}, {square(7.0, 52.0, 0.5)}};
    CHECK(contains(shape, {5.1, 52.1}));
    CHECK_FALSE(contains(shape, {5.5, 52.5}));
    CHECK(contains(shape, {7.25, 52.25}));
    CHECK_FALSE(contains(shape, {6.5, 52.25}));
    CHECK_FALSE(contains(MultiPolygon{}, {5.0, 52.0}));
}

TEST_CASE("two neighbours share a border and a point on it lies in exactly one of them")
{
    Polygon const left{square(5.0, 52.0, 1.0)};
    Polygon const right{square(6.0, 52.0, 1.0)};
    Point const border{6.0, 52.5};
    CHECK(contains(left, border) != contains(right, border));
}

TEST_CASE("the part of a shape that lies in a box")
{
    MultiPolygon const shape{{square(5.0, 52.0, 1.0)}};
    CHECK(share_within(shape, {4, 51, 7, 54}) == doctest::Approx(1));
    CHECK(share_within(shape, {5.25, 51, 7, 54}) == doctest::Approx(0.75));
    CHECK(share_within(shape, {8, 51, 9, 54}) == 0);
    // Half of the outer square holds half of the hole: 0.5 - 0.02 of 1 - 0.04, to the curve of the earth.
    MultiPolygon const ring{{square(5.0, 52.0, 1.0), square(5.4, 52.4, 0.2)}};
    CHECK(share_within(ring, {4, 51, 5.5, 54}) == doctest::Approx(0.5).epsilon(0.001));
}
