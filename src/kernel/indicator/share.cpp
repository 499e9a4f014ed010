// SPDX-License-Identifier: EUPL-1.2
#include "kernel/indicator/share.hpp"

#include <algorithm>
#include <cmath>

namespace wf::indicator {

RateResult judge_share(ShareInput const& input)
{
    constexpr double whole = 100;
    RateResult result;
    if (!std::isfinite(input.percent) || input.percent < 0 || input.percent > whole) {
        result.reason = "not_a_percentage";
        return result;
    }
    // Written so that a base that is not a number refuses too.
    if (input.base && !(*input.base >= input.least_base)) {
        result.reason = "base_too_small";
        return result;
    }
    auto const bounds = rounding_bounds(input.percent, input.rounding, 0);
    result.status = Status::answered;
    result.rate = input.percent;
    result.low = bounds.low;
    result.high = std::min(bounds.high, whole);
    return result;
}

} // namespace wf::indicator
