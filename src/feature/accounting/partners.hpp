// SPDX-License-Identifier: EUPL-1.2
// The organisations that records of a werkplaats name: with whom it works (its network), who gives a subsidy, and who took something up
// (confirmed).
#pragma once

#include "platform/store/store.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace wf::accounting {

enum class Part { works_with, gives, took_up };
[[nodiscard]] std::string_view to_word(Part part);

struct Partner {
    std::string name;
    std::vector<Part> parts; ///< each once, in the order above
};

/// By name. Two names that differ in capitals alone are one organisation.
[[nodiscard]] std::vector<Partner> partners_of(store::Session& session, std::string_view workspace);

} // namespace wf::accounting
