// SPDX-License-Identifier: EUPL-1.2
#include "kernel/effect/panel.hpp"

#include "kernel/stat/refuse.hpp"

#include <algorithm>
#include <cmath>

namespace wf::effect {
namespace {

constexpr std::size_t nowhere = std::numeric_limits<std::size_t>::max();

bool is_complete(PanelRows const& rows, std::size_t row)
{
    return rows.unit[row] != no_unit && std::isfinite(rows.time[row]) && std::isfinite(rows.outcome[row]) &&
           std::isfinite(rows.group[row]);
}

/// There are few moments: each row looks whether it is one that was seen, from the last that was found.
std::vector<double> moments(PanelRows const& rows)
{
    std::vector<double> times;
    for (std::size_t row = 0; row < rows.time.size(); ++row) {
        if (!is_complete(rows, row)) continue;
        auto const at = std::lower_bound(times.begin(), times.end(), rows.time[row]);
        if (at == times.end() || *at != rows.time[row]) times.insert(at, rows.time[row]);
    }
    return times;
}

std::size_t place(std::vector<double> const& times, double time)
{
    return static_cast<std::size_t>(std::lower_bound(times.begin(), times.end(), time) - times.begin());
}

/// Rows of each unit together, in their order.
struct ByUnit {
    std::vector<std::size_t> begin; ///< one more than units
    std::vector<std::size_t> rows;
};

ByUnit sort_by_unit(PanelRows const& rows)
{
    ByUnit by;
    by.begin.assign(std::size_t{rows.units} + 1, 0);
    for (std::size_t row = 0; row < rows.unit.size(); ++row) {
        if (is_complete(rows, row)) ++by.begin[rows.unit[row] + std::size_t{1}];
    }
    for (std::size_t unit = 0; unit < rows.units; ++unit) by.begin[unit + 1] += by.begin[unit];
    by.rows.resize(by.begin.back());
    auto next = by.begin;
    for (std::size_t row = 0; row < rows.unit.size(); ++row) {
        if (is_complete(rows, row)) by.rows[next[rows.unit[row]]++] = row;
    }
    return by;
}

} // namespace

std::optional<std::size_t> find_twice(PanelRows const& rows)
{
    auto const times = moments(rows);
    auto const by = sort_by_unit(rows);
    std::vector<std::size_t> seen(times.size(), nowhere); // the last unit that was seen at this moment
    std::size_t first = nowhere;
    for (std::size_t unit = 0; unit < rows.units; ++unit) {
        for (std::size_t i = by.begin[unit]; i < by.begin[unit + 1]; ++i) {
            auto& last = seen[place(times, rows.time[by.rows[i]])];
            if (last == unit) first = std::min(first, by.rows[i]);
            last = unit;
        }
    }
    return first == nowhere ? std::nullopt : std::optional{first};
}

std::optional<std::size_t> find_change(PanelRows const& rows)
{
    std::vector<double> group(rows.units, std::numeric_limits<double>::quiet_NaN());
    for (std::size_t row = 0; row < rows.unit.size(); ++row) {
        if (rows.unit[row] == no_unit || std::isnan(rows.group[row])) continue;
        auto& known = group[rows.unit[row]];
        if (std::isnan(known)) known = rows.group[row];
        if (known != rows.group[row]) return row;
    }
    return std::nullopt;
}

Result<Panel> make_panel(PanelRows const& rows)
{
    Panel panel;
    panel.times = moments(rows);
    auto const periods = panel.times.size();
    if (periods < 2)
        return stat::refuse("one_period",
                            "there is one moment only in the rows that are complete: a change needs at least two");
    auto const by = sort_by_unit(rows);
    std::vector<std::size_t> whole;
    for (std::size_t unit = 0; unit < rows.units; ++unit) {
        auto const count = by.begin[unit + 1] - by.begin[unit];
        if (count == periods) whole.push_back(unit);
    }
    if (whole.empty())
        return stat::refuse("no_complete_unit", "no unit was seen at all of the " + std::to_string(periods) +
                                                    " moments: leave out moments at which few were seen");
    panel.units = whole.size();
    panel.dropped = rows.units - whole.size();
    panel.row.resize(panel.units * periods);
    panel.outcome = stat::Matrix{panel.units, periods};
    panel.group = stat::Matrix{panel.units, periods};
    for (std::size_t unit = 0; unit < panel.units; ++unit) {
        for (std::size_t i = by.begin[whole[unit]]; i < by.begin[whole[unit] + 1]; ++i) {
            auto const row = by.rows[i];
            auto const time = place(panel.times, rows.time[row]);
            panel.row[time * panel.units + unit] = row;
            panel.outcome(unit, time) = rows.outcome[row];
            panel.group(unit, time) = rows.group[row];
        }
    }
    return panel;
}

} // namespace wf::effect
