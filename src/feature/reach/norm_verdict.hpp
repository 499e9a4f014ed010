// SPDX-License-Identifier: EUPL-1.2
// Does an area meet a norm, given what we do not know of its streets? Pure.
#pragma once

#include "feature/reach/aggregate.hpp"

namespace wf::reach_pages {

enum class NormVerdict {
    no_norm, ///< only shown
    met,     ///< also when all that we do not know is bad
    not_met, ///< also when all that we do not know is fine
    depends
};
/// Shares are 0 to 1.
[[nodiscard]] NormVerdict judge_norm(Three const& share, double least_percent);

} // namespace wf::reach_pages
