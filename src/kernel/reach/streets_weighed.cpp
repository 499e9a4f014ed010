// SPDX-License-Identifier: EUPL-1.2
#include "kernel/reach/streets_weighed.hpp"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace wf::reach {

std::uint64_t WeighedStreets::part(graph::ArcIndex arc, double share) const
{
    auto const weight = arcs[arc].weight;
    if (weight == graph::closed) return no_way;
    return static_cast<std::uint64_t>(std::llround(static_cast<double>(weight) * share));
}

std::uint64_t WeighedStreets::ticks_of(double metres) const
{
    return static_cast<std::uint64_t>(std::llround(metres / speed * 1000));
}

WeighedStreets weigh_streets(Network const& network, WalkingGraph const& graph, Profile const& profile,
                             ArcCosts const& costs)
{
    WeighedStreets streets{network, graph, {}, speed_at(profile, 0.5)};
    weigh(graph, costs, streets.speed, streets.arcs);
    return streets;
}

std::vector<Entrance> collect_entrances(WeighedStreets const& streets, std::span<Destination const> destinations)
{
    std::vector<Entrance> entrances;
    for (auto const& destination : destinations) {
        for (std::uint32_t at = 0; at < destination.footholds.size(); ++at) {
            auto const& foothold = destination.footholds[at];
            entrances.push_back({foothold.edge, static_cast<double>(foothold.fraction),
                                 streets.ticks_of(static_cast<double>(foothold.metres)), at});
        }
    }
    std::sort(entrances.begin(), entrances.end(), [](Entrance const& a, Entrance const& b) {
        return std::tie(a.edge, a.fraction, a.ticks, a.foothold) < std::tie(b.edge, b.fraction, b.ticks, b.foothold);
    });
    return entrances;
}

std::vector<graph::Seed> make_seeds(WeighedStreets const& streets, std::span<Entrance const> entrances,
                                    graph::Ticks furthest)
{
    std::vector<graph::Seed> seeds;
    for (std::uint32_t at = 0; at < entrances.size(); ++at) {
        auto const& entrance = entrances[at];
        Edge const& edge = streets.network.edges[entrance.edge];
        auto const add = [&](graph::Node node, std::uint64_t ticks) {
            if (ticks < furthest) seeds.push_back({node, static_cast<graph::Ticks>(ticks), at});
        };
        add(edge.from, entrance.ticks + streets.part(streets.graph.arc_forward(entrance.edge), entrance.fraction));
        add(edge.to, entrance.ticks + streets.part(streets.graph.arc_backward(entrance.edge), 1 - entrance.fraction));
    }
    return seeds;
}

Start find_start(WeighedStreets const& streets, std::span<Entrance const> entrances, graph::Tree const& tree,
                 Foothold const& home)
{
    auto const forward = streets.graph.arc_forward(home.edge);
    auto const backward = streets.graph.arc_backward(home.edge);
    auto const here = static_cast<double>(home.fraction);
    Start best;
    auto const take = [&](std::uint64_t ticks, graph::Node node, std::uint32_t entrance, double part) {
        if (ticks < best.ticks) best = {ticks, node, entrance, part > 0};
    };
    auto const first = std::lower_bound(entrances.begin(), entrances.end(), home.edge,
                                        [](Entrance const& one, std::uint32_t edge) { return one.edge < edge; });
    for (auto entrance = first; entrance != entrances.end() && entrance->edge == home.edge; ++entrance) {
        double const part = std::abs(entrance->fraction - here);
        take(entrance->ticks + streets.part(entrance->fraction > here ? forward : backward, part), graph::none,
             static_cast<std::uint32_t>(entrance - entrances.begin()), part);
    }
    Edge const& edge = streets.network.edges[home.edge];
    take(tree.cost[edge.from] + streets.part(backward, here), edge.from, graph::none, here);
    take(tree.cost[edge.to] + streets.part(forward, 1 - here), edge.to, graph::none, 1 - here);
    return best;
}

} // namespace wf::reach
