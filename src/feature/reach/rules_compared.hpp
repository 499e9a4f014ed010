// SPDX-License-Identifier: EUPL-1.2
// What a municipality's own files change against the built-in ones, for the page and the command.
#pragma once

#include "feature/reach/pages.hpp"
#include "feature/reach/rules_views.hpp"

#include <vector>

namespace wf::reach_pages {

/// In the order of the files; none where a file is built in.
[[nodiscard]] std::vector<DifferenceRow> compare_with_built_in(Rules const& rules);

} // namespace wf::reach_pages
