// SPDX-License-Identifier: EUPL-1.2
// What a Search keeps between calls, and the loop that all searches without legs share.
#pragma once

#include "kernel/graph/bucket_wheel.hpp"
#include "kernel/graph/search.hpp"

namespace wf::graph {

struct Waiting {
    Node node;
    Ticks cost;
    [[nodiscard]] Ticks queue_cost() const { return cost; }
};

/// A label of a walk with legs. `exact` is its cost in 2^-20 ticks.
struct WaitingLabel {
    std::uint64_t exact;
    Ticks leg;
    Node node;
    [[nodiscard]] Ticks queue_cost() const { return static_cast<Ticks>(exact >> 20U); }
};
struct FirstLabel {
    std::uint64_t exact;
    Ticks leg;
    std::uint32_t more; ///< index into `more` of the next label of the node
};

struct SearchState {
    using Reached = Search::Reached;
    BucketWheel<Waiting> wheel;
    /// `unreachable` everywhere between calls.
    std::vector<Ticks> cost;
    std::vector<Reached> reached;
    /// For which arcs `shift` was chosen: a search that visits little must not look at them again each time.
    Arc const* shift_arcs{nullptr};
    std::size_t shift_size{0};
    unsigned shift{0};

    BucketWheel<WaitingLabel> label_wheel;
    std::vector<FirstLabel> first_label;
    std::vector<FirstLabel> more_labels;

    void choose_shift(GraphView graph);
    /// Fills `reached`, bucket by bucket (not in order within a bucket); costs stay in `cost`, which the caller cleans.
    void visit(GraphView graph, std::span<Seed const> seeds, Ticks limit);
    void forget_visit();
};

/// Lowers `cost`, which says for each node what it must stay below to be reached. done(bucket) is called when nothing
/// in the bucket changes any more: an item in it counts when its cost is still that of its node, and each node counts
/// once.
template <class Done>
void settle(GraphView graph, std::span<Seed const> seeds, Ticks limit, BucketWheel<Waiting>& wheel, unsigned shift,
            Ticks* cost, Done const& done)
{
    Ticks lowest = unreachable;
    for (Seed const& seed : seeds) lowest = std::min(lowest, seed.cost);
    if (lowest > limit) return;
    wheel.start(shift, lowest);
    for (Seed const& seed : seeds) {
        if (seed.cost > limit || seed.cost >= cost[seed.node]) continue;
        cost[seed.node] = seed.cost;
        wheel.push({seed.node, seed.cost});
    }
    std::uint32_t const* const first = graph.first.data();
    Arc const* const arcs = graph.arcs.data();
    constexpr std::size_t ahead = 8; ///< what will be wanted so many items later is fetched into the cache
    while (wheel.next()) {
        auto& bucket = wheel.current();
        for (std::size_t i = 0; i < bucket.size(); ++i) {
            Waiting const item = bucket[i];
            if (i + ahead < bucket.size()) {
                Node const later = bucket[i + ahead].node;
                __builtin_prefetch(cost + later);
                __builtin_prefetch(first + later);
                __builtin_prefetch(arcs + first[bucket[i + ahead / 2].node]);
            }
            if (cost[item.node] != item.cost) continue;
            Arc const* const end = arcs + first[item.node + 1];
            for (Arc const* arc = arcs + first[item.node]; arc != end; ++arc) {
                // In 64 bits: neither a closed arc nor a sum beyond 32 bits can come out below a limit.
                std::uint64_t const there = std::uint64_t{item.cost} + arc->weight;
                if (there < cost[arc->head] && there <= limit) {
                    cost[arc->head] = static_cast<Ticks>(there);
                    wheel.push({arc->head, static_cast<Ticks>(there)});
                }
            }
        }
        done(bucket);
    }
}

void check_search(GraphView graph, std::span<Seed const> seeds);

} // namespace wf::graph
