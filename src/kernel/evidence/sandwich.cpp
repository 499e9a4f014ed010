// SPDX-License-Identifier: EUPL-1.2
#include "kernel/evidence/sandwich.hpp"

#include "kernel/evidence/refusal.hpp"
#include "kernel/stat/distribution.hpp"

#include <Eigen/Cholesky>
#include <Eigen/Eigenvalues>

#include <cmath>

namespace wf::evidence::inside {
namespace {

using Eigen::MatrixXd;
using Eigen::VectorXd;

/// Directions that the model leaves nothing of count nothing.
MatrixXd inverse_root(MatrixXd const& symmetric, double scale)
{
    constexpr double nothing = 1e-11;
    Eigen::SelfAdjointEigenSolver<MatrixXd> const parts{symmetric};
    VectorXd roots = parts.eigenvalues();
    for (auto& root : roots) root = root > nothing * scale ? 1 / std::sqrt(root) : 0;
    return parts.eigenvectors() * roots.asDiagonal() * parts.eigenvectors().transpose();
}

/// Phi^-1 X M of a cluster, with the correction in front: what residuals are multiplied by.
MatrixXd influence(Cluster const& cluster, Eigen::LLT<MatrixXd> const& phi, MatrixXd const& model,
                   Correction correction)
{
    MatrixXd const plain = phi.solve(cluster.x * model);
    if (correction == Correction::cr1) return plain;
    MatrixXd const d = phi.matrixU();
    MatrixXd const left = cluster.phi - cluster.x * model * cluster.x.transpose();
    double const scale = (d * cluster.phi * d.transpose()).trace();
    return d.transpose() * (inverse_root(d * left * d.transpose(), scale) * (d * plain));
}

} // namespace

Result<std::vector<Coefficient>> robust_coefficients(std::vector<Cluster> const& clusters, VectorXd const& estimates,
                                                     MatrixXd const& model, std::vector<std::string> const& names,
                                                     Correction correction, double level)
{
    Eigen::Index const p = estimates.size();
    auto const count = static_cast<double>(clusters.size());
    if (static_cast<Eigen::Index>(clusters.size()) <= p) return refusal("too_few_clusters");
    std::vector<MatrixXd> influences;
    std::vector<Eigen::LLT<MatrixXd>> factors;
    MatrixXd covariance = MatrixXd::Zero(p, p);
    for (auto const& cluster : clusters) {
        factors.emplace_back(cluster.phi);
        influences.push_back(influence(cluster, factors.back(), model, correction));
        VectorXd const score = influences.back().transpose() * cluster.residuals;
        covariance += score * score.transpose();
    }
    if (correction == Correction::cr1) covariance *= count / (count - 1);

    std::vector<Coefficient> found;
    for (Eigen::Index i = 0; i < p; ++i) {
        double df = count - 1;
        if (correction == Correction::cr2) {
            // Of the matrix with q_j on the diagonal and -u_i'Mu_j everywhere: its trace squared over its sum of squares.
            double trace = 0;
            double squares = 0;
            MatrixXd outer = MatrixXd::Zero(p, p);
            for (std::size_t j = 0; j < clusters.size(); ++j) {
                VectorXd const a = influences[j].col(i);
                VectorXd const u = clusters[j].x.transpose() * a;
                double const q = a.dot(clusters[j].phi * a);
                double const own = u.dot(model * u);
                trace += q - own;
                squares += q * q - 2 * q * own;
                outer += u * u.transpose();
            }
            MatrixXd const product = model * outer;
            squares += (product * product).trace();
            df = trace * trace / squares;
        }
        double const se = std::sqrt(covariance(i, i));
        if (se <= 1e-9 * std::sqrt(model(i, i))) return refusal("no_residuals");
        if (!(df > 0) || !(se > 0) || !std::isfinite(df) || !std::isfinite(se)) return refusal("no_freedom");
        double const half = stat::t_quantile((1 + level) / 2, df) * se;
        found.push_back({names[static_cast<std::size_t>(i)],
                         estimates[i],
                         se,
                         estimates[i] / se,
                         df,
                         stat::t_two_sided(estimates[i] / se, df),
                         {estimates[i] - half, estimates[i] + half}});
    }
    return found;
}

} // namespace wf::evidence::inside
