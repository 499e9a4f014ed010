// SPDX-License-Identifier: EUPL-1.2
// Question     what do studies say together when one study gives several effects (from the same people, or in one team), and nobody knows
//              how these hang together?
// Assumption   clusters are independent. Inside one, `correlated` works with one correlation `rho` of the chance in its effects (the same
//              people), `hierarchical` with variances between clusters and within. When that is wrong the answer still holds, with
//              wider margins than need be.
// Method       Hedges, Tipton and Johnson (2010): variances by the method of moments; weights 1/(n_j (mean v_j + tau2)), hierarchical
//              1/(v + tau2 + omega2); standard errors and degrees of freedom of cr2 (Tipton 2015). Below four degrees of freedom an
//              answer is not to be trusted: `weak`.
// Shapes       k effects, G clusters of n_j: O(k p^2 + sum n_j^3).
// Errors       refused: those of pool.hpp and regression.hpp, too_few_clusters, no_freedom, no_residuals, no_repeats (no cluster has two effects).
// Source       `robu` of robumeta 2.0 with small = TRUE.
#pragma once

#include "base/result.hpp"
#include "kernel/evidence/regression.hpp"

namespace wf::evidence {

enum class Dependence { correlated, hierarchical };

struct RobustInput {
    std::span<double const> effects;
    std::span<double const> variances;
    stat::Design const& design;
    stat::Groups const& clusters;
    Dependence dependence{Dependence::correlated};
    double rho{0.8};
    double level{0.95};
};

struct Robust {
    std::size_t k{0};
    std::size_t clusters{0};
    std::vector<Coefficient> coefficients;
    double tau2{0};
    std::optional<double> omega2; ///< within clusters; hierarchical only
    bool weak{false};             ///< a coefficient has fewer than four degrees of freedom
};

[[nodiscard]] Result<Robust> compute_robust(RobustInput const& input);

} // namespace wf::evidence
