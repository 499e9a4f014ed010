// SPDX-License-Identifier: EUPL-1.2
// Looks at the installation for the doctor, and changes nothing: a database that is not there is not made, one that is older stays so.
#pragma once

#include "app/doctor.hpp"

namespace wf::app {

/// Reads the whole database once. Never an error: what cannot be seen is what was found.
[[nodiscard]] Seen look_at_installation(settings::Settings const& settings, std::vector<store::Migration> const& known);

} // namespace wf::app
