// SPDX-License-Identifier: EUPL-1.2
// Rows of a matrix as text, many at a time: JSON objects or lines of CSV. What is not reachable is null, or an empty cell.
// Times and metres have three decimals at most.
#pragma once

#include "kernel/reach/walks.hpp"

#include <string>
#include <vector>

namespace wf::calc {

enum class RowFormat { json, csv };

/// Ids as they stand in a row: quoted where they must be.
[[nodiscard]] std::vector<std::string> ready_ids(std::vector<std::string> const& ids, RowFormat format);

/// The header of the CSV, with its line end.
[[nodiscard]] std::string walk_header();

/// A row for each origin: from, to, metres, seconds_certain, seconds_expected, seconds_possible. `to` is a ready id; nothing:
/// the ready ids of `destinations` by reach::WalkTimes::nearest, null where there is none. JSON rows are parted by commas.
void append_walks(std::string& out, RowFormat format, std::vector<std::string> const& origins, std::string const* to,
                  std::vector<std::string> const& destinations, reach::WalkTimes const& times);

} // namespace wf::calc
