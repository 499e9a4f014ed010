// SPDX-License-Identifier: EUPL-1.2
// What the stores of this folder share.
#pragma once

#include "commons/codesign/codesign.hpp"

namespace wf::codesign {

/// A line in the trail about this session.
Result<void> note(store::Session& store, studios::By const& by, Session const& session, std::string_view action,
                  std::vector<trail::Change> changes);
/// As it is inside this transaction: two leaders may press at the same moment. Errors: codesign.unknown, codesign.ended.
Result<Session> find_open(store::Session& store, Session const& seen);
/// Error: codesign.no_note.
Result<Note> find_note(store::Session& store, Session const& session, std::int64_t number);

} // namespace wf::codesign
