// SPDX-License-Identifier: EUPL-1.2
#include "kernel/@name@/@name@.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <limits>
#include <vector>

using namespace wf::@name@;

TEST_CASE("@name@: by hand")
{
    std::vector<std::optional<double>> const values{1.0, std::nullopt, 2.0, 6.0};
    auto const result = compute_@name@({values});
    CHECK(result.status == Status::answered);
    CHECK(result.answer == doctest::Approx(3.0));
    CHECK(result.n == 3);
    CHECK(result.missing == 1);
}

TEST_CASE("@name@: no honest answer is refused with its reason")
{
    CHECK(compute_@name@({}).reason == "no_values");
    std::vector<std::optional<double>> const missing{std::nullopt};
    CHECK(compute_@name@({missing}).status == Status::refused);
    for (double const bad : {std::numeric_limits<double>::infinity(), std::numeric_limits<double>::quiet_NaN()}) {
        std::vector<std::optional<double>> const values{1.0, bad};
        auto const result = compute_@name@({values});
        CHECK(result.status == Status::refused);
        CHECK(result.reason == "not_finite");
        CHECK(result.answer == 0);
    }
}

TEST_CASE("@name@: the order of the values does not matter, and the largest ones do not overflow")
{
    std::vector<std::optional<double>> values{0.5, -3.0, 8.25, 1e3};
    auto const wanted = compute_@name@({values}).answer;
    while (std::next_permutation(values.begin(), values.end()))
        CHECK(compute_@name@({values}).answer == doctest::Approx(wanted));
    double const most = std::numeric_limits<double>::max();
    std::vector<std::optional<double>> const large{most, most, most};
    CHECK(compute_@name@({large}).answer == doctest::Approx(most));
}
