// SPDX-License-Identifier: EUPL-1.2
#include "kernel/reach/matters.hpp"

#include <algorithm>

namespace wf::reach {
namespace {

/// Asks the arithmetic itself, one attribute at a time: whose arcs cost something else once it is not fine anywhere?
class Probe {
public:
    Probe(Town const& town, Profile const& profile, ArcCosts const& usual)
        : m_network{*town.network}, m_graph{town.graph}, m_profile{profile}, m_streets{town.possible}, m_usual{usual}
    {
        m_streets.state = State::drawn;
    }
    /// Calls visit(edge) for each edge with another cost in either direction.
    template <class Visit>
    void with_way_attribute(Attribute attribute, Visit const& visit)
    {
        for (auto& bits : m_streets.way) bits = static_cast<std::uint16_t>(bits & ~bit(attribute));
        compare(visit);
        for (auto& bits : m_streets.way) bits = static_cast<std::uint16_t>(bits | bit(attribute));
    }
    template <class Visit>
    void with_nodes(std::vector<std::uint8_t> DrawnStreets::*attribute, Visit const& visit)
    {
        auto& fine = m_streets.*attribute;
        std::fill(fine.begin(), fine.end(), std::uint8_t{0});
        compare(visit);
        std::fill(fine.begin(), fine.end(), std::uint8_t{1});
    }

private:
    template <class Visit>
    void compare(Visit const& visit)
    {
        ArcCosts const other = make_arc_costs(m_network, m_graph, m_profile, m_streets);
        auto const differs = [&](graph::ArcIndex arc) {
            return other.metres[arc] != m_usual.metres[arc] || other.fixed_ms[arc] != m_usual.fixed_ms[arc];
        };
        for (std::uint32_t edge = 0; edge < m_network.edges.size(); ++edge) {
            if (differs(m_graph.arc_forward(edge)) || differs(m_graph.arc_backward(edge))) visit(m_network.edges[edge]);
        }
    }

    Network const& m_network;
    WalkingGraph const& m_graph;
    Profile const& m_profile;
    DrawnStreets m_streets;
    ArcCosts const& m_usual;
};

} // namespace

Matters find_matters(Town const& town, Profile const& profile, ArcCosts const& usual)
{
    Network const& network = *town.network;
    DrawnStreets const& certain = town.certain;
    Probe probe{town, profile, usual};
    Matters matters{std::vector<std::uint16_t>(network.ways.size(), 0),
                    std::vector<std::uint16_t>(network.nodes.size(), 0)};
    for (Attribute const attribute : {Attribute::surface, Attribute::smoothness, Attribute::width, Attribute::incline,
                                      Attribute::access, Attribute::sidewalk}) {
        probe.with_way_attribute(attribute, [&](Edge const& edge) {
            matters.way[edge.way] |= static_cast<std::uint16_t>(unknown_of(network.ways[edge.way]) & bit(attribute) &
                                                                ~certain.way[edge.way]);
        });
    }
    auto const mark_ends = [&](Attribute attribute) {
        return [&network, &matters, attribute](Edge const& edge) {
            for (std::uint32_t const node : {edge.from, edge.to}) {
                matters.node[node] |= static_cast<std::uint16_t>(unknown_of(network.nodes[node]) & bit(attribute));
            }
        };
    };
    probe.with_nodes(&DrawnStreets::kerb, mark_ends(Attribute::kerb));
    probe.with_nodes(&DrawnStreets::passage, mark_ends(Attribute::passage));
    return matters;
}

} // namespace wf::reach
