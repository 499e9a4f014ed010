// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "platform/web/feature.hpp"

#include <vector>

namespace wf::reach_pages {

/// weefsel reach run | show | gaps | what-if | observations
[[nodiscard]] std::vector<web::Command> make_commands();

} // namespace wf::reach_pages
