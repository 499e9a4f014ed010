// SPDX-License-Identifier: EUPL-1.2
// Question     may a published percentage be shown, and between which bounds does rounding leave it?
// Assumption   the percentage is about the people (or households) of `base`; below `least_base` of them it says more about single
//              people than about an area, and could lead to them. A base that is not known does not forbid: the source decided.
// Units        per cent, 0 to 100; base in persons or households.
// Errors       refused, never NaN: base_too_small, not_a_percentage.
// Source       the rule of small numbers in docs/decisions/0010-small-numbers.md.
#pragma once

#include "kernel/indicator/rate.hpp"

#include <optional>

namespace wf::indicator {

struct ShareInput {
    double percent{0};
    double rounding{0};         ///< published to the nearest multiple of this; 0: exact
    std::optional<double> base; ///< how many people or households stand below it
    double least_base{25};
};

/// As a rate with factor 100: `rate`, `low` and `high` in per cent.
[[nodiscard]] RateResult judge_share(ShareInput const& input);

} // namespace wf::indicator
