// SPDX-License-Identifier: EUPL-1.2
// The one key of this installation, from which all others come.
#pragma once

#include "platform/secret/seal.hpp"
#include "platform/settings/settings.hpp"

#include <string>

namespace wf::app {

/// Where it stands: the setting secret.key_file, or beside the file of the database, as <database>.key. Empty: the database is in
/// memory, and so is the key.
[[nodiscard]] std::string key_file_of(settings::Settings const& settings);

/// Made at the first time. Of a database in memory it is the same for as long as the program runs.
/// Errors: those of secret::load_or_make_key_file.
Result<secret::Key> installation_key(settings::Settings const& settings);

} // namespace wf::app
