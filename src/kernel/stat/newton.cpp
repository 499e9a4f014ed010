// SPDX-License-Identifier: EUPL-1.2
#include "kernel/stat/newton.hpp"

#include <Eigen/Eigenvalues>

#include <cmath>

namespace wf::stat::inside {
namespace {

using Eigen::Index;
using Eigen::MatrixXd;
using Eigen::VectorXd;

constexpr double relative_step = 1e-4;

struct Shape {
    VectorXd gradient;
    MatrixXd curvature;
};

double step_of(double value)
{
    return relative_step * std::max(std::abs(value), 0.01);
}

Shape shape_at(std::function<double(std::span<double const>)> const& function, std::vector<double> const& at,
               double here)
{
    auto const size = static_cast<Index>(at.size());
    Shape shape{VectorXd{size}, MatrixXd{size, size}};
    VectorXd up{size};
    auto const moved = [&](std::size_t i, double by, std::size_t j, double and_by) {
        auto there = at;
        there[i] += by;
        there[j] += and_by;
        return function(there);
    };
    for (std::size_t i = 0; i < at.size(); ++i) {
        auto const row = static_cast<Index>(i);
        double const h = step_of(at[i]);
        up[row] = moved(i, h, i, 0);
        double const down = moved(i, -h, i, 0);
        shape.gradient[row] = (up[row] - down) / (2 * h);
        shape.curvature(row, row) = (up[row] - 2 * here + down) / (h * h);
    }
    for (std::size_t i = 0; i < at.size(); ++i) {
        for (std::size_t j = 0; j < i; ++j) {
            double const h = step_of(at[i]);
            double const g = step_of(at[j]);
            double const mixed =
                (moved(i, h, j, g) - moved(i, h, j, -g) - moved(i, -h, j, g) + moved(i, -h, j, -g)) / (4 * h * g);
            shape.curvature(static_cast<Index>(i), static_cast<Index>(j)) = mixed;
            shape.curvature(static_cast<Index>(j), static_cast<Index>(i)) = mixed;
        }
    }
    return shape;
}

VectorXd downhill(Shape const& shape)
{
    Eigen::SelfAdjointEigenSolver<MatrixXd> const parts{shape.curvature};
    VectorXd values = parts.eigenvalues().cwiseAbs();
    values = values.cwiseMax(1e-10 * std::max(values.maxCoeff(), 1e-10));
    VectorXd const along = parts.eigenvectors().transpose() * shape.gradient;
    return -parts.eigenvectors() * along.cwiseQuotient(values);
}

} // namespace

bool descend(std::function<double(std::span<double const>)> const& function, std::vector<double>& at)
{
    constexpr int most_steps = 100;
    constexpr int most_halvings = 40;
    constexpr double close = 1e-9;
    double here = function(at);
    if (!std::isfinite(here)) return false;
    for (int step = 0; step < most_steps; ++step) {
        auto const shape = shape_at(function, at, here);
        if (!shape.gradient.allFinite() || !shape.curvature.allFinite()) return false;
        VectorXd move = downhill(shape);
        double const promised = -shape.gradient.dot(move) / 2;
        bool moved = false;
        double largest = 0;
        for (int halving = 0; halving < most_halvings && !moved; ++halving, move /= 2) {
            auto there = at;
            largest = 0;
            for (std::size_t i = 0; i < at.size(); ++i) {
                double const by = move[static_cast<Index>(i)];
                there[i] += by;
                largest = std::max(largest, std::abs(by) / std::max(std::abs(at[i]), 1e-3));
            }
            double const value = function(there);
            if (!(value < here)) continue;
            moved = true;
            at = std::move(there);
            here = value;
        }
        // The function itself is known to its last digits only: when Newton promises no more than these, this is it.
        if (promised <= 1e-12 * (1 + std::abs(here))) return true;
        if (!moved) return promised <= 1e-9 * (1 + std::abs(here));
        if (largest < close) return true;
    }
    return false;
}

} // namespace wf::stat::inside
