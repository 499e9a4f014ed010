// SPDX-License-Identifier: EUPL-1.2
#include "kernel/@name@/@name@.hpp"

#include <cmath>

namespace wf::@name@ {

@Name@Result compute_@name@(@Name@Input const& input)
{
    @Name@Result result;
    for (auto const& value : input.values) {
        if (!value) {
            ++result.missing;
            continue;
        }
        if (!std::isfinite(*value)) {
            result.reason = "not_finite";
            result.answer = 0;
            return result;
        }
        ++result.n;
        // A running mean cannot overflow where the values do not.
        auto const n = static_cast<double>(result.n);
        result.answer += *value / n - result.answer / n;
    }
    if (result.n == 0) {
        result.reason = "no_values";
        return result;
    }
    result.status = Status::answered;
    return result;
}

} // namespace wf::@name@
