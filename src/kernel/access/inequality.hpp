// SPDX-License-Identifier: EUPL-1.2
// Question     how unequally is something (what people can reach, for instance) spread over people, and do people with a higher
//              income have more of it?
// Assumption   all people of a zone have the zone's value and the zone's income; zones without people count nothing.
// Method       gini: mean absolute difference between two people over twice the mean. theil: Theil's T, the mean of
//              (x / mean) ln(x / mean), where x ln x is 0 for x = 0. palma: the mean of people with an income above that of the
//              person at 90 % over the mean of people with at most the income of the person at 40 %, people in order of
//              income; whole zones, so that equal incomes stay together. concentration: as gini, but with people in the order
//              of income (people with equal incomes share their mean rank): -1 to 1, above 0 when the rich have more.
// Units        gini 0 to 1; theil 0 to ln(people); palma and concentration without unit.
// Errors       refused, never NaN: different_sizes, bad_value, bad_population (negative or not finite), bad_income (not finite),
//              no_people, mean_zero (nobody has any). palma alone can be missing, with `palma_reason`: nobody_above (the richest
//              income holds more than 10 % of people), poorest_have_none.
// Source       Gini 1912; Theil 1967; Palma 2011; Kakwani, Wagstaff and van Doorslaer 1997 (concentration).
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "kernel/access/access.hpp"

namespace wf::access {

inline constexpr std::string_view inequality_version = "1";

struct InequalityInput {
    std::span<double const> value;      ///< one a zone, at least 0
    std::span<double const> population; ///< people, at least 0
    std::span<double const> income;     ///< of a person in the zone; empty: not known. Ignored where nobody lives.
};

struct InequalityResult {
    Status status{Status::refused};
    std::string reason; ///< code when refused
    double people{0};
    double mean{0};
    double gini{0};
    double theil{0};
    std::optional<double> palma; ///< only with incomes
    std::string palma_reason;    ///< why there is none although incomes were given
    std::optional<double> concentration;
};

/// The order of the zones changes nothing. O(zones log zones).
[[nodiscard]] InequalityResult compute_inequality(InequalityInput const& input);

} // namespace wf::access
