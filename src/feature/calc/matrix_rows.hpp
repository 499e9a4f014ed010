// SPDX-License-Identifier: EUPL-1.2
// Question     how do the rows of a matrix come out in order, while every thread searches and writes?
// Method       a thread takes the next few destinations, walks to them and makes their rows as text; then it waits for its
//              turn. So no more than one piece a thread is held, and the text is the same for any number of threads.
#pragma once

#include "base/parallel.hpp"
#include "base/result.hpp"
#include "feature/calc/walk_rows.hpp"
#include "kernel/reach/matrix.hpp"

#include <functional>
#include <span>
#include <string_view>

namespace wf::calc {

/// Rows for each destination, in their order, and for each of these all origins in their order. take(rows) gets them in pieces,
/// never two at once; an error of it ends the work. Returns how many pairs are not reachable.
[[nodiscard]] Result<std::size_t> write_matrix(reach::WalkMatrix const& matrix, WalkRows const& rows,
                                               std::span<reach::Destination const> destinations, graph::Ticks limit,
                                               Threads threads,
                                               std::function<Result<void>(std::string_view rows)> const& take);

} // namespace wf::calc
