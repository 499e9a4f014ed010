// SPDX-License-Identifier: EUPL-1.2
// Which days are coming in a werkplaats, and which promises have passed theirs. A day is a day (2027-01-15), without an hour. What is done,
// dropped or ended is no moment any more; nor is a beginning that has been. A group ends on the day on which the next one begins: one
// moment. What has no day is in no list of days.
#pragma once

#include "platform/store/store.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace wf::moment_pages {

enum class Kind { promise, plan_end, group_begin, studio_end };
[[nodiscard]] std::string_view to_word(Kind kind);

struct Moment {
    Kind kind{Kind::promise};
    std::string id; ///< of this moment alone, the same each time
    std::string day;
    std::string words; ///< of a promise: what was promised; of a group: who it is
    std::string title; ///< of the plan or studio
    std::string below; ///< its page, below that of the werkplaats: "/plannen/018f..."
    std::string changed_on;
};

struct Coming {
    std::vector<Moment> moments; ///< by day, the first ones
    std::int64_t all{0};
    std::int64_t late{0}; ///< of a day before today
};
/// `today`: "2026-11-22"; `most`: how many of them are read.
[[nodiscard]] Coming list_moments(store::Session& session, std::string_view workspace, std::string_view today,
                                  std::int64_t most = store::no_limit);

} // namespace wf::moment_pages
