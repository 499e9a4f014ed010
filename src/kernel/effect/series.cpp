// SPDX-License-Identifier: EUPL-1.2
#include "kernel/effect/series.hpp"

#include "kernel/stat/inside.hpp"
#include "kernel/stat/refuse.hpp"
#include "kernel/stat/root.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace wf::effect {
namespace {

using Eigen::Index;
using Eigen::MatrixXd;
using Eigen::VectorXd;
using stat::refuse;

constexpr Index parameters = 4;

struct Rows {
    MatrixXd x;
    VectorXd y;
    std::vector<int> gap; ///< steps since the moment before; 0 for the first
};

Result<std::vector<int>> find_gaps(std::vector<double> const& time)
{
    double step = INFINITY;
    for (std::size_t i = 1; i < time.size(); ++i) step = std::min(step, time[i] - time[i - 1]);
    if (!(step > 0))
        return refuse("moment_twice",
                      "a moment stands in the file twice: one row for each moment is wanted, a mean or a count");
    constexpr double near = 1e-6;
    std::vector<int> gaps{0};
    for (std::size_t i = 1; i < time.size(); ++i) {
        double const steps = (time[i] - time[i - 1]) / step;
        if (std::abs(steps - std::round(steps)) > near * std::max(1.0, steps) || steps > 1e6)
            return refuse("uneven", "the moments are not evenly spaced: number them 1, 2, 3 (months, quarters)");
        gaps.push_back(static_cast<int>(std::round(steps)));
    }
    return gaps;
}

struct Gls {
    VectorXd coefficients;
    MatrixXd unscaled;
    double sum{0};       ///< of squares
    double criterion{0}; ///< minus twice the restricted likelihood, less a constant
};

/// Each row less what the one before foretells, over its spread.
Gls solve(Rows const& rows, double rho)
{
    MatrixXd x = rows.x;
    VectorXd y = rows.y;
    double determinant = 0;
    for (Index i = 1; i < x.rows(); ++i) {
        double const share = std::pow(rho, rows.gap[static_cast<std::size_t>(i)]);
        double const spread = 1 - share * share;
        double const root = std::sqrt(spread);
        x.row(i) = (rows.x.row(i) - share * rows.x.row(i - 1)) / root;
        y[i] = (rows.y[i] - share * rows.y[i - 1]) / root;
        determinant += std::log(spread);
    }
    Eigen::HouseholderQR<MatrixXd> const qr{x};
    Gls gls;
    gls.coefficients = qr.solve(y);
    MatrixXd const inverse = qr.matrixQR()
                                 .topRows(parameters)
                                 .triangularView<Eigen::Upper>()
                                 .solve(MatrixXd::Identity(parameters, parameters));
    gls.unscaled = inverse * inverse.transpose();
    gls.sum = (y - x * gls.coefficients).squaredNorm();
    double information = 0;
    for (Index i = 0; i < parameters; ++i) information += 2 * std::log(std::abs(qr.matrixQR()(i, i)));
    double const df = static_cast<double>(x.rows() - parameters);
    gls.criterion = determinant + information + df * std::log(gls.sum);
    return gls;
}

} // namespace

Result<SeriesAnswer> interrupted_series(Series const& question)
{
    constexpr std::size_t least_moments = 12;
    constexpr std::size_t least_side = 3;
    auto const n = question.outcome.size();
    std::vector<std::size_t> order(n);
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::sort(order.begin(), order.end(), [&](auto a, auto b) { return question.time[a] < question.time[b]; });
    std::vector<double> time;
    std::size_t after = 0;
    for (auto const at : order) {
        time.push_back(question.time[at]);
        after += question.time[at] >= question.from ? 1 : 0;
    }
    if (n < least_moments || after < least_side || n - after < least_side)
        return refuse("too_few", std::to_string(n - after) + " moments before and " + std::to_string(after) +
                                     " after: at least 12 together are needed, and 3 on each side");
    Rows rows;
    WF_TRY(rows.gap, find_gaps(time));
    rows.x.resize(static_cast<Index>(n), parameters);
    rows.y.resize(static_cast<Index>(n));
    double const unit = time.back() - time.front();
    for (std::size_t i = 0; i < n; ++i) {
        double const since = (time[i] - question.from) / unit;
        double const is_after = time[i] >= question.from ? 1 : 0;
        rows.x.row(static_cast<Index>(i)) << 1, since, is_after, since * is_after;
        rows.y[static_cast<Index>(i)] = question.outcome[order[i]];
    }
    if (!rows.y.allFinite() || !(solve(rows, 0).sum > 1e-24 * rows.y.squaredNorm()))
        return refuse("no_spread", "the line fits exactly: nothing is left to say how sure that is");
    constexpr double edge = 0.995;
    // Two valleys are possible: the lower of both sides.
    std::optional<stat::Least> best;
    for (auto const& [low, high] : {std::pair{-edge, 0.0}, std::pair{0.0, 0.5}, std::pair{0.5, edge}}) {
        auto const least = stat::find_least([&](double rho) { return solve(rows, rho).criterion; }, low, high);
        if (least && (!best || least->value < best->value)) best = least;
    }
    if (!best)
        return refuse("not_converged",
                      "no share of the moment before fits: look at the series for a value that is far off");
    constexpr double near_edge = 0.99;
    if (std::abs(best->at) > near_edge)
        return refuse(
            "no_return",
            "each moment hangs almost wholly on the one before (a wandering series): a jump cannot be told from "
            "wandering; a longer series, or one that is compared with another place, is needed");
    auto const gls = solve(rows, best->at);
    SeriesAnswer answer;
    auto const df = static_cast<double>(n) - static_cast<double>(parameters);
    double const variance = gls.sum / df;
    answer.before = make_estimate("before", gls.coefficients[1] / unit, variance * gls.unscaled(1, 1) / (unit * unit),
                                  df, question.level);
    answer.level = make_estimate("level", gls.coefficients[2], variance * gls.unscaled(2, 2), df, question.level);
    answer.slope = make_estimate("slope", gls.coefficients[3] / unit, variance * gls.unscaled(3, 3) / (unit * unit), df,
                                 question.level);
    if (!answer.level.se || !answer.slope.se) return refuse("no_spread", "the series does not vary enough to judge by");
    answer.rho = best->at;
    answer.sigma = std::sqrt(variance);
    answer.moments = n;
    return answer;
}

} // namespace wf::effect
