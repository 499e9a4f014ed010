// SPDX-License-Identifier: EUPL-1.2
// Answers of homes as bytes for keeping: one column after another, compressed (columns of neighbours resemble one another).
// Errors       reach.damaged_answer: bytes that are not what pack made.
#pragma once

#include "base/result.hpp"
#include "kernel/reach/reach.hpp"

#include <string>
#include <string_view>

namespace wf::reach_pages {

/// Shares, seconds, counts, nearest place and metres of each home; nothing is lost.
[[nodiscard]] std::string pack(reach::CategoryAnswer const& answer);
[[nodiscard]] Result<reach::CategoryAnswer> unpack(std::string_view packed);

} // namespace wf::reach_pages
