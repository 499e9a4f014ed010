// SPDX-License-Identifier: EUPL-1.2
#include "kernel/stat/root.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <numbers>

using namespace wf::stat;

TEST_CASE("zeros that are known")
{
    CHECK(*find_root([](double x) { return x * x - 2; }, 0, 2) == doctest::Approx(std::numbers::sqrt2).epsilon(1e-13));
    CHECK(*find_root([](double x) { return std::cos(x); }, 0, 3) ==
          doctest::Approx(std::numbers::pi / 2).epsilon(1e-13));
    CHECK(*find_root([](double x) { return x - 3; }, 3, 5) == 3);
    CHECK(*find_root([](double x) { return x - 5; }, 3, 5) == 5);
}

TEST_CASE("no zero between the bounds, or no number: nothing")
{
    CHECK(!find_root([](double x) { return x * x + 1; }, -1, 1));
    CHECK(!find_root([](double x) { return 1 / x; }, 0, 1));
    CHECK(!find_root([](double x) { return x; }, 1, -1));
    CHECK(!find_root([](double x) { return std::abs(x) < 0.9 ? NAN : x; }, -1, 1));
}

TEST_CASE("the least, also when it stands at a bound")
{
    auto const inside = find_least([](double x) { return (x - 1.25) * (x - 1.25) + 4; }, 0, 10);
    REQUIRE(inside);
    CHECK(inside->at == doctest::Approx(1.25).epsilon(1e-7));
    CHECK(inside->value == doctest::Approx(4));
    auto const edge = find_least([](double x) { return x; }, 2, 10);
    REQUIRE(edge);
    CHECK(edge->at == 2);
    CHECK(!find_least([](double) { return NAN; }, 0, 1));
}
