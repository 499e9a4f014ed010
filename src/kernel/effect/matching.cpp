// SPDX-License-Identifier: EUPL-1.2
#include "kernel/effect/matching.hpp"

#include "kernel/stat/refuse.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace wf::effect {
namespace {

using stat::Groups;
using stat::no_level;

/// Rows sorted by a value, ties by row.
std::vector<std::uint32_t> sorted_rows(std::span<double const> value, std::span<double const> treated, double wanted)
{
    std::vector<std::uint32_t> rows;
    for (std::uint32_t row = 0; row < value.size(); ++row) {
        if (treated[row] == wanted) rows.push_back(row);
    }
    std::sort(rows.begin(), rows.end(),
              [&](auto a, auto b) { return value[a] != value[b] ? value[a] < value[b] : a < b; });
    return rows;
}

/// Controls in the order of their chance; those of equal chance are one stack, taken in the order of rows. Empty stacks are jumped over.
class Stacks {
public:
    Stacks(std::vector<std::uint32_t> rows, std::span<double const> value) : m_rows{std::move(rows)}
    {
        for (std::size_t i = 0; i < m_rows.size(); ++i) {
            if (i == 0 || value[m_rows[i]] != m_values.back()) {
                m_values.push_back(value[m_rows[i]]);
                m_next.push_back(i);
            }
        }
        m_ends.assign(m_next.begin() + (m_next.empty() ? 0 : 1), m_next.end());
        if (!m_next.empty()) m_ends.push_back(m_rows.size());
        // Shifted by one: place 0 and the last are walls.
        m_left.resize(m_values.size() + 2);
        std::iota(m_left.begin(), m_left.end(), std::size_t{0});
        m_right = m_left;
    }
    [[nodiscard]] std::uint32_t take_nearest(double wanted)
    {
        auto const above =
            static_cast<std::size_t>(std::lower_bound(m_values.begin(), m_values.end(), wanted) - m_values.begin());
        auto const right = find(m_right, above + 1);
        auto const left = find(m_left, above);
        bool const has_right = right <= m_values.size();
        bool const has_left = left >= 1;
        if (!has_left && !has_right) return no_level;
        bool takes_left = has_left;
        if (has_left && has_right) {
            double const to_left = std::abs(m_values[left - 1] - wanted);
            double const to_right = std::abs(m_values[right - 1] - wanted);
            takes_left =
                to_left != to_right ? to_left < to_right : m_rows[m_next[left - 1]] < m_rows[m_next[right - 1]];
        }
        auto const stack = (takes_left ? left : right) - 1;
        auto const row = m_rows[m_next[stack]++];
        if (m_next[stack] == m_ends[stack]) {
            m_left[stack + 1] = stack;
            m_right[stack + 1] = stack + 2;
        }
        return row;
    }

private:
    static std::size_t find(std::vector<std::size_t>& to, std::size_t from)
    {
        auto end = from;
        while (to[end] != end) end = to[end];
        while (to[from] != end) from = std::exchange(to[from], end);
        return end;
    }

    std::vector<std::uint32_t> m_rows;
    std::vector<double> m_values;
    std::vector<std::size_t> m_next;
    std::vector<std::size_t> m_ends;
    std::vector<std::size_t> m_left;
    std::vector<std::size_t> m_right;
};

/// Number 1 + n/... of R's quantile, type 7; `sorted` is not empty.
double quantile(std::vector<double> const& sorted, double p)
{
    double const place = p * static_cast<double>(sorted.size() - 1);
    auto const below = static_cast<std::size_t>(std::floor(place));
    auto const above = std::min(below + 1, sorted.size() - 1);
    return sorted[below] + (place - std::floor(place)) * (sorted[above] - sorted[below]);
}

Groups bins(std::vector<double> const& values)
{
    auto const [least, most] = std::minmax_element(values.begin(), values.end());
    auto const count = static_cast<std::size_t>(std::ceil(std::log2(static_cast<double>(values.size())) + 1));
    // As seq() of R counts them: from the least by steps.
    double const step = (*most - *least) / static_cast<double>(count);
    Groups groups;
    groups.count = static_cast<std::uint32_t>(count);
    for (double const value : values) {
        std::uint32_t bin = 0;
        while (bin + 1 < count && value >= *least + static_cast<double>(bin + 1) * step && step > 0) ++bin;
        groups.of.push_back(bin);
    }
    return groups;
}

} // namespace

Weights match_nearest(std::span<double const> chance, std::span<double const> treated)
{
    Weights answer{std::vector<double>(chance.size(), 0), std::vector<std::uint32_t>(chance.size(), no_level)};
    // The last bits of a chance hang on the order of sums: rows that are alike are to be alike here.
    constexpr double grain = 1e12;
    std::vector<double> rounded;
    for (double const value : chance) rounded.push_back(std::round(value * grain) / grain);
    Stacks stacks{sorted_rows(rounded, treated, 0), rounded};
    auto order = sorted_rows(rounded, treated, 1);
    std::stable_sort(order.begin(), order.end(), [&](auto a, auto b) { return rounded[a] > rounded[b]; });
    std::uint32_t pair = 0;
    for (auto const row : order) {
        auto const control = stacks.take_nearest(rounded[row]);
        if (control == no_level) break;
        for (auto const each : {row, control}) {
            answer.of[each] = 1;
            answer.group[each] = pair;
        }
        ++pair;
    }
    return answer;
}

Result<Weights> weigh_strata(Groups const& strata, std::span<double const> treated, Whom whom)
{
    std::vector<double> with(strata.count, 0);
    std::vector<double> without(strata.count, 0);
    for (std::size_t row = 0; row < treated.size(); ++row) (treated[row] == 1 ? with : without)[strata.of[row]] += 1;
    Weights answer{std::vector<double>(treated.size(), 0), std::vector<std::uint32_t>(treated.size(), no_level)};
    bool any = false;
    for (std::size_t row = 0; row < treated.size(); ++row) {
        auto const stratum = strata.of[row];
        if (with[stratum] == 0 || without[stratum] == 0) continue;
        any = true;
        double const all = whom == Whom::att ? with[stratum] : with[stratum] + without[stratum];
        answer.of[row] = all / (treated[row] == 1 ? with : without)[stratum];
        answer.group[row] = stratum;
    }
    if (!any)
        return stat::refuse(
            "no_overlap",
            "no treated row is like any control row in these covariates: use fewer of them, or coarser ones");
    return answer;
}

Groups strata_of(std::span<stat::Column const* const> covariates, std::span<std::size_t const> rows, Method method)
{
    Groups strata{std::vector<std::uint32_t>(rows.size(), 0), 1};
    for (auto const* const column : covariates) {
        bool const coarse = method == Method::cem && !column->is_text();
        strata = stat::crossed(strata, coarse ? bins(stat::pick(*column, rows)) : stat::make_groups(*column, rows));
    }
    return strata;
}

Groups subclasses(std::span<double const> chance, std::span<double const> treated, Whom whom)
{
    constexpr std::uint32_t classes = 6;
    std::vector<double> sorted;
    for (std::size_t row = 0; row < chance.size(); ++row) {
        if (whom == Whom::ate || treated[row] == 1) sorted.push_back(chance[row]);
    }
    std::sort(sorted.begin(), sorted.end());
    std::vector<double> cuts;
    for (std::uint32_t i = 1; i < classes; ++i) cuts.push_back(quantile(sorted, static_cast<double>(i) / classes));
    Groups groups;
    groups.count = classes;
    for (double const value : chance)
        groups.of.push_back(
            static_cast<std::uint32_t>(std::upper_bound(cuts.begin(), cuts.end(), value) - cuts.begin()));
    return groups;
}

Weights weigh_by_chance(std::span<double const> chance, std::span<double const> treated, Whom whom)
{
    Weights answer;
    for (std::size_t row = 0; row < chance.size(); ++row) {
        double const p = chance[row];
        if (whom == Whom::att) answer.of.push_back(treated[row] == 1 ? 1 : p / (1 - p));
        else answer.of.push_back(treated[row] == 1 ? 1 / p : 1 / (1 - p));
    }
    return answer;
}

} // namespace wf::effect
