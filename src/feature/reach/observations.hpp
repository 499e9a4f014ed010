// SPDX-License-Identifier: EUPL-1.2
// What somebody saw in the street: one thing of one street or crossing. It comes in by the form of the walk, waits until
// somebody of the municipality has looked at it, and then takes the place of what OpenStreetMap does not say. No name of a person
// is asked or kept.
#pragma once

#include "base/result.hpp"
#include "kernel/reach/network.hpp"
#include "kernel/reach/streets.hpp"
#include "platform/store/store.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace wf::reach_pages {

enum class Review { waiting, accepted, rejected };
[[nodiscard]] std::string_view to_word(Review review);

struct Observation {
    std::string id;
    std::string municipality;
    char osm_type{'w'}; ///< 'w': a street; 'n': a crossing or barrier
    std::int64_t osm_id{0};
    reach::Attribute attribute{reach::Attribute::surface};
    std::string value;   ///< a word of choices(attribute), or centimetres
    std::string seen_on; ///< day, ISO 8601
    Review review{Review::waiting};
};

/// Words that may be answered; empty: a number of centimetres, 30 to 1000.
[[nodiscard]] std::span<std::string_view const> choices(reach::Attribute attribute);
/// Errors: reach.bad_observation (field = attribute or value).
Result<void> check(Observation const& observation);

/// Puts them into the network, the last seen last. How many found their street.
std::size_t apply_observations(reach::Network& network, std::span<Observation const> observations);

/// Its id. The same thing may be seen twice.
[[nodiscard]] std::string add_observation(store::Session& session, Observation observation);
[[nodiscard]] std::vector<Observation> load_accepted(store::Session& session);
[[nodiscard]] std::vector<Observation> load_observations(store::Session& session, Review review);
/// False when there is none of that id.
bool review_observation(store::Session& session, std::string_view id, Review review);

} // namespace wf::reach_pages
