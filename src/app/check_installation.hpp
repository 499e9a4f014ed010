// SPDX-License-Identifier: EUPL-1.2
// What the doctor sees, for the administrator's pages.
#pragma once

#include "feature/admin/checkup.hpp"
#include "platform/settings/settings.hpp"

namespace wf::app {

/// Reads the whole database once. Never an error: what cannot be seen is what was found.
[[nodiscard]] admin::Checked check_installation(settings::Settings const& settings);

} // namespace wf::app
