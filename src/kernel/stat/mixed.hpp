// SPDX-License-Identifier: EUPL-1.2
// Question     how does an outcome go with columns, when rows lie in groups (people in teams, moments in people) that each have a level, and
//              perhaps a slope, of their own?
// Assumption   effects of groups are normal around 0 and apart from each other, what is left of a row is normal with one variance; inner
//              groups lie in outer ones.
// Method       restricted (or full) likelihood, profiled over the fixed part and the variance of rows, as lme4 does: left are the entries
//              of a triangle for each term, relative to that variance. Sums of columns are made once for each innermost group; a
//              likelihood then costs a few operations for each group. Newton with differences, from the best of a grid.
// Units        sd and sigma in those of the outcome (a slope: outcome for each unit of its column). `criterion` is -2 log likelihood
//              (restricted: REML criterion of lme4).
// Shapes       n rows, p columns, G innermost groups: O(n p^2) once, O(G p^2) for each of 30 to 300 steps.
// Errors       refused: no_rows, too_few_rows, no_spread (of the outcome), collinear, perfect_fit, out_of_range, one_group, no_repeats (a group for each
//              row), crossed_groups, group_twice, no_slope (a slope that does not vary), not_converged.
//              A variance that ends at its border is an answer, with `boundary`.
// Source       Bates, Maechler, Bolker, Walker (2015); tests against lme4 1.1-31.
#pragma once

#include "base/result.hpp"
#include "kernel/stat/design.hpp"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace wf::stat {

inline constexpr char const* mixed_version = "1";

enum class Likelihood { restricted, full };

struct RandomTerm {
    std::string group;
    Groups groups;
    std::vector<double> slope; ///< empty: an intercept alone
    std::string slope_name;
};

struct MixedInput {
    std::span<double const> outcome;
    Design const& design;
    std::vector<RandomTerm> terms;
    Likelihood likelihood{Likelihood::restricted};
};

struct FixedEffect {
    std::string name;
    double estimate{0};
    double se{0};
};

struct RandomEffect {
    std::string group;
    std::uint32_t count{0};
    std::vector<double> sd; ///< of the intercept, and of the slope
    std::optional<double> correlation;
};

struct Mixed {
    std::size_t n{0};
    std::vector<FixedEffect> fixed;
    std::vector<RandomEffect> random; ///< in the order of the terms
    double sigma{0};
    double criterion{0};
    bool boundary{false};
};

[[nodiscard]] Result<Mixed> compute_mixed(MixedInput const& input);

} // namespace wf::stat
