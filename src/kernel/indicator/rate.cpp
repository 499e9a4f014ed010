// SPDX-License-Identifier: EUPL-1.2
#include "kernel/indicator/rate.hpp"

#include "base/check.hpp"

#include <algorithm>
#include <cmath>

namespace wf::indicator {
namespace {

bool is_count(double value)
{
    return std::isfinite(value) && value >= 0;
}

RateResult refuse(char const* reason)
{
    RateResult result;
    result.reason = reason;
    return result;
}

} // namespace

Bounds rounding_bounds(double value, double rounding, double floor)
{
    WF_CHECK(is_count(rounding));
    double const low = std::max(floor, value - rounding / 2);
    return {low, std::max(low, value + rounding / 2)};
}

RateResult compute_rate(RateInput const& input)
{
    WF_CHECK(std::isfinite(input.factor) && input.factor > 0);
    if (!input.numerator.value) return refuse("numerator_missing");
    if (!input.denominator.value) return refuse("denominator_missing");
    double const numerator = *input.numerator.value;
    double const denominator = *input.denominator.value;
    if (!is_count(numerator) || !is_count(denominator)) return refuse("not_a_count");
    if (!is_count(input.numerator.rounding) || !is_count(input.denominator.rounding)) return refuse("not_a_count");
    if (input.numerator.year != input.denominator.year) return refuse("different_years");
    if (denominator == 0) return refuse("denominator_zero");
    if (denominator < input.least_denominator) return refuse("denominator_too_small");

    Bounds const over = rounding_bounds(numerator, input.numerator.rounding, 0);
    Bounds const under = rounding_bounds(denominator, input.denominator.rounding, 0);
    // The true denominator may be zero here: no upper bound exists.
    if (under.low <= 0) return refuse("denominator_too_small");

    RateResult result;
    result.status = Status::answered;
    result.rate = numerator / denominator * input.factor;
    result.low = over.low / under.high * input.factor;
    result.high = over.high / under.low * input.factor;
    if (!std::isfinite(result.high) || !std::isfinite(result.rate)) return refuse("not_a_count");
    return result;
}

} // namespace wf::indicator
