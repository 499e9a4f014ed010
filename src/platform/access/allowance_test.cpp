// SPDX-License-Identifier: EUPL-1.2
#include "platform/access/allowance.hpp"

#include <doctest/doctest.h>

namespace wf::access {
namespace {

constexpr std::int64_t minute = 60'000;

TEST_CASE("so much at once, then one at a time, and all of it back after a while")
{
    Allowance allowance;
    constexpr Allowance::Pace pace{3, 60}; // one a minute
    std::int64_t now = 1'000'000'000;
    for (int i = 0; i < 3; ++i) CHECK(allowance.take("a", pace, now) == 0);
    CHECK(allowance.take("a", pace, now) == minute);
    CHECK(allowance.take("a", pace, now) == minute); // asking in vain costs nothing
    CHECK(allowance.take("b", pace, now) == 0);      // another place
    now += minute - 1;
    CHECK(allowance.take("a", pace, now) == 1);
    now += 1;
    CHECK(allowance.take("a", pace, now) == 0);
    CHECK(allowance.take("a", pace, now) == minute);
    now += 24 * 60 * minute; // a day is not worth more than what may be done at once
    for (int i = 0; i < 3; ++i) CHECK(allowance.take("a", pace, now) == 0);
    CHECK(allowance.take("a", pace, now) == minute);
    now -= 5 * minute; // a clock that was put back
    CHECK(allowance.take("a", pace, now) > 0);
    CHECK(allowance.take("c", {1, 3'600'000'000}, now) == 0); // quicker than the clock ticks
}

TEST_CASE("a crowd does not fill the memory, and who came last is still known")
{
    Allowance allowance{100};
    constexpr Allowance::Pace pace{1, 60};
    for (int i = 0; i < 1000; ++i) CHECK(allowance.take("place " + std::to_string(i), pace, 0) == 0);
    CHECK(allowance.size() == 100);
    CHECK(allowance.take("place 999", pace, 0) == minute);
    CHECK(allowance.take("place 0", pace, 0) == 0);
}

} // namespace
} // namespace wf::access
