// SPDX-License-Identifier: EUPL-1.2
// Inside kernel/evidence: the restricted likelihood of variances at nested levels, with its gradient, from sums of groups.
// Method       with Z = [X y 1], V = diag(v) + sum of s_l Z_l Z_l'. Of the effects in one innermost group, S = Z'V^-1 Z is the sum of
//              z z'/v; a level with variance s takes s c c'/(1 + s n) off it, c its last column and n its last entry, and S of the groups
//              inside one outer group add up. log|V| gains log(1 + s n). Derivatives follow the same way.
#pragma once

#include "kernel/stat/design.hpp"

#include <Eigen/Core>

#include <span>
#include <vector>

namespace wf::evidence::inside {

/// Groups of each level, the outermost first, with the group of the next outer level that each lies in.
struct Tree {
    std::vector<stat::Groups> levels;               ///< crossed with all outer ones
    std::vector<std::vector<std::uint32_t>> parent; ///< of each level but the outermost
};
[[nodiscard]] Tree make_tree(std::vector<stat::Groups> const& levels);

struct Likelihood {
    double value{0};          ///< without constants
    Eigen::VectorXd gradient; ///< by each variance
    Eigen::VectorXd b;
    Eigen::MatrixXd covariance; ///< (X'V^-1X)^-1
};

class Nested {
public:
    Nested(Eigen::MatrixXd const& x, Eigen::VectorXd const& y, Eigen::VectorXd const& v, Tree const& tree);
    [[nodiscard]] Likelihood at(Eigen::VectorXd const& variances) const;
    [[nodiscard]] Eigen::Index levels() const { return static_cast<Eigen::Index>(m_tree->levels.size()); }

private:
    Tree const* m_tree;
    std::vector<Eigen::MatrixXd> m_inner; ///< of each innermost group: sums of z z'/v
    double m_logs{0};                     ///< of v
};

/// The highest likelihood of variances at 0 or above. `scale` is about how large they may be. Nothing when none was found.
[[nodiscard]] bool most_likely(Nested const& nested, double scale, Eigen::VectorXd& variances);

} // namespace wf::evidence::inside
