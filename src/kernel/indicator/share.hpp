// SPDX-License-Identifier: EUPL-1.2
// Question     may a published percentage or average be shown, and between which bounds does rounding leave it?
// Assumption   it is about the people (or households) of `base`; below `least_base` of them it says more about single
//              people than about an area, and could lead to them. A base that is not known does not forbid: the source decided.
// Units        per cent, 0 to 100 (average: its own unit, not negative); base in persons or households.
// Errors       refused, never NaN: base_too_small, not_a_percentage, not_an_average (negative or not finite).
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

struct AverageInput {
    double average{0};
    double rounding{0};
    std::optional<double> base;
    double least_base{25};
};

/// The same rule for an average over people or households (persons per household, cars per household).
[[nodiscard]] RateResult judge_average(AverageInput const& input);

} // namespace wf::indicator
