// SPDX-License-Identifier: EUPL-1.2
// `calc effect did-staggered`, `did-decompose`, `power` and `advise`: kernel/effect from the command line.
#pragma once

#include "platform/web/feature.hpp"

#include <vector>

namespace wf::calc {

[[nodiscard]] std::vector<web::Command> staggered_commands();
[[nodiscard]] std::vector<web::Command> decompose_commands();
[[nodiscard]] std::vector<web::Command> power_commands();
[[nodiscard]] std::vector<web::Command> advise_commands();

} // namespace wf::calc
