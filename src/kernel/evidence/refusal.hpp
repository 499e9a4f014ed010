// SPDX-License-Identifier: EUPL-1.2
// Every reason why studies cannot be put together, with what would make it answerable. Codes stay as they are.
#pragma once

#include "base/error.hpp"

#include <string_view>

namespace wf::evidence {

/// Of Trouble::refused. Another code than those of this kernel is a bug.
[[nodiscard]] Error refusal(std::string_view code);

} // namespace wf::evidence
