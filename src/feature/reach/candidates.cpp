// SPDX-License-Identifier: EUPL-1.2
#include "feature/reach/candidates.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <array>

namespace wf::reach_pages {
namespace {

constexpr std::array<std::string_view, 9> kinds{"worship",   "school",  "meeting_place", "elderly_care", "library",
                                                "town_hall", "culture", "sports",        "club"};
/// Further from any home of the municipality than this, a place lies outside it.
constexpr double furthest_metres = 600;

} // namespace

std::vector<Candidate> list_candidates(PreparedTown const& town, walking::Categories const& categories,
                                       std::string_view asked_category)
{
    std::vector<Candidate> candidates;
    for (auto const id : kinds) {
        auto const* kind = categories.find(id);
        if (kind == nullptr || id == asked_category) continue;
        auto const begin = candidates.size();
        for (auto const& place : town.places) {
            if (place.category != id || place.name.empty()) continue;
            if (auto const area = area_near(town, place.at, furthest_metres))
                candidates.push_back({&place, kind, *area});
        }
        std::sort(candidates.begin() + static_cast<std::ptrdiff_t>(begin), candidates.end(),
                  [](Candidate const& a, Candidate const& b) {
                      auto const left = sort_key(a.place->name);
                      auto const right = sort_key(b.place->name);
                      return left != right ? left < right : a.place->id < b.place->id;
                  });
    }
    return candidates;
}

} // namespace wf::reach_pages
