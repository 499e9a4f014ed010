// SPDX-License-Identifier: EUPL-1.2
#include "kernel/stat/mixed.hpp"

#include "kernel/stat/mixed_sums.hpp"
#include "kernel/stat/newton.hpp"
#include "kernel/stat/refuse.hpp"

#include <Eigen/Cholesky>
#include <Eigen/QR>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <numeric>

namespace wf::stat {
namespace {

using Eigen::Index;
using Eigen::Map;
using Eigen::MatrixXd;
using Eigen::VectorXd;
using inside::Level;
using inside::MixedSums;
using inside::Triangle;

/// A column around its mean, in units of its spread: no digits are lost in sums, and all terms are of like size.
struct Scaled {
    std::vector<double> values;
    double middle{0};
    double unit{1};
};

Scaled scale(std::span<double const> column, bool move)
{
    Scaled scaled;
    auto const n = static_cast<double>(column.size());
    if (move) scaled.middle = std::accumulate(column.begin(), column.end(), 0.0) / n;
    double squares = 0;
    for (auto const value : column) squares += (value - scaled.middle) * (value - scaled.middle);
    scaled.unit = std::sqrt(squares / n);
    scaled.values.reserve(column.size());
    for (auto const value : column)
        scaled.values.push_back((value - scaled.middle) / (scaled.unit > 0 ? scaled.unit : 1));
    return scaled;
}

/// The columns that are worked with, and the way back to those that were given.
struct Fixed {
    std::vector<std::vector<double>> columns;
    MatrixXd back; ///< coefficients as given = back * coefficients as worked with
    bool constant{false};
};

Fixed make_fixed(Design const& design)
{
    Fixed fixed;
    auto const p = static_cast<Index>(design.x.columns());
    fixed.constant = p > 0 && design.names.front() == "intercept";
    fixed.back = MatrixXd::Zero(p, p);
    for (Index j = 0; j < p; ++j) {
        auto const column = design.x.column(static_cast<std::size_t>(j));
        if (j == 0 && fixed.constant) {
            fixed.columns.emplace_back(column.begin(), column.end());
            fixed.back(0, 0) = 1;
            continue;
        }
        auto scaled = scale(column, fixed.constant);
        double const unit = scaled.unit > 0 ? scaled.unit : 1;
        fixed.back(j, j) = 1 / unit;
        if (fixed.constant) fixed.back(0, j) = -scaled.middle / unit;
        fixed.columns.push_back(std::move(scaled.values));
    }
    return fixed;
}

/// What least squares leaves of the outcome; nothing when the columns follow from each other: then `superfluous` says which does.
struct Left {
    std::vector<double> values;
    VectorXd b;
    std::optional<Index> superfluous;
    double share{0}; ///< that is left of the sum of squares
};

Left least_squares(Fixed const& fixed, std::span<double const> outcome)
{
    constexpr double nothing = 1e-10;
    auto const p = static_cast<Index>(fixed.columns.size());
    auto const n = outcome.size();
    MatrixXd xx = MatrixXd::Zero(p, p);
    VectorXd xy = VectorXd::Zero(p);
    auto const column = [&](Index j) -> std::vector<double> const& {
        return fixed.columns[static_cast<std::size_t>(j)];
    };
    for (Index a = 0; a < p; ++a) {
        for (Index b = a; b < p; ++b) {
            xx(a, b) = std::inner_product(column(a).begin(), column(a).end(), column(b).begin(), 0.0);
            xx(b, a) = xx(a, b);
        }
        xy[a] = std::inner_product(column(a).begin(), column(a).end(), outcome.begin(), 0.0);
    }
    Left left;
    Eigen::ColPivHouseholderQR<MatrixXd> factors;
    factors.setThreshold(nothing);
    factors.compute(xx);
    if (factors.rank() < p) {
        left.superfluous = factors.colsPermutation().indices()[factors.rank()];
        return left;
    }
    left.b = factors.solve(xy);
    left.values.assign(outcome.begin(), outcome.end());
    double const mean = std::accumulate(outcome.begin(), outcome.end(), 0.0) / static_cast<double>(n);
    for (Index j = 0; j < p; ++j) {
        for (std::size_t i = 0; i < n; ++i) left.values[i] -= left.b[j] * column(j)[i];
    }
    double total = 0;
    for (auto const value : outcome) total += (value - mean) * (value - mean);
    double const rest = std::inner_product(left.values.begin(), left.values.end(), left.values.begin(), 0.0);
    left.share = total > 0 ? rest / total : 0;
    return left;
}

/// Terms from the outermost groups to the innermost; refused when groups cross.
Result<std::vector<std::size_t>> order_terms(std::vector<RandomTerm> const& terms, std::size_t rows)
{
    std::vector<std::size_t> order(terms.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&](auto a, auto b) { return terms[a].groups.count < terms[b].groups.count; });
    for (std::size_t i = 0; i < order.size(); ++i) {
        auto const& term = terms[order[i]];
        if (term.groups.count < 2)
            return refuse("one_group", term.group + " has one group, which has no variance; leave it out");
        if (term.groups.count == rows)
            return refuse("no_repeats",
                          term.group + " has a group for each row, so its variance cannot be told from that of rows");
        if (i == 0) continue;
        auto const& outer = terms[order[i - 1]];
        if (crossed(outer.groups, term.groups).count != term.groups.count) {
            return refuse("crossed_groups", "groups of " + term.group + " lie in several of " + outer.group +
                                                "; only groups inside groups are worked out: write " + outer.group +
                                                "/" + term.group + " when the same name in another " + outer.group +
                                                " is another group");
        }
        if (outer.groups.count == term.groups.count)
            return refuse("group_twice", outer.group + " and " + term.group + " are the same groups; leave one out");
    }
    return order;
}

struct Profile {
    double criterion{0};
    double sigma2{0};
    VectorXd b;
    MatrixXd covariance; ///< relative to sigma2
};

/// The likelihood at these triangles, with all else at its best.
class Profiled {
public:
    Profiled(MixedSums& sums, std::size_t rows, std::size_t columns, Likelihood likelihood)
        : m_sums{&sums}, m_p{static_cast<Index>(columns)}, m_rows{static_cast<double>(rows)}, m_likelihood{likelihood}
    {
    }

    Profile at(std::span<Triangle const> triangles)
    {
        double const logs = m_sums->at(triangles, m_room);
        auto const m = static_cast<Index>(m_sums->width());
        // Row by row with the upper triangle is, column by column, the lower one.
        Map<MatrixXd const> const all{m_room.data(), m, m};
        MatrixXd xx = all.topLeftCorner(m_p, m_p).selfadjointView<Eigen::Lower>();
        VectorXd const xy = all.row(m_p).head(m_p).transpose();
        Eigen::LLT<MatrixXd> const factors{xx};
        Profile found;
        found.b = factors.solve(xy);
        found.covariance = factors.solve(MatrixXd::Identity(m_p, m_p));
        double const rest = all(m_p, m_p) - xy.dot(found.b);
        bool const restricted = m_likelihood == Likelihood::restricted;
        double const freedom = restricted ? m_rows - static_cast<double>(m_p) : m_rows;
        found.sigma2 = rest / freedom;
        MatrixXd const factor = factors.matrixL();
        found.criterion = logs + freedom * (1 + std::log(2 * std::numbers::pi * found.sigma2));
        if (restricted) found.criterion += 2 * factor.diagonal().array().log().sum();
        return found;
    }

private:
    MixedSums* m_sums;
    Index m_p;
    double m_rows;
    Likelihood m_likelihood;
    std::vector<double> m_room;
};

std::vector<Triangle> as_triangles(std::span<double const> entries, std::vector<Level> const& levels)
{
    std::vector<Triangle> triangles;
    std::size_t next = 0;
    for (auto const& level : levels) {
        if (level.slope) triangles.push_back({entries[next], entries[next + 1], entries[next + 2]});
        else triangles.push_back({entries[next], 0, 0});
        next += level.slope ? 3 : 1;
    }
    return triangles;
}

/// The same triangle on the diagonal of all terms.
std::vector<double> diagonal(std::vector<Level> const& levels, double value)
{
    std::vector<double> entries;
    for (auto const& level : levels) {
        entries.push_back(value);
        if (level.slope) entries.insert(entries.end(), {0, value});
    }
    return entries;
}

/// Back from a slope around its mean: its column was (z - middle) / unit.
RandomEffect describe(RandomTerm const& term, Triangle const& triangle, Scaled const& slope, double sigma,
                      bool& boundary)
{
    constexpr double border = 1e-4;
    RandomEffect effect{term.group, term.groups.count, {}, std::nullopt};
    auto const [l11, l21, l22] = triangle;
    boundary = boundary || std::abs(l11) < border;
    if (term.slope.empty()) {
        effect.sd = {std::abs(l11) * sigma};
        return effect;
    }
    boundary = boundary || std::abs(l22) < border;
    double const moved = slope.middle / slope.unit;
    double const a = l11 - moved * l21; // the intercept at 0 is that at the middle minus the slope times the middle
    double const b = -moved * l22;
    double const intercept = std::hypot(a, b);
    double const along = std::hypot(l21, l22) / slope.unit;
    effect.sd = {intercept * sigma, along * sigma};
    if (intercept > 0 && along > 0)
        effect.correlation = std::clamp((a * l21 + b * l22) / slope.unit / (intercept * along), -1.0, 1.0);
    return effect;
}

Result<void> check(MixedInput const& input, Left const& left)
{
    if (left.superfluous) {
        return refuse("collinear", "column " + input.design.names[static_cast<std::size_t>(*left.superfluous)] +
                                       " follows from the others: leave it out");
    }
    if (!std::isfinite(left.share))
        return refuse("out_of_range", "the outcome is too large to calculate with; use other units");
    if (left.share == 0) return refuse("no_spread", "the outcome is the same in all rows");
    if (left.share < 1e-20)
        return refuse("perfect_fit", "the fixed columns explain the outcome exactly; nothing is left for groups");
    return {};
}

} // namespace

Result<Mixed> compute_mixed(MixedInput const& input)
{
    std::size_t const n = input.outcome.size();
    std::size_t const p = input.design.x.columns();
    WF_CHECK(!input.terms.empty());
    if (n == 0) return refuse("no_rows", "no row has all that was named; fill in what is missing");
    std::size_t unknowns = p + 1;
    for (auto const& term : input.terms) unknowns += term.slope.empty() ? 1 : 3;
    if (n <= unknowns)
        return refuse("too_few_rows", "there are " + std::to_string(n) + " complete rows for " +
                                          std::to_string(unknowns) + " unknowns: add rows or leave terms out");
    WF_TRY(auto const order, order_terms(input.terms, n));
    auto const fixed = make_fixed(input.design);
    auto const left = least_squares(fixed, input.outcome);
    WF_TRY_VOID(check(input, left));

    std::vector<std::span<double const>> columns;
    for (auto const& column : fixed.columns) columns.emplace_back(column);
    columns.emplace_back(left.values);
    std::vector<double> const ones(fixed.constant ? 0 : n, 1);
    std::size_t const intercept = fixed.constant ? 0 : columns.size();
    if (!fixed.constant) columns.emplace_back(ones);
    std::vector<Scaled> slopes(input.terms.size());
    std::vector<Level> levels;
    for (auto const at : order) {
        auto const& term = input.terms[at];
        Level level{term.groups.count, {}, intercept, std::nullopt};
        if (!term.slope.empty()) {
            slopes[at] = scale(term.slope, true);
            if (!(slopes[at].unit > 0))
                return refuse("no_slope", term.slope_name + " does not vary, so groups have no slope along it");
            // A fixed column of the same name is the same numbers.
            auto const same = input.design.find(term.slope_name);
            level.slope = fixed.constant && same < p ? same : columns.size();
            if (*level.slope == columns.size()) columns.emplace_back(slopes[at].values);
        }
        if (!levels.empty()) {
            auto const& outer = input.terms[order[levels.size() - 1]].groups;
            level.parent.resize(term.groups.count);
            for (std::size_t row = 0; row < n; ++row) level.parent[term.groups.of[row]] = outer.of[row];
        }
        levels.push_back(std::move(level));
    }
    MixedSums sums{columns, input.terms[order.back()].groups.of, levels};
    Profiled profiled{sums, n, p, input.likelihood};
    auto const criterion = [&](std::span<double const> entries) {
        return profiled.at(as_triangles(entries, levels)).criterion;
    };
    std::vector<double> best;
    double lowest = 0;
    for (double const start : {0.03, 0.1, 0.3, 1.0, 3.0, 10.0, 100.0}) {
        auto const entries = diagonal(levels, start);
        double const value = criterion(entries);
        if (!best.empty() && !(value < lowest)) continue;
        best = entries;
        lowest = value;
    }
    bool const found = inside::descend(criterion, best);
    auto const triangles = as_triangles(best, levels);
    auto const top = profiled.at(triangles);
    double const rest = std::inner_product(left.values.begin(), left.values.end(), left.values.begin(), 0.0);
    // The likelihood then rises without end.
    if (!(top.sigma2 * static_cast<double>(n) > 1e-10 * rest))
        return refuse("perfect_fit", "groups and columns explain the outcome exactly; nothing is left for rows");
    if (!found || !std::isfinite(top.criterion)) {
        return refuse("not_converged",
                      "no highest likelihood was found: hardly any group has more rows than it has unknowns; "
                      "leave a random slope or a level out");
    }
    Mixed result;
    result.n = n;
    result.sigma = std::sqrt(top.sigma2);
    result.criterion = top.criterion;
    VectorXd const b = fixed.back * (left.b + top.b);
    MatrixXd const covariance = fixed.back * top.covariance * fixed.back.transpose() * top.sigma2;
    // log|X'V^-1X| of the columns as they were given.
    if (input.likelihood == Likelihood::restricted)
        result.criterion -= 2 * fixed.back.diagonal().array().abs().log().sum();
    for (std::size_t j = 0; j < p; ++j) {
        auto const at = static_cast<Index>(j);
        result.fixed.push_back({input.design.names[j], b[at], std::sqrt(covariance(at, at))});
    }
    result.random.resize(input.terms.size());
    for (std::size_t level = 0; level < levels.size(); ++level) {
        auto const at = order[level];
        result.random[at] = describe(input.terms[at], triangles[level], slopes[at], result.sigma, result.boundary);
    }
    return result;
}

} // namespace wf::stat
