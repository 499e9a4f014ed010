// SPDX-License-Identifier: EUPL-1.2
// Inside kernel/stat: W'V^-1W of groups inside groups, W the columns of a mixed model, V relative to the variance of a row.
// Method       for each innermost group S = W'W; a term with columns Z and covariance LL' takes C L(I + L'NL)^-1 L'C' off it, C = W'Z and
//              N = Z'Z being parts of S, and log|V| gains log|I + L'NL|. S of the groups in one outer group add up.
#pragma once

#include "kernel/stat/design.hpp"

#include <array>
#include <cstddef>
#include <vector>

namespace wf::stat::inside {

/// Lower triangle of a term: 1 entry, or 3 (intercept, both, slope).
using Triangle = std::array<double, 3>;

struct Level {
    std::uint32_t count{0};
    std::vector<std::uint32_t> parent; ///< of each group, in the next outer level; none for the outermost
    std::size_t intercept{0};          ///< where these columns stand in W
    std::optional<std::size_t> slope;
};

/// Levels from the outermost to the innermost.
class MixedSums {
public:
    /// `columns` of W, each as long as the table; `innermost` of each row.
    MixedSums(std::vector<std::span<double const>> const& columns, std::span<std::uint32_t const> innermost,
              std::vector<Level> levels);

    [[nodiscard]] std::size_t width() const { return m_width; }
    /// W'V^-1W goes into `sums` (width x width, upper triangle); gives log|V|.
    double at(std::span<Triangle const> triangles, std::vector<double>& sums);

private:
    double take_off(Level const& level, Triangle const& triangle, double const* group, double* to) const;

    std::size_t m_width;
    std::vector<Level> m_levels;
    std::vector<double> m_inner;              ///< of each innermost group: width x width, upper triangle
    std::vector<std::vector<double>> m_outer; ///< room for the sums of all levels but the innermost
};

} // namespace wf::stat::inside
