// SPDX-License-Identifier: EUPL-1.2
#include "platform/access/slow_down.hpp"

#include <doctest/doctest.h>

namespace wf::access {
namespace {

TEST_CASE("a few slips cost nothing, more cost twice as long each time, up to a limit, and time heals")
{
    SlowDown slow{{3, 1000, 8000, 60'000}};
    CHECK(slow.wait_of("a", 0) == 0);
    for (int i = 0; i < 2; ++i) slow.failed("a", 0);
    CHECK(slow.wait_of("a", 0) == 0);
    slow.failed("a", 0);
    CHECK(slow.wait_of("a", 0) == 1000);
    CHECK(slow.wait_of("a", 999) == 1);
    CHECK(slow.wait_of("a", 1000) == 0);
    slow.failed("a", 1000);
    CHECK(slow.wait_of("a", 1000) == 2000);
    for (int i = 0; i < 100; ++i) slow.failed("a", 1000);
    CHECK(slow.wait_of("a", 1000) == 8000);
    CHECK(slow.wait_of("b", 1000) == 0);
    CHECK(slow.wait_of("a", 61'000) == 0);
    slow.failed("a", 70'000);
    CHECK(slow.wait_of("a", 70'000) == 0); // an hour later it begins anew
    slow.succeeded("a");
    CHECK(slow.size() == 0);
}

TEST_CASE("a million strangers take no more room than was given")
{
    SlowDown slow{{1, 1000, 8000, 60'000}, 100};
    slow.failed("mine", 0);
    for (int i = 0; i < 50; ++i) slow.failed(std::to_string(i), 0);
    slow.failed("mine", 0);
    for (int i = 100; i < 199; ++i) slow.failed(std::to_string(i), 0);
    CHECK(slow.size() == 100);
    CHECK(slow.wait_of("mine", 0) > 0); // used later than the fifty
    CHECK(slow.wait_of("3", 0) == 0);
}

} // namespace
} // namespace wf::access
