// SPDX-License-Identifier: EUPL-1.2
#include "kernel/effect/certainty.hpp"

#include "kernel/stat/distribution.hpp"

#include <Eigen/Dense>

#include <algorithm>
#include <cmath>
#include <vector>

namespace wf::effect {
namespace {

using Eigen::Index;
using Eigen::MatrixXd;
using Eigen::VectorXd;

/// The group of a unit; who never begin come after the last.
std::size_t part_of(Cells const& cells, std::size_t unit)
{
    return std::min(cells.group_of[unit], cells.groups.size()); // no_group is the largest number there is
}

std::optional<Pretest::Small> test_of_few(VectorXd const& att, MatrixXd const& influence, Cells const& cells)
{
    auto const count = att.size();
    auto const& sizes = cells.sizes;
    std::vector<std::vector<Index>> rows(sizes.size());
    for (std::size_t unit = 0; unit < cells.group_of.size(); ++unit)
        rows[part_of(cells, unit)].push_back(static_cast<Index>(unit));
    std::vector<MatrixXd> spread;
    MatrixXd whole = MatrixXd::Zero(count, count);
    for (std::size_t group = 0; group < sizes.size(); ++group) {
        MatrixXd const own = influence(rows[group], Eigen::all);
        spread.emplace_back(own.transpose() * own * (sizes[group].units / sizes[group].freedom));
        whole += spread.back();
    }
    Eigen::LLT<MatrixXd> const factors{whole};
    if (factors.info() != Eigen::Success) return std::nullopt;
    double below = 0;
    for (std::size_t group = 0; group < sizes.size(); ++group) {
        MatrixXd const half = factors.matrixL().solve(spread[group]);
        MatrixXd const white = factors.matrixL().solve(half.transpose());
        below += (white.trace() * white.trace() + white.squaredNorm()) / sizes[group].freedom;
    }
    auto const q = static_cast<double>(count);
    double const v = q * (q + 1) / below;
    double const df2 = v - q + 1;
    if (!(df2 > 0)) return std::nullopt;
    double const w = att.dot(factors.solve(att));
    double const f = w * df2 / (v * q);
    return Pretest::Small{f, df2, stat::f_upper(f, q, df2)};
}

} // namespace

Certainty certainty_of(Eigen::Ref<VectorXd const> const& influence, Cells const& cells)
{
    auto const& sizes = cells.sizes;
    std::vector<double> squares(sizes.size(), 0);
    for (std::size_t unit = 0; unit < cells.group_of.size(); ++unit) {
        double const own = influence(static_cast<Index>(unit));
        squares[part_of(cells, unit)] += own * own;
    }
    double plain = 0;
    double sum = 0;
    double below = 0;
    for (std::size_t group = 0; group < sizes.size(); ++group) {
        double const wide = squares[group] * sizes[group].units / sizes[group].freedom;
        plain += squares[group];
        sum += wide;
        below += wide * wide / sizes[group].freedom;
    }
    return below > 0 ? Certainty{sum * sum / below, std::sqrt(sum / plain)} : Certainty{1, 1};
}

std::optional<Pretest> test_before(Cells const& cells, double anticipation, bool& singular)
{
    std::vector<GroupCell const*> before;
    for (auto const& cell : cells.cells) {
        if (!cell.is_base && cells.times[cell.time] + anticipation < cells.groups[cell.group]) before.push_back(&cell);
    }
    if (before.empty()) return std::nullopt;
    auto const count = static_cast<Index>(before.size());
    auto const units = static_cast<Index>(cells.group_of.size());
    VectorXd att{count};
    MatrixXd influence{units, count};
    for (Index i = 0; i < count; ++i) {
        auto const& cell = *before[static_cast<std::size_t>(i)];
        att(i) = cell.att;
        influence.col(i) = Eigen::Map<VectorXd const>(cell.influence.data(), units);
    }
    VectorXd const length = influence.colwise().norm().transpose();
    singular = true;
    if (!((length.array() > 0).all())) return std::nullopt;
    influence = influence * length.cwiseInverse().asDiagonal();
    MatrixXd products = MatrixXd::Zero(count, count);
    products.selfadjointView<Eigen::Lower>().rankUpdate(influence.transpose());
    Eigen::LDLT<MatrixXd> const factors{products};
    if (factors.info() != Eigen::Success || !factors.isPositive() || factors.rcond() < 1e-12) return std::nullopt;
    singular = false;
    VectorXd const scaled = att.cwiseQuotient(length) * static_cast<double>(units);
    double const w = scaled.dot(factors.solve(scaled));
    return Pretest{w, before.size(), stat::chi_squared_upper(w, static_cast<double>(count)),
                   test_of_few(scaled, influence, cells)};
}

} // namespace wf::effect
