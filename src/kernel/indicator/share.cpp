// SPDX-License-Identifier: EUPL-1.2
#include "kernel/indicator/share.hpp"

#include <algorithm>
#include <cmath>

namespace wf::indicator {
namespace {

RateResult refuse(char const* reason)
{
    RateResult result;
    result.reason = reason;
    return result;
}

/// Written so that a base that is not a number is too small as well.
bool is_too_small(std::optional<double> const& base, double least)
{
    return base && !(*base >= least);
}

RateResult answer(double value, double rounding)
{
    RateResult result;
    auto const bounds = rounding_bounds(value, rounding, 0);
    result.status = Status::answered;
    result.rate = value;
    result.low = bounds.low;
    result.high = bounds.high;
    return result;
}

} // namespace

RateResult judge_share(ShareInput const& input)
{
    constexpr double whole = 100;
    if (!std::isfinite(input.percent) || input.percent < 0 || input.percent > whole) return refuse("not_a_percentage");
    if (is_too_small(input.base, input.least_base)) return refuse("base_too_small");
    auto result = answer(input.percent, input.rounding);
    result.high = std::min(result.high, whole);
    return result;
}

RateResult judge_average(AverageInput const& input)
{
    if (!std::isfinite(input.average) || input.average < 0) return refuse("not_an_average");
    if (is_too_small(input.base, input.least_base)) return refuse("base_too_small");
    return answer(input.average, input.rounding);
}

} // namespace wf::indicator
