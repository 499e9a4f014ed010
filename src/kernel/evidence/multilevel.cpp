// SPDX-License-Identifier: EUPL-1.2
#include "kernel/evidence/multilevel.hpp"

#include "kernel/evidence/nested.hpp"
#include "kernel/evidence/pool.hpp"
#include "kernel/evidence/refusal.hpp"
#include "kernel/evidence/sandwich.hpp"
#include "kernel/stat/distribution.hpp"
#include "kernel/stat/refuse.hpp"

#include <Eigen/Cholesky>
#include <Eigen/QR>

#include <cmath>
#include <numbers>

namespace wf::evidence {
namespace {

using Eigen::Index;
using Eigen::Map;
using Eigen::MatrixXd;
using Eigen::VectorXd;

Map<VectorXd const> as_vector(std::span<double const> values)
{
    return {values.data(), static_cast<Index>(values.size())};
}

Map<MatrixXd const> as_matrix(stat::Matrix const& x)
{
    return {x.data(), static_cast<Index>(x.rows()), static_cast<Index>(x.columns())};
}

std::string_view fault_of_input(MultilevelInput const& input)
{
    std::size_t const k = input.effects.size();
    if (k == 0) return "no_studies";
    if (auto const fault = fault_of(input.effects, input.variances); !fault.empty()) return fault;
    if (k == 1) return "one_study";
    if (k <= input.design.x.columns()) return "too_few_studies";
    return input.level > 0 && input.level < 1 ? "" : "bad_level";
}

std::string_view fault_of_levels(inside::Tree const& tree)
{
    std::uint32_t before = 1;
    for (auto const& level : tree.levels) {
        if (level.count == before) return before == 1 ? "one_group" : "levels_coincide";
        before = level.count;
    }
    return {};
}

} // namespace

Result<Multilevel> compute_multilevel(MultilevelInput const& input)
{
    WF_CHECK(!input.levels.empty());
    if (auto const fault = fault_of_input(input); !fault.empty()) return refusal(fault);
    auto const tree = inside::make_tree(input.levels);
    if (auto const fault = fault_of_levels(tree); !fault.empty()) return refusal(fault);

    // An orthonormal basis, and what least squares leaves of the effects: no digits are lost in sums.
    MatrixXd const x = as_matrix(input.design.x);
    VectorXd const norms = x.colwise().stableNorm();
    MatrixXd scaled = x;
    for (Index i = 0; i < x.cols(); ++i) {
        if (norms[i] > 0) scaled.col(i) /= norms[i];
    }
    Eigen::ColPivHouseholderQR<MatrixXd> factors;
    factors.setThreshold(1e-10);
    factors.compute(scaled);
    if (factors.rank() < x.cols()) {
        auto const at = static_cast<std::size_t>(factors.colsPermutation().indices()[factors.rank()]);
        return stat::refuse("collinear", "column " + input.design.names[at] + " follows from the others: leave it out");
    }
    MatrixXd const basis = factors.householderQ() * MatrixXd::Identity(x.rows(), x.cols());
    VectorXd const y = as_vector(input.effects);
    VectorXd const least = basis.transpose() * y;
    VectorXd const left = y - basis * least;
    inside::Nested const nested{basis, left, as_vector(input.variances), tree};

    double const freedom = static_cast<double>(x.rows() - x.cols());
    double const spread = left.squaredNorm() / freedom;
    VectorXd variances;
    if (!inside::most_likely(nested, std::max(spread, 1e-2 * as_vector(input.variances).mean()), variances))
        return refusal("not_converged");
    auto const top = nested.at(variances);

    Multilevel result;
    result.k = input.effects.size();
    for (auto const& level : tree.levels) result.groups.push_back(level.count);
    for (auto const variance : variances) result.sigma2.push_back(variance);
    // The basis has log|Q'Q| = 0, so log|X'X| and the one in the likelihood have fallen out together.
    result.log_likelihood = top.value - freedom / 2 * std::log(2 * std::numbers::pi);
    MatrixXd back = factors.matrixQR().topRows(x.cols()).triangularView<Eigen::Upper>().solve(
        MatrixXd::Identity(x.cols(), x.cols()));
    back = norms.cwiseInverse().asDiagonal() * (factors.colsPermutation() * back);
    VectorXd const b = back * (least + top.b);
    MatrixXd const covariance = back * top.covariance * back.transpose();
    double const quantile = stat::normal_quantile((1 + input.level) / 2);
    for (Index i = 0; i < b.size(); ++i) {
        double const se = std::sqrt(covariance(i, i));
        if (!std::isfinite(b[i]) || !std::isfinite(se) || !(se > 0)) return refusal("out_of_range");
        result.coefficients.push_back({input.design.names[static_cast<std::size_t>(i)],
                                       b[i],
                                       se,
                                       b[i] / se,
                                       std::nullopt,
                                       stat::normal_two_sided(b[i] / se),
                                       {b[i] - quantile * se, b[i] + quantile * se}});
    }
    return result;
}

Result<std::vector<Coefficient>> make_robust(MultilevelInput const& input, Multilevel const& fit,
                                             stat::Groups const& clusters, Correction correction)
{
    auto const tree = inside::make_tree(input.levels);
    std::vector<std::vector<std::size_t>> rows(clusters.count);
    auto const& outer = tree.levels.front();
    std::vector<std::uint32_t> cluster_of(outer.count, clusters.count);
    for (std::size_t row = 0; row < clusters.of.size(); ++row) {
        auto& cluster = cluster_of[outer.of[row]];
        if (cluster != clusters.count && cluster != clusters.of[row]) return refusal("cluster_splits_group");
        cluster = clusters.of[row];
        rows[cluster].push_back(row);
    }
    auto const x = as_matrix(input.design.x);
    VectorXd b{x.cols()};
    for (Index i = 0; i < b.size(); ++i) b[i] = fit.coefficients[static_cast<std::size_t>(i)].estimate;
    VectorXd const residuals = as_vector(input.effects) - x * b;
    std::vector<inside::Cluster> parts;
    MatrixXd information = MatrixXd::Zero(x.cols(), x.cols());
    for (auto const& of : rows) {
        auto const n = static_cast<Index>(of.size());
        inside::Cluster part{MatrixXd{n, x.cols()}, VectorXd{n}, MatrixXd::Zero(n, n)};
        for (Index i = 0; i < n; ++i) {
            std::size_t const one = of[static_cast<std::size_t>(i)];
            part.x.row(i) = x.row(static_cast<Index>(one));
            part.residuals[i] = residuals[static_cast<Index>(one)];
            part.phi(i, i) = input.variances[one];
            for (Index j = 0; j < n; ++j) {
                std::size_t const other = of[static_cast<std::size_t>(j)];
                for (std::size_t level = 0; level < tree.levels.size(); ++level) {
                    auto const& groups = tree.levels[level].of;
                    if (groups[one] == groups[other]) part.phi(i, j) += fit.sigma2[level];
                }
            }
        }
        information += part.x.transpose() * part.phi.llt().solve(part.x);
        parts.push_back(std::move(part));
    }
    MatrixXd const model = information.llt().solve(MatrixXd::Identity(x.cols(), x.cols()));
    return inside::robust_coefficients(parts, b, model, input.design.names, correction, input.level);
}

} // namespace wf::evidence
