// SPDX-License-Identifier: EUPL-1.2
// Question     which nodes must a search look at?
// Method       where two streets meet and nothing else is, a walker can only go on: streets between other nodes are one chain.
//              Of a town as OpenStreetMap draws it one node in five is left.
// Inside       for the files of this folder. Where somebody may rest is always the end of a chain.
#pragma once

#include "kernel/reach/streets.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace wf::reach {

struct Chains {
    std::vector<std::uint32_t> node_of; ///< for a node of the network: its number among those that are left, or none
    std::vector<std::uint32_t> kept;    ///< the other way round
    std::vector<std::uint32_t> edges;   ///< those of chain c: edges[first_edge[c]] up to edges[first_edge[c + 1]]
    std::vector<std::uint32_t> first_edge;
    std::vector<graph::Pair> ends;       ///< of chain c: where it begins (tail) and stops (head), among those left
    std::vector<std::uint32_t> chain_of; ///< for an edge
    std::vector<std::uint32_t> place_of; ///< for an edge: its place in `edges`
    std::vector<std::uint8_t> onward;    ///< for an edge: 1 when its `from` lies on the side where the chain begins
    std::vector<std::uint32_t> at_node;  ///< chains at node v: at_node[first_at[v]] up to at_node[first_at[v + 1]]
    std::vector<std::uint32_t> first_at;
    /// Turned around as in WalkingGraph: arc_of[2c] carries walking chain c from its beginning to its end.
    graph::Topology topology;
    [[nodiscard]] std::size_t size() const { return ends.size(); }
};
/// `also`: one a node, or none at all: 1 keeps the node whatever meets there.
[[nodiscard]] Chains make_chains(Network const& network, std::span<std::uint8_t const> also);

} // namespace wf::reach
