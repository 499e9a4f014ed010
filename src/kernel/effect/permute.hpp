// SPDX-License-Identifier: EUPL-1.2
// Question     could the difference have come from the lottery alone that decided which clusters were treated?
// Assumption   which clusters were treated was drawn by lot, each allowed way as likely. Nothing else.
// Method       Fisher's randomisation test: the coefficient of treated (least squares, with the covariates) for every allowed way, or for draws
//              of them with the number of treated clusters kept. Two-sided in size; the data themselves count as one way.
// Shapes       n rows, k columns, G clusters, B ways: O(n k^2 + B G k).
// Errors       refused: treated_varies (within a cluster), no_group, not_in_space (the ways that are given do not hold what was done), too_few_ways
//              (no p below 10 % exists), and those of least squares.
// Source       Fisher (1935); Imbens and Rubin (2015), chapter 5.
#pragma once

#include "base/parallel.hpp"
#include "kernel/stat/design.hpp"
#include "kernel/stat/least_squares.hpp"

#include <cstdint>

namespace wf::effect {

inline constexpr char const* permute_version = "1";

struct Permutation {
    stat::LeastSquares others;   ///< constant and covariates, without treated
    std::vector<double> treated; ///< 0 or 1, for each row
    stat::Groups clusters;
    std::vector<std::vector<double>> space; ///< allowed ways: 0 or 1 for each cluster; empty: all with as many treated
    std::uint64_t draws{9'999};             ///< when there are more ways than this
    std::uint64_t seed{1};
    Threads threads{0};
};

struct PermutationAnswer {
    double statistic{0};
    double p{1};
    std::uint64_t ways{0}; ///< looked at
    bool all{false};       ///< of them
    std::size_t clusters{0};
    std::size_t treated{0}; ///< clusters
};

[[nodiscard]] Result<PermutationAnswer> permute(Permutation question);

} // namespace wf::effect
