// SPDX-License-Identifier: EUPL-1.2
#include "kernel/evidence/regression.hpp"

#include "kernel/evidence/pool.hpp"
#include "kernel/evidence/refusal.hpp"
#include "kernel/evidence/with_columns.hpp"
#include "kernel/stat/distribution.hpp"

namespace wf::evidence {
namespace {

using Eigen::MatrixXd;
using Eigen::VectorXd;
using inside::Sums;

bool has_constant(stat::Design const& design)
{
    return !design.names.empty() && design.names.front() == "intercept";
}

std::optional<double> share_taken_away(RegressionInput const& input, double tau2)
{
    if (input.spread == Spread::fixed || !has_constant(input.design) || input.design.x.columns() == 1)
        return std::nullopt;
    Pooler pooler;
    auto const without = pooler.pool({input.effects, input.variances, input.spread, Reference::z, input.level});
    if (without.status == Status::refused || without.tau2 == 0) return std::nullopt;
    return std::max(0.0, 100 * (without.tau2 - tau2) / without.tau2);
}

std::optional<JointTest> test_together(RegressionInput const& input, VectorXd const& b, MatrixXd const& covariance,
                                       std::optional<double> df)
{
    Eigen::Index const skipped = has_constant(input.design) ? 1 : 0;
    Eigen::Index const m = b.size() - skipped;
    if (m == 0) return std::nullopt;
    VectorXd const tested = b.tail(m);
    JointTest test;
    test.df = static_cast<double>(m);
    test.statistic = tested.dot(covariance.bottomRightCorner(m, m).ldlt().solve(tested));
    if (df) {
        test.statistic /= test.df;
        test.df2 = *df;
        test.p = stat::f_upper(test.statistic, test.df, *df);
    } else {
        test.p = stat::chi_squared_upper(test.statistic, test.df);
    }
    return test;
}

bool is_finite(Regression const& result)
{
    double sum =
        result.tau2 + result.tau2_se.value_or(0) + result.qe + result.h2 + (result.qm ? result.qm->statistic : 0);
    for (auto const& each : result.coefficients) {
        sum += each.estimate + each.se + each.statistic;
        if (!(each.se > 0)) return false;
    }
    return std::isfinite(sum);
}

} // namespace

Result<Regression> compute_regression(RegressionInput const& input)
{
    auto const& design = input.design;
    WF_TRY(auto model, inside::make_model(input.effects, input.variances, design, input.level));
    Regression result;
    result.k = input.effects.size();
    result.qe_df = model.shape().k - model.shape().p;
    Sums const alone = model.at(0);
    double const typical = result.qe_df / alone.p;
    result.qe = alone.rss;
    result.qe_p = stat::chi_squared_upper(result.qe, result.qe_df);
    bool const fits = model.shape().residual <= 1e-24 * model.shape().total || model.shape().total == 0;
    auto const [tau2, tau2_se] = fits ? inside::SpreadFound{} : inside::find_tau2(model, input.spread);
    Sums const sums = model.at(tau2);
    result.tau2 = tau2;
    MatrixXd covariance = model.covariance();
    if (input.reference == Reference::knha) {
        if (fits) return refusal(design.x.columns() == 1 && has_constant(design) ? "no_spread" : "perfect_fit");
        covariance *= sums.rss / result.qe_df;
        result.df = result.qe_df;
    }
    VectorXd const b = model.coefficients();
    double const df = result.df.value_or(stat::infinite_df);
    double const quantile = stat::t_quantile((1 + input.level) / 2, df);
    result.covariance = stat::Matrix{design.x.columns(), design.x.columns()};
    for (std::size_t i = 0; i < design.x.columns(); ++i) {
        auto const at = static_cast<Eigen::Index>(i);
        double const se = std::sqrt(covariance(at, at));
        result.coefficients.push_back({design.names[i],
                                       b[at],
                                       se,
                                       b[at] / se,
                                       result.df,
                                       stat::t_two_sided(b[at] / se, df),
                                       {b[at] - quantile * se, b[at] + quantile * se}});
        for (std::size_t j = 0; j < design.x.columns(); ++j)
            result.covariance(i, j) = covariance(at, static_cast<Eigen::Index>(j));
    }
    if (input.spread == Spread::fixed) {
        result.h2 = result.qe / result.qe_df;
        result.i2 = result.qe > result.qe_df ? 100 * (result.qe - result.qe_df) / result.qe : 0;
    } else {
        result.h2 = tau2 / typical + 1;
        result.i2 = 100 * tau2 / (typical + tau2);
        result.tau2_se = tau2_se;
    }
    result.qm = test_together(input, b, covariance, result.df);
    result.r2 = share_taken_away(input, tau2);
    for (auto const w : model.weights()) result.weights.push_back(100 * w / sums.w);
    if (!is_finite(result)) return refusal("out_of_range");
    return result;
}

Expectation expect_at(Regression const& result, std::span<double const> at, double level)
{
    WF_CHECK(at.size() == result.coefficients.size());
    Expectation expected;
    double variance = 0;
    for (std::size_t i = 0; i < at.size(); ++i) {
        expected.estimate += at[i] * result.coefficients[i].estimate;
        for (std::size_t j = 0; j < at.size(); ++j) variance += at[i] * result.covariance(i, j) * at[j];
    }
    double const df = result.df.value_or(stat::infinite_df);
    double const quantile = stat::t_quantile((1 + level) / 2, df);
    double const spread = std::sqrt(std::max(0.0, variance) + result.tau2);
    expected.se = std::sqrt(std::max(0.0, variance));
    expected.ci = {expected.estimate - quantile * expected.se, expected.estimate + quantile * expected.se};
    expected.prediction = {expected.estimate - quantile * spread, expected.estimate + quantile * spread};
    expected.below_zero = stat::t_upper(expected.estimate / spread, df);
    return expected;
}

} // namespace wf::evidence
