// SPDX-License-Identifier: EUPL-1.2
// Calc: `weefsel calc KERNEL METHOD FILE`. See README.md beside this file.
#pragma once

#include "feature/calc/reach.hpp"
#include "platform/web/feature.hpp"

namespace wf::calc {

/// `read` is how commands with --osm come by a walking network.
[[nodiscard]] web::Feature make_feature(ReadNetwork read = {});

} // namespace wf::calc
