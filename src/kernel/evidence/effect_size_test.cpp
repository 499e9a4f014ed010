// SPDX-License-Identifier: EUPL-1.2
// Expected: `escalc` of metafor 3.8 (smd with vtype="LS"), 13 digits; and by hand.
#include "kernel/evidence/effect_size.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <cmath>
#include <limits>

using namespace wf::evidence;

namespace {

bool is(EffectSize const& found, double effect, double variance)
{
    return found.reason.empty() && std::abs(found.effect - effect) < 1e-12 * (1 + std::abs(effect)) &&
           std::abs(found.variance - variance) < 1e-12 * (1 + variance);
}

} // namespace

TEST_CASE("tables of two by two, as metafor has them")
{
    TwoByTwo const bcg{4, 119, 11, 128};
    CHECK(is(of_table(Measure::rr, bcg), -0.8893113339202, 0.325584765004));
    CHECK(is(of_table(Measure::odds_ratio, bcg), -0.9386941408704, 0.3571249522536));
    CHECK(is(of_table(Measure::rd, bcg), -0.04661636544423, 0.0007800686648559));
}

TEST_CASE("an empty cell gets a half in every cell of that study, and only there")
{
    TwoByTwo const empty{0, 10, 3, 7};
    CHECK(is(of_table(Measure::rr, empty), -1.945910149055, 2.103896103896));
    CHECK(is(of_table(Measure::odds_ratio, empty), -2.282382385677, 2.514285714286));
    CHECK(is(of_table(Measure::rd, empty), -0.2727272727273, 0.0236664162284));
}

TEST_CASE("differences of two groups and of one before and after")
{
    Group const first{5.2, 1.3, 20};
    Group const second{4.5, 1.6, 25};
    CHECK(is(of_groups(Measure::smd, first, second), 0.4662468891563, 0.09241540179609));
    CHECK(is(of_groups(Measure::md, first, second), 0.7, 0.1869));
    CHECK(is(of_change({5.2, 4.5, 1.3, 1.6, 20, 0.6}), 0.5073573089835, 0.05643528597447));
}

TEST_CASE("the correction of small samples: J(2) is 1 / sqrt(pi), and nothing is left to correct in a large one")
{
    CHECK(small_sample_correction(2) == doctest::Approx(1 / std::sqrt(std::acos(-1.0))).epsilon(1e-14));
    CHECK(small_sample_correction(4) ==
          doctest::Approx(std::sqrt(2 / std::acos(-1.0))).epsilon(1e-14)); // G(2)/(sqrt(2)G(1.5))
    // 1 - 3/(4m - 1) is a well known approximation.
    CHECK(small_sample_correction(1e7) == doctest::Approx(1 - 3 / (4e7 - 1)).epsilon(1e-13));
}

TEST_CASE("what has no answer says why")
{
    double const nothing = std::numeric_limits<double>::quiet_NaN();
    CHECK(of_table(Measure::rr, {-1, 2, 3, 4}).reason == "negative_count");
    CHECK(of_table(Measure::rr, {nothing, 2, 3, 4}).reason == "negative_count");
    CHECK(of_table(Measure::rr, {0, 0, 3, 4}).reason == "empty_group");
    CHECK(of_table(Measure::rr, {1e308, 1e308, 3, 4}).reason == "out_of_range");
    CHECK(of_groups(Measure::smd, {1, 1, 1}, {1, 1, 2}).reason == "too_few_people");
    CHECK(of_groups(Measure::smd, {1, 0, 9}, {1, 0, 9}).reason == "no_spread");
    CHECK(of_groups(Measure::md, {1, 0, 9}, {1, 0, 9}).reason == "no_spread");
    CHECK(of_groups(Measure::smd, {1, -1, 9}, {1, 1, 9}).reason == "no_spread");
    CHECK(of_change({1, 2, 1, 1, 2, 0}).reason == "too_few_people");
    CHECK(of_change({1, 2, 1, 1, 9, 1.01}).reason == "bad_correlation");
    CHECK(of_change({1, 2, 1, 1, 9, 1}).reason == "no_spread");
    CHECK(find_measure("or") == Measure::odds_ratio);
    CHECK(!find_measure("OR"));
}

TEST_CASE("turned around, an effect changes its sign and nothing else")
{
    CHECK(rc::check([] {
        auto const count = [] { return static_cast<double>(*rc::gen::inRange(0, 50)); };
        TwoByTwo const table{count(), count(), count(), count()};
        for (auto const measure : {Measure::rr, Measure::odds_ratio, Measure::rd}) {
            auto const there = of_table(measure, table);
            auto const back = of_table(measure, {table.c, table.d, table.a, table.b});
            RC_ASSERT(there.reason == back.reason);
            RC_ASSERT(std::abs(there.effect + back.effect) < 1e-12);
            RC_ASSERT(std::abs(there.variance - back.variance) < 1e-12 * (1 + back.variance));
        }
    }));
}
