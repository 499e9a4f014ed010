// SPDX-License-Identifier: EUPL-1.2
// The day it is, in UTC, as text: what is kept of things that are given without an account, where a moment would tell too much.
#pragma once

#include <string>

namespace wf {

/// "2026-11-22"; follows WEEFSEL_NOW as now_millis() does.
[[nodiscard]] std::string today_iso();

} // namespace wf
