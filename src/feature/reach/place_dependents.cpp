// SPDX-License-Identifier: EUPL-1.2
#include "feature/reach/place_dependents.hpp"

#include "base/check.hpp"
#include "feature/reach/pack.hpp"
#include "feature/reach/store.hpp"

#include <array>

namespace wf::reach_pages {
namespace {

std::optional<std::uint32_t> find_number(PreparedTown const& town, std::size_t kind, std::string_view place_id)
{
    for (std::uint32_t at = 0; at < town.places_of[kind].size(); ++at) {
        if (town.places[town.places_of[kind][at]].id == place_id) return at;
    }
    return std::nullopt;
}

} // namespace

double count_dependents(reach::CategoryAnswer const& answer, std::span<double const> people, std::uint32_t place,
                        std::size_t limit)
{
    auto const& count = answer.count[limit].possible;
    auto const& share = answer.share[limit].expected;
    WF_CHECK(count.size() == people.size() && share.size() == people.size() && answer.nearest.size() == people.size());
    double sum = 0;
    for (std::size_t home = 0; home < people.size(); ++home) {
        if (answer.nearest[home] != place || count[home] > 1 || share[home] > reach::share_whole) continue;
        sum += people[home] * share[home] / reach::share_whole;
    }
    return sum;
}

std::vector<std::optional<double>> find_dependents(store::Store& store, Picture const& picture,
                                                   PreparedTown const& town, Rules const& rules,
                                                   walking::Category const& kind, std::string_view place_id)
{
    auto const& profiles = rules.profiles.all();
    std::vector<std::optional<double>> found(profiles.size());
    auto const index = static_cast<std::size_t>(&kind - rules.categories.all().data());
    auto const number = find_number(town, index, place_id);
    if (picture.run.inputs != town.datasets || !number) return found;
    auto const limit = limit_index(kind.limit_minutes);
    std::array<std::vector<double>, group_count> people;
    for (std::size_t at = 0; at < profiles.size(); ++at) {
        auto const packed = store.read([&](store::Session& session) {
            return load_home_answers(session, picture.run.id, profiles[at].profile.id, kind.id);
        });
        if (!packed) continue;
        auto const answer = unpack(*packed);
        if (!answer || answer->nearest.size() != town.homes.size() ||
            answer->count[limit].possible.size() != town.homes.size())
            continue;
        auto const group = group_of(profiles[at]);
        auto& of_homes = people[static_cast<std::size_t>(group)];
        if (of_homes.empty()) of_homes = town.people_of_homes(group);
        found[at] = count_dependents(*answer, of_homes, *number, limit);
    }
    return found;
}

} // namespace wf::reach_pages
