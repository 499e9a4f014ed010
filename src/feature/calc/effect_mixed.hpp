// SPDX-License-Identifier: EUPL-1.2
// `calc effect mixed`: rows in groups (kernel/stat/mixed).
#pragma once

#include "platform/web/feature.hpp"

#include <vector>

namespace wf::calc {

[[nodiscard]] std::vector<web::Command> mixed_commands();

} // namespace wf::calc
