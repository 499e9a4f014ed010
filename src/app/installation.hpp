// SPDX-License-Identifier: EUPL-1.2
// Where this installation keeps what is its own: the file of the database and the key that opens what is sealed in it.
#pragma once

#include "base/result.hpp"
#include "platform/settings/settings.hpp"

#include <string>

namespace wf::app {

/// The file that setting store.url names. Errors: store.unsupported (another database), store.no_file (one in memory).
Result<std::string> database_path(settings::Settings const& settings);

} // namespace wf::app
