// SPDX-License-Identifier: EUPL-1.2
#include "kernel/effect/staggered.hpp"
#include "kernel/effect/test_panel.hpp"
#include "kernel/stat/distribution.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

using namespace wf;
using namespace wf::effect;
using sample::Table;

namespace {

StaggeredResult answer(StaggeredInput const& input)
{
    auto result = compute_staggered(input);
    if (!result) FAIL(result.error().code);
    return std::move(*result);
}

std::string code_of(Table const& table, StaggeredInput input)
{
    auto const panel = make_panel(table.rows());
    if (!panel) return panel.error().code;
    auto const covariates = sample::with_constant({}, panel->units);
    auto const result =
        compute_staggered({*panel, covariates, input.control, input.estimator, input.base, input.anticipation});
    return result ? "" : result.error().code;
}

/// So many units that begin at `begins`, each with its own level; changes are spread about `rise`.
void add_group(Table& table, int count, double begins, int moments, std::vector<double> const& rise)
{
    for (int i = 0; i < count; ++i) {
        auto const unit = table.units;
        for (int moment = 1; moment <= moments; ++moment)
            table.add(unit, moment, 10.0 * unit + rise[static_cast<std::size_t>(moment - 1)] * (i % 2 == 0 ? 1 : 3),
                      begins);
    }
}

} // namespace

TEST_CASE("two groups, two moments by hand, whichever way it is estimated")
{
    Table table;
    add_group(table, 6, 2, 2, {0, 2}); // changes 2 and 6: mean 4, variance 4
    add_group(table, 8, 0, 2, {0, 1}); // changes 1 and 3: mean 2, variance 1
    auto const panel = table.panel();
    auto const covariates = sample::with_constant({}, panel.units);
    for (auto const estimator : {Estimator::dr, Estimator::ipw, Estimator::reg}) {
        auto const result = answer({panel, covariates, Control::never, estimator});
        REQUIRE(result.att_gt.size() == 1);
        CHECK(result.att_gt[0].att == doctest::Approx(2));
        // Each mean has its own variance: 4/6 + 1/8.
        CHECK(*result.att_gt[0].se == doctest::Approx(std::sqrt(4.0 / 6 + 1.0 / 8)).epsilon(1e-12));
        for (auto const* average : {&result.simple, &result.group, &result.dynamic, &result.calendar}) {
            CHECK(average->att == doctest::Approx(2));
            CHECK(average->se == doctest::Approx(std::sqrt(4.0 / 6 + 1.0 / 8)).epsilon(1e-12));
            // The interval is that of Welch's t: variances of samples, 24/5 of 6 and 8/7 of 8.
            auto const [df, widen] = average->certainty;
            CHECK(df == doctest::Approx(std::pow(4.0 / 5 + 1.0 / 7, 2) /
                                        (std::pow(4.0 / 5, 2) / 5 + std::pow(1.0 / 7, 2) / 7)));
            CHECK(widen * average->se == doctest::Approx(std::sqrt(4.0 / 5 + 1.0 / 7)));
        }
        CHECK(!result.pretest);
        CHECK(result.notes.small_groups.empty());
    }
}

TEST_CASE("averages by hand: groups of 6 and 3, effects that differ")
{
    Table table;
    add_group(table, 6, 2, 3, {0, 2, 4});  // mean change 4, then 8
    add_group(table, 4, 3, 3, {0, 0, 10}); // 20 at moment 3
    add_group(table, 10, 0, 3, {0, 1, 1}); // 2, then 2
    auto const panel = table.panel();
    auto const covariates = sample::with_constant({}, panel.units);
    auto const result = answer({panel, covariates});
    REQUIRE(result.att_gt.size() == 4);
    double const expected[4] = {2, 6, -2, 20}; // (2,2) (2,3) (3,2) (3,3)
    for (std::size_t i = 0; i < 4; ++i) CHECK(result.att_gt[i].att == doctest::Approx(expected[i]));
    CHECK(result.simple.att == doctest::Approx((6 * 2 + 6 * 6 + 4 * 20) / 16.0));
    CHECK(result.group.att == doctest::Approx((6 * 4 + 4 * 20) / 10.0));
    CHECK(result.group.by[0].att == doctest::Approx(4));
    CHECK(result.dynamic.by.size() == 3); // -1, 0, 1
    CHECK(result.dynamic.by[1].att == doctest::Approx((6 * 2 + 4 * 20) / 10.0));
    CHECK(result.dynamic.att == doctest::Approx(((6 * 2 + 4 * 20) / 10.0 + 6) / 2));
    CHECK(result.calendar.att == doctest::Approx((2 + (6 * 6 + 4 * 20) / 10.0) / 2));
    REQUIRE(result.pretest);
    CHECK(result.pretest->df == 1);
    CHECK(result.pretest->w == doctest::Approx(std::pow(-2 / *result.att_gt[2].se, 2)));
    // One moment: F is Welch's t squared.
    auto const [df, widen] = result.att_gt[2].certainty;
    REQUIRE(result.pretest->small);
    CHECK(result.pretest->small->f == doctest::Approx(result.pretest->w / (widen * widen)));
    CHECK(result.pretest->small->df2 == doctest::Approx(df));
    CHECK(result.pretest->small->p ==
          doctest::Approx(stat::t_two_sided(std::sqrt(result.pretest->small->f), df)).epsilon(1e-10));
}

TEST_CASE("universal base: the last moment before is 0 by definition, and what comes after is the same")
{
    Random random{7};
    auto const town = sample::make_town({120, 1, 0.5, 0.2, 0.5, 4}, random);
    auto const panel = town.table.panel();
    auto const covariates = sample::with_constant({town.x}, panel.units);
    auto const varying = answer({panel, covariates});
    auto const universal = answer({panel, covariates, Control::never, Estimator::dr, Base::universal});
    REQUIRE(universal.att_gt.size() == 8);
    CHECK(!universal.att_gt[1].se);
    CHECK(universal.att_gt[1].att == 0);
    CHECK(universal.simple.att == doctest::Approx(varying.simple.att));
    CHECK(universal.simple.se == doctest::Approx(varying.simple.se));
    // From the base back to the moment before it: the other way round.
    CHECK(universal.att_gt[0].att == doctest::Approx(-varying.att_gt[0].att));
    CHECK(universal.pretest->w == doctest::Approx(varying.pretest->w));
}

TEST_CASE("anticipation: the base lies further back, and the moments between do not count as before")
{
    Random random{8};
    auto const town = sample::make_town({120, 1, 0, 0, 0, 5}, random);
    auto const panel = town.table.panel();
    auto const covariates = sample::with_constant({}, panel.units);
    StaggeredInput input{panel, covariates};
    input.anticipation = 1;
    auto const result = answer(input);
    // Group 2 at 2 is compared with 0: what 1 and 2 say together without anticipation.
    auto const plain = answer({panel, covariates});
    CHECK(result.att_gt[1].att == doctest::Approx(plain.att_gt[0].att + plain.att_gt[1].att));
    CHECK(result.pretest->df == 1); // group 3 at moment 1 alone
    CHECK(plain.pretest->df == 3);
}

TEST_CASE("without anybody who is never treated the last group stands for them, until it begins")
{
    Table table;
    add_group(table, 6, 2, 4, {0, 2, 4, 9});
    add_group(table, 8, 4, 4, {0, 1, 1, 9});
    CHECK(code_of(table, {table.panel(), {}}) == "no_controls");
    auto const panel = table.panel();
    auto const covariates = sample::with_constant({}, panel.units);
    auto const result = answer({panel, covariates, Control::notyet});
    CHECK(result.notes.last_group == 4.0);
    REQUIRE(result.att_gt.size() == 2);
    CHECK(result.att_gt[0].att == doctest::Approx(2));
    CHECK(result.att_gt[1].att == doctest::Approx(6));
}

TEST_CASE("no answer where there is none, with a code")
{
    Table nobody;
    add_group(nobody, 6, 0, 3, {0, 1, 2});
    add_group(nobody, 6, 1, 3, {0, 1, 2});
    CHECK(code_of(nobody, {nobody.panel(), {}}) == "nobody_treated");
    Table once;
    add_group(once, 6, 2, 1, {1});
    Panel const none;
    CHECK(code_of(once, {none, {}}) == "one_period");
    Table together;
    add_group(together, 6, 2, 3, {0, 1, 2});
    CHECK(code_of(together, {none, {}, Control::notyet}) == "no_controls");
    Table alone;
    add_group(alone, 1, 2, 2, {0, 1});
    add_group(alone, 9, 0, 2, {0, 1});
    CHECK(code_of(alone, {none, {}}) == "too_few");
    Table few;
    add_group(few, 6, 2, 2, {0, 1});
    add_group(few, 4, 0, 2, {0, 1});
    CHECK(code_of(few, {none, {}}) == "too_few");
    Table flat;
    add_group(flat, 6, 2, 2, {0, 0});
    add_group(flat, 6, 0, 2, {0, 0});
    CHECK(code_of(flat, {none, {}}) == "no_variation");
}

TEST_CASE("covariates that say the same twice, or that tell without fail who is treated")
{
    Random random{9};
    auto const town = sample::make_town({80, 1, 0, 0, 0, 4}, random);
    auto const panel = town.table.panel();
    std::vector<double> sure;
    for (std::size_t unit = 0; unit < panel.units; ++unit) sure.push_back(panel.group(unit, 0) == 2 ? 1 : 0);
    auto const twice = sample::with_constant({town.x, town.x}, panel.units);
    auto const apart = sample::with_constant({sure}, panel.units);
    for (auto const estimator : {Estimator::dr, Estimator::ipw, Estimator::reg}) {
        CHECK(compute_staggered({panel, twice, Control::never, estimator}).error().code == "singular");
        auto const code = compute_staggered({panel, apart, Control::never, estimator}).error().code;
        CHECK(code == (estimator == Estimator::ipw ? "no_overlap" : "singular"));
    }
    // Two that overlap nowhere, without being constant among the others.
    for (std::size_t unit = 0; unit < panel.units; ++unit) sure[unit] = sure[unit] * 10 + town.x[unit];
    auto const far = sample::with_constant({sure}, panel.units);
    auto const refused = compute_staggered({panel, far}).error();
    CHECK(refused.code == "no_overlap");
    CHECK(refused.kind == Trouble::refused);
    CHECK(refused.detail.find("begin at 2, at 1") != std::string::npos);
    CHECK(compute_staggered({panel, far, Control::never, Estimator::reg}));
}

TEST_CASE("whatever the town: levels, common trends, units of measure and of covariates change nothing")
{
    CHECK(rc::check([] {
        Random random{*rc::gen::arbitrary<std::uint32_t>()};
        auto const estimator = *rc::gen::element(Estimator::dr, Estimator::ipw, Estimator::reg);
        auto const control = *rc::gen::element(Control::never, Control::notyet);
        auto const town = sample::make_town({60, 1, 0.5, 0.3, 0.3, 4}, random);
        auto const panel = town.table.panel();
        auto const covariates = sample::with_constant({town.x}, panel.units);
        auto const plain = compute_staggered({panel, covariates, control, estimator});
        RC_PRE(plain.has_value());
        auto moved = panel;
        auto turned = town.x;
        for (std::size_t unit = 0; unit < panel.units; ++unit) {
            double const level = 5 * random.normal();
            turned[unit] = 1e4 - 300 * town.x[unit];
            for (std::size_t time = 0; time < panel.times.size(); ++time) {
                double const added = panel.group(unit, 0) > 0 && panel.times[time] >= panel.group(unit, 0) ? 2 : 0;
                moved.outcome(unit, time) = -3 * (panel.outcome(unit, time) + added) + level + std::sin(time * 4.0);
            }
        }
        auto const other = sample::with_constant({turned}, panel.units);
        auto const result = compute_staggered({moved, other, control, estimator});
        RC_ASSERT(result.has_value());
        RC_ASSERT(std::abs(result->simple.att - -3 * (plain->simple.att + 2)) < 1e-8);
        RC_ASSERT(std::abs(result->simple.se - 3 * plain->simple.se) < 1e-8);
        RC_ASSERT(std::abs(result->dynamic.se - 3 * plain->dynamic.se) < 1e-8);
        RC_ASSERT(std::abs(result->pretest->w - plain->pretest->w) < 1e-6 * (1 + plain->pretest->w));
    }));
}
