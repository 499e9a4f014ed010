// SPDX-License-Identifier: EUPL-1.2
// What the stores of this folder share.
#pragma once

#include "commons/programme/programme.hpp"

namespace wf::programme {

/// Error: programme.no_words.
Result<void> check_words(std::string_view words, std::string_view field);
/// A day up to today. Error: programme.bad_day.
Result<void> check_past(std::string_view day, std::string_view field);

struct Noted {
    std::string_view workspace;
    std::string_view id;
    std::string_view action;
};
/// A line in the trail.
Result<void> note(store::Session& session, By const& by, Noted const& about, std::vector<trail::Change> changes);

} // namespace wf::programme
