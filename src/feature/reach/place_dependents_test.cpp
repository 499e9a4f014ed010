// SPDX-License-Identifier: EUPL-1.2
#include "feature/reach/place_dependents.hpp"

#include <doctest/doctest.h>

#include <array>

using namespace wf;
using namespace wf::reach_pages;

namespace {

constexpr std::uint8_t all = reach::share_whole;

reach::CategoryAnswer of_homes(std::vector<std::uint32_t> nearest, std::vector<std::uint8_t> possible_count,
                               std::vector<std::uint8_t> expected_share)
{
    reach::CategoryAnswer answer;
    answer.nearest = std::move(nearest);
    answer.count[1].possible = std::move(possible_count);
    answer.share[1].expected = std::move(expected_share);
    return answer;
}

} // namespace

TEST_CASE("people depend on a place when it is their nearest, they are expected in time, and there is no other")
{
    // Homes: only this one; half of the people come in time; another one as well; another place is nearer; too far;
    // no foothold.
    auto const answer = of_homes({7, 7, 7, 3, 7, graph::none}, {1, 1, 2, 1, 0, 0}, {all, all / 2, all, all, 0, 255});
    std::array const people{10.0, 20.0, 40.0, 80.0, 160.0, 320.0};
    CHECK(count_dependents(answer, people, 7, 1) == doctest::Approx(10 + 10));
    CHECK(count_dependents(answer, people, 3, 1) == doctest::Approx(80));
    CHECK(count_dependents(answer, people, 5, 1) == 0);
}

TEST_CASE("a home without a foothold is nobody's, whatever its number of the nearest says")
{
    auto const answer = of_homes({7}, {0}, {reach::no_answer});
    CHECK(count_dependents(answer, std::array{100.0}, 7, 1) == 0);
}
