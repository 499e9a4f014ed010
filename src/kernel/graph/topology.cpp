// SPDX-License-Identifier: EUPL-1.2
#include "base/check.hpp"
#include "kernel/graph/graph.hpp"

namespace wf::graph {

Topology make_topology(std::size_t nodes, std::span<Pair const> pairs)
{
    WF_CHECK(nodes < none && pairs.size() < none);
    Topology topology;
    topology.first.assign(nodes + 1, 0);
    for (Pair const& pair : pairs) {
        WF_CHECK(pair.tail < nodes && pair.head < nodes);
        ++topology.first[pair.tail + 1];
    }
    for (std::size_t node = 0; node < nodes; ++node) topology.first[node + 1] += topology.first[node];

    std::vector<std::uint32_t> next(topology.first.begin(), topology.first.end() - 1);
    topology.head.resize(pairs.size());
    topology.arc_of.resize(pairs.size());
    for (std::size_t i = 0; i < pairs.size(); ++i) {
        ArcIndex const arc = next[pairs[i].tail]++;
        topology.head[arc] = pairs[i].head;
        topology.arc_of[i] = arc;
    }
    return topology;
}

} // namespace wf::graph
