// SPDX-License-Identifier: EUPL-1.2
// Roles in the words of a visitor.
#pragma once

#include "platform/access/actor.hpp"
#include "platform/words/words.hpp"

#include <string>

namespace wf::web {

[[nodiscard]] std::string role_word(words::Words const& t, access::Role role);
/// "onderzoeker, beheerder"; empty for none.
[[nodiscard]] std::string role_list(words::Words const& t, access::Roles roles);

} // namespace wf::web
