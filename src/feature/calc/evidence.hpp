// SPDX-License-Identifier: EUPL-1.2
// `calc evidence ...`: kernel/evidence on the rows of a CSV file, one study in each.
#pragma once

#include "platform/web/feature.hpp"

#include <vector>

namespace wf::calc {

/// effect-size, pool, transfer, leave-one-out, cumulative, bias, multilevel, robust.
[[nodiscard]] std::vector<web::Command> evidence_commands();

} // namespace wf::calc
