// SPDX-License-Identifier: EUPL-1.2
// Question     rows of units at moments: which units were seen at every moment, and what did they have then?
// Assumption   a unit that lacks a moment, or something in a row of it, is left out as a whole and counted (as R did does).
// Units        those of the columns; first_treated 0 is never.
// Shapes       units in the order of their numbers, moments from early to late. O(rows + units x moments).
// Errors       bad input, with the row: twice (a unit twice at one moment), changes (something that must stay equal does not).
//              refused: one_period, no_complete_unit.
#pragma once

#include "base/result.hpp"
#include "kernel/stat/matrix.hpp"

#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <vector>

namespace wf::effect {

inline constexpr std::uint32_t no_unit = std::numeric_limits<std::uint32_t>::max();

/// As long as the table. A row that lacks anything has a value that is not a number, or no_unit.
struct PanelRows {
    std::span<std::uint32_t const> unit; ///< below `units`
    std::uint32_t units{0};
    std::span<double const> time;
    std::span<double const> outcome;
    std::span<double const> group; ///< what a unit keeps: when it was first treated. Or what may change: see `Treated`
};

struct Panel {
    std::vector<double> times;
    std::size_t units{0};
    std::vector<std::size_t> row; ///< row[time * units + unit]: where it stands in the table
    stat::Matrix outcome;         ///< units x times
    stat::Matrix group;           ///< units x times
    std::size_t dropped{0};       ///< units that were not complete

    [[nodiscard]] std::size_t row_of(std::size_t unit, std::size_t time) const { return row[time * units + unit]; }
};

/// The row that makes the table no panel: the same unit and moment stand above it.
[[nodiscard]] std::optional<std::size_t> find_twice(PanelRows const& rows);
/// A row whose group differs from that of another row of its unit.
[[nodiscard]] std::optional<std::size_t> find_change(PanelRows const& rows);

/// Wants rows without twice.
[[nodiscard]] Result<Panel> make_panel(PanelRows const& rows);

} // namespace wf::effect
