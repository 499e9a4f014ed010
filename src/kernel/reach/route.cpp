// SPDX-License-Identifier: EUPL-1.2
#include "kernel/reach/route.hpp"

#include "kernel/geo/distance.hpp"
#include "kernel/reach/matters.hpp"
#include "kernel/reach/streets_weighed.hpp"

#include <algorithm>
#include <span>

namespace wf::reach {
namespace {

/// Twelve hours: further than anybody asks the way for, and small enough that sums fit.
constexpr graph::Ticks furthest = 12 * 3'600 * 1'000;

std::vector<std::uint32_t> pair_of_arcs(WalkingGraph const& graph)
{
    std::vector<std::uint32_t> pair_of(graph.topology.head.size());
    for (std::uint32_t pair = 0; pair < graph.topology.arc_of.size(); ++pair)
        pair_of[graph.topology.arc_of[pair]] = pair;
    return pair_of;
}

class Builder {
public:
    Builder(Network const& network, Route& route) : m_network{network}, m_route{route} {}
    void add(std::uint32_t edge, double from, double to)
    {
        if (from == to) return;
        m_route.parts.push_back({edge, from, to});
        if (m_network.ways[m_network.edges[edge].way].road != Road::ferry)
            m_route.metres += metres_of(m_network, m_route.parts.back());
    }

private:
    Network const& m_network;
    Route& m_route;
};

} // namespace

std::optional<std::uint32_t> node_after(Network const& network, RoutePart const& part)
{
    auto const& edge = network.edges[part.edge];
    if (part.to == 0) return edge.from;
    if (part.to == 1) return edge.to;
    return std::nullopt;
}

std::optional<Route> find_route(Town const& town, Profile const& profile, Foothold const& from, Destination const& to)
{
    Network const& network = *town.network;
    auto const costs = make_arc_costs(network, town.graph, profile, town.possible);
    auto const streets = weigh_streets(network, town.graph, profile, costs);
    auto const entrances = collect_entrances(streets, std::span{&to, 1});
    graph::Search search;
    graph::Tree tree;
    search.nearest_tree(streets.view(), make_seeds(streets, entrances, furthest), furthest, tree);
    auto const start = find_start(streets, entrances, tree, from);
    auto const ticks = start.ticks + streets.ticks_of(static_cast<double>(from.metres));
    if (ticks >= furthest) return std::nullopt;

    Route route;
    route.ticks = static_cast<graph::Ticks>(ticks);
    Builder parts{network, route};
    auto const arrive = [&](std::uint32_t entrance) {
        auto const& foothold = to.footholds[entrances[entrance].foothold];
        route.entrance = entrances[entrance].foothold;
        route.first_metres = static_cast<double>(from.metres);
        route.last_metres = static_cast<double>(foothold.metres);
        route.metres += route.first_metres + route.last_metres;
    };
    auto const here = static_cast<double>(from.fraction);
    if (start.node == graph::none) {
        parts.add(from.edge, here, entrances[start.entrance].fraction);
        arrive(start.entrance);
        return route;
    }
    // On a loop both ends are one node: the shorter side was meant, and it costs as little either way.
    auto const& first = network.edges[from.edge];
    bool const to_begin = first.from == start.node && (first.to != start.node || here <= 0.5);
    parts.add(from.edge, here, to_begin ? 0 : 1);
    auto const pair_of = pair_of_arcs(town.graph);
    auto node = start.node;
    for (; tree.parent_arc[node] != graph::none; node = tree.parent[node]) {
        auto const pair = pair_of[tree.parent_arc[node]];
        bool const onward = pair % 2 == 0;
        parts.add(pair / 2, onward ? 0 : 1, onward ? 1 : 0);
    }
    auto const& entrance = entrances[tree.label[node]];
    auto const& last = network.edges[entrance.edge];
    bool const from_begin = last.from == node && (last.to != node || entrance.fraction <= 0.5);
    parts.add(entrance.edge, from_begin ? 0 : 1, entrance.fraction);
    arrive(tree.label[node]);
    return route;
}

std::vector<UnknownThing> list_unknown(Town const& town, Profile const& profile, Route const& route)
{
    Network const& network = *town.network;
    auto const matters = find_matters(town, profile, make_arc_costs(network, town.graph, profile, town.possible));
    std::vector<UnknownThing> unknown;
    auto const add = [&](bool is_node, std::uint32_t index, std::uint16_t attributes, double metres) {
        if (attributes == 0) return;
        auto const found = std::find_if(unknown.begin(), unknown.end(), [&](UnknownThing const& thing) {
            return thing.is_node == is_node && thing.index == index;
        });
        if (found != unknown.end()) found->metres += metres;
        else unknown.push_back({is_node, index, attributes, metres});
    };
    for (auto const& part : route.parts) {
        auto const way = network.edges[part.edge].way;
        add(false, way, matters.way[way], metres_of(network, part));
        if (auto const node = node_after(network, part)) add(true, *node, matters.node[*node], 0);
    }
    return unknown;
}

RestsOnWay find_rests(Network const& network, Route const& route)
{
    RestsOnWay rests;
    double since = route.first_metres;
    for (auto const& part : route.parts) {
        if (network.ways[network.edges[part.edge].way].road != Road::ferry) since += metres_of(network, part);
        auto const node = node_after(network, part);
        if (!node || !network.nodes[*node].bench) continue;
        ++rests.benches;
        rests.longest_metres = std::max(rests.longest_metres, since);
        since = 0;
    }
    rests.longest_metres = std::max(rests.longest_metres, since + route.last_metres);
    return rests;
}

std::vector<geo::Point> trace(Network const& network, RoutePart const& part)
{
    auto const& edge = network.edges[part.edge];
    std::vector<geo::Point> line;
    for (auto const& place : line_of(network, edge)) line.push_back(to_point(place));

    std::vector<double> along{0};
    for (std::size_t i = 1; i < line.size(); ++i)
        along.push_back(along.back() + geo::metres_between(line[i - 1], line[i]));
    double const low = std::min(part.from, part.to) * along.back();
    double const high = std::max(part.from, part.to) * along.back();
    auto const at = [&](double metres) {
        auto const after =
            static_cast<std::size_t>(std::clamp(std::lower_bound(along.begin(), along.end(), metres) - along.begin(),
                                                std::ptrdiff_t{1}, static_cast<std::ptrdiff_t>(line.size()) - 1));
        double const length = along[after] - along[after - 1];
        double const share = length > 0 ? (metres - along[after - 1]) / length : 0;
        auto const& a = line[after - 1];
        auto const& b = line[after];
        return geo::Point{a.lon + (b.lon - a.lon) * share, a.lat + (b.lat - a.lat) * share};
    };
    std::vector<geo::Point> cut{at(low)};
    for (std::size_t i = 1; i + 1 < line.size(); ++i) {
        if (along[i] > low && along[i] < high) cut.push_back(line[i]);
    }
    cut.push_back(at(high));
    if (part.from > part.to) std::reverse(cut.begin(), cut.end());
    return cut;
}

} // namespace wf::reach
