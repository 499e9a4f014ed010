// SPDX-License-Identifier: EUPL-1.2
#include "feature/reach/way_between.hpp"

#include <algorithm>
#include <array>
#include <set>

namespace wf::reach_pages {
namespace {

using Footholds = std::vector<reach::Foothold>;

/// By the entrance from which it is quickest.
std::optional<reach::Route> find_quickest(reach::Town const& town, reach::Profile const& profile, Footholds const& from,
                                          reach::Destination const& to)
{
    std::optional<reach::Route> best;
    for (auto const& foothold : from) {
        auto route = reach::find_route(town, profile, foothold, to);
        if (route && (!best || route->ticks < best->ticks)) best = std::move(route);
    }
    return best;
}

/// Of the quickest of the homes [begin, end).
ThreeTimes three_of(reach::ThreeSeconds const& seconds, std::size_t begin, std::size_t end)
{
    auto const least = [&](std::vector<std::uint16_t> const& of) -> std::optional<std::uint32_t> {
        std::uint16_t found = reach::beyond;
        for (std::size_t at = begin; at < end; ++at) found = std::min(found, of[at]);
        return found == reach::beyond ? std::nullopt : std::optional<std::uint32_t>{found};
    };
    return {least(seconds.certain), least(seconds.expected), least(seconds.possible)};
}

std::set<std::uint32_t> edges_of(Way const& way)
{
    std::set<std::uint32_t> edges;
    if (way.route) {
        for (auto const& part : way.route->parts) edges.insert(part.edge);
    }
    return edges;
}

} // namespace

bool WayBetween::is_same_way() const
{
    return edges_of(there) == edges_of(back);
}

WayBetween find_way_between(ReadyTown const& ready, walking::WalkerProfile const& walker, Spot const& from,
                            Spot const& to)
{
    auto const& network = ready.prepared->network;
    auto const& profile = walker.profile;
    // Both ends are homes and both are places, so that the streets of a draw are walked once.
    auto town = ready.town;
    town.homes.clear();
    for (auto const* spot : {&from, &to}) {
        for (auto const& foothold : spot->door.footholds) town.homes.emplace_back(foothold);
    }
    auto const middle = from.door.footholds.size();
    std::array<std::vector<reach::Destination>, 2> const places{{{to.door}, {from.door}}};
    auto const answers = reach::compute_reach(town, profile, places, ready.options, reach::Counts::no);
    auto const find = [&](Spot const& start, Spot const& end, reach::CategoryAnswer const& answer, std::size_t first,
                          std::size_t last) {
        Way way;
        way.seconds = three_of(answer.seconds, first, last);
        way.route = find_quickest(ready.town, profile, start.door.footholds, end.door);
        if (!way.route) return way;
        way.unknown = reach::list_unknown(ready.town, profile, *way.route);
        way.rests = reach::find_rests(network, *way.route);
        return way;
    };
    return {find(from, to, answers[0], 0, middle), find(to, from, answers[1], middle, town.homes.size())};
}

std::vector<WayLine> trace_way(reach::Network const& network, Way const& way)
{
    std::vector<WayLine> lines;
    if (!way.route) return lines;
    auto const is_unsure = [&](std::uint32_t edge) {
        return std::any_of(way.unknown.begin(), way.unknown.end(), [&](reach::UnknownThing const& thing) {
            return !thing.is_node && thing.index == network.edges[edge].way;
        });
    };
    for (auto const& part : way.route->parts) {
        bool const unsure = is_unsure(part.edge);
        auto const points = reach::trace(network, part);
        if (lines.empty() || lines.back().unsure != unsure) lines.push_back({{points.front()}, unsure});
        auto& line = lines.back().points;
        line.insert(line.end(), points.begin() + 1, points.end());
    }
    return lines;
}

} // namespace wf::reach_pages
