// SPDX-License-Identifier: EUPL-1.2
// Question     the cheapest cost from a set of seeds to every node, with or without a limit; with rests, for a person
//              who cannot walk on and on.
// Method       a ring of buckets with repair inside a bucket (label correcting), exact; O(arcs + cost range / bucket).
//              The width of a bucket follows from the weights and decides how long a search takes, never what it
//              answers; what lies further ahead than the ring is long waits in a heap. A Search keeps its memory
//              between calls: one for each thread.
// Source       Dial 1969; Meyer and Sanders 2003 (delta stepping); legs: see docs/methods/reach.md.
#pragma once

#include "kernel/graph/graph.hpp"

#include <memory>
#include <span>
#include <vector>

namespace wf::graph {

struct Seed {
    Node node{0};
    Ticks cost{0};             ///< to come from the place to the node; a cost of `unreachable` is no seed
    std::uint32_t label{none}; ///< which place it is; told in Tree::label
};

/// How the search came to each node. Where several ways cost the same, the tree is still one and the same:
/// - a node whose cost is that of a seed on it is a root, with the lowest label of such seeds;
/// - any other has the lowest-numbered parent among those of lower cost, by the first of its arcs that will do;
/// - a node that only arcs of weight 0 lead to has the fewest of them behind it, then the lowest-numbered parent.
/// So there are no circles. Labels follow the parents.
struct Tree {
    std::vector<Ticks> cost;
    std::vector<ArcIndex> parent_arc; ///< by which the node was reached; none for roots and unreached nodes
    std::vector<Node> parent;
    std::vector<std::uint32_t> label; ///< of the seed
    /// Reached nodes by cost, a parent always before its children: among equals roots first, then those with a parent
    /// of lower cost, then by the number of arcs of weight 0; then by number.
    std::vector<Node> order;
};

/// A cost that grows when somebody has walked on too long: within one leg (since the last resting place) each tick
/// beyond `longest` costs (1 + surcharge) ticks. With LegLimit::hard a leg cannot be longer than `longest`, and there
/// is no surcharge.
/// A leg is rounded once, as a whole: l ticks cost l + floor(surcharge * max(0, l - longest)), the surcharge taken to
/// the nearest 2^-20. So the cost of a walk does not depend on where arcs begin and end, and is exact.
/// A leg ends on arriving at a resting place. A seed's cost is walked too: it is the beginning of the first leg, unless
/// the seed's node is a resting place.
enum class LegLimit { soft, hard };
struct Legs {
    Ticks longest{0};
    double surcharge{0}; ///< 0 to 1000
    LegLimit limit{LegLimit::soft};
    std::span<std::uint8_t const> rest_here{}; ///< one a node: 1 is a resting place; empty: there are none
};
/// An end of a cheapest walk with legs. Several at a node do not dominate one another: each is the cheapest for
/// somebody who goes on from there far enough, but not too far. Beyond `longest` labels of one future are one: the
/// longest leg is told.
struct LegLabel {
    Ticks cost{0};
    Ticks leg{0}; ///< walked since the last resting place
};
/// Labels of node v: labels[first[v]] up to labels[first[v + 1]], cheapest first.
struct LegLabels {
    std::vector<std::uint32_t> first;
    std::vector<LegLabel> labels;
};

struct SearchState;

class Search {
public:
    Search();
    ~Search();
    Search(Search&&) noexcept;
    Search& operator=(Search&&) noexcept;

    /// Cost of every node; costs above `limit` are `unreachable`. `cost` has one place a node.
    void nearest(GraphView graph, std::span<Seed const> seeds, Ticks limit, std::span<Ticks> cost);
    /// The same with the tree. All of `tree` is written.
    void nearest_tree(GraphView graph, std::span<Seed const> seeds, Ticks limit, Tree& tree);
    /// Nodes within the limit of the seeds, in the order of their cost (repair done: each once). Only touches what it
    /// visits: made for many small searches. The span lives until the next call.
    struct Reached {
        Node node;
        Ticks cost;
    };
    [[nodiscard]] std::span<Reached const> within(GraphView graph, std::span<Seed const> seeds, Ticks limit);
    /// Walks with legs. Exact: a label is dropped only when another one can do all that it can at no higher cost.
    void nearest_with_legs(GraphView graph, std::span<Seed const> seeds, Ticks limit, Legs const& legs,
                           LegLabels& labels);

private:
    std::unique_ptr<SearchState> m_state;
};

/// The cost after going `more` ticks on from a label, without a rest: kept here so that callers count as the search
/// does. `unreachable` when a hard limit forbids it or it does not fit.
[[nodiscard]] Ticks cost_after(LegLabel label, Ticks more, Legs const& legs);

/// The number of seeds within the limit of each node, by a search from each seed. Each seed counts once a label: seeds
/// with the same label (entrances of one place) are one; seeds with label `none` each count. O(seeds x nodes within the
/// limit), on `threads` threads (0: as many as the machine has), each with its own counts; the answer is the same for
/// any number.
void count_within(GraphView graph, std::span<Seed const> seeds, Ticks limit, unsigned threads,
                  std::span<std::uint32_t> count);

} // namespace wf::graph
