// SPDX-License-Identifier: EUPL-1.2
#include "kernel/effect/staggered.hpp"

#include "kernel/effect/cells.hpp"
#include "kernel/effect/certainty.hpp"
#include "kernel/stat/refuse.hpp"

#include <Eigen/Dense>

#include <algorithm>
#include <cmath>
#include <set>

namespace wf::effect {
namespace {

using Eigen::VectorXd;

/// An estimate with what each unit does to it.
struct Estimate {
    double at{0};
    double att{0};
    VectorXd influence;

    [[nodiscard]] std::optional<double> se() const
    {
        double const error = influence.norm() / static_cast<double>(influence.size());
        // Rounding alone is no spread (R did: below sqrt(eps) x 10).
        return error > 1e-12 * std::max(1.0, std::abs(att)) ? std::optional{error} : std::nullopt;
    }
};

class Averaging {
public:
    explicit Averaging(Cells const& cells)
        : m_cells{cells}, m_units{cells.group_of.size()}, m_share(cells.groups.size(), 0)
    {
        for (auto const group : cells.group_of)
            if (group != no_group) m_share[group] += 1 / static_cast<double>(m_units);
    }

    [[nodiscard]] bool is_after(GroupCell const& cell) const
    {
        return m_cells.times[cell.time] >= m_cells.groups[cell.group];
    }
    [[nodiscard]] double since(GroupCell const& cell) const
    {
        return m_cells.times[cell.time] - m_cells.groups[cell.group];
    }

    template <class Which>
    [[nodiscard]] std::vector<Estimate> take(Which const& which) const
    {
        std::vector<Estimate> taken;
        for (auto const& cell : m_cells.cells)
            if (which(cell)) taken.push_back(of(cell));
        return taken;
    }

    template <class Which>
    [[nodiscard]] Estimate weighted(double at, Which const& which) const
    {
        std::vector<std::size_t> groups;
        for (auto const& cell : m_cells.cells)
            if (which(cell)) groups.push_back(cell.group);
        return weighted(at, take(which), groups);
    }

    /// By the share of the groups; that the shares are estimated counts too.
    [[nodiscard]] Estimate weighted(double at, std::vector<Estimate> const& parts,
                                    std::vector<std::size_t> const& groups) const
    {
        double sum = 0;
        for (auto const group : groups) sum += m_share[group];
        Estimate whole{at, 0, VectorXd::Zero(static_cast<Eigen::Index>(m_units))};
        for (std::size_t i = 0; i < parts.size(); ++i) {
            whole.att += parts[i].att * m_share[groups[i]] / sum;
            if (parts[i].influence.size() > 0) whole.influence += parts[i].influence * (m_share[groups[i]] / sum);
        }
        std::vector<double> of_group(m_share.size(), 0);
        for (std::size_t i = 0; i < parts.size(); ++i) of_group[groups[i]] += (parts[i].att - whole.att) / sum;
        for (std::size_t unit = 0; unit < m_units; ++unit) {
            auto const group = m_cells.group_of[unit];
            if (group != no_group) whole.influence(static_cast<Eigen::Index>(unit)) += of_group[group];
        }
        return whole;
    }

    [[nodiscard]] Estimate mean(double at, std::vector<Estimate> const& parts) const
    {
        Estimate whole{at, 0, VectorXd::Zero(static_cast<Eigen::Index>(m_units))};
        for (auto const& part : parts) {
            whole.att += part.att / static_cast<double>(parts.size());
            if (part.influence.size() > 0) whole.influence += part.influence / static_cast<double>(parts.size());
        }
        return whole;
    }

    [[nodiscard]] Average by_group() const;
    [[nodiscard]] Average by_since() const;
    [[nodiscard]] Average by_time() const;

    [[nodiscard]] Average finish(Estimate const& whole, std::vector<Estimate> const& parts) const
    {
        Average average{whole.att, whole.se().value_or(0), certainty_of(whole.influence, m_cells), {}};
        for (auto const& part : parts)
            average.by.push_back({part.at, part.att, part.se(), certainty_of(part.influence, m_cells)});
        return average;
    }

private:
    [[nodiscard]] static Estimate of(GroupCell const& cell)
    {
        return {0, cell.att,
                Eigen::Map<VectorXd const>(cell.influence.data(), static_cast<Eigen::Index>(cell.influence.size()))};
    }

    Cells const& m_cells;
    std::size_t m_units;
    std::vector<double> m_share;
};

Average Averaging::by_group() const
{
    std::vector<Estimate> parts;
    std::vector<std::size_t> groups;
    for (std::size_t group = 0; group < m_cells.groups.size(); ++group) {
        auto const own = take([&](GroupCell const& cell) { return cell.group == group && is_after(cell); });
        if (own.empty()) continue;
        parts.push_back(mean(m_cells.groups[group], own));
        groups.push_back(group);
    }
    return finish(weighted(0, parts, groups), parts);
}

Average Averaging::by_since() const
{
    std::set<double> all;
    for (auto const& cell : m_cells.cells) all.insert(since(cell));
    std::vector<Estimate> parts;
    std::vector<Estimate> after;
    for (double const at : all) {
        parts.push_back(weighted(at, [&](GroupCell const& cell) { return since(cell) == at; }));
        if (at >= 0) after.push_back(parts.back());
    }
    return finish(mean(0, after), parts);
}

Average Averaging::by_time() const
{
    std::vector<Estimate> parts;
    for (std::size_t time = 0; time < m_cells.times.size(); ++time) {
        if (m_cells.times[time] < m_cells.groups.front()) continue;
        parts.push_back(
            weighted(m_cells.times[time], [&](GroupCell const& cell) { return cell.time == time && is_after(cell); }));
    }
    return finish(mean(0, parts), parts);
}

} // namespace

Result<StaggeredResult> compute_staggered(StaggeredInput const& input)
{
    WF_TRY(auto cells, compute_cells(input));
    Averaging const averaging{cells};
    StaggeredResult result;
    result.units = cells.group_of.size();
    for (auto const& cell : cells.cells) {
        GroupTime one{cells.groups[cell.group], cells.times[cell.time], cell.att, std::nullopt, {}};
        if (!cell.is_base) {
            Eigen::Map<VectorXd const> const influence{cell.influence.data(), static_cast<Eigen::Index>(result.units)};
            one.se = influence.norm() / static_cast<double>(result.units);
            one.certainty = certainty_of(influence, cells);
        }
        result.att_gt.push_back(one);
    }
    result.simple =
        averaging.finish(averaging.weighted(0, [&](GroupCell const& cell) { return averaging.is_after(cell); }), {});
    result.group = averaging.by_group();
    result.dynamic = averaging.by_since();
    result.calendar = averaging.by_time();
    for (auto const* average : {&result.simple, &result.group, &result.dynamic, &result.calendar}) {
        if (!(average->se > 0))
            return stat::refuse("no_variation",
                                "the outcome changes by the same amount for all units of a group: there "
                                "is nothing to say how sure a difference is");
    }
    result.pretest = test_before(cells, input.anticipation, cells.notes.pretest_singular);
    result.notes = std::move(cells.notes);
    return result;
}

} // namespace wf::effect
