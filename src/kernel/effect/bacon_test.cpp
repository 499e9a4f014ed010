// SPDX-License-Identifier: EUPL-1.2
#include "kernel/effect/bacon.hpp"
#include "kernel/effect/test_panel.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <numeric>

using namespace wf;
using namespace wf::effect;
using sample::Table;

namespace {

/// One unit for each row of outcomes; it begins at this number of the moments.
Panel panel_of(std::vector<std::pair<int, std::vector<double>>> const& units)
{
    Table table;
    for (auto const& [begins, outcomes] : units) {
        auto const unit = table.units;
        for (std::size_t time = 0; time < outcomes.size(); ++time)
            table.add(unit, 2000.0 + static_cast<double>(time), outcomes[time],
                      static_cast<int>(time) >= begins ? 1 : 0);
    }
    return table.panel();
}

} // namespace

TEST_CASE("three units, three moments by hand: an early, a late and one that never begins")
{
    // Effects of 2 at once; the early one's grows to 6.
    auto const result = compute_bacon(panel_of({{1, {0, 2, 6}}, {2, {5, 5, 7}}, {3, {1, 1, 1}}}));
    REQUIRE(result);
    REQUIRE(result->pairs.size() == 4);
    // Theorem 1 by hand, times 81: early-never (2/3)^2/4 x 2/9, late-never the same x 2/9, early-late (2/3 x 2/3)^2/4 x 1/4,
    // late-early (2/3 x 2/3)^2/4 x 1/4: 2, 2, 1, 1.
    auto const& early_late = result->pairs[0];
    CHECK(early_late.type == PairType::earlier_vs_later);
    CHECK(early_late.treated == 2001);
    CHECK(early_late.untreated == 2002.0);
    CHECK(early_late.estimate == doctest::Approx(2));
    CHECK(early_late.weight == doctest::Approx(1.0 / 6));
    auto const& late_early = result->pairs[1];
    CHECK(late_early.type == PairType::later_vs_earlier);
    CHECK(late_early.estimate == doctest::Approx(2 - 4)); // the growth of the early one is taken off
    CHECK(late_early.weight == doctest::Approx(1.0 / 6));
    auto const& early_never = result->pairs[2];
    CHECK(early_never.estimate == doctest::Approx(4));
    CHECK(early_never.weight == doctest::Approx(1.0 / 3));
    CHECK(!early_never.untreated);
    CHECK(result->pairs[3].estimate == doctest::Approx(2));
    CHECK(result->pairs[3].weight == doctest::Approx(1.0 / 3));
    // R: lm(y ~ d + factor(unit) + factor(time))
    CHECK(result->twfe == doctest::Approx(2));
}

TEST_CASE("no answer where there is none, with a code")
{
    CHECK(compute_bacon(panel_of({{1, {0, 1, 2}}, {1, {0, 1, 2}}})).error().code == "no_controls");
    CHECK(compute_bacon(panel_of({{0, {0, 1}}, {2, {0, 1}}})).error().code == "nobody_treated");
    Table back;
    for (double const time : {1.0, 2.0, 3.0}) {
        back.add(0, time, time, time == 2 ? 1 : 0);
        back.add(1, time, time, 0);
    }
    CHECK(compute_bacon(back.panel()).error().code == "goes_back");
}

TEST_CASE("whatever the panel: weights are above 0 and add up to 1, and the weighted sum is the regression")
{
    CHECK(rc::check([] {
        auto const periods = *rc::gen::inRange(2, 8);
        Random random{*rc::gen::arbitrary<std::uint32_t>()};
        std::vector<int> begins;
        for (int unit = 0; unit < 12; ++unit)
            begins.push_back(static_cast<int>(random.below(static_cast<std::uint64_t>(periods) + 1)));
        std::vector<std::pair<int, std::vector<double>>> units;
        for (int const begin : begins) {
            std::vector<double> outcomes;
            for (int time = 0; time < periods; ++time) outcomes.push_back(random.normal() * 10);
            units.emplace_back(begin, std::move(outcomes));
        }
        auto const result = compute_bacon(panel_of(units));
        RC_PRE(result.has_value());
        double weights = 0;
        double sum = 0;
        for (auto const& pair : result->pairs) {
            RC_ASSERT(pair.weight > 0);
            weights += pair.weight;
            sum += pair.weight * pair.estimate;
        }
        RC_ASSERT(std::abs(weights - 1) < 1e-12);
        RC_ASSERT(std::abs(sum - result->twfe) < 1e-9);
        double parts = 0;
        for (auto const& part : result->by_type) parts += part.weight * part.estimate;
        RC_ASSERT(std::abs(parts - result->twfe) < 1e-9);
    }));
}
