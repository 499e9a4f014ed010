// SPDX-License-Identifier: EUPL-1.2
// What the stores of this folder share.
#pragma once

#include "commons/studios/studios.hpp"

namespace wf::studios {

inline constexpr std::string_view studio_columns =
    "workspace_id, studio_id, content, state, outcome, version, made_on, changed_on, is_invented";
[[nodiscard]] Studio read_studio(store::Row const& row);

/// What can be sought of it.
void index(store::Session& session, Studio const& studio);
/// A line in the trail about this studio.
Result<void> note(store::Session& session, By const& by, Studio const& studio, std::string_view action,
                  std::vector<trail::Change> changes);
/// As it is inside this transaction: two people may press at the same moment. Errors: studio.unknown, studio.ended.
Result<Studio> find_open(store::Session& session, Studio const& seen);
/// Writes `studio.content` as its next version, with the team of the group that is there.
void store_content(store::Session& session, Studio& studio);
void add_group(store::Session& session, Studio const& studio, Group const& group);
void end_group(store::Session& session, Studio const& studio, std::int64_t number, std::string_view day);
/// The row alone; all is checked.
void add_entry(store::Session& session, Studio const& studio, Entry& entry);
/// The parts that say who takes part; the others empty.
[[nodiscard]] Content team_of(Content const& content);

} // namespace wf::studios
