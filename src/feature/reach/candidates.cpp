// SPDX-License-Identifier: EUPL-1.2
#include "feature/reach/candidates.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace wf::reach_pages {
namespace {

constexpr std::array<std::string_view, 9> kinds{"worship",   "school",  "meeting_place", "elderly_care", "library",
                                                "town_hall", "culture", "sports",        "club"};
/// Further from any home of the municipality than this, a place lies outside it.
constexpr double furthest_metres = 600;

/// The neighbourhood of the nearest home.
std::optional<std::size_t> find_area(PreparedTown const& town, geo::Point at)
{
    constexpr double metres_per_degree = 111'195;
    double const narrow = std::cos(at.lat * std::numbers::pi / 180);
    double nearest = furthest_metres * furthest_metres;
    std::optional<std::size_t> area;
    for (std::size_t home = 0; home < town.homes.size(); ++home) {
        auto const point = reach::to_point(town.homes[home].at);
        double const north = (point.lat - at.lat) * metres_per_degree;
        double const east = (point.lon - at.lon) * metres_per_degree * narrow;
        double const square = north * north + east * east;
        if (square > nearest) continue;
        nearest = square;
        area = town.area_of_home[home];
    }
    return area;
}

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
            if (auto const area = find_area(town, place.at)) candidates.push_back({&place, kind, *area});
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
