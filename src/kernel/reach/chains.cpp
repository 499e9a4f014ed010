// SPDX-License-Identifier: EUPL-1.2
#include "kernel/reach/chains.hpp"

#include "base/check.hpp"

#include <numeric>

namespace wf::reach {
namespace {

/// Where exactly two edges meet, `both` is one of them when the other is taken out (exclusive or).
struct Meeting {
    std::uint32_t edges{0};
    std::uint32_t both{0};
};

class ChainMaker {
public:
    ChainMaker(Network const& network, std::span<std::uint8_t const> also, Chains& chains)
        : m_network{network}, m_chains{chains}, m_meetings(network.nodes.size()), m_kept(network.nodes.size(), 1)
    {
        for (std::uint32_t e = 0; e < network.edges.size(); ++e) {
            meet(network.edges[e].from, e);
            meet(network.edges[e].to, e);
        }
        for (std::size_t v = 0; v < m_kept.size(); ++v) {
            m_kept[v] = m_meetings[v].edges != 2 || (!also.empty() && also[v] != 0) ? 1 : 0;
        }
    }

    void make()
    {
        std::size_t const edges = m_network.edges.size();
        m_chains.chain_of.assign(edges, graph::none);
        m_chains.place_of.resize(edges);
        m_chains.onward.resize(edges);
        m_chains.edges.reserve(edges);
        m_chains.first_edge.push_back(0);
        for (std::uint32_t e = 0; e < edges; ++e) {
            if (m_chains.chain_of[e] != graph::none) continue;
            if (m_kept[m_network.edges[e].from] != 0) walk(e, m_network.edges[e].from);
            else if (m_kept[m_network.edges[e].to] != 0) walk(e, m_network.edges[e].to);
        }
        // What is left goes round without an end: one of its nodes becomes it.
        for (std::uint32_t e = 0; e < edges; ++e) {
            if (m_chains.chain_of[e] != graph::none) continue;
            m_kept[m_network.edges[e].from] = 1;
            walk(e, m_network.edges[e].from);
        }
        number_nodes();
    }

private:
    void meet(std::uint32_t node, std::uint32_t edge)
    {
        ++m_meetings[node].edges;
        m_meetings[node].both ^= edge;
    }

    void walk(std::uint32_t edge, std::uint32_t begin)
    {
        auto const chain = static_cast<std::uint32_t>(m_chains.ends.size());
        std::uint32_t at = begin;
        for (;;) {
            Edge const& one = m_network.edges[edge];
            m_chains.chain_of[edge] = chain;
            m_chains.place_of[edge] = static_cast<std::uint32_t>(m_chains.edges.size());
            m_chains.onward[edge] = one.from == at ? 1 : 0;
            m_chains.edges.push_back(edge);
            at = one.from == at ? one.to : one.from;
            if (m_kept[at] != 0) break;
            edge ^= m_meetings[at].both;
        }
        m_chains.ends.push_back({begin, at}); // numbers of the network until number_nodes
        m_chains.first_edge.push_back(static_cast<std::uint32_t>(m_chains.edges.size()));
    }

    void number_nodes()
    {
        m_chains.node_of.assign(m_kept.size(), graph::none);
        for (std::uint32_t v = 0; v < m_kept.size(); ++v) {
            if (m_kept[v] == 0) continue;
            m_chains.node_of[v] = static_cast<std::uint32_t>(m_chains.kept.size());
            m_chains.kept.push_back(v);
        }
        std::vector<graph::Pair> pairs;
        pairs.reserve(2 * m_chains.size());
        for (graph::Pair& ends : m_chains.ends) {
            ends = {m_chains.node_of[ends.tail], m_chains.node_of[ends.head]};
            pairs.push_back({ends.head, ends.tail});
            pairs.push_back(ends);
        }
        m_chains.topology = graph::make_topology(m_chains.kept.size(), pairs);
        // An arc stands at each end of its chain: arcs and chains at a node lie alike.
        m_chains.first_at = m_chains.topology.first;
        m_chains.at_node.resize(pairs.size());
        for (std::uint32_t i = 0; i < pairs.size(); ++i) m_chains.at_node[m_chains.topology.arc_of[i]] = i / 2;
    }

    Network const& m_network;
    Chains& m_chains;
    std::vector<Meeting> m_meetings;
    std::vector<std::uint8_t> m_kept;
};

} // namespace

Chains make_chains(Network const& network, std::span<std::uint8_t const> also)
{
    WF_CHECK(also.empty() || also.size() == network.nodes.size());
    Chains chains;
    ChainMaker{network, also, chains}.make();
    return chains;
}

} // namespace wf::reach
