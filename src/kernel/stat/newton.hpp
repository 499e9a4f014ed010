// SPDX-License-Identifier: EUPL-1.2
// Inside kernel/stat: the least place of a smooth function of a few numbers, near a start.
// Method       Newton with central differences, halving a step that does not go down; where the curvature is not that of a valley it is
//              made so by turning its eigenvalues around.
#pragma once

#include <functional>
#include <span>
#include <vector>

namespace wf::stat::inside {

/// `at` is the start and becomes the least place. False when none was found.
[[nodiscard]] bool descend(std::function<double(std::span<double const>)> const& function, std::vector<double>& at);

} // namespace wf::stat::inside
