// SPDX-License-Identifier: EUPL-1.2
// Question     units began with something at different moments, some perhaps never: what did it do, on average, to those who began,
//              by group (moment of the beginning), by time since then, by moment, and all together?
// Assumption   without it, those who began would have changed as those who did not (yet) and are like them (parallel trends given the
//              covariates); nobody reacts more than `anticipation` before the beginning; who begins goes on; units do not touch each
//              other, and are drawn independently. Not assumed: that the effect is the same for all, or at once.
// Method       Callaway and Sant'Anna (2021): for each group and moment two groups, two moments (two_groups.hpp); averages weighted by
//              how many units a group has. Standard errors from influence functions, also of the weights; no bootstrap, so each
//              interval holds 95 % by itself, not all at once. df for intervals: Satterthwaite over the groups, as each
//              adds its own spread. Pretest: Wald, all moments before the beginning (less anticipation).
// Units        those of the outcome. Moments are numbers in the order of time; only their order and, for anticipation and time since
//              the beginning, their difference counts.
// Shapes       8 bytes for each unit, group and moment. O(units x groups x moments x columns^2).
// Errors       refused: nobody_treated, no_controls, too_few, no_overlap, singular, no_variation; one_period is of the panel.
// Source       Callaway, Sant'Anna (2021), Journal of Econometrics 225; checked against R did 2.1.1 and 2.3.
#pragma once

#include "kernel/effect/panel.hpp"
#include "kernel/effect/two_groups.hpp"

#include <optional>
#include <vector>

namespace wf::effect {

inline constexpr char const* staggered_version = "2";

enum class Control { never, notyet };
enum class Base { varying, universal };

struct StaggeredInput {
    Panel const& panel; ///< group: when first treated, 0 for never
    std::vector<stat::Matrix> const&
        covariates; ///< units x columns with the constant; one for each moment, or one for all
    Control control{Control::never};
    Estimator estimator{Estimator::dr};
    Base base{Base::varying};
    double anticipation{0};
};

/// An interval reaches t(df) x widen x se to each side.
struct Certainty {
    double df{0};
    double widen{1};
};

/// Without a standard error: the base itself, which is 0 by definition.
struct GroupTime {
    double group{0};
    double time{0};
    double att{0};
    std::optional<double> se;
    Certainty certainty;
};

struct Part {
    double at{0}; ///< the group, the time since the beginning, or the moment
    double att{0};
    std::optional<double> se;
    Certainty certainty;
};

struct Average {
    double att{0};
    double se{0};
    Certainty certainty;
    std::vector<Part> by;
};

struct Pretest {
    double w{0};
    std::size_t df{0};
    double p{1};
    /// The same for few units: F with df and df2. None where the units leave too few degrees of freedom.
    struct Small {
        double f{0};
        double df2{0};
        double p{1};
    };
    std::optional<Small> small;
};

/// What the answer left out, or what makes it weaker.
struct StaggeredNotes {
    std::size_t treated_at_once{0}; ///< units left out: treated before there was a moment to compare with
    bool pretest_singular{false};
    std::optional<double>
        last_group; ///< no unit is never treated: this group serves as the others, moments from here on are out
    std::vector<double> small_groups; ///< fewer than columns + 5
    std::size_t trimmed{0};           ///< controls left out of a group and time, for a chance above 0.995
};

struct StaggeredResult {
    std::vector<GroupTime> att_gt;
    Average simple;
    Average group;
    Average dynamic;
    Average calendar;
    std::optional<Pretest> pretest;
    std::size_t units{0};
    StaggeredNotes notes;
};

[[nodiscard]] Result<StaggeredResult> compute_staggered(StaggeredInput const& input);

} // namespace wf::effect
