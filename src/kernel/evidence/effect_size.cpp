// SPDX-License-Identifier: EUPL-1.2
#include "kernel/evidence/effect_size.hpp"

#include "base/check.hpp"
#include "base/enum_words.hpp"

#include <boost/math/special_functions/gamma.hpp>

#include <algorithm>
#include <cmath>

namespace wf::evidence {
namespace {

constexpr double half = 0.5;

EffectSize refuse(std::string_view reason)
{
    return {0, 0, reason};
}

EffectSize answer(double effect, double variance)
{
    bool const usable = std::isfinite(effect) && std::isfinite(variance) && variance > 0;
    return usable ? EffectSize{effect, variance, {}} : refuse("out_of_range");
}

} // namespace

std::optional<Measure> find_measure(std::string_view word)
{
    return read_in(measure_words, word);
}

double small_sample_correction(double m)
{
    WF_CHECK(m > 1);
    return 1 / (std::sqrt(m / 2) * boost::math::tgamma_delta_ratio((m - 1) / 2, half));
}

EffectSize of_table(Measure measure, TwoByTwo table)
{
    auto [a, b, c, d] = table;
    if (!(std::min({a, b, c, d}) >= 0)) return refuse("negative_count");
    if (a + b == 0 || c + d == 0) return refuse("empty_group");
    if (std::min({a, b, c, d}) == 0) {
        for (auto* cell : {&a, &b, &c, &d}) *cell += half;
    }
    double const first = a + b;
    double const second = c + d;
    if (measure == Measure::odds_ratio) return answer(std::log(a / b * (d / c)), 1 / a + 1 / b + 1 / c + 1 / d);
    // 1/a - 1/n, without the loss of digits of a difference.
    if (measure == Measure::rr) return answer(std::log(a / first / (c / second)), b / (a * first) + d / (c * second));
    WF_CHECK(measure == Measure::rd);
    return answer(a / first - c / second, a / first * (b / first) / first + c / second * (d / second) / second);
}

EffectSize of_groups(Measure measure, Group const& first, Group const& second)
{
    constexpr double least_freedom = 2;
    double const freedom = first.n + second.n - 2;
    if (!(first.n >= 1 && second.n >= 1 && freedom >= least_freedom)) return refuse("too_few_people");
    if (!(first.sd >= 0 && second.sd >= 0)) return refuse("no_spread");
    double const difference = first.mean - second.mean;
    if (measure == Measure::md) {
        if (first.sd == 0 && second.sd == 0) return refuse("no_spread");
        return answer(difference, first.sd * first.sd / first.n + second.sd * second.sd / second.n);
    }
    WF_CHECK(measure == Measure::smd);
    double const pooled = ((first.n - 1) * first.sd * first.sd + (second.n - 1) * second.sd * second.sd) / freedom;
    if (!(pooled > 0)) return refuse("no_spread");
    double const g = small_sample_correction(freedom) * difference / std::sqrt(pooled);
    return answer(g, 1 / first.n + 1 / second.n + g * g / (2 * (first.n + second.n)));
}

EffectSize of_change(BeforeAfter const& change)
{
    constexpr double least_people = 3;
    if (!(change.n >= least_people)) return refuse("too_few_people");
    if (!(std::abs(change.correlation) <= 1)) return refuse("bad_correlation");
    double const s1 = change.sd_first;
    double const s2 = change.sd_second;
    if (!(s1 >= 0 && s2 >= 0)) return refuse("no_spread");
    double const of_change = (s1 - s2) * (s1 - s2) + 2 * (1 - change.correlation) * s1 * s2;
    if (!(of_change > 0)) return refuse("no_spread");
    double const d =
        small_sample_correction(change.n - 1) * (change.mean_first - change.mean_second) / std::sqrt(of_change);
    return answer(d, 1 / change.n + d * d / (2 * change.n));
}

} // namespace wf::evidence
