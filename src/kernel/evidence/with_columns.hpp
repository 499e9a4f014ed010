// SPDX-License-Identifier: EUPL-1.2
// Inside kernel/evidence: weighted least squares with weights 1/(v + tau2), at any tau2. What tau2 is worked out from (spread.hpp), what a
// regression answers with, and what a profile over all tau2 goes through.
#pragma once

#include "base/result.hpp"
#include "kernel/evidence/spread.hpp"
#include "kernel/stat/design.hpp"

#include <Eigen/Cholesky>
#include <Eigen/QR>

#include <span>
#include <tuple>
#include <utility>

namespace wf::evidence::inside {

/// Works with an orthonormal basis of the columns, so that a year beside a constant loses no digits.
class WithColumns {
public:
    WithColumns(std::span<double const> effects, std::span<double const> variances, stat::Matrix const& x)
        : m_y{Eigen::Map<Eigen::VectorXd const>(effects.data(), static_cast<Eigen::Index>(effects.size()))},
          m_v{Eigen::Map<Eigen::VectorXd const>(variances.data(), static_cast<Eigen::Index>(variances.size()))}
    {
        auto const rows = static_cast<Eigen::Index>(x.rows());
        auto const columns = static_cast<Eigen::Index>(x.columns());
        Eigen::MatrixXd scaled = Eigen::Map<Eigen::MatrixXd const>(x.data(), rows, columns);
        m_scale = scaled.colwise().norm();
        for (Eigen::Index i = 0; i < columns; ++i) {
            if (m_scale[i] > 0) scaled.col(i) /= m_scale[i];
        }
        m_factors.setThreshold(1e-10);
        m_factors.compute(scaled);
        m_basis = m_factors.householderQ() * Eigen::MatrixXd::Identity(rows, columns);
        Eigen::VectorXd const left = m_y - m_basis * (m_basis.transpose() * m_y);
        // It may be moved before the first fit, and then has to hold something.
        m_inner.compute(Eigen::MatrixXd::Identity(columns, columns));
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

    /// What is left over, y'Py, and how fast that falls, y'PPy; coefficients, covariance and weights are those at this tau2 from here on.
    std::pair<double, double> fit(double tau2)
    {
        m_w = (m_v.array() + tau2).inverse();
        m_weighted.noalias() = m_w.asDiagonal() * m_basis;
        m_inner.compute(m_basis.transpose() * m_weighted);
        m_gamma = m_inner.solve(m_weighted.transpose() * m_y);
        m_residual = m_y - m_basis * m_gamma;
        Eigen::VectorXd const wr = m_w.cwiseProduct(m_residual);
        return {wr.dot(m_residual), wr.squaredNorm()};
    }

    Sums at(double tau2)
    {
        Sums sums;
        std::tie(sums.rss, sums.rss2) = fit(tau2);
        Eigen::MatrixXd const m2 = m_weighted.transpose() * m_weighted;
        Eigen::MatrixXd const m3 = m_weighted.transpose() * m_w.asDiagonal() * m_weighted;
        Eigen::VectorXd const wr = m_w.cwiseProduct(m_residual);
        Eigen::VectorXd const c2 = m_weighted.transpose() * wr;
        Eigen::MatrixXd const a2 = m_inner.solve(m2);
        sums.w = m_w.sum();
        sums.w2 = m_w.squaredNorm();
        sums.p = sums.w - a2.trace();
        sums.pp = sums.w2 - 2 * m_inner.solve(m3).trace() + (a2 * a2).trace();
        sums.rss3 = wr.cwiseProduct(m_w).dot(wr) - c2.dot(m_inner.solve(c2));
        return sums;
    }

    double log_likelihood(double tau2, bool restricted)
    {
        Sums const sums = at(tau2);
        double const information = 2 * Eigen::MatrixXd{m_inner.matrixL()}.diagonal().array().log().sum();
        return -(sums.rss - m_w.array().log().sum() + (restricted ? information : 0)) / 2;
    }

    [[nodiscard]] Traces traces_unweighted() const
    {
        Eigen::MatrixXd const v1 = m_basis.transpose() * m_v.asDiagonal() * m_basis;
        double const v2 = (m_basis.transpose() * m_v.cwiseAbs2().asDiagonal() * m_basis).trace();
        double const freedom = m_shape.k - m_shape.p;
        double const pv = m_v.sum() - v1.trace();
        return {freedom, freedom, pv, pv, m_v.squaredNorm() - 2 * v2 + (v1 * v1).trace(), m_shape.residual};
    }

    Traces traces_at(double tau2)
    {
        Sums const sums = at(tau2);
        Eigen::VectorXd const u = m_w.cwiseProduct(m_v);
        Eigen::MatrixXd const wvw = m_inner.solve(m_weighted.transpose() * m_v.asDiagonal() * m_weighted);
        Eigen::MatrixXd const ww = m_inner.solve(m_weighted.transpose() * m_weighted);
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

    [[nodiscard]] Eigen::VectorXd const& weights() const { return m_w; }
    /// Of the columns as they were given.
    [[nodiscard]] Eigen::VectorXd coefficients() const { return from_basis() * m_gamma; }
    [[nodiscard]] Eigen::MatrixXd covariance() const
    {
        Eigen::MatrixXd const back = from_basis();
        return back * m_inner.solve(Eigen::MatrixXd{back.transpose()});
    }

private:
    [[nodiscard]] Eigen::MatrixXd from_basis() const
    {
        auto const columns = m_basis.cols();
        Eigen::MatrixXd inverse = m_factors.matrixQR()
                                      .topLeftCorner(columns, columns)
                                      .triangularView<Eigen::Upper>()
                                      .solve(Eigen::MatrixXd::Identity(columns, columns));
        inverse = m_factors.colsPermutation() * inverse;
        return m_scale.cwiseInverse().asDiagonal() * inverse;
    }

    Eigen::VectorXd m_y;
    Eigen::VectorXd m_v;
    Eigen::VectorXd m_w;
    Eigen::VectorXd m_scale;
    Eigen::MatrixXd m_basis;
    Eigen::MatrixXd m_weighted;
    Eigen::VectorXd m_gamma;
    Eigen::VectorXd m_residual;
    Eigen::ColPivHouseholderQR<Eigen::MatrixXd> m_factors;
    Eigen::LLT<Eigen::MatrixXd> m_inner;
    Shape m_shape;
};

/// Errors: refused, those of regression.hpp that need no fit.
[[nodiscard]] Result<WithColumns> make_model(std::span<double const> effects, std::span<double const> variances,
                                             stat::Design const& design, double level);

} // namespace wf::evidence::inside
