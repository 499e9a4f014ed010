// SPDX-License-Identifier: EUPL-1.2
// Question     what do studies say together, how much do they differ from each other, and what is to be expected in a next place?
// Assumption   each study gives an unbiased effect with a known sampling variance, apart from the others; what they would find if they
//              were endless is normal around a mean, with variance tau2 (`fixed`: one and the same).
// Method       random effects with weights 1/(v + tau2); tau2 as `Spread` says, the highest likelihood where there are several tops.
//              The prediction interval is estimate +- quantile sqrt(se^2 + tau2): normal with z, t with k-1 df with knha.
// Units        those of the effects; i2 and weights in percent.
// Shapes       O(k) for each of some 10 to 20 steps; a Pooler keeps its room and allocates nothing from the second call of a size.
// Errors       refused: no_studies, one_study, not_a_number, variance_negative, variance_zero, all_variances_zero, no_spread (knha of
//              equal effects), out_of_range (sums above or below what a double can hold), bad_level.
// Source       Viechtbauer (2010); Knapp and Hartung (2003); Higgins, Thompson, Spiegelhalter (2009); conventions of metafor 3.8.
#pragma once

#include "kernel/evidence/method.hpp"

#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace wf::evidence {

struct PoolInput {
    std::span<double const> effects;
    std::span<double const> variances;
    Spread spread{Spread::reml};
    Reference reference{Reference::z};
    double level{0.95};
};

struct PoolResult {
    Status status{Status::refused};
    std::string_view reason;
    std::size_t k{0};
    double estimate{0};
    double se{0};
    double statistic{0};
    std::optional<double> df; ///< of the t; none with a normal reference
    double p{1};
    Interval ci;
    double tau2{0};
    std::optional<double> tau2_se; ///< none for fixed
    double i2{0};
    double h2{1};
    double q{0};
    double q_p{1};
    std::optional<Interval> prediction; ///< none for fixed
};

/// What is wrong with effects and variances before anything is worked out; empty when nothing is.
[[nodiscard]] std::string_view fault_of(std::span<double const> effects, std::span<double const> variances);

class Pooler {
public:
    [[nodiscard]] PoolResult pool(PoolInput const& input);
    /// Of the last answer, in the order of the studies; percent, together 100.
    [[nodiscard]] std::span<double const> weights() const { return m_weights; }

private:
    [[nodiscard]] double quantile(double level, std::optional<double> df);

    std::vector<double> m_effects; ///< around their mean
    std::vector<double> m_weights;
    double m_quantile{0};
    double m_quantile_level{0};
    std::optional<double> m_quantile_df;
};

} // namespace wf::evidence
