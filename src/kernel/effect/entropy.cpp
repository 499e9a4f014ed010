// SPDX-License-Identifier: EUPL-1.2
// Weights of a group that give its columns the wanted means: w = exp(z'l) with l by Newton's steps on the convex dual (Hainmueller 2012).
#include "kernel/effect/matching.hpp"

#include "kernel/stat/inside.hpp"
#include "kernel/stat/refuse.hpp"

#include <cmath>

namespace wf::effect {
namespace {

using Eigen::Index;
using Eigen::MatrixXd;
using Eigen::VectorXd;

/// z: the group's columns less the wanted means, in standard deviations. Weights that sum to 1, or none.
VectorXd solve(MatrixXd const& z)
{
    constexpr int most_steps = 200;
    constexpr double equal = 1e-10;
    VectorXd multipliers = VectorXd::Zero(z.cols());
    auto const weights_at = [&](VectorXd const& at, double& value) {
        VectorXd exponents = z * at;
        double const top = exponents.maxCoeff();
        exponents = (exponents.array() - top).exp();
        double const sum = exponents.sum();
        value = top + std::log(sum);
        return VectorXd{exponents / sum};
    };
    double value = 0;
    VectorXd weights = weights_at(multipliers, value);
    for (int step = 0; step < most_steps; ++step) {
        VectorXd const slope = z.transpose() * weights;
        if (slope.cwiseAbs().maxCoeff() < equal) return weights;
        MatrixXd const curve = z.transpose() * weights.asDiagonal() * z - slope * slope.transpose();
        Eigen::LDLT<MatrixXd> const solver{curve};
        VectorXd const move = -solver.solve(slope);
        if (solver.info() != Eigen::Success || !move.allFinite()) return {};
        double size = 1;
        double next = 0;
        VectorXd moved;
        for (;; size /= 2) {
            if (size < 1e-10) return {};
            moved = weights_at(multipliers + size * move, next);
            if (next < value || (size == 1 && std::abs(next - value) < 1e-14)) break;
        }
        multipliers += size * move;
        weights = moved;
        value = next;
        // No weights exist: the multipliers run away.
        if (multipliers.cwiseAbs().maxCoeff() > 1e4) return {};
    }
    return {};
}

} // namespace

Result<Weights> weigh_by_entropy(stat::Matrix const& x, std::span<double const> treated, Whom whom)
{
    Weights answer{std::vector<double>(treated.size(), 1), {}};
    auto const columns = stat::view(x);
    for (double const side : {0.0, 1.0}) {
        if (side == 1 && whom == Whom::att) break; // the treated are who they are
        std::vector<std::size_t> rows;
        VectorXd wanted = VectorXd::Zero(columns.cols());
        double count = 0;
        for (std::size_t row = 0; row < treated.size(); ++row) {
            if (treated[row] == side) rows.push_back(row);
            if (whom == Whom::att && treated[row] != 1) continue;
            wanted += columns.row(static_cast<Index>(row)).transpose();
            ++count;
        }
        wanted /= count;
        MatrixXd z(static_cast<Index>(rows.size()), columns.cols());
        for (std::size_t i = 0; i < rows.size(); ++i)
            z.row(static_cast<Index>(i)) = columns.row(static_cast<Index>(rows[i])) - wanted.transpose();
        for (Index column = 0; column < z.cols(); ++column) {
            double const length = z.col(column).norm() / std::sqrt(static_cast<double>(rows.size()));
            if (length > 0) z.col(column) /= length;
        }
        VectorXd const weights = solve(z);
        if (weights.size() == 0)
            return stat::refuse("no_overlap",
                                "no weights of the controls give them the means of the treated: the groups differ too "
                                "much; use fewer covariates, or leave out rows that have no counterpart");
        for (std::size_t i = 0; i < rows.size(); ++i)
            answer.of[rows[i]] = weights[static_cast<Index>(i)] * static_cast<double>(rows.size());
    }
    return answer;
}

} // namespace wf::effect
