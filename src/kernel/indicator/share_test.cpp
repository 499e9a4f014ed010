// SPDX-License-Identifier: EUPL-1.2
#include "kernel/indicator/share.hpp"

#include <doctest/doctest.h>

#include <limits>

using namespace wf::indicator;

TEST_CASE("a rounded percentage lies within half a point of what is published")
{
    auto const result = judge_share({16, 1, 3725, 25});
    REQUIRE(result.status == Status::answered);
    CHECK(result.rate == 16);
    CHECK(result.low == 15.5);
    CHECK(result.high == 16.5);
}

TEST_CASE("bounds stay between 0 and 100")
{
    CHECK(judge_share({0, 1, 100, 25}).low == 0);
    CHECK(judge_share({100, 1, 100, 25}).high == 100);
}

TEST_CASE("too few people below a percentage: refused")
{
    CHECK(judge_share({33, 1, 0, 25}).reason == "base_too_small");
    CHECK(judge_share({33, 1, 24, 25}).reason == "base_too_small");
    CHECK(judge_share({33, 1, 24, 25}).status == Status::refused);
    CHECK(judge_share({33, 1, 25, 25}).status == Status::answered);
    CHECK(judge_share({33, 1, std::nullopt, 25}).status == Status::answered);
    CHECK(judge_share({33, 1, std::numeric_limits<double>::quiet_NaN(), 25}).status == Status::refused);
}

TEST_CASE("what cannot be a percentage is refused")
{
    CHECK(judge_share({101, 1, 100, 25}).reason == "not_a_percentage");
    CHECK(judge_share({-1, 1, 100, 25}).reason == "not_a_percentage");
    CHECK(judge_share({std::numeric_limits<double>::quiet_NaN(), 1, 100, 25}).reason == "not_a_percentage");
}

TEST_CASE("an average over too few households is refused, and one that cannot be is too")
{
    auto const result = judge_average({2.2, 0.1, 1710, 25});
    REQUIRE(result.status == Status::answered);
    CHECK(result.rate == 2.2);
    CHECK(result.low == doctest::Approx(2.15));
    CHECK(result.high == doctest::Approx(2.25));
    CHECK(judge_average({3, 0.1, 0, 25}).reason == "base_too_small");
    CHECK(judge_average({-1, 0.1, 100, 25}).reason == "not_an_average");
    CHECK(judge_average({std::numeric_limits<double>::infinity(), 0.1, 100, 25}).reason == "not_an_average");
}
