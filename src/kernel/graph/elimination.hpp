// SPDX-License-Identifier: EUPL-1.2
// Question     what does it cost to come to every node, when this is asked again and again on the same streets?
// Method       nodes are taken out one by one, those with few neighbours first; who meets at a node that is gone is joined by
//              an arc that replaces the way through it. Weights follow the order, so that many sets of them share one. A
//              search then goes up from its seeds and comes down over all nodes in one pass over memory, in which
//              `sweep_lanes` searches go together.
// Assumption   an arc of `sweep_far` or more cannot be used, and whatever costs so much is not reached.
// Units        ticks; `sweep_far` where there is no way.
// Errors       none; sizes that do not fit together are a bug.
// Source       Dibbelt, Strasser and Wagner 2016 (customizable contraction); Delling, Goldberg, Nowatzyk and Werneck 2011
//              (sweeps); George and Liu 1989 (minimum degree).
#pragma once

#include "kernel/graph/search.hpp"

#include <span>
#include <vector>

namespace wf::graph {

/// Searches that go together.
inline constexpr std::size_t sweep_lanes = 8;
/// The sum of two still fits in 32 bits.
inline constexpr Ticks sweep_far = 1U << 30U;

/// Nodes by rank: the lowest was taken out first.
struct Elimination {
    std::vector<std::uint32_t> rank_of;
    /// What rank r was joined with when it was taken out, all higher, ascending: higher[first[r]] up to
    /// higher[first[r + 1]].
    std::vector<std::uint32_t> first;
    std::vector<std::uint32_t> higher;
    [[nodiscard]] std::size_t nodes() const { return rank_of.size(); }
};
[[nodiscard]] Elimination make_elimination(Topology const& topology);

/// One for each of Elimination::higher: on the way up from r, and on the way down to it.
struct SweepWeights {
    std::vector<Ticks> up;
    std::vector<Ticks> down;
};
/// The graph has the topology of which the elimination was made.
[[nodiscard]] SweepWeights make_sweep_weights(Elimination const& elimination, GraphView graph);

/// Searches of one set of weights. One for each thread.
class Sweep {
public:
    /// seeds[lane] for each lane, at most `sweep_lanes`; what Search::nearest answers, but for `sweep_far`.
    void run(Elimination const& elimination, SweepWeights const& weights, std::span<std::vector<Seed> const> seeds,
             std::vector<Ticks>& costs);

private:
    void climb(Elimination const& elimination, SweepWeights const& weights, std::span<Seed const> seeds, Ticks* costs);
    std::vector<std::uint32_t> m_waiting;
};

/// Cost of a node in a lane.
[[nodiscard]] inline std::size_t sweep_place(std::uint32_t rank, std::size_t lane)
{
    return std::size_t{rank} * sweep_lanes + lane;
}

} // namespace wf::graph
