// SPDX-License-Identifier: EUPL-1.2
// Question     a regression with a constant for each unit and each moment gives one number for something that began at different
//              moments: which comparisons is it made of, and how much does each weigh?
// Assumption   who begins goes on. The regression takes those who began earlier as the others for those who begin later: where effects
//              grow or differ that is no comparison at all, and `later_vs_earlier` says how much of the number comes from it.
// Method       Goodman-Bacon (2021), theorem 1: for each pair of groups a difference in differences over the moments in which one of the
//              two begins and the other does not; the weighted sum is the coefficient.
// Shapes       O(units x moments + groups^2 x moments).
// Errors       refused: nobody_treated, no_controls (all begin at once, or all were treated always), goes_back (treatment that stops).
// Source       Goodman-Bacon (2021), Journal of Econometrics 225.
#pragma once

#include "base/result.hpp"
#include "kernel/effect/panel.hpp"

#include <optional>
#include <string_view>
#include <vector>

namespace wf::effect {

inline constexpr char const* bacon_version = "1";

enum class PairType { treated_vs_never, treated_vs_always, earlier_vs_later, later_vs_earlier };
[[nodiscard]] std::string_view name_of(PairType type);

struct BaconPair {
    PairType type{PairType::treated_vs_never};
    double treated{0};               ///< the moment at which this group begins
    std::optional<double> untreated; ///< the same of the other; none for never, the first moment for always
    double estimate{0};
    double weight{0};
};

struct BaconPart {
    PairType type{PairType::treated_vs_never};
    double estimate{0}; ///< weighted mean of its pairs
    double weight{0};
};

struct BaconResult {
    double twfe{0};
    std::vector<BaconPair> pairs;
    std::vector<BaconPart> by_type;
};

/// `group` of the panel holds 0 or 1 for each moment.
[[nodiscard]] Result<BaconResult> compute_bacon(Panel const& panel);

} // namespace wf::effect
