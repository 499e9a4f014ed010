// SPDX-License-Identifier: EUPL-1.2
// Question     which streets and crossings should somebody go and look at, to narrow the answers most?
// Method       on possible streets each home's way to its nearest place is known; where certain and possible differ for a home
//              (its share within the limit), its people times that difference are divided equally over the unknown things on
//              that way. What a street or crossing gathers over homes and categories is its worth. A category costs one search and a
//              look at each edge of each of those ways. Resting places do not bend a way here.
// Assumption   unknown things on one way matter equally; only things that can change this profile's time count.
#pragma once

#include "kernel/reach/reach.hpp"

namespace wf::reach {

struct SurveyItem {
    bool is_node{false};         ///< a crossing or barrier; else a way
    std::uint32_t index{0};      ///< into Network::nodes or Network::ways
    std::uint16_t attributes{0}; ///< unknown ones that matter, bits by Attribute
    double worth{0};             ///< people whose answer hangs on it, added over categories
};
/// Most worth first; at most `most`. `people`: how many a home counts for. `answers` are those of compute_reach for the same
/// categories, `limit` the index of the limit of each category.
[[nodiscard]] std::vector<SurveyItem> rank_survey(Town const& town, Profile const& profile,
                                                  std::span<std::vector<Destination> const> categories,
                                                  std::span<CategoryAnswer const> answers,
                                                  std::span<std::size_t const> limit, std::span<double const> people,
                                                  std::size_t most);

} // namespace wf::reach
