// SPDX-License-Identifier: EUPL-1.2
#include "kernel/effect/power.hpp"

#include "kernel/stat/distribution.hpp"
#include "kernel/stat/refuse.hpp"

#include <boost/math/distributions/non_central_t.hpp>

#include <algorithm>
#include <cmath>

namespace wf::effect {
namespace {

constexpr std::uint64_t most = 10'000'000;

/// Variance of a cluster's mean at a moment, and covariance of two moments.
struct Means {
    double variance;
    double covariance;
};

Means means_of(PowerInput const& in)
{
    double const within = (1 - in.icc) / static_cast<double>(in.cluster_size);
    double const square = in.sd * in.sd;
    return {square * (in.icc + within), square * (in.icc * in.cac + within * in.r)};
}

std::uint64_t others(PowerInput const& in, std::uint64_t n)
{
    return std::max<std::uint64_t>(1, static_cast<std::uint64_t>(std::ceil(in.ratio * static_cast<double>(n) - 1e-9)));
}

/// With `clusters` spread over the steps as evenly as can be. Time effects are estimated along.
double wedge_variance(PowerInput const& in, std::uint64_t clusters)
{
    auto const [variance, covariance] = means_of(in);
    double const moments = static_cast<double>(in.steps) + 1;
    double const own = variance - covariance;
    double const shared = covariance / (own + moments * covariance);
    double treated = 0; // sum over clusters of their treated moments, and of the square of that
    double squares = 0;
    for (std::uint64_t step = 0; step < in.steps; ++step) {
        auto const here = static_cast<double>(clusters / in.steps + (step < clusters % in.steps ? 1 : 0));
        double const length = static_cast<double>(in.steps - step);
        treated += here * length;
        squares += here * length * length;
    }
    double at_moments = 0; // squares of how many are treated at each moment
    double count = 0;
    for (std::uint64_t step = 0; step < in.steps; ++step) {
        count += static_cast<double>(clusters / in.steps + (step < clusters % in.steps ? 1 : 0));
        at_moments += count * count;
    }
    double const all = static_cast<double>(clusters);
    double const information = (treated - shared * squares) - (at_moments - shared * treated * treated) / all;
    return own / information;
}

struct Sureness {
    double variance;
    double df;
};

Sureness sureness_of(PowerInput const& in, std::uint64_t n)
{
    if (in.design == PowerDesign::stepped_wedge) return {wedge_variance(in, n), stat::infinite_df};
    auto const [variance, covariance] = means_of(in);
    double const size = static_cast<double>(n);
    double const change =
        (variance - covariance) * (1 / static_cast<double>(in.before) + 1 / static_cast<double>(in.after));
    if (in.design == PowerDesign::prepost) return {change / size, size - 1};
    double const control = static_cast<double>(others(in, n));
    double const one = in.design == PowerDesign::compare ? variance : change;
    return {one * (1 / size + 1 / control), size + control - 2};
}

double power_of(PowerInput const& in, Sureness const& sureness)
{
    double const shift = std::abs(in.effect) / std::sqrt(sureness.variance);
    double const bound = stat::t_quantile(0.5 + in.level / 2, sureness.df);
    if (std::isinf(sureness.df)) return stat::normal_upper(bound - shift) + stat::normal_upper(bound + shift);
    constexpr double certain = 35; // beyond it the series of the noncentral t do not end
    if (shift - bound > certain) return 1;
    boost::math::non_central_t_distribution<double> const spread{sureness.df, shift};
    return boost::math::cdf(boost::math::complement(spread, bound)) + boost::math::cdf(spread, -bound);
}

/// The fewest that leave a degree of freedom; for the stepped wedge one for each step.
std::uint64_t fewest(PowerInput const& in)
{
    if (in.design == PowerDesign::stepped_wedge) return in.steps;
    return in.design == PowerDesign::prepost || in.ratio < 1.5 ? 2 : 1;
}

std::uint64_t smallest(PowerInput const& in)
{
    auto const stride = in.design == PowerDesign::stepped_wedge ? in.steps : 1;
    auto const enough = [&](std::uint64_t k) { return power_of(in, sureness_of(in, k * stride)) >= in.power; };
    std::uint64_t low = (fewest(in) + stride - 1) / stride;
    if (enough(low)) return low * stride;
    std::uint64_t high = low;
    while (high * stride <= most && !enough(high)) {
        low = high;
        high *= 2;
    }
    if (high * stride > most) return most + 1;
    while (high - low > 1) {
        auto const middle = low + (high - low) / 2;
        (enough(middle) ? high : low) = middle;
    }
    return high * stride;
}

} // namespace

std::optional<std::string> check_power(PowerInput const& in)
{
    if (!(std::abs(in.effect) > 0)) return "effect: the effect that should be found, not 0";
    if (!(in.sd > 0)) return "sd: a number above 0";
    if (!(in.level > 0.5 && in.level < 1)) return "level: between 0.5 and 1";
    if (!(in.power > 1 - in.level && in.power < 1)) return "power: above the chance of a false alarm, and below 1";
    if (!(in.ratio >= 0.01 && in.ratio <= 100)) return "ratio: from 0.01 to 100";
    if (!(in.icc >= 0 && in.icc < 1)) return "icc: from 0 to below 1";
    if (!(in.cac >= 0 && in.cac <= 1)) return "cac: from 0 to 1";
    if (!(in.r >= 0 && in.r < 1)) return "r: from 0 to below 1";
    if (in.cluster_size < 1 || in.cluster_size > most) return "cluster-size: from 1";
    if (in.icc > 0 && in.cluster_size == 1) return "icc: goes with --cluster-size of 2 or more";
    if (in.before < 1 || in.before > 1000) return "before: from 1 to 1000 moments";
    if (in.after < 1 || in.after > 1000) return "after: from 1 to 1000 moments";
    if (in.steps < 2 || in.steps > 1000) return "steps: from 2 to 1000";
    if (in.n && (*in.n < fewest(in) || *in.n > most))
        return "n: from " + std::to_string(fewest(in)) + " to " + std::to_string(most);
    if (in.n && in.design != PowerDesign::prepost && in.design != PowerDesign::stepped_wedge &&
        *in.n + others(in, *in.n) < 3)
        return "n: at least three in the two groups together";
    return std::nullopt;
}

Result<PowerResult> compute_power(PowerInput const& input)
{
    WF_CHECK(!check_power(input));
    auto const n = input.n ? *input.n : smallest(input);
    if (n > most)
        return stat::refuse("out_of_reach",
                            "more than 10 million would be needed: choose a larger effect, more moments, or "
                            "clusters that are measured more precisely");
    auto const sureness = sureness_of(input, n);
    PowerResult result;
    result.n = n;
    result.power = std::min(1.0, power_of(input, sureness));
    result.se = std::sqrt(sureness.variance);
    result.df = sureness.df;
    if (input.design == PowerDesign::compare || input.design == PowerDesign::did) result.n_control = others(input, n);
    result.people = (result.n + result.n_control) * input.cluster_size;
    return result;
}

} // namespace wf::effect
