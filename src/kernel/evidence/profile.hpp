// SPDX-License-Identifier: EUPL-1.2
// Question     what is the mean, what is to be expected in a next place, and how much do places differ, when a handful of studies hardly
//              says how much they differ?
// Assumption   as in pool.hpp and regression.hpp.
// Method       Q(tau2) = y'P(tau2)y follows chi-squared with k-p degrees at the true tau2, so each share of that distribution belongs to one
//              tau2 (Q-profile); where Q(0) is already smaller, to 0. Given tau2 the mean is normal around x'b(tau2), and so is the next
//              place. Both are averaged over the distribution of tau2 by Gauss-Legendre in sqrt(Q), with tau2 = 0 as a piece of its own:
//              no random numbers, and no tau2 is taken as known.
// Units        those of the effects.
// Shapes       k studies, p columns: O(k p^2) for each of about 100 pieces, some three steps each.
// Errors       refused: those of regression.hpp.
// Source       Viechtbauer (2007), Statistics in Medicine 26, for tau2; Iyer, Wang and Mathew (2004), JASA 99, for the way to the mean;
//              Nagashima, Noma and Furukawa (2019), SMMR 28, who do alike for the next place with another Q.
#pragma once

#include "base/result.hpp"
#include "kernel/evidence/method.hpp"
#include "kernel/stat/design.hpp"

#include <span>

namespace wf::evidence {

struct ProfileInput {
    std::span<double const> effects;
    std::span<double const> variances;
    stat::Design const& design;
    std::span<double const> at; ///< a value for each column of the design
    double level{0.95};
};

struct Profile {
    Interval mean;
    double p{1}; ///< of a mean of 0, two-sided
    Interval prediction;
    double below_zero{0}; ///< chance that the effect in a next place is below 0
    Interval tau2;
};

[[nodiscard]] Result<Profile> compute_profile(ProfileInput const& input);

} // namespace wf::evidence
