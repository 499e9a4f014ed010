// SPDX-License-Identifier: EUPL-1.2
#include "kernel/reach/network.hpp"

#include <algorithm>
#include <cmath>

namespace wf::reach {
namespace {

Error broken(std::string code, std::string_view list, std::size_t index, std::string detail)
{
    return Error{Trouble::bad_input, std::move(code), std::string{list} + "[" + std::to_string(index) + "]",
                 std::move(detail)};
}

template <class Word>
bool is_word(Word word, Word last)
{
    return static_cast<unsigned>(word) <= static_cast<unsigned>(last);
}

bool words_hold(Way const& way)
{
    return is_word(way.road, Road::square) && is_word(way.surface, Surface::loose) &&
           is_word(way.smoothness, Smoothness::impassable) && is_word(way.sidewalk, Sidewalk::separate) &&
           is_word(way.access, Access::unknown) && is_word(way.lit, Lit::yes) &&
           is_word(way.surroundings, Surroundings::rural);
}

bool on_earth(Place32 place)
{
    return std::abs(std::int64_t{place.lon}) <= 1'800'000'000 && std::abs(std::int64_t{place.lat}) <= 900'000'000;
}

Result<void> check_edge(Network const& network, std::size_t index)
{
    Edge const& edge = network.edges[index];
    if (edge.from >= network.nodes.size() || edge.to >= network.nodes.size()) {
        return broken("network.bad_index", "edges", index, "an end is not one of the nodes");
    }
    if (edge.way >= network.ways.size()) {
        return broken("network.bad_index", "edges", index, "it belongs to none of the ways");
    }
    if (std::uint64_t{edge.first_bend} + edge.bends > network.bends.size()) {
        return broken("network.bad_index", "edges", index, "its bends are not among the bends");
    }
    if (!std::isfinite(edge.metres) || edge.metres < 0) {
        return broken("network.bad_length", "edges", index, "a length is a number of metres, 0 or more");
    }
    return {};
}

} // namespace

bool Network::operator==(Network const& other) const
{
    return nodes == other.nodes && ways == other.ways && edges == other.edges && bends == other.bends &&
           names == other.names && extent.west == other.extent.west && extent.south == other.extent.south &&
           extent.east == other.extent.east && extent.north == other.extent.north;
}

std::vector<Place32> line_of(Network const& network, Edge const& edge)
{
    std::vector<Place32> line{network.nodes[edge.from].at};
    auto const bends = network.bends.begin() + edge.first_bend;
    line.insert(line.end(), bends, bends + edge.bends);
    line.push_back(network.nodes[edge.to].at);
    return line;
}

Result<void> check(Network const& network)
{
    if (network.names.empty() || !network.names.front().empty()) {
        return broken("network.bad_index", "names", 0, "the first name is the empty one");
    }
    geo::Box const& box = network.extent;
    for (double const side : {box.west, box.south, box.east, box.north}) {
        if (!std::isfinite(side)) return Error{Trouble::bad_input, "network.bad_place", "extent", "it is not finite"};
    }
    for (std::size_t i = 0; i < network.nodes.size(); ++i) {
        NetworkNode const& node = network.nodes[i];
        if (!on_earth(node.at)) return broken("network.bad_place", "nodes", i, "it lies outside the earth");
        if (!is_word(node.kerb, Kerb::raised) || !is_word(node.barrier, Barrier::stile)) {
            return broken("network.bad_value", "nodes", i, "its kerb or barrier is of no known kind");
        }
    }
    for (std::size_t i = 0; i < network.ways.size(); ++i) {
        Way const& way = network.ways[i];
        if (way.name >= network.names.size()) return broken("network.bad_index", "ways", i, "its name is not there");
        if (!words_hold(way)) return broken("network.bad_value", "ways", i, "something of it is of no known kind");
    }
    for (std::size_t i = 0; i < network.bends.size(); ++i) {
        if (!on_earth(network.bends[i])) return broken("network.bad_place", "bends", i, "it lies outside the earth");
    }
    for (std::size_t i = 0; i < network.edges.size(); ++i) WF_TRY_VOID(check_edge(network, i));
    return {};
}

Coverage coverage_of(Network const& network)
{
    Coverage coverage;
    for (Edge const& edge : network.edges) {
        Way const& way = network.ways[edge.way];
        double const metres = static_cast<double>(edge.metres);
        if (way.road == Road::ferry) continue;
        coverage.metres += metres;
        if (way.surface != Surface::unknown) coverage.surface += metres;
        if (way.smoothness != Smoothness::unknown) coverage.smoothness += metres;
        if (way.width_cm != 0) coverage.width += metres;
        if (way.incline_known) coverage.incline += metres;
        if (way.lit != Lit::unknown) coverage.lit += metres;
        if (asks_sidewalk(way.road)) {
            coverage.sidewalk_metres += metres;
            if (way.sidewalk != Sidewalk::unknown) coverage.sidewalk += metres;
        }
    }
    for (NetworkNode const& node : network.nodes) {
        if (node.kerb != Kerb::none) {
            ++coverage.kerb_nodes;
            if (node.kerb != Kerb::unknown) ++coverage.kerb_known;
        }
        if (node.barrier != Barrier::none) {
            ++coverage.barrier_nodes;
            if (node.barrier == Barrier::stile || node.passage_cm != 0) ++coverage.barrier_known;
        }
        if (node.bench) ++coverage.benches;
    }
    return coverage;
}

} // namespace wf::reach
