// SPDX-License-Identifier: EUPL-1.2
#include "kernel/effect/regression.hpp"

#include "kernel/stat/absorb.hpp"
#include "kernel/stat/distribution.hpp"
#include "kernel/stat/refuse.hpp"

#include <algorithm>
#include <cmath>

namespace wf::effect {
namespace {

using stat::Groups;
using stat::refuse;
using stat::Spread;

stat::Leverage leverage_of(Spread spread)
{
    if (!stat::needs_leverage(spread)) return stat::Leverage::not_needed;
    return stat::is_clustered(spread) ? stat::Leverage::within_clusters : stat::Leverage::within_rows;
}

/// A constant has no place beside absorbed levels.
void remove_constant(stat::LeastSquares& squares)
{
    if (squares.names.empty() || squares.names.front() != "intercept") return;
    stat::Matrix left;
    for (std::size_t column = 1; column < squares.x.columns(); ++column) left.add_column(squares.x.column(column));
    squares.x = std::move(left);
    squares.names.erase(squares.names.begin());
}

Result<std::vector<std::size_t>> places(stat::Fit const& fit, std::vector<std::string> const& names)
{
    std::vector<std::size_t> columns;
    for (auto const& name : names) {
        auto const from = fit.names.begin() + static_cast<std::ptrdiff_t>(fit.shown_from);
        auto const found = std::find(from, fit.names.end(), name);
        if (found == fit.names.end()) {
            std::string known;
            for (auto at = from; at != fit.names.end(); ++at) known += (known.empty() ? "" : ", ") + *at;
            return Error{Trouble::bad_input, "unknown_name", name, "no coefficient is called so; there are " + known};
        }
        columns.push_back(static_cast<std::size_t>(found - fit.names.begin()));
    }
    return columns;
}

double sum_of_squares(stat::LeastSquares const& squares)
{
    double sum = 0;
    for (std::size_t i = 0; i < squares.y.size(); ++i)
        sum += (squares.weights.empty() ? 1 : squares.weights[i]) * squares.y[i] * squares.y[i];
    return sum;
}

double r2_of(stat::Fit const& fit, double total)
{
    return total > 0 ? 1 - fit.residual_sum / total : 0;
}

} // namespace

Estimate make_estimate(std::string name, double estimate, double variance, double df, double level)
{
    Estimate answer;
    answer.name = std::move(name);
    answer.estimate = estimate;
    answer.df = df;
    if (!(variance > 0) || !std::isfinite(variance) || !(df > 0)) return answer;
    double const se = std::sqrt(variance);
    double const wide = stat::t_quantile(1 - (1 - level) / 2, df) * se;
    double const statistic = estimate / se;
    // Below a fraction of one degree of freedom no interval is finite.
    if (!std::isfinite(wide) || !std::isfinite(statistic)) return answer;
    answer.se = se;
    answer.statistic = statistic;
    answer.p = stat::t_two_sided(statistic, df);
    answer.low = estimate - wide;
    answer.high = estimate + wide;
    return answer;
}

Estimate const* RegressionAnswer::find(std::string_view name) const
{
    auto const found =
        std::find_if(coefficients.begin(), coefficients.end(), [&](Estimate const& each) { return each.name == name; });
    return found == coefficients.end() ? nullptr : &*found;
}

Result<RegressionAnswer> regress(Model model)
{
    RegressionAnswer answer;
    answer.rows = model.squares.y.size();
    double const total = stat::total_sum(model.squares.y, model.squares.weights);
    double const size = sum_of_squares(model.squares);
    if (!model.absorbed.empty()) remove_constant(model.squares);
    WF_TRY(auto absorbed,
           stat::absorb(std::move(model.squares), model.absorbed, leverage_of(model.spread), model.clusters));
    WF_TRY(auto const fit, stat::fit(std::move(absorbed.model)));
    WF_TRY(auto const wald, places(fit, model.wald));
    // What is explained to the last digit leaves nothing to judge by.
    constexpr double rounding = 1e-24;
    if (!(fit.residual_sum > rounding * size))
        return refuse("no_residual",
                      "the columns explain the outcome exactly: nothing is left to say how sure that is");
    WF_TRY(auto const covariance, stat::Covariance::make(fit, model.spread, model.clusters, absorbed.leverage));
    auto const variances = covariance.variances();
    std::vector<double> weights(fit.columns(), 0);
    bool any = false;
    for (std::size_t i = fit.shown_from; i < fit.columns(); ++i) {
        weights[i] = 1;
        double const variance = covariance.is_decided_by_one(weights) ? 0 : variances[i];
        answer.coefficients.push_back(make_estimate(fit.names[i], fit.coefficients[i], variance,
                                                    variance > 0 ? covariance.df(weights) : 0, model.level));
        any = any || answer.coefficients.back().se.has_value();
        weights[i] = 0;
    }
    if (!any)
        return refuse("no_spread",
                      "no coefficient has a standard error: more clusters are needed in which the columns vary");
    if (!wald.empty()) {
        WF_TRY(answer.wald, covariance.wald(wald));
    }
    answer.r2 = r2_of(fit, total);
    answer.residual_df = fit.df();
    for (auto const& groups : model.clusters) answer.clusters.push_back(groups.count);
    return answer;
}

Result<RegressionAnswer> regress(Regression const& question)
{
    std::vector<stat::Column const*> all{question.outcome};
    all.insert(all.end(), question.covariates.begin(), question.covariates.end());
    all.insert(all.end(), question.clusters.begin(), question.clusters.end());
    all.insert(all.end(), question.absorbed.begin(), question.absorbed.end());
    if (question.weights != nullptr) all.push_back(question.weights);
    auto const rows = stat::complete_rows(all);
    WF_TRY(auto design, stat::make_design(question.covariates, rows));
    Model model;
    model.squares.x = std::move(design.x);
    model.squares.names = std::move(design.names);
    model.squares.y = stat::pick(*question.outcome, rows);
    if (question.weights != nullptr) model.squares.weights = stat::pick(*question.weights, rows);
    for (auto const* const column : question.clusters) model.clusters.push_back(stat::make_groups(*column, rows));
    for (auto const* const column : question.absorbed) model.absorbed.push_back(stat::make_groups(*column, rows));
    model.spread = question.spread;
    model.level = question.level;
    model.wald = question.wald;
    WF_TRY(auto answer, regress(std::move(model)));
    answer.missing = question.outcome->size() - rows.size();
    return answer;
}

} // namespace wf::effect
