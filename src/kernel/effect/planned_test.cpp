// SPDX-License-Identifier: EUPL-1.2
#include "kernel/effect/planned.hpp"

#include "base/random.hpp"
#include "kernel/effect/prepost.hpp"
#include "kernel/stat/distribution.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <cmath>

using namespace wf;
using namespace wf::effect;

namespace {

constexpr std::size_t planned = 200;
constexpr std::size_t each_week = 10;

Estimate estimate_of(double value, double se, double df)
{
    return make_estimate("change", value, se * se, df, 0.95);
}

/// Persons as they come in: what they change is `effect`, around it their own luck (two-sided exponential: heavier tails than the normal).
struct Stream {
    stat::Column before{"before", {}, {}, {}};
    stat::Column after{"after", {}, {}, {}};

    Stream(std::uint64_t study, double effect)
    {
        Random random{20261122, study};
        for (std::size_t i = 0; i < planned; ++i) {
            double const first = random.normal();
            double const luck = -std::log(1 - random.uniform()) * (random.below(2) == 0 ? 1 : -1);
            before.numbers.push_back(first);
            after.numbers.push_back(first + effect + luck);
        }
    }
    [[nodiscard]] Estimate look(std::size_t come_in) const
    {
        auto const part = [&](stat::Column const& all) {
            stat::Column some{all.name, {}, {}, {}};
            some.numbers.assign(all.numbers.begin(), all.numbers.begin() + static_cast<std::ptrdiff_t>(come_in));
            return some;
        };
        auto const first = part(before);
        auto const second = part(after);
        PrePost question;
        question.before = &first;
        question.after = &second;
        auto change = measure_change(question)->change;
        if (come_in >= planned) return change;
        return look_before(change, static_cast<double>(come_in) / planned, 0.95);
    }
};

struct Kept {
    int alarms{0};
    int alarms_of_who_takes_each_look_alone{0};
    int before{0}; ///< seen before the planned moment
};

Kept simulate(int studies, double effect)
{
    Kept kept;
    for (int study = 0; study < studies; ++study) {
        Stream const stream{static_cast<std::uint64_t>(study), effect};
        bool alarm = false;
        bool alone = false;
        for (std::size_t come_in = 2 * each_week; come_in <= planned; come_in += each_week) {
            auto const seen = stream.look(come_in);
            if (seen.p < 0.05 && come_in < planned && !alarm) ++kept.before;
            alarm = alarm || seen.p < 0.05;
            alone = alone || stat::t_two_sided(seen.statistic, seen.df) < 0.05;
        }
        kept.alarms += alarm ? 1 : 0;
        kept.alarms_of_who_takes_each_look_alone += alone ? 1 : 0;
    }
    return kept;
}

} // namespace

TEST_CASE("by hand: the bound of the mixture half-way, for a known spread")
{
    // chance 0.005; mixture = 10.596635 + log(10.596635) + 1 = 13.957171, half of it 6.978585;
    // bound = sqrt(2 * 7.978585 / 6.978585 * (log(7.978585) / 2 + 5.298317)) = 3.80650.
    auto const seen = look_before(estimate_of(1, 0.5, stat::infinite_df), 0.5, 0.95);
    CHECK(seen.high == doctest::Approx(1 + 0.5 * 3.80650).epsilon(1e-5));
    CHECK(seen.low == doctest::Approx(1 - 0.5 * 3.80650).epsilon(1e-5));
    // z = 2: 10 * sqrt(7.978585) * exp(-4 * 6.978585 / (2 * 7.978585)) = 4.911
    CHECK(seen.p == doctest::Approx(1));
    auto const far = look_before(estimate_of(2.5, 0.5, stat::infinite_df), 0.5, 0.95);
    CHECK(far.p == doctest::Approx(10 * 2.824639 * std::exp(-25 * 6.978585 / (2 * 7.978585))).epsilon(1e-5));
    Estimate unknown;
    CHECK(!look_before(unknown, 0.5, 0.95).se);
}

TEST_CASE("p is below what is left for false alarms exactly where the interval does not hold 0; sooner is wider")
{
    CHECK(rc::check([] {
        auto const hundredths = [](int low, int high) { return *rc::gen::inRange(low, high) / 100.0; };
        double const level = *rc::gen::element(0.8, 0.9, 0.95, 0.99);
        double const fraction = hundredths(1, 100);
        double const df = *rc::gen::element(3.0, 12.0, 200.0, stat::infinite_df);
        auto const seen = look_before(estimate_of(hundredths(-2000, 2000), 1, df), fraction, level);
        double const alpha = 1 - level;
        if (std::abs(seen.p - alpha) > 1e-9) RC_ASSERT((seen.p < alpha) == (seen.low > 0 || seen.high < 0));
        auto const sooner = look_before(estimate_of(seen.estimate, 1, df), fraction / 2, level);
        RC_ASSERT(sooner.high > seen.high);
    }));
}

TEST_CASE("promise: who looks each week and once as planned is alarmed without a reason in at most 5.5 % of studies")
{
    constexpr int studies = 2'000;
    auto const nothing = simulate(studies, 0);
    MESSAGE("no effect: " << nothing.alarms << " of " << studies << " alarmed, " << nothing.before
                          << " of them before the planned moment; taking each look alone "
                          << nothing.alarms_of_who_takes_each_look_alone);
    CHECK(nothing.alarms <= studies * 55 / 1000);
    CHECK(nothing.alarms_of_who_takes_each_look_alone > studies * 15 / 100);
    auto const large = simulate(studies / 4, 0.6);
    MESSAGE("0.4 standard deviation: " << large.alarms << " of " << studies / 4 << " seen, " << large.before
                                       << " of them before the planned moment");
    CHECK(large.before > studies / 4 / 2);
}
