// SPDX-License-Identifier: EUPL-1.2
#include "kernel/evidence/robust.hpp"

#include "kernel/evidence/pool.hpp"
#include "kernel/evidence/refusal.hpp"
#include "kernel/evidence/sandwich.hpp"
#include "kernel/stat/refuse.hpp"

#include <Eigen/Cholesky>
#include <Eigen/QR>

#include <algorithm>
#include <cmath>

namespace wf::evidence {
namespace {

using Eigen::MatrixXd;
using Eigen::VectorXd;
using Index = Eigen::Index;

/// Effects of one cluster.
struct Part {
    MatrixXd x;
    VectorXd y;
    VectorXd v;
    [[nodiscard]] double size() const { return static_cast<double>(y.size()); }
};

std::vector<Part> split(RobustInput const& input)
{
    std::vector<std::vector<std::size_t>> rows(input.clusters.count);
    for (std::size_t i = 0; i < input.effects.size(); ++i) rows[input.clusters.of[i]].push_back(i);
    std::vector<Part> parts;
    auto const& x = input.design.x;
    for (auto const& of : rows) {
        auto const n = static_cast<Index>(of.size());
        Part part{MatrixXd{n, static_cast<Index>(x.columns())}, VectorXd{n}, VectorXd{n}};
        for (Index i = 0; i < n; ++i) {
            std::size_t const row = of[static_cast<std::size_t>(i)];
            for (Index j = 0; j < part.x.cols(); ++j) part.x(i, j) = x(row, static_cast<std::size_t>(j));
            part.y[i] = input.effects[row];
            part.v[i] = input.variances[row];
        }
        parts.push_back(std::move(part));
    }
    return parts;
}

struct Fit {
    VectorXd b;
    MatrixXd m; ///< (X'WX)^-1
};

/// `weights` gives those of the effects of a part.
template <class Weights>
Fit fit(std::vector<Part> const& parts, Weights const& weights)
{
    Index const p = parts.front().x.cols();
    MatrixXd information = MatrixXd::Zero(p, p);
    VectorXd moment = VectorXd::Zero(p);
    for (auto const& part : parts) {
        VectorXd const w = weights(part);
        information += part.x.transpose() * w.asDiagonal() * part.x;
        moment += part.x.transpose() * w.cwiseProduct(part.y);
    }
    MatrixXd const m = information.ldlt().solve(MatrixXd::Identity(p, p));
    return {m * moment, m};
}

struct Variances {
    double tau2{0};
    double omega2{0};
};

Variances of_correlated(std::vector<Part> const& parts, double rho)
{
    auto const weights = [](Part const& part) -> VectorXd {
        return VectorXd::Constant(part.y.size(), 1 / (part.size() * part.v.mean()));
    };
    auto const [b, m] = fit(parts, weights);
    Index const p = b.size();
    double q = 0;
    double sum = 0;
    MatrixXd between = MatrixXd::Zero(p, p);
    MatrixXd own = MatrixXd::Zero(p, p);
    MatrixXd others = MatrixXd::Zero(p, p);
    for (auto const& part : parts) {
        double const w = weights(part)[0];
        VectorXd const total = part.x.colwise().sum().transpose();
        MatrixXd const square = part.x.transpose() * part.x;
        q += w * (part.y - part.x * b).squaredNorm();
        sum += w * part.size();
        between += w * w * total * total.transpose();
        own += w / part.size() * square;
        others += w / part.size() * (total * total.transpose() - square);
    }
    auto const count = static_cast<double>(parts.size());
    double const divisor = sum - (m * between).trace();
    double const tau2 = (q - count + (m * own).trace() + rho * (m * others).trace()) / divisor;
    return {std::max(0.0, tau2), 0};
}

Variances of_hierarchical(std::vector<Part> const& parts)
{
    auto const weights = [](Part const& part) -> VectorXd { return part.v.cwiseInverse(); };
    auto const [b, m] = fit(parts, weights);
    Index const p = b.size();
    double qe = 0;
    double qa = 0;
    double k = 0;
    double sum_v = 0;
    double sum_w = 0;
    double squared_sizes = 0;
    MatrixXd xx = MatrixXd::Zero(p, p);    // sum of X'JX
    MatrixXd xwwx = MatrixXd::Zero(p, p);  // of X'WWX
    MatrixXd xwjwx = MatrixXd::Zero(p, p); // of X'WJWX
    MatrixXd xwjx = MatrixXd::Zero(p, p);  // of X'WJX
    MatrixXd xwjjx = MatrixXd::Zero(p, p); // of X'WJJX
    for (auto const& part : parts) {
        VectorXd const w = weights(part);
        VectorXd const e = part.y - part.x * b;
        VectorXd const total = part.x.colwise().sum().transpose();
        VectorXd const weighted = part.x.transpose() * w;
        qe += e.dot(w.cwiseProduct(e));
        qa += e.sum() * e.sum();
        k += part.size();
        sum_v += part.v.sum();
        sum_w += w.sum();
        squared_sizes += part.size() * part.size();
        xx += total * total.transpose();
        xwwx += part.x.transpose() * w.cwiseAbs2().asDiagonal() * part.x;
        xwjwx += weighted * weighted.transpose();
        xwjx += weighted * total.transpose();
        xwjjx += part.size() * weighted * total.transpose();
    }
    MatrixXd const mxx = m * xx;
    double const a1 = squared_sizes - 2 * (m * xwjjx).trace() + (mxx * m * xwjwx).trace();
    double const b1 = k - 2 * (m * xwjx).trace() + (mxx * m * xwwx).trace();
    double const c1 = sum_v - mxx.trace();
    double const a2 = sum_w - (m * xwjwx).trace();
    double const b2 = sum_w - (m * xwwx).trace();
    double const c2 = k - static_cast<double>(p);
    double const omega2 = std::max(0.0, ((qa - c1) * a2 - (qe - c2) * a1) / (b1 * a2 - b2 * a1));
    return {std::max(0.0, (qe - c2) / a2 - omega2 * (b2 / a2)), omega2};
}

Result<void> check(RobustInput const& input, std::vector<Part> const& parts)
{
    std::size_t const k = input.effects.size();
    std::size_t const p = input.design.x.columns();
    if (k == 1) return refusal("one_study");
    if (k <= p) return refusal("too_few_studies");
    if (parts.size() <= p) return refusal("too_few_clusters");
    if (parts.size() == k) return refusal("no_repeats");
    if (!(input.level > 0 && input.level < 1)) return refusal("bad_level");
    MatrixXd all = Eigen::Map<MatrixXd const>(input.design.x.data(), static_cast<Index>(k), static_cast<Index>(p));
    for (auto column : all.colwise()) column.stableNormalize();
    Eigen::ColPivHouseholderQR<MatrixXd> factors;
    factors.setThreshold(1e-10);
    factors.compute(all);
    if (factors.rank() == static_cast<Index>(p)) return {};
    auto const at = static_cast<std::size_t>(factors.colsPermutation().indices()[factors.rank()]);
    return stat::refuse("collinear", "column " + input.design.names[at] + " follows from the others: leave it out");
}

} // namespace

Result<Robust> compute_robust(RobustInput const& input)
{
    constexpr double least_freedom = 4;
    if (input.effects.empty()) return refusal("no_studies");
    if (auto const fault = fault_of(input.effects, input.variances); !fault.empty()) return refusal(fault);
    auto const parts = split(input);
    WF_TRY_VOID(check(input, parts));
    bool const correlated = input.dependence == Dependence::correlated;
    auto const [tau2, omega2] = correlated ? of_correlated(parts, input.rho) : of_hierarchical(parts);
    if (!std::isfinite(tau2) || !std::isfinite(omega2)) return refusal("out_of_range");
    auto const weights = [&, tau = tau2, omega = omega2](Part const& part) -> VectorXd {
        if (correlated) return VectorXd::Constant(part.y.size(), 1 / (part.size() * (part.v.mean() + tau)));
        return (part.v.array() + tau + omega).inverse();
    };
    auto const [b, m] = fit(parts, weights);
    std::vector<inside::Cluster> clusters;
    for (auto const& part : parts) {
        MatrixXd const phi = weights(part).cwiseInverse().asDiagonal();
        clusters.push_back({part.x, part.y - part.x * b, phi});
    }
    Robust result;
    result.k = input.effects.size();
    result.clusters = parts.size();
    result.tau2 = tau2;
    if (!correlated) result.omega2 = omega2;
    WF_TRY(result.coefficients,
           inside::robust_coefficients(clusters, b, m, input.design.names, Correction::cr2, input.level));
    for (auto const& each : result.coefficients) result.weak = result.weak || *each.df < least_freedom;
    return result;
}

} // namespace wf::evidence
