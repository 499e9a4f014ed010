// SPDX-License-Identifier: EUPL-1.2
#include "kernel/indicator/rate.hpp"

#include "base/check.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace wf::indicator {
namespace {

RateInput input(double numerator, double denominator, double rounding)
{
    RateInput in;
    in.numerator = {numerator, rounding, 2015};
    in.denominator = {denominator, rounding, 2015};
    return in;
}

TEST_CASE("an exact rate has no room around it")
{
    auto const result = compute_rate(input(130, 5000, 0));
    CHECK(result.status == Status::answered);
    CHECK(result.reason.empty());
    CHECK(result.rate == doctest::Approx(26.0));
    CHECK(result.low == result.rate);
    CHECK(result.high == result.rate);
}

TEST_CASE("rounding to fives leaves bounds, by hand: 130 of 4900 per thousand")
{
    auto const result = compute_rate(input(130, 4900, 5));
    CHECK(result.rate == doctest::Approx(26.530612244898));
    CHECK(result.low == doctest::Approx(127.5 / 4902.5 * 1000));  // 26.007
    CHECK(result.high == doctest::Approx(132.5 / 4897.5 * 1000)); // 27.055
    CHECK(result.low == doctest::Approx(26.0071).epsilon(1e-5));
    CHECK(result.high == doctest::Approx(27.0546).epsilon(1e-5));
}

TEST_CASE("a published zero is not below zero and not certainly zero")
{
    auto const result = compute_rate(input(0, 100, 5));
    CHECK(result.rate == 0);
    CHECK(result.low == 0);
    CHECK(result.high == doctest::Approx(2.5 / 97.5 * 1000));
}

TEST_CASE("more cases than people is a rate above the factor, not an error")
{
    auto in = input(300, 200, 0);
    in.factor = 100;
    CHECK(compute_rate(in).rate == doctest::Approx(150));
}

TEST_CASE("bounds of a published number")
{
    auto const plain = rounding_bounds(40, 10, 0);
    CHECK(plain.low == 35);
    CHECK(plain.high == 45);
    auto const at_floor = rounding_bounds(2, 10, 0);
    CHECK(at_floor.low == 0);
    CHECK(at_floor.high == 7);
    auto const below_zero = rounding_bounds(-3, 1, -10);
    CHECK(below_zero.low == -3.5);
    CHECK(below_zero.high == -2.5);
    auto const exact = rounding_bounds(7, 0, 0);
    CHECK(exact.low == 7);
    CHECK(exact.high == 7);
    CHECK_THROWS_AS((void)rounding_bounds(1, -1, 0), Bug);
}

TEST_CASE("low <= rate <= high, a wider rounding never narrows, and both grow with the factor")
{
    for (double numerator = 0; numerator <= 60; numerator += 5) {
        for (double denominator = 25; denominator <= 500; denominator += 25) {
            auto last = compute_rate(input(numerator, denominator, 0));
            for (double const rounding : {1.0, 2.0, 5.0, 10.0, 20.0}) {
                auto const now = compute_rate(input(numerator, denominator, rounding));
                REQUIRE(now.status == Status::answered);
                CHECK(now.low <= now.rate);
                CHECK(now.rate <= now.high);
                CHECK(now.low <= last.low);
                CHECK(now.high >= last.high);
                CHECK(now.rate == last.rate);
                auto doubled = input(numerator, denominator, rounding);
                doubled.factor *= 2;
                auto const twice = compute_rate(doubled);
                CHECK(twice.rate == doctest::Approx(2 * now.rate));
                CHECK(twice.low == doctest::Approx(2 * now.low));
                CHECK(twice.high == doctest::Approx(2 * now.high));
                auto const thrice = compute_rate(input(3 * numerator, 3 * denominator, 3 * rounding));
                CHECK(thrice.rate == doctest::Approx(now.rate));
                CHECK(thrice.low == doctest::Approx(now.low));
                CHECK(thrice.high == doctest::Approx(now.high));
                last = now;
            }
        }
    }
}

TEST_CASE("the true rate lies between the bounds for every true pair that rounds to what was published")
{
    auto const published = compute_rate(input(20, 100, 5));
    for (int true_numerator = 18; true_numerator <= 22; ++true_numerator) {
        for (int true_denominator = 98; true_denominator <= 102; ++true_denominator) {
            double const truth = 1000.0 * true_numerator / true_denominator;
            CHECK(published.low <= truth);
            CHECK(truth <= published.high);
        }
    }
}

TEST_CASE("no answer is a reason, and never a number")
{
    auto const reason = [](RateInput const& in) {
        auto const result = compute_rate(in);
        CHECK(result.status == Status::refused);
        CHECK(result.rate == 0);
        CHECK(result.low == 0);
        CHECK(result.high == 0);
        return result.reason;
    };
    auto in = input(1, 100, 0);
    in.numerator.value.reset();
    CHECK(reason(in) == "numerator_missing");
    in = input(1, 100, 0);
    in.denominator.value.reset();
    CHECK(reason(in) == "denominator_missing");
    in = input(1, 100, 0);
    in.denominator.year = 2016;
    CHECK(reason(in) == "different_years");
    CHECK(reason(input(1, 24, 0)) == "denominator_too_small");
    CHECK(compute_rate(input(1, 25, 0)).status == Status::answered);
    CHECK(reason(input(1, 0, 0)) == "denominator_zero");
    CHECK(reason(input(-1, 100, 0)) == "not_a_count");
    CHECK(reason(input(1, -100, 0)) == "not_a_count");
    CHECK(reason(input(std::numeric_limits<double>::quiet_NaN(), 100, 0)) == "not_a_count");
    CHECK(reason(input(1, std::numeric_limits<double>::infinity(), 0)) == "not_a_count");
    CHECK(reason(input(1, 100, -5)) == "not_a_count");
    CHECK(reason(input(std::numeric_limits<double>::max(), 100, 0)) == "not_a_count");
}

TEST_CASE("a denominator that rounding may have lifted from nothing is refused, also when every denominator is allowed")
{
    auto in = input(1, 2, 5);
    in.least_denominator = 0;
    auto const result = compute_rate(in);
    CHECK(result.status == Status::refused);
    CHECK(result.reason == "denominator_too_small");
    in = input(1, 3, 5);
    in.least_denominator = 0;
    CHECK(compute_rate(in).high == doctest::Approx(3.5 / 0.5 * 1000));
}

TEST_CASE("a factor that is no factor is our bug")
{
    auto in = input(1, 100, 0);
    in.factor = 0;
    CHECK_THROWS_AS((void)compute_rate(in), Bug);
}

// CBS, Wijk- en Buurtkaart 2015, all neighbourhoods of Kampen with inhabitants: inhabitants (to fives), land in hectares
// (whole), and the density per square kilometre that CBS itself computed from the unrounded counts. cars_density is empty
// (-1) where CBS did not publish it.
struct Published {
    double inhabitants;
    double hectares_of_land;
    double density;
    double cars;
    double cars_density;
};
constexpr std::array<Published, 33> kampen_2015{{
    {4900, 56, 8676, 1975, 3496}, {3725, 40, 9324, 1385, 3470},  {2505, 39, 6395, 865, 2205},
    {2550, 30, 8551, 930, 3120},  {3650, 44, 8242, 1255, 2832},  {480, 368, 131, 620, -1},
    {1480, 50, 2937, 675, 1340},  {7040, 166, 4249, 2660, 1606}, {2115, 50, 4269, 890, 1792},
    {3200, 69, 4650, 1270, 1842}, {65, 8, 853, 35, -1},          {45, 39, 120, 30, -1},
    {2760, 256, 1077, 1055, 412}, {100, 829, 12, 55, -1},        {145, 733, 20, 80, 11},
    {470, 3133, 15, 200, 6},      {90, 669, 14, 40, -1},         {4610, 108, 4257, 1875, 1731},
    {3995, 65, 6114, 1580, 2420}, {220, 130, 170, 150, 115},     {210, 202, 105, 95, 48},
    {535, 528, 101, 250, 47},     {1155, 115, 1006, 415, 359},   {130, 420, 32, 85, -1},
    {975, 63, 1547, 375, 597},    {480, 21, 2289, 240, 1142},    {275, 1238, 22, 145, 12},
    {815, 36, 2267, 380, 1049},   {30, 533, 6, 15, -1},          {1020, 142, 722, 395, 278},
    {815, 2155, 38, 425, 20},     {625, 373, 168, 305, 82},      {175, 1413, 13, 90, -1},
}};

TEST_CASE("reference: the densities that CBS computed from unrounded counts lie within our bounds")
{
    int compared = 0;
    double narrowest = 1;
    auto const compare = [&](double count, double hectares, double density) {
        if (density < 0) return;
        RateInput in;
        in.numerator = {count, 5, 2015};
        in.denominator = {hectares, 1, 2015};
        in.factor = 100; // hectares to square kilometres
        in.least_denominator = 1;
        auto const ours = compute_rate(in);
        REQUIRE(ours.status == Status::answered);
        // The published density is itself rounded to a whole number.
        auto const theirs = rounding_bounds(density, 1, 0);
        CHECK(ours.low <= theirs.high);
        CHECK(theirs.low <= ours.high);
        narrowest = std::min(narrowest, (ours.high - ours.low) / ours.rate);
        ++compared;
    };
    for (auto const& row : kampen_2015) {
        compare(row.inhabitants, row.hectares_of_land, row.density);
        compare(row.cars, row.hectares_of_land, row.cars_density);
    }
    CHECK(compared == 58);
    CHECK(narrowest < 0.01); // bounds so wide that everything fits would prove nothing
}

} // namespace
} // namespace wf::indicator
