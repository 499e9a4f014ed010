// SPDX-License-Identifier: EUPL-1.2
// Panels that tests make, and the one with published answers.
#pragma once

#include "base/check.hpp"
#include "base/random.hpp"
#include "kernel/effect/staggered.hpp"

#include <cmath>
#include <vector>

namespace wf::effect::sample {

struct Table {
    std::vector<std::uint32_t> unit;
    std::uint32_t units{0};
    std::vector<double> time;
    std::vector<double> outcome;
    std::vector<double> group;

    void add(std::uint32_t who, double when, double what, double begins)
    {
        unit.push_back(who);
        units = std::max(units, who + 1);
        time.push_back(when);
        outcome.push_back(what);
        group.push_back(begins);
    }
    [[nodiscard]] PanelRows rows() const { return {unit, units, time, outcome, group}; }
    [[nodiscard]] Panel panel() const
    {
        auto made = make_panel(rows());
        WF_CHECK(made.has_value());
        return std::move(*made);
    }
};

/// One covariate beside the constant, the same at all moments.
inline std::vector<stat::Matrix> with_constant(std::vector<std::vector<double>> const& columns, std::size_t units)
{
    stat::Matrix x;
    x.add_column(std::vector<double>(units, 1));
    for (auto const& column : columns) x.add_column(column);
    return {std::move(x)};
}

/// Parallel trends given x: who has more x begins sooner and grows faster. The effect is 1 at once and grows by `growth`.
struct Town {
    Table table;
    std::vector<double> x;
    double truth{0}; ///< of the simple average
};

struct TownPlan {
    std::uint32_t units{200};
    double effect{0};
    double growth{0};
    double trend_by_x{0};
    double selection{0};
    int moments{4};
};

inline Town make_town(TownPlan const& plan, Random& random)
{
    Town town;
    double sum = 0;
    std::size_t count = 0;
    for (std::uint32_t unit = 0; unit < plan.units; ++unit) {
        double const x = random.normal();
        double const pull = plan.selection * x + random.normal();
        double const begins = pull > 0.8 ? 2 : pull > 0.2 ? 3 : 0;
        double const own = random.normal();
        town.x.push_back(x);
        for (int moment = 0; moment < plan.moments; ++moment) {
            double y = own + 0.3 * moment + plan.trend_by_x * x * moment + random.normal();
            if (begins > 0 && moment >= begins) {
                double const effect = plan.effect + plan.growth * (moment - begins);
                y += effect;
                sum += effect;
                ++count;
            }
            town.table.add(unit, moment, y, begins);
        }
    }
    town.truth = count == 0 ? 0 : sum / static_cast<double>(count);
    return town;
}

} // namespace wf::effect::sample
