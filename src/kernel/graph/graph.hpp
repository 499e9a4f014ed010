// SPDX-License-Identifier: EUPL-1.2
// Question     what does it cost to come to each node from the nearest of some seeds, and how many seeds lie within a
//              limit?
// Assumption   costs are whole ticks (a tick is a millisecond where the cost is time) and at least 0; a search runs
//              from the seeds over the arcs as they are given: hand in the reversed graph to learn what it costs to
//              come *to* the seeds. Arcs of weight 0, loops and several arcs between two nodes are fine. A sum of
//              2^32 - 1 ticks or more is unreachable.
// Units        ticks; `unreachable` where there is no way within the limit.
// Errors       none; sizes that do not fit together are a bug.
#pragma once

#include <cstdint>
#include <limits>
#include <span>
#include <vector>

namespace wf::graph {

using Node = std::uint32_t;
using ArcIndex = std::uint32_t;
using Ticks = std::uint32_t;
inline constexpr Ticks unreachable = std::numeric_limits<Ticks>::max();
/// An arc of this weight cannot be used.
inline constexpr Ticks closed = unreachable;
inline constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();

struct Arc {
    Node head{0};
    Ticks weight{0};
};

/// Compressed sparse rows: the arcs of node v are arcs[first[v]] up to arcs[first[v + 1]].
struct GraphView {
    std::span<std::uint32_t const> first; ///< one more than there are nodes
    std::span<Arc const> arcs;
    /// At most none - 1.
    [[nodiscard]] std::size_t nodes() const { return first.empty() ? 0 : first.size() - 1; }
};

/// Where arcs go, without their weights: one topology serves many sets of weights.
struct Topology {
    std::vector<std::uint32_t> first;
    std::vector<Node> head;
    /// For pair i of make_topology: where its arc stands.
    std::vector<ArcIndex> arc_of;
};

struct Pair {
    Node tail{0};
    Node head{0};
};
/// Arcs in the order of their tails; within one tail in the order of the list. O(nodes + pairs).
[[nodiscard]] Topology make_topology(std::size_t nodes, std::span<Pair const> pairs);

} // namespace wf::graph
