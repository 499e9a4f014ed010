// SPDX-License-Identifier: EUPL-1.2
// In white coordinates (x'Wx = 1) all that a cluster says stands in matrices of the size of the coefficients: with Z the columns
// [white, W white] (white alone without weights), what a cluster's residuals vary is 1 + Z K Z', and its adjusted rows are Z times `turn`.
// For covariance.cpp alone.
#pragma once

#include "kernel/stat/covariance.hpp"
#include "kernel/stat/inside.hpp"
#include "kernel/stat/refuse.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <vector>

namespace wf::stat {
namespace inside {

using Eigen::Index;
using Eigen::MatrixXd;
using Eigen::VectorXd;

/// An eigenvalue of what the residuals of a cluster vary, below which it counts as none.
inline constexpr double none_left = 1e-9;

/// ((1 - part)^power - 1) / part, without loss where `part` is small; 0 to any power is 0.
inline double correction(double part, double power)
{
    double const left = 1 - part;
    if (left < none_left) return -1 / part;
    if (std::abs(part) < 1e-12) return -power;
    return std::expm1(power * std::log1p(-part)) / part;
}

struct Cluster {
    MatrixXd cross; ///< Z'Z
    MatrixXd turn;  ///< adjusted rows in terms of Z
    VectorXd sums;  ///< Z' residuals
    MatrixXd lost;  ///< white directions that it decides alone
};

} // namespace inside

struct Covariance::State {
    using Index = Eigen::Index;
    using MatrixXd = Eigen::MatrixXd;
    using VectorXd = Eigen::VectorXd;
    using Cluster = inside::Cluster;
    static constexpr double none_left = inside::none_left;

    Fit const* fit{nullptr};
    Spread spread{Spread::classical};
    bool two_way{false};
    double simple_df{0};
    Matrix covariance;
    MatrixXd kernel; ///< K
    MatrixXd from_white;
    std::vector<Cluster> clusters;

    [[nodiscard]] Index k() const { return static_cast<Index>(fit->columns()); }
    [[nodiscard]] bool weighted() const { return !fit->weights.empty(); }
    /// Where W white begins in Z.
    [[nodiscard]] Index offset() const { return weighted() ? k() : 0; }
    [[nodiscard]] Index width() const { return weighted() ? 2 * k() : k(); }

    void set(MatrixXd const& white) { covariance = to_matrix(from_white * white * from_white.transpose()); }

    [[nodiscard]] MatrixXd rows_apart(std::span<double const> leverage) const
    {
        auto const white = view(fit->white);
        auto const n = static_cast<Index>(fit->rows());
        VectorXd factor(n);
        for (Index row = 0; row < n; ++row) {
            auto const at = static_cast<std::size_t>(row);
            double const weight = weighted() ? fit->weights[at] : 1;
            double const residual = weight * fit->residuals[at];
            double part = 1;
            if (needs_leverage(spread)) {
                part = 1 - weight * white.row(row).squaredNorm() - (leverage.empty() ? 0 : leverage[at]);
                if (spread == Spread::hc3) part *= part;
            }
            // A row that its own coefficient fits exactly leaves nothing, and says nothing.
            factor[row] = part > none_left ? residual * residual / part : 0;
        }
        MatrixXd sum = white.transpose() * factor.asDiagonal() * white;
        if (spread == Spread::hc1) sum *= static_cast<double>(n) / fit->df();
        return sum;
    }

    /// Of cr0, cr1 and cr1s.
    [[nodiscard]] MatrixXd clusters_apart(Groups const& groups) const
    {
        MatrixXd sums = MatrixXd::Zero(k(), groups.count);
        auto const white = view(fit->white);
        std::vector<double> scored(fit->residuals);
        if (weighted())
            std::transform(scored.begin(), scored.end(), fit->weights.begin(), scored.begin(), std::multiplies<>{});
        for (Index column = 0; column < k(); ++column) {
            double const* const values = white.col(column).data();
            for (std::size_t row = 0; row < scored.size(); ++row)
                sums(column, groups.of[row]) += values[row] * scored[row];
        }
        double const g = groups.count;
        double factor = spread == Spread::cr0 ? 1 : g / (g - 1);
        if (spread == Spread::cr1s) factor *= (static_cast<double>(fit->rows()) - 1) / fit->df();
        return factor * (sums * sums.transpose());
    }

    void collect(Groups const& groups)
    {
        auto const white = view(fit->white);
        auto const n = fit->rows();
        MatrixXd z(static_cast<Index>(n), width());
        z.leftCols(k()) = white;
        if (weighted()) z.rightCols(k()) = view(fit->weights).asDiagonal() * white;
        std::vector<double> cross(static_cast<std::size_t>(width() * width()) * groups.count, 0);
        auto const size = static_cast<std::size_t>(width() * width());
        for (Index one = 0; one < width(); ++one) {
            for (Index other = 0; other <= one; ++other) {
                double const* const a = z.col(one).data();
                double const* const b = z.col(other).data();
                double* const to = cross.data() + one * width() + other;
                for (std::size_t row = 0; row < n; ++row) to[groups.of[row] * size] += a[row] * b[row];
            }
        }
        MatrixXd sums = MatrixXd::Zero(width(), groups.count);
        for (Index column = 0; column < width(); ++column) {
            double const* const values = z.col(column).data();
            for (std::size_t row = 0; row < n; ++row) sums(column, groups.of[row]) += values[row] * fit->residuals[row];
        }
        clusters.resize(groups.count);
        for (std::size_t g = 0; g < groups.count; ++g) {
            Eigen::Map<MatrixXd const> const lower{cross.data() + g * size, width(), width()};
            // Column `one` holds the rows up to `one`: the upper triangle.
            clusters[g].cross = lower.selfadjointView<Eigen::Upper>();
            clusters[g].sums = sums.col(static_cast<Index>(g));
        }
        kernel = MatrixXd::Zero(width(), width());
        if (!weighted()) {
            kernel = -MatrixXd::Identity(k(), k());
            return;
        }
        kernel.topLeftCorner(k(), k()) = z.rightCols(k()).transpose() * z.rightCols(k());
        kernel.topRightCorner(k(), k()) = -MatrixXd::Identity(k(), k());
        kernel.bottomLeftCorner(k(), k()) = -MatrixXd::Identity(k(), k());
    }

    /// The white cross product of the cluster: how much of each direction it decides.
    [[nodiscard]] MatrixXd part_of(Cluster const& cluster) const { return cluster.cross.block(0, offset(), k(), k()); }

    [[nodiscard]] MatrixXd adjustment(Cluster const& cluster) const
    {
        constexpr double half = -0.5;
        if (!weighted()) {
            Eigen::SelfAdjointEigenSolver<MatrixXd> const eigen{cluster.cross};
            VectorXd const values =
                eigen.eigenvalues().unaryExpr([](double part) { return inside::correction(part, half); });
            return eigen.eigenvectors() * values.asDiagonal() * eigen.eigenvectors().transpose();
        }
        // Z = P sqrt(s) U' with P orthonormal; in P, the residuals vary as 1 + sqrt(s) U' K U sqrt(s).
        Eigen::SelfAdjointEigenSolver<MatrixXd> const eigen{cluster.cross};
        double const least = 1e-13 * std::max(eigen.eigenvalues().maxCoeff(), 0.0);
        std::vector<Index> kept;
        for (Index i = 0; i < width(); ++i) {
            if (eigen.eigenvalues()[i] > least) kept.push_back(i);
        }
        auto const rank = static_cast<Index>(kept.size());
        MatrixXd basis(width(), rank);   // U sqrt(s)
        MatrixXd inverse(width(), rank); // U / sqrt(s)
        for (Index i = 0; i < rank; ++i) {
            double const root = std::sqrt(eigen.eigenvalues()[kept[static_cast<std::size_t>(i)]]);
            basis.col(i) = eigen.eigenvectors().col(kept[static_cast<std::size_t>(i)]) * root;
            inverse.col(i) = eigen.eigenvectors().col(kept[static_cast<std::size_t>(i)]) / root;
        }
        Eigen::SelfAdjointEigenSolver<MatrixXd> const inner{MatrixXd{basis.transpose() * kernel * basis}};
        VectorXd const values = inner.eigenvalues().unaryExpr(
            [](double more) { return 1 + more < none_left ? -1 : std::expm1(half * std::log1p(more)); });
        MatrixXd const turned = inverse * inner.eigenvectors();
        return turned * values.asDiagonal() * turned.transpose();
    }

    Result<void> adjust()
    {
        for (auto& cluster : clusters) {
            cluster.turn = MatrixXd::Zero(width(), k());
            cluster.turn.middleRows(offset(), k()).setIdentity();
            if (spread == Spread::cr2) {
                cluster.turn += adjustment(cluster) * cluster.cross.middleCols(offset(), k());
            } else if (spread == Spread::cr3) {
                MatrixXd const left = MatrixXd::Identity(k(), k()) - part_of(cluster);
                Eigen::SelfAdjointEigenSolver<MatrixXd> const eigen{left};
                if (eigen.eigenvalues().minCoeff() < none_left)
                    return refuse("whole_leverage",
                                  "without one of the clusters a coefficient is not known at all: choose cr2, or leave "
                                  "the column out that only this cluster has");
                cluster.turn.middleRows(offset(), k()) = eigen.eigenvectors() *
                                                         eigen.eigenvalues().cwiseInverse().asDiagonal() *
                                                         eigen.eigenvectors().transpose();
            }
            find_lost(cluster);
        }
        return {};
    }

    void find_lost(Cluster& cluster) const
    {
        MatrixXd const part = part_of(cluster);
        // The trace bounds the largest eigenvalue.
        if (part.trace() < 1 - none_left) return;
        Eigen::SelfAdjointEigenSolver<MatrixXd> const eigen{part};
        Index const count = (eigen.eigenvalues().array() > 1 - none_left).count();
        cluster.lost = eigen.eigenvectors().rightCols(count);
    }

    [[nodiscard]] MatrixXd sandwich() const
    {
        MatrixXd sum = MatrixXd::Zero(k(), k());
        for (auto const& cluster : clusters) {
            VectorXd const score = cluster.turn.transpose() * cluster.sums;
            sum += score * score.transpose();
        }
        return sum;
    }

    /// cov(c'V d, e'V f) when rows spread alike, from the columns a of `directions`: see total_spread.
    struct Sides {
        std::vector<MatrixXd> seen; ///< per cluster: Z' times the adjusted rows, for each direction
        std::vector<MatrixXd> own;  ///< per cluster: cross products of the adjusted rows
    };
    [[nodiscard]] Sides look(MatrixXd const& directions) const
    {
        Sides sides;
        for (auto const& cluster : clusters) {
            MatrixXd const turned = cluster.turn * directions;
            sides.seen.push_back(cluster.cross * turned);
            sides.own.push_back(turned.transpose() * sides.seen.back());
        }
        return sides;
    }
    /// Expected V in these directions when all rows have spread 1.
    [[nodiscard]] MatrixXd expected(Sides const& sides) const
    {
        auto const size = sides.own.front().rows();
        MatrixXd sum = MatrixXd::Zero(size, size);
        for (std::size_t g = 0; g < clusters.size(); ++g)
            sum += sides.own[g] + sides.seen[g].transpose() * kernel * sides.seen[g];
        return sum;
    }
    /// Sum over clusters g, h of m(a, b) m(c, d), where m(a, b) is the product of direction a in g with b in h.
    [[nodiscard]] double products(Sides const& sides, Index a, Index b, Index c, Index d) const
    {
        double own = 0;
        MatrixXd between = MatrixXd::Zero(width(), width()); // sum of b d'
        MatrixXd back = MatrixXd::Zero(width(), width());    // sum of c a'
        for (std::size_t g = 0; g < clusters.size(); ++g) {
            auto const& seen = sides.seen[g];
            double const ab = sides.own[g](a, b);
            double const cd = sides.own[g](c, d);
            own += ab * cd + ab * seen.col(c).dot(kernel * seen.col(d)) + cd * seen.col(a).dot(kernel * seen.col(b));
            between += seen.col(b) * seen.col(d).transpose();
            back += seen.col(c) * seen.col(a).transpose();
        }
        return own + (kernel * between * kernel * back).trace();
    }
};

} // namespace wf::stat
