// SPDX-License-Identifier: EUPL-1.2
// Question     which features of studies go with larger effects, and how much difference between studies is left then?
// Assumption   as in pool.hpp, around a mean that is a sum of coefficients times columns.
// Method       weighted least squares with weights 1/(v + tau2), tau2 as `Spread` says from what the columns leave. qm is the test of all
//              coefficients but the constant (chi-squared with z, F with knha), r2 the share of tau2 that the columns take away: 100
//              (tau2 without them - tau2) / tau2 without them, not below 0.
// Shapes       k rows, p columns: O(k p^2) for each of some 10 to 20 steps.
// Errors       refused: those of pool.hpp, too_few_studies (not more than columns), collinear, perfect_fit (knha, nothing is left over).
// Source       Viechtbauer (2010), `rma` of metafor 3.8; Lopez-Lopez and others (2014) for r2.
#pragma once

#include "base/result.hpp"
#include "kernel/evidence/method.hpp"
#include "kernel/stat/design.hpp"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace wf::evidence {

struct RegressionInput {
    std::span<double const> effects;
    std::span<double const> variances;
    stat::Design const& design;
    Spread spread{Spread::reml};
    Reference reference{Reference::z};
    double level{0.95};
};

struct Coefficient {
    std::string name;
    double estimate{0};
    double se{0};
    double statistic{0};
    std::optional<double> df; ///< of the t; none with a normal reference
    double p{1};
    Interval ci;
};

/// All of these coefficients are 0: chi-squared with df, or F with df and df2.
struct JointTest {
    double statistic{0};
    double df{0};
    std::optional<double> df2;
    double p{1};
};

struct Regression {
    std::size_t k{0};
    std::vector<Coefficient> coefficients;
    stat::Matrix covariance;
    std::optional<double> df;
    double tau2{0};
    std::optional<double> tau2_se;
    double i2{0};
    double h2{1};
    std::optional<JointTest> qm; ///< none for a constant alone
    double qe{0};
    double qe_df{0};
    double qe_p{1};
    std::optional<double> r2;    ///< none for fixed, without a constant, or where tau2 is 0 without columns
    std::vector<double> weights; ///< percent
};

[[nodiscard]] Result<Regression> compute_regression(RegressionInput const& input);

/// What to expect in a next place.
struct Expectation {
    double estimate{0};
    double se{0};
    Interval ci;
    Interval prediction;
    double below_zero{0}; ///< chance that the effect there is below 0
};
/// `at` has a value for each column of the design.
[[nodiscard]] Expectation expect_at(Regression const& result, std::span<double const> at, double level);

} // namespace wf::evidence
