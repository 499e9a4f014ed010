// SPDX-License-Identifier: EUPL-1.2
// The code of a session, made from a key and its id, and the digest of it that is stored: keyed, since eight letters can be guessed
// through by who has the database alone.
#pragma once

#include "platform/secret/seal.hpp"

#include <string>
#include <string_view>

namespace wf::codesign {

/// "k7w29fqx"
[[nodiscard]] std::string make_code(secret::Key const& key, std::string_view session_id);
/// Small letters, without blanks and dashes: as people type it over.
[[nodiscard]] std::string tidy_code(std::string_view typed);
/// Of a tidy code.
[[nodiscard]] std::string digest_of_code(secret::Key const& key, std::string_view code);

} // namespace wf::codesign
