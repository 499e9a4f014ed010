// SPDX-License-Identifier: EUPL-1.2
#include "kernel/evidence/nested.hpp"

#include <Eigen/Cholesky>

#include <cmath>
#include <limits>

namespace wf::evidence::inside {
namespace {

using Eigen::Index;
using Eigen::MatrixXd;
using Eigen::VectorXd;

/// S of a group, its derivatives by each variance that has had its turn, and log|V|.
struct Node {
    MatrixXd s;
    std::vector<MatrixXd> slopes;
};

/// Takes the effect of a level off one group; gives what log|V| gains, and adds to its derivatives.
double take_off(Node& node, Index level, double variance, VectorXd& log_slopes)
{
    Index const last = node.s.cols() - 1;
    VectorXd const c = node.s.col(last);
    double const n = c[last];
    double const whole = 1 + variance * n;
    for (std::size_t l = static_cast<std::size_t>(level) + 1; l < node.slopes.size(); ++l) {
        auto& slope = node.slopes[l];
        if (slope.size() == 0) continue;
        VectorXd const d = slope.col(last);
        log_slopes[static_cast<Index>(l)] += variance * d[last] / whole;
        slope += -variance / whole * (d * c.transpose() + c * d.transpose()) +
                 variance / whole * (variance / whole) * d[last] * c * c.transpose();
    }
    node.slopes[static_cast<std::size_t>(level)] = -c * c.transpose() / (whole * whole);
    log_slopes[level] += n / whole;
    node.s -= variance / whole * c * c.transpose();
    return std::log(whole);
}

void add(Node& to, Node const& from)
{
    if (to.s.size() == 0) {
        to = from;
        return;
    }
    to.s += from.s;
    for (std::size_t l = 0; l < to.slopes.size(); ++l) {
        if (from.slopes[l].size() > 0) to.slopes[l] += from.slopes[l];
    }
}

/// How far the gradient says that this is not the top: what may still move, in units of `scale`.
double slope_left(VectorXd const& variances, VectorXd const& gradient, double scale)
{
    double left = 0;
    for (Index i = 0; i < variances.size(); ++i) {
        if (variances[i] > 0 || gradient[i] > 0)
            left = std::max(left, std::abs(gradient[i]) * (variances[i] + 1e-3 * scale));
    }
    return left;
}

/// Minus the second derivatives, by differences of the exact gradient.
MatrixXd curvature(Nested const& nested, VectorXd const& variances, VectorXd const& gradient, double scale)
{
    Index const levels = variances.size();
    MatrixXd found{levels, levels};
    for (Index i = 0; i < levels; ++i) {
        double const step = 1e-6 * (variances[i] + 1e-2 * scale);
        VectorXd moved = variances;
        moved[i] += step;
        found.col(i) = (gradient - nested.at(moved).gradient) / step;
    }
    return (found + found.transpose()) / 2;
}

/// Newton among those that are free; the gradient where the likelihood is not hollow.
VectorXd direction(MatrixXd const& curved, VectorXd const& variances, VectorXd const& gradient, double scale)
{
    Index const levels = variances.size();
    MatrixXd equations = curved;
    VectorXd wanted = gradient;
    for (Index i = 0; i < levels; ++i) {
        if (variances[i] > 0 || gradient[i] > 0) continue;
        equations.row(i).setZero();
        equations.col(i).setZero();
        equations(i, i) = 1;
        wanted[i] = 0;
    }
    Eigen::LLT<MatrixXd> const factors{equations};
    if (factors.info() == Eigen::Success) return factors.solve(wanted);
    // Each by itself: at most doubled or brought to nothing.
    VectorXd step{levels};
    for (Index i = 0; i < levels; ++i) {
        double const reach = variances[i] + 0.1 * scale;
        step[i] = wanted[i] == 0 ? 0 : std::copysign(std::min(reach, std::abs(wanted[i]) * reach * reach), wanted[i]);
    }
    return step;
}

/// Up from one start; false when it did not arrive.
bool climb(Nested const& nested, double scale, VectorXd& variances, Likelihood& here)
{
    constexpr int most_steps = 200;
    constexpr int most_halvings = 60;
    constexpr double flat = 1e-9;
    here = nested.at(variances);
    for (int step = 0; step < most_steps; ++step) {
        double const left = slope_left(variances, here.gradient, scale);
        if (!std::isfinite(left)) return false;
        VectorXd move = direction(curvature(nested, variances, here.gradient, scale), variances, here.gradient, scale);
        bool moved = false;
        for (int halving = 0; halving < most_halvings && !moved; ++halving, move /= 2) {
            VectorXd const there = (variances + move).cwiseMax(0);
            Likelihood next = nested.at(there);
            // At the top the likelihood itself is flat to its last digit; its slope still tells.
            bool const as_high = next.value >= here.value - 1e-13 * (1 + std::abs(here.value));
            bool const flatter = as_high && slope_left(there, next.gradient, scale) < left / 2;
            if (!(next.value > here.value) && !flatter) continue;
            moved = true;
            variances = there;
            here = std::move(next);
        }
        if (!moved) return left < 1e-6;
        if (slope_left(variances, here.gradient, scale) < flat * flat) return true;
    }
    return slope_left(variances, here.gradient, scale) < 1e-6;
}

} // namespace

Tree make_tree(std::vector<stat::Groups> const& levels)
{
    Tree tree;
    for (auto const& level : levels) {
        if (tree.levels.empty()) {
            tree.levels.push_back(level);
            continue;
        }
        auto const& outer = tree.levels.back();
        auto inner = stat::crossed(outer, level);
        std::vector<std::uint32_t> parent(inner.count);
        for (std::size_t row = 0; row < inner.of.size(); ++row) parent[inner.of[row]] = outer.of[row];
        tree.levels.push_back(std::move(inner));
        tree.parent.push_back(std::move(parent));
    }
    return tree;
}

Nested::Nested(MatrixXd const& x, VectorXd const& y, VectorXd const& v, Tree const& tree) : m_tree{&tree}
{
    Index const size = x.cols() + 2;
    auto const& innermost = tree.levels.back();
    m_inner.assign(innermost.count, MatrixXd::Zero(size, size));
    VectorXd z{size};
    for (Index row = 0; row < x.rows(); ++row) {
        z << x.row(row).transpose(), y[row], 1;
        m_inner[innermost.of[static_cast<std::size_t>(row)]] += z * z.transpose() / v[row];
    }
    m_logs = v.array().log().sum();
}

Likelihood Nested::at(VectorXd const& variances) const
{
    auto const count = static_cast<std::size_t>(levels());
    double logs = m_logs;
    VectorXd log_slopes = VectorXd::Zero(levels());
    std::vector<Node> nodes;
    nodes.reserve(m_inner.size());
    for (auto const& inner : m_inner) nodes.push_back({inner, std::vector<MatrixXd>(count)});
    for (std::size_t level = count; level-- > 0;) {
        std::vector<Node> outer(level == 0 ? 1 : m_tree->levels[level - 1].count);
        for (std::size_t i = 0; i < nodes.size(); ++i) {
            logs += take_off(nodes[i], static_cast<Index>(level), variances[static_cast<Index>(level)], log_slopes);
            add(outer[level == 0 ? 0 : m_tree->parent[level - 1][i]], nodes[i]);
        }
        nodes = std::move(outer);
    }
    Node const& all = nodes.front();
    Index const p = all.s.cols() - 2;
    Likelihood found;
    Eigen::LLT<MatrixXd> const information{all.s.topLeftCorner(p, p)};
    found.covariance = information.solve(MatrixXd::Identity(p, p));
    found.b = information.solve(all.s.col(p).head(p));
    double const rss = all.s(p, p) - found.b.dot(all.s.col(p).head(p));
    MatrixXd const factor = information.matrixL();
    found.value = -(logs + 2 * factor.diagonal().array().log().sum() + rss) / 2;
    found.gradient = VectorXd{levels()};
    for (std::size_t l = 0; l < count; ++l) {
        auto const& d = all.slopes[l];
        double const by_rss =
            d(p, p) - 2 * found.b.dot(d.col(p).head(p)) + found.b.dot(d.topLeftCorner(p, p) * found.b);
        double const by_information = (found.covariance * d.topLeftCorner(p, p)).trace();
        found.gradient[static_cast<Index>(l)] = -(log_slopes[static_cast<Index>(l)] + by_information + by_rss) / 2;
    }
    return found;
}

bool most_likely(Nested const& nested, double scale, VectorXd& variances)
{
    Index const levels = nested.levels();
    std::vector<VectorXd> starts{VectorXd::Constant(levels, scale / static_cast<double>(levels)),
                                 VectorXd::Constant(levels, 1e-3 * scale)};
    for (Index one = 0; levels > 1 && one < levels; ++one) {
        VectorXd start = VectorXd::Constant(levels, 1e-2 * scale);
        start[one] = scale;
        starts.push_back(start);
    }
    double best = -std::numeric_limits<double>::infinity();
    for (auto& start : starts) {
        Likelihood top;
        if (!climb(nested, scale, start, top) || !(top.value > best)) continue;
        best = top.value;
        variances = start;
    }
    return std::isfinite(best);
}

} // namespace wf::evidence::inside
