// SPDX-License-Identifier: EUPL-1.2
// What the stores of this folder share: moments, sealed words, and the line in the trail.
#pragma once

#include "commons/people/accounts.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace wf::people {

[[nodiscard]] std::string moment(std::int64_t millis);

/// "account.mail:<id>": where a sealed word stands.
[[nodiscard]] std::string place_of(std::string_view column, std::string_view id);

/// In the trail of a workspace; an empty one is the workspace above all others.
Result<void> tell(store::Session& session, House const& house, std::string_view workspace, std::string_view actor,
                  std::string_view action, std::string_view kind, std::string_view record,
                  std::vector<trail::Change> changes);

/// A line in the log of processing, in the workspace above all others: what was done with data about this person.
Result<void> log_processing(store::Session& session, House const& house, std::string_view name,
                            std::string_view person);

/// Would nobody be left to keep this workspace when this person is not counted?
[[nodiscard]] bool is_last_administrator(store::Session& session, std::string_view workspace, std::string_view person);
/// The same for all workspaces that this person keeps. Error: people.last_administrator (field = the workspace's name).
Result<void> check_not_last(store::Session& session, std::string_view person);

} // namespace wf::people
