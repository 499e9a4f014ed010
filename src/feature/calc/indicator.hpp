// SPDX-License-Identifier: EUPL-1.2
// `calc indicator rate` and `calc indicator share`: kernel/indicator on the rows of a CSV file.
#pragma once

#include "platform/web/feature.hpp"

#include <vector>

namespace wf::calc {

[[nodiscard]] std::vector<web::Command> indicator_commands();

} // namespace wf::calc
