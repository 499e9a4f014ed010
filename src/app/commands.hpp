// SPDX-License-Identifier: EUPL-1.2
// The commands that belong to the program itself; those of features stand in their feature structs.
#pragma once

#include "platform/web/feature.hpp"

#include <vector>

namespace wf::app {

/// import cbs, import rivm
[[nodiscard]] std::vector<web::Command> import_commands();
/// serve, demo
[[nodiscard]] std::vector<web::Command> serve_commands();
/// backup, backup verify, restore
[[nodiscard]] std::vector<web::Command> backup_commands();
/// docs, doctor, settings, version
[[nodiscard]] std::vector<web::Command> care_commands();
/// oidc keys
[[nodiscard]] std::vector<web::Command> provider_commands();
/// werkplaatsen add
[[nodiscard]] std::vector<web::Command> network_commands();
/// processing log, processing register, retention run
[[nodiscard]] std::vector<web::Command> processing_commands();
/// audit head, audit show, audit verify
[[nodiscard]] std::vector<web::Command> trail_commands();

/// All of them with those of the features, by name.
[[nodiscard]] std::vector<web::Command> all_commands(std::vector<web::Feature> const& features);

} // namespace wf::app
