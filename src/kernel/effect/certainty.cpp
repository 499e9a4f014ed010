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

/// Units of each group, and what is left of them after what was estimated there.
struct Part {
    double units{0};
    double freedom{1};
};

std::vector<Part> parts_of(Cells const& cells)
{
    std::vector<Part> parts(cells.groups.size() + 1);
    for (std::size_t unit = 0; unit < cells.group_of.size(); ++unit) parts[part_of(cells, unit)].units += 1;
    for (std::size_t group = 0; group < parts.size(); ++group) {
        auto const estimated = group < cells.groups.size() ? cells.treated_columns : cells.columns;
        parts[group].freedom = std::max(1.0, parts[group].units - static_cast<double>(estimated));
    }
    return parts;
}

std::optional<Pretest::Small> test_of_few(VectorXd const& att, MatrixXd const& influence, Cells const& cells)
{
    auto const count = att.size();
    auto const parts = parts_of(cells);
    std::vector<MatrixXd> spread(parts.size(), MatrixXd::Zero(count, count));
    for (std::size_t group = 0; group < parts.size(); ++group) {
        std::vector<Index> rows;
        for (std::size_t unit = 0; unit < cells.group_of.size(); ++unit)
            if (part_of(cells, unit) == group) rows.push_back(static_cast<Index>(unit));
        MatrixXd const own = influence(rows, Eigen::all);
        spread[group] = own.transpose() * own * (parts[group].units / parts[group].freedom);
    }
    MatrixXd whole = MatrixXd::Zero(count, count);
    for (auto const& each : spread) whole += each;
    Eigen::LLT<MatrixXd> const factors{whole};
    if (factors.info() != Eigen::Success) return std::nullopt;
    double below = 0;
    for (std::size_t group = 0; group < parts.size(); ++group) {
        MatrixXd const half = factors.matrixL().solve(spread[group]);
        MatrixXd const white = factors.matrixL().solve(half.transpose());
        below += (white.trace() * white.trace() + white.squaredNorm()) / parts[group].freedom;
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
    auto const parts = parts_of(cells);
    std::vector<double> squares(parts.size(), 0);
    for (std::size_t unit = 0; unit < cells.group_of.size(); ++unit) {
        double const own = influence(static_cast<Index>(unit));
        squares[part_of(cells, unit)] += own * own;
    }
    double plain = 0;
    double sum = 0;
    double below = 0;
    for (std::size_t group = 0; group < parts.size(); ++group) {
        double const wide = squares[group] * parts[group].units / parts[group].freedom;
        plain += squares[group];
        sum += wide;
        below += wide * wide / parts[group].freedom;
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
