// SPDX-License-Identifier: EUPL-1.2
// An entry of the trail in the words of a visitor: who, what, about whom, and what was there before and after.
#pragma once

#include "commons/people/accounts.hpp"
#include "commons/trail/trail.hpp"
#include "platform/html/html.hpp"
#include "platform/words/words.hpp"

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace wf::admin {

/// Names of accounts by id; without one who is no more.
using Names = std::map<std::string, std::string>;

/// Of all who did something in these entries, or whose account they are about.
[[nodiscard]] Names load_names(store::Session& session, people::House const& house,
                               std::span<trail::SeenEntry const> entries);

/// The name, "iemand die weg is", "het programma" or "zonder account".
[[nodiscard]] std::string who(words::Words const& t, std::optional<std::string> const& actor, Names const& names);
/// An action that has no words is shown as it is stored.
[[nodiscard]] std::string action_words(words::Words const& t, std::string const& action);
/// "over Anna", the name of a setting; empty when there is nothing to say that is not in the action.
[[nodiscard]] std::string about_words(words::Words const& t, trail::SeenEntry const& entry, Names const& names);

/// For programs: "absent", "plain", "erased", "unreadable".
[[nodiscard]] std::string state_code(trail::SeenValue::State state);
/// Only what can be read.
[[nodiscard]] std::optional<std::string> text_of(trail::SeenValue const& value);

void write_changes(html::Html& page, words::Words const& t, std::span<trail::SeenChange const> changes);

} // namespace wf::admin
