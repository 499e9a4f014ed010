// SPDX-License-Identifier: EUPL-1.2
#include "kernel/evidence/regression.hpp"

#include "kernel/evidence/pool.hpp"
#include "kernel/evidence/refusal.hpp"
#include "kernel/evidence/spread.hpp"
#include "kernel/stat/distribution.hpp"
#include "kernel/stat/refuse.hpp"

#include <Eigen/Cholesky>
#include <Eigen/QR>

namespace wf::evidence {
namespace {

using Eigen::Map;
using Eigen::MatrixXd;
using Eigen::VectorXd;
using inside::Shape;
using inside::Sums;
using inside::Traces;

constexpr double rank_threshold = 1e-10;

/// Works with an orthonormal basis of the columns, so that a year beside a constant loses no digits.
class WithColumns {
public:
    WithColumns(std::span<double const> effects, std::span<double const> variances, stat::Matrix const& x)
        : m_y{Map<VectorXd const>(effects.data(), static_cast<Eigen::Index>(effects.size()))},
          m_v{Map<VectorXd const>(variances.data(), static_cast<Eigen::Index>(variances.size()))}
    {
        auto const rows = static_cast<Eigen::Index>(x.rows());
        auto const columns = static_cast<Eigen::Index>(x.columns());
        MatrixXd scaled = Map<MatrixXd const>(x.data(), rows, columns);
        m_scale = scaled.colwise().norm();
        for (Eigen::Index i = 0; i < columns; ++i) {
            if (m_scale[i] > 0) scaled.col(i) /= m_scale[i];
        }
        m_factors.setThreshold(rank_threshold);
        m_factors.compute(scaled);
        m_basis = m_factors.householderQ() * MatrixXd::Identity(rows, columns);
        VectorXd const left = m_y - m_basis * (m_basis.transpose() * m_y);
        m_shape.k = static_cast<double>(rows);
        m_shape.p = static_cast<double>(columns);
        m_shape.least_variance = m_v.minCoeff();
        m_shape.most_variance = m_v.maxCoeff();
        m_shape.residual = left.squaredNorm();
        m_shape.total = (m_y.array() - m_y.mean()).square().sum();
    }

    [[nodiscard]] Shape const& shape() const { return m_shape; }
    [[nodiscard]] Eigen::Index rank() const { return m_factors.rank(); }
    /// A column that the others make up.
    [[nodiscard]] Eigen::Index superfluous() const { return m_factors.colsPermutation().indices()[m_factors.rank()]; }

    Sums at(double tau2)
    {
        m_w = (m_v.array() + tau2).inverse();
        m_weighted.noalias() = m_w.asDiagonal() * m_basis;
        MatrixXd const m1 = m_basis.transpose() * m_weighted;
        MatrixXd const m2 = m_weighted.transpose() * m_weighted;
        MatrixXd const m3 = m_weighted.transpose() * m_w.asDiagonal() * m_weighted;
        m_inner.compute(m1);
        m_gamma = m_inner.solve(m_weighted.transpose() * m_y);
        m_residual = m_y - m_basis * m_gamma;
        VectorXd const wr = m_w.cwiseProduct(m_residual);
        VectorXd const c2 = m_weighted.transpose() * wr;
        MatrixXd const a2 = m_inner.solve(m2);
        Sums sums;
        sums.w = m_w.sum();
        sums.w2 = m_w.squaredNorm();
        sums.p = sums.w - a2.trace();
        sums.pp = sums.w2 - 2 * m_inner.solve(m3).trace() + (a2 * a2).trace();
        sums.rss = wr.dot(m_residual);
        sums.rss2 = wr.squaredNorm();
        sums.rss3 = wr.cwiseProduct(m_w).dot(wr) - c2.dot(m_inner.solve(c2));
        return sums;
    }

    double log_likelihood(double tau2, bool restricted)
    {
        Sums const sums = at(tau2);
        double const information = 2 * MatrixXd{m_inner.matrixL()}.diagonal().array().log().sum();
        return -(sums.rss - m_w.array().log().sum() + (restricted ? information : 0)) / 2;
    }

    [[nodiscard]] Traces traces_unweighted() const
    {
        MatrixXd const v1 = m_basis.transpose() * m_v.asDiagonal() * m_basis;
        double const v2 = (m_basis.transpose() * m_v.cwiseAbs2().asDiagonal() * m_basis).trace();
        double const freedom = m_shape.k - m_shape.p;
        double const pv = m_v.sum() - v1.trace();
        return {freedom, freedom, pv, pv, m_v.squaredNorm() - 2 * v2 + (v1 * v1).trace(), m_shape.residual};
    }

    Traces traces_at(double tau2)
    {
        Sums const sums = at(tau2);
        VectorXd const u = m_w.cwiseProduct(m_v);
        MatrixXd const wvw = m_inner.solve(m_weighted.transpose() * m_v.asDiagonal() * m_weighted);
        MatrixXd const ww = m_inner.solve(m_weighted.transpose() * m_weighted);
        double const w3v = m_inner.solve(m_weighted.transpose() * u.asDiagonal() * m_weighted).trace();
        double const w3v2 =
            m_inner.solve(m_weighted.transpose() * u.cwiseProduct(m_v).asDiagonal() * m_weighted).trace();
        return {sums.p,
                sums.pp,
                u.sum() - wvw.trace(),
                u.dot(m_w) - 2 * w3v + (wvw * ww).trace(),
                u.squaredNorm() - 2 * w3v2 + (wvw * wvw).trace(),
                sums.rss};
    }

    [[nodiscard]] VectorXd const& weights() const { return m_w; }
    /// Of the columns as they were given.
    [[nodiscard]] VectorXd coefficients() const { return from_basis() * m_gamma; }
    [[nodiscard]] MatrixXd covariance() const
    {
        MatrixXd const back = from_basis();
        return back * m_inner.solve(MatrixXd{back.transpose()});
    }

private:
    [[nodiscard]] MatrixXd from_basis() const
    {
        auto const columns = m_basis.cols();
        MatrixXd inverse = m_factors.matrixQR()
                               .topLeftCorner(columns, columns)
                               .triangularView<Eigen::Upper>()
                               .solve(MatrixXd::Identity(columns, columns));
        inverse = m_factors.colsPermutation() * inverse;
        return m_scale.cwiseInverse().asDiagonal() * inverse;
    }

    VectorXd m_y;
    VectorXd m_v;
    VectorXd m_w;
    VectorXd m_scale;
    MatrixXd m_basis;
    MatrixXd m_weighted;
    VectorXd m_gamma;
    VectorXd m_residual;
    Eigen::ColPivHouseholderQR<MatrixXd> m_factors;
    Eigen::LLT<MatrixXd> m_inner;
    Shape m_shape;
};

bool has_constant(stat::Design const& design)
{
    return !design.names.empty() && design.names.front() == "intercept";
}

std::string_view fault_of(RegressionInput const& input)
{
    std::size_t const k = input.effects.size();
    if (k == 0) return "no_studies";
    if (auto const fault = evidence::fault_of(input.effects, input.variances); !fault.empty()) return fault;
    if (k == 1) return "one_study";
    if (k <= input.design.x.columns()) return "too_few_studies";
    return input.level > 0 && input.level < 1 ? "" : "bad_level";
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
    if (auto const fault = fault_of(input); !fault.empty()) return refusal(fault);
    auto const& design = input.design;
    WithColumns model{input.effects, input.variances, design.x};
    if (model.rank() < static_cast<Eigen::Index>(design.x.columns())) {
        auto const& name = design.names[static_cast<std::size_t>(model.superfluous())];
        return stat::refuse("collinear", "column " + name + " follows from the others: leave it out");
    }
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
