// SPDX-License-Identifier: EUPL-1.2
// Calc: `weefsel calc KERNEL METHOD FILE`. See README.md beside this file.
#pragma once

#include "platform/web/feature.hpp"

namespace wf::calc {

[[nodiscard]] web::Feature make_feature();

} // namespace wf::calc
