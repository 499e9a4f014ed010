// SPDX-License-Identifier: EUPL-1.2
// The form of one street, read: which answers are observations, and what is wrong with the others. Pure: no store, no clock.
#pragma once

#include "base/date.hpp"
#include "feature/reach/observations.hpp"
#include "platform/http/message.hpp"

#include <string>
#include <vector>

namespace wf::reach_pages {

/// The field of the form that says on which day it was seen.
inline constexpr std::string_view day_field = "dag";

struct StreetAnswers {
    std::vector<Observation> observations; ///< all of them pass check
    std::vector<Error> faults;             ///< field = that of the form
};
/// `street` says which street and municipality. A field that is empty was skipped; fields that the form does not have are left
/// out. The day may be `today` or the day after (a clock may run ahead), and at most two years ago.
[[nodiscard]] StreetAnswers read_street_answers(http::Pairs const& form, Observation const& street, Date const& today);

} // namespace wf::reach_pages
