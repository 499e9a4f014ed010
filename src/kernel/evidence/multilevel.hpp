// SPDX-License-Identifier: EUPL-1.2
// Question     what do studies say together when they lie in groups (studies in schools, schools in districts), and how much of the
//              difference is between groups and how much inside?
// Assumption   as in pool.hpp, with a normal effect of each group at each level, apart from each other; inner groups lie in outer ones.
//              With `robust` the standard errors of the coefficients hold when that is not quite so, as long as clusters are apart.
// Method       restricted likelihood of variances at 0 or above, its gradient worked out exactly from sums of groups inside groups, the
//              highest of several starts (Newton, bounded); then generalised least squares with a normal reference. `loglik` has
//              + 1/2 log|X'X|. robust: cr1 (df G-1) or cr2 (Satterthwaite) by clusters.
// Shapes       k studies, p columns, L levels: O(k p^2) once, then O(groups p^2 L) for each of some 50 steps; robust O(sum n_j^3).
// Errors       refused: those of pool.hpp and regression.hpp, one_group, levels_coincide, not_converged; robust: cluster_splits_group,
//              too_few_clusters, no_freedom, no_residuals.
// Source       Konstantopoulos (2011); `rma.mv` of metafor 3.8, `coef_test` of clubSandwich 0.5.
#pragma once

#include "base/result.hpp"
#include "kernel/evidence/regression.hpp"

namespace wf::evidence {

struct MultilevelInput {
    std::span<double const> effects;
    std::span<double const> variances;
    stat::Design const& design;
    std::vector<stat::Groups> levels; ///< the outermost first; the same name in another outer group is another group
    double level{0.95};
};

struct Multilevel {
    std::size_t k{0};
    std::vector<std::size_t> groups; ///< how many at each level
    std::vector<double> sigma2;      ///< of each level, the outermost first
    std::vector<Coefficient> coefficients;
    double log_likelihood{0};
};

[[nodiscard]] Result<Multilevel> compute_multilevel(MultilevelInput const& input);

/// The coefficients once more, with standard errors by clusters. `fit` is the answer to `input`.
[[nodiscard]] Result<std::vector<Coefficient>> make_robust(MultilevelInput const& input, Multilevel const& fit,
                                                           stat::Groups const& clusters, Correction correction);

} // namespace wf::evidence
