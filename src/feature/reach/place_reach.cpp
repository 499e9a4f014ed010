// SPDX-License-Identifier: EUPL-1.2
#include "feature/reach/place_reach.hpp"

#include "base/parallel.hpp"

#include <algorithm>
#include <numeric>

namespace wf::reach_pages {
namespace {

std::array<double, reach::limit_count> count_people(ReadyTown const& ready, reach::Profile const& profile,
                                                    reach::DrawnStreets const& streets,
                                                    reach::Destination const& destination,
                                                    std::vector<double> const& people, graph::LegLimit leg_limit)
{
    auto const& limits = ready.options.limits_seconds;
    auto const furthest = *std::max_element(limits.begin(), limits.end()) * 1000;
    auto const times = reach::times_to_nearest(ready.town, profile, streets, reach::speed_at(profile, 0.5),
                                               {&destination, 1}, furthest, leg_limit);
    std::array<double, reach::limit_count> counted{};
    for (std::size_t home = 0; home < times.size(); ++home) {
        for (std::size_t at = 0; at < limits.size(); ++at) {
            if (times[home] <= limits[at] * 1000) counted[at] += people[home];
        }
    }
    return counted;
}

} // namespace

std::vector<PlaceReach> find_place_reach(ReadyTown const& ready, walking::Profiles const& profiles,
                                         reach::Destination const& destination, graph::LegLimit leg_limit)
{
    std::array<std::vector<double>, group_count> people;
    for (auto const group : {Group::everybody, Group::age_0_14, Group::age_65, Group::age_80})
        people[static_cast<std::size_t>(group)] = ready.prepared->people_of_homes(group);
    std::vector<PlaceReach> found(profiles.all().size());
    for (std::size_t at = 0; at < found.size(); ++at) {
        auto const& some = people[static_cast<std::size_t>(group_of(profiles.all()[at]))];
        found[at].profile = &profiles.all()[at];
        found[at].people = std::accumulate(some.begin(), some.end(), 0.0);
    }
    if (destination.footholds.empty()) return found;
    parallel_for(found.size() * 2, Threads{ready.options.threads}, [&](std::size_t at) {
        auto& one = found[at / 2];
        auto const& some = people[static_cast<std::size_t>(group_of(*one.profile))];
        bool const certain = at % 2 == 0;
        auto const& streets = certain ? ready.town.certain : ready.town.possible;
        (certain ? one.certain : one.possible) =
            count_people(ready, one.profile->profile, streets, destination, some, leg_limit);
    });
    return found;
}

reach::Destination const* find_destination_of(PreparedTown const& town, std::string_view place_id)
{
    for (std::size_t category = 0; category < town.places_of.size(); ++category) {
        for (std::size_t at = 0; at < town.places_of[category].size(); ++at) {
            if (town.places[town.places_of[category][at]].id == place_id) return &town.destinations[category][at];
        }
    }
    return nullptr;
}

std::string_view street_of(PreparedTown const& town, reach::Destination const& destination)
{
    for (auto const& foothold : destination.footholds) {
        auto const& name = town.network.names[town.network.ways[town.network.edges[foothold.edge].way].name];
        if (!name.empty()) return name;
    }
    return {};
}

} // namespace wf::reach_pages
