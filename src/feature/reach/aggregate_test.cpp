// SPDX-License-Identifier: EUPL-1.2
// Four homes, worked out by hand.
#include "feature/reach/aggregate.hpp"

#include <doctest/doctest.h>

using namespace wf;
using namespace wf::reach_pages;

namespace {

/// Home 0 certainly comes in time (10 minutes), home 1 only if unknown streets are fine, home 2 has an obstacle on the way, home 3 is
/// too far for an adult.
struct FourHomes {
    reach::CategoryAnswer answer;
    std::vector<graph::Ticks> ideal{300'000, 500'000, 590'000, 2'000'000};
    std::vector<graph::Ticks> adult{200'000, 250'000, 300'000, 1'000'000};
    std::vector<double> people{10, 30, 20, 40};
    std::vector<std::uint32_t> homes{0, 1, 2, 3};

    FourHomes()
    {
        auto& share = answer.share[1];
        share.certain = {200, 0, 0, 0};
        share.expected = {200, 100, 0, 0};
        share.possible = {200, 200, 0, 0};
        for (auto* other : {&answer.share[0], &answer.share[2]}) *other = share;
        answer.seconds.certain = {300, 700, 900, reach::beyond};
        answer.seconds.expected = {300, 600, 900, 3000};
        answer.seconds.possible = {300, 500, 800, 2000};
        for (auto& count : answer.count) {
            count.certain = {1, 0, 0, 0};
            count.expected = {2, 1, 0, 0};
            count.possible = {3, 1, 0, 0};
        }
    }
    [[nodiscard]] AreaReach add_up() const
    {
        return aggregate(homes, people, {&answer, ideal, adult}, reach::Options{}, 1);
    }
};

} // namespace

TEST_CASE("shares weigh homes by their people")
{
    auto const reach = FourHomes{}.add_up();
    CHECK(reach.people == 100);
    CHECK(reach.share[1].certain == doctest::Approx(0.10));
    CHECK(reach.share[1].expected == doctest::Approx(0.25));
    CHECK(reach.share[1].possible == doctest::Approx(0.40));
}

TEST_CASE("each home that does not certainly come in time has one reason")
{
    auto const reach = FourHomes{}.add_up();
    CHECK(reach.obstacles.unknown == 30);
    CHECK(reach.obstacles.streets == 20);
    CHECK(reach.obstacles.distance == 40);
    CHECK(reach.obstacles.pace == 0);
    FourHomes slow;
    slow.adult[3] = 600'000; // an adult just comes in time
    CHECK(slow.add_up().obstacles.pace == 40);
    CHECK(slow.add_up().obstacles.distance == 0);
}

TEST_CASE("the middle is that of people, not of homes, and beyond the horizon it is unknown")
{
    auto const reach = FourHomes{}.add_up();
    REQUIRE(reach.median_seconds[2]);
    CHECK(*reach.median_seconds[2] == 800); // 10 + 30 + 20 people are at or below it
    FourHomes far;
    far.people = {10, 20, 20, 50};
    far.people[3] = 51;
    CHECK_FALSE(far.add_up().median_seconds[0]);
    REQUIRE(reach.median_count[1]);
    CHECK(*reach.median_count[1] == 0);
}

TEST_CASE("an area where nobody of the group lives has no share")
{
    FourHomes nobody;
    nobody.people = {0, 0, 0, 0};
    auto const reach = nobody.add_up();
    CHECK(reach.people == 0);
    CHECK(reach.share[1] == Three{});
    CHECK_FALSE(reach.median_seconds[1]);
}
