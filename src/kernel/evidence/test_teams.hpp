// SPDX-License-Identifier: EUPL-1.2
// Teams with several effects each, made up, and how often methods say that a mean of 0 is not 0. For the test and for the full runs.
#pragma once

#include "base/check.hpp"
#include "base/random.hpp"
#include "kernel/evidence/multilevel.hpp"
#include "kernel/evidence/robust.hpp"

#include <cmath>

namespace wf::evidence::teams {

struct Teams {
    std::vector<double> effects;
    std::vector<double> variances;
    stat::Groups clusters;
    stat::Groups places; ///< of an effect in its team
    stat::Design design;
};

/// One to five effects of each team, whose chance hangs together (0.6); teams differ (0.03), and effects inside (0.02). The mean is 0.
inline Teams draw_teams(std::size_t teams, Random& random)
{
    Teams drawn;
    drawn.clusters.count = static_cast<std::uint32_t>(teams);
    drawn.places.count = 5;
    for (std::uint32_t team = 0; team < teams; ++team) {
        std::uint32_t const size = team == 0 ? 2 : 1 + static_cast<std::uint32_t>(random.below(5));
        double const own = std::sqrt(0.03) * random.normal();
        double const shared = random.normal();
        for (std::uint32_t i = 0; i < size; ++i) {
            double const v = 2.0 / (20 + 180 * random.uniform());
            double const chance = std::sqrt(0.6) * shared + std::sqrt(0.4) * random.normal();
            drawn.effects.push_back(own + std::sqrt(0.02) * random.normal() + std::sqrt(v) * chance);
            drawn.variances.push_back(v);
            drawn.clusters.of.push_back(team);
            drawn.places.of.push_back(i);
        }
    }
    drawn.design.names.emplace_back("intercept");
    drawn.design.x.add_column(std::vector<double>(drawn.effects.size(), 1));
    return drawn;
}

struct Alarms {
    double correlated{0};
    double hierarchical{0};
    double cr2{0};
    double model{0}; ///< multilevel without robust standard errors
};

inline Alarms simulate_teams(std::size_t teams, int runs)
{
    Random random{20261216, teams};
    Alarms found;
    auto const alarm = [&](Coefficient const& coefficient) { return coefficient.p < 0.05 ? 1.0 / runs : 0; };
    for (int run = 0; run < runs; ++run) {
        auto const drawn = draw_teams(teams, random);
        RobustInput input{drawn.effects, drawn.variances, drawn.design, drawn.clusters};
        auto const correlated = compute_robust(input);
        WF_CHECK(correlated);
        found.correlated += alarm(correlated->coefficients[0]);
        input.dependence = Dependence::hierarchical;
        auto const hierarchical = compute_robust(input);
        WF_CHECK(hierarchical);
        found.hierarchical += alarm(hierarchical->coefficients[0]);
        MultilevelInput const levels{drawn.effects, drawn.variances, drawn.design, {drawn.clusters, drawn.places}};
        auto const fit = compute_multilevel(levels);
        WF_CHECK(fit);
        found.model += alarm(fit->coefficients[0]);
        auto const cr2 = make_robust(levels, *fit, drawn.clusters, Correction::cr2);
        WF_CHECK(cr2);
        found.cr2 += alarm((*cr2)[0]);
    }
    return found;
}

} // namespace wf::evidence::teams
