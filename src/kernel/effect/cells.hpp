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

/// Units of a group, and what is left of them after what was estimated there: of who never begin all columns, of who begin their mean,
/// with ipw and dr also the chances, which lean on both.
struct GroupSize {
    double units{0};
    double freedom{1};
};

struct Cells {
    std::vector<double> groups;        ///< when they begin
    std::vector<std::size_t> group_of; ///< of each unit, or `no_group`
    std::vector<double> times;
    std::vector<GroupCell> cells;
    std::vector<GroupSize> sizes; ///< of each group, then of who never begin
    StaggeredNotes notes;
};
inline constexpr std::size_t no_group = static_cast<std::size_t>(-1);

[[nodiscard]] Result<Cells> compute_cells(StaggeredInput const& input);

} // namespace wf::effect
