// SPDX-License-Identifier: EUPL-1.2
// Question     which unknown things of streets and crossings can change this profile's time?
// Inside       for the files of this folder (survey, route).
#pragma once

#include "kernel/reach/reach.hpp"

#include <cstdint>
#include <vector>

namespace wf::reach {

/// Unknown attributes that change a time when they turn out not to be fine: bits by Attribute.
struct Matters {
    std::vector<std::uint16_t> way;
    std::vector<std::uint16_t> node;
};
/// Asks the arithmetic itself, one attribute at a time. `usual`: costs on possible streets. What the chances settle (fine even on
/// certain streets) is no question. O(attributes x edges).
[[nodiscard]] Matters find_matters(Town const& town, Profile const& profile, ArcCosts const& usual);

} // namespace wf::reach
