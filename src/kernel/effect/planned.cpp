// SPDX-License-Identifier: EUPL-1.2
#include "kernel/effect/planned.hpp"

#include "base/check.hpp"
#include "kernel/stat/distribution.hpp"

#include <algorithm>
#include <cmath>

namespace wf::effect {
namespace {

/// Of the chance of a false alarm, for all looks before the planned one.
constexpr double share_of_looks = 0.1;

/// The variance of the mixture times the planned number, for which the interval is narrowest there.
double mixture(double chance)
{
    double const twice = -2 * std::log(chance);
    return twice + std::log(twice) + 1;
}

} // namespace

Estimate look_before(Estimate estimate, double fraction, double level)
{
    WF_CHECK(fraction > 0 && fraction < 1 && level > 0 && level < 1);
    if (!estimate.se) return estimate;
    double const chance = share_of_looks * (1 - level);
    double const spread = mixture(chance) * fraction;
    double const bound = std::sqrt(2 * (spread + 1) / spread * (0.5 * std::log1p(spread) - std::log(chance)));
    double const half = *estimate.se * -stat::t_quantile(stat::normal_upper(bound), estimate.df);
    estimate.low = estimate.estimate - half;
    estimate.high = estimate.estimate + half;
    double const z = -stat::normal_quantile(stat::t_two_sided(estimate.statistic, estimate.df) / 2);
    double const at_all_looks = std::sqrt(1 + spread) * std::exp(-z * z * spread / (2 * (spread + 1)));
    estimate.p = std::min(1.0, at_all_looks / share_of_looks);
    return estimate;
}

} // namespace wf::effect
