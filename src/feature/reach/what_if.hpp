// SPDX-License-Identifier: EUPL-1.2
// What if there were a place, bench, dropped kerb, crossing or path more: who would come in time, who not, and where do they
// live? A sum, not a plan: worked out at once and not kept.
#pragma once

#include "feature/reach/aggregate.hpp"
#include "feature/reach/towns.hpp"
#include "kernel/reach/change.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace wf::reach_pages {

enum class Addition { place, bench, dropped_kerb, crossing, path };
[[nodiscard]] std::string_view to_word(Addition addition);
[[nodiscard]] std::optional<Addition> parse_addition(std::string_view word);

struct WhatIf {
    Addition addition{Addition::place};
    std::string profile;
    std::string category;
    geo::Point at;
    geo::Point to; ///< of a crossing or path
    /// For who must rest: without a bench in time it takes longer (soft), or there is no getting through (hard).
    graph::LegLimit leg_limit{graph::LegLimit::soft};
};

struct Gain {
    std::size_t area{0}; ///< into PreparedTown::areas
    double people{0};    ///< of the group of the profile
    Three before;        ///< people within the usual limit of the kind
    Three after;
};
/// What changes for who lives in one home. gains: more of them come in time however the unknown streets turn out; maybe: only if
/// those are good (or bad) enough; stays: nothing changes and fewer than half come in time; none: no change needed, or no answer.
enum class Outcome : std::uint8_t { none, stays, maybe, gains };
/// `before` and `after`: shares of one home, of reach::share_whole; reach::no_answer gives none.
using HomeShares = std::array<std::uint8_t, 3>; ///< certain, expected, possible
[[nodiscard]] Outcome outcome_of(HomeShares const& before, HomeShares const& after);

struct WhatIfAnswer {
    WhatIf question;
    int limit_minutes{0};
    Gain whole;                 ///< of the municipality
    std::vector<Gain> places;   ///< neighbourhoods where somebody gains, most first
    std::vector<Gain> without;  ///< neighbourhoods where people stay without and nobody gains, most people first
    std::vector<Outcome> homes; ///< in the order of PreparedTown::homes
};

/// Who comes in time as the town is; the same for each addition, and half of the work. Errors: reach.unknown_profile,
/// reach.unknown_category.
Result<reach::CategoryAnswer> answer_now(ReadyTown const& ready, Rules const& rules, WhatIf const& question);
/// `now`: what answer_now said of the same question. Errors: those of answer_now, reach.off_network (a place with nothing to walk on
/// near it), those of with_change. Below a second for a town of 25,000 homes.
Result<WhatIfAnswer> answer_what_if(ReadyTown const& ready, Rules const& rules, WhatIf const& question,
                                    reach::CategoryAnswer const& now);
Result<WhatIfAnswer> answer_what_if(ReadyTown const& ready, Rules const& rules, WhatIf const& question);

} // namespace wf::reach_pages
