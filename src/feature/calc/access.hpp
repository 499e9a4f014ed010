// SPDX-License-Identifier: EUPL-1.2
// `weefsel calc reach access|inequality`: what can be reached, by costs that are known, and how unequally that is spread.
#pragma once

#include "platform/web/feature.hpp"

#include <vector>

namespace wf::calc {

[[nodiscard]] std::vector<web::Command> access_commands();

} // namespace wf::calc
