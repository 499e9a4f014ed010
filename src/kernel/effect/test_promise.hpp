// SPDX-License-Identifier: EUPL-1.2
// Towns that are made by one program and judged by another: how often an interval holds the truth, and how often a test is wrong.
#pragma once

#include "kernel/effect/staggered.hpp"
#include "kernel/effect/test_panel.hpp"
#include "kernel/stat/distribution.hpp"

#include <cmath>

namespace wf::effect::sample {

enum class Look { alone, at_x };

struct Kept {
    int towns{0}; ///< with an answer
    int refused{0};
    int held{0};      ///< the 95 % interval of the simple average holds the truth
    int dynamic{0};   ///< the same of the average over time since
    int pretested{0}; ///< the pretest for few units says that trends differ (5 %)
    int wald{0};      ///< the same of the one that leans on many units
    double bias{0};

    [[nodiscard]] double share(int count) const { return static_cast<double>(count) / towns; }
};

/// Of all who could live there: groups are weighed by how likely they are.
struct Truth {
    double simple;
    double dynamic;
};

inline Truth truth_of(TownPlan const& plan)
{
    double const spread = std::sqrt(1 + plan.selection * plan.selection);
    double const early = stat::normal_upper(0.8 / spread);
    double const late = stat::normal_upper(0.2 / spread) - early;
    double const first = plan.effect;
    double const second = plan.effect + plan.growth;
    return {(early * (first + second) + late * first) / (2 * early + late), (first + second) / 2};
}

inline Kept keep_promise(TownPlan const& plan, Look look, Control control, Estimator estimator, int towns,
                         std::uint64_t seed)
{
    Kept kept;
    auto const truth = truth_of(plan);
    auto const reach = [](Average const& average) {
        return stat::t_quantile(0.975, average.certainty.df) * average.certainty.widen * average.se;
    };
    for (int town = 0; town < towns; ++town) {
        Random random{seed, static_cast<std::uint64_t>(town)};
        auto const made = make_town(plan, random);
        auto const panel = made.table.panel();
        std::vector<std::vector<double>> columns;
        if (look == Look::at_x) columns.push_back(made.x);
        auto const covariates = with_constant(columns, panel.units);
        auto const result = compute_staggered({panel, covariates, control, estimator});
        if (!result) {
            ++kept.refused;
            continue;
        }
        ++kept.towns;
        kept.bias += result->simple.att - truth.simple;
        if (std::abs(result->simple.att - truth.simple) <= reach(result->simple)) ++kept.held;
        if (std::abs(result->dynamic.att - truth.dynamic) <= reach(result->dynamic)) ++kept.dynamic;
        if (result->pretest && result->pretest->small && result->pretest->small->p < 0.05) ++kept.pretested;
        if (result->pretest && result->pretest->p < 0.05) ++kept.wald;
    }
    kept.bias /= kept.towns;
    return kept;
}

} // namespace wf::effect::sample
