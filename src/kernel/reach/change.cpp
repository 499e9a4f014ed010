// SPDX-License-Identifier: EUPL-1.2
#include "kernel/reach/change.hpp"

#include "kernel/geo/distance.hpp"
#include "kernel/reach/locate.hpp"

#include <cmath>
#include <limits>

namespace wf::reach {
namespace {

constexpr double reach_metres = 60;
constexpr double longest_path_metres = 500;

/// Cuts an edge in two and returns the node between; an end that is near enough is that node.
std::uint32_t split(Network& network, Foothold const& foothold)
{
    constexpr double near_metres = 1;
    Edge const edge = network.edges[foothold.edge];
    double const along = static_cast<double>(foothold.fraction) * static_cast<double>(edge.metres);
    if (along <= near_metres) return edge.from;
    if (static_cast<double>(edge.metres) - along <= near_metres) return edge.to;

    auto const points = line_of(network, edge);
    // Lengths by the map are scaled to the length of the edge, which may have been measured otherwise.
    double whole = 0;
    for (std::size_t i = 0; i + 1 < points.size(); ++i)
        whole += geo::metres_between(to_point(points[i]), to_point(points[i + 1]));
    double left = whole * static_cast<double>(foothold.fraction);
    std::size_t piece = 0;
    double length = 0;
    for (; piece + 2 < points.size(); ++piece) {
        length = geo::metres_between(to_point(points[piece]), to_point(points[piece + 1]));
        if (left <= length) break;
        left -= length;
    }
    auto const a = to_point(points[piece]);
    auto const b = to_point(points[piece + 1]);
    length = geo::metres_between(a, b);
    double const part = length > 0 ? std::min(left / length, 1.0) : 0;

    auto const node = static_cast<std::uint32_t>(network.nodes.size());
    NetworkNode between;
    between.at = to_place({a.lon + part * (b.lon - a.lon), a.lat + part * (b.lat - a.lat)});
    network.nodes.push_back(between);
    Edge first = edge;
    first.to = node;
    first.metres = static_cast<float>(along);
    first.bends = static_cast<std::uint32_t>(piece);
    Edge second = edge;
    second.from = node;
    second.metres = edge.metres - first.metres;
    second.first_bend = edge.first_bend + first.bends;
    second.bends = edge.bends - first.bends;
    network.edges[foothold.edge] = first;
    network.edges.push_back(second);
    return node;
}

Result<std::uint32_t> node_at(Network& network, geo::Point point, std::string_view field)
{
    auto const foothold = Locator{network, {reach_metres, 1}}.find(point);
    if (!foothold)
        return Error{Trouble::bad_input, "reach.change_off_network", std::string{field},
                     "there is no street or path within 60 metres of this point"};
    return split(network, *foothold);
}

Result<Network> with_bench(Network network, geo::Point at)
{
    WF_TRY(auto const node, node_at(network, at, "at"));
    network.nodes[node].bench = true;
    return network;
}

Result<Network> with_dropped_kerb(Network network, geo::Point at)
{
    NetworkNode* nearest = nullptr;
    double distance = reach_metres;
    for (auto& node : network.nodes) {
        if (node.kerb != Kerb::unknown && node.kerb != Kerb::raised && node.kerb != Kerb::rolled) continue;
        double const metres = geo::metres_between(to_point(node.at), at);
        if (metres > distance) continue;
        distance = metres;
        nearest = &node;
    }
    if (nearest == nullptr)
        return Error{Trouble::bad_input, "reach.change_no_kerb", "at",
                     "there is no crossing within 60 metres whose kerb is raised or unknown"};
    nearest->kerb = Kerb::lowered;
    return network;
}

Result<Network> with_path(Network network, Change const& change)
{
    double const metres = geo::metres_between(change.at, change.to);
    if (!(metres > 1) || metres > longest_path_metres)
        return Error{Trouble::bad_input, "reach.change_too_long", "to", "a new path is 1 to 500 metres long"};
    WF_TRY(auto const from, node_at(network, change.at, "at"));
    WF_TRY(auto const to, node_at(network, change.to, "to"));
    if (from == to)
        return Error{Trouble::bad_input, "reach.change_too_long", "to",
                     "both ends come to the same point of the network"};
    bool const is_crossing = change.kind == ChangeKind::crossing;
    Way way;
    way.road = is_crossing ? Road::crossing : Road::footway;
    way.surface = Surface::paving;
    way.smoothness = Smoothness::good;
    way.width_cm = 150;
    way.sidewalk = Sidewalk::yes;
    way.incline_known = true;
    Edge edge;
    edge.from = from;
    edge.to = to;
    edge.way = static_cast<std::uint32_t>(network.ways.size());
    edge.metres =
        static_cast<float>(geo::metres_between(to_point(network.nodes[from].at), to_point(network.nodes[to].at)));
    network.ways.push_back(way);
    network.edges.push_back(edge);
    if (is_crossing) {
        network.nodes[from].kerb = Kerb::lowered;
        network.nodes[to].kerb = Kerb::lowered;
    }
    return network;
}

} // namespace

Result<Network> with_change(Network const& network, Change const& change)
{
    switch (change.kind) {
    case ChangeKind::bench: return with_bench(network, change.at);
    case ChangeKind::dropped_kerb: return with_dropped_kerb(network, change.at);
    case ChangeKind::crossing:
    case ChangeKind::path: return with_path(network, change);
    }
    WF_CHECK(false);
    return network;
}

} // namespace wf::reach
