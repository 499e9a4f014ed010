// SPDX-License-Identifier: EUPL-1.2
// Every group at every moment, with the influence of each unit; `staggered.cpp` averages them.
#pragma once

#include "kernel/effect/staggered.hpp"

#include <vector>

namespace wf::effect {

struct GroupCell {
    std::size_t group{0}; ///< number among `Cells::groups`
    std::size_t time{0};
    bool is_base{false};
    double att{0};
    std::vector<double> influence; ///< of each unit, on this one; empty for the base
};

struct Cells {
    std::vector<double> groups;        ///< when they begin
    std::vector<std::size_t> group_of; ///< of each unit, or `no_group`
    std::vector<double> times;
    std::vector<GroupCell> cells;
    std::size_t columns{1};         ///< of the covariates, with the constant: what is estimated of who never begin
    std::size_t treated_columns{1}; ///< of who begin: their mean, and with ipw and dr the chances, which lean on both
    StaggeredNotes notes;
};
inline constexpr std::size_t no_group = static_cast<std::size_t>(-1);

[[nodiscard]] Result<Cells> compute_cells(StaggeredInput const& input);

} // namespace wf::effect
