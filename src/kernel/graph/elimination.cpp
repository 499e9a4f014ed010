// SPDX-License-Identifier: EUPL-1.2
#include "kernel/graph/elimination.hpp"

#include "base/check.hpp"
#include "base/lanes.hpp"

#include <algorithm>
#include <functional>
#include <iterator>
#include <queue>

namespace wf::graph {
namespace {

using Neighbours = std::vector<std::vector<std::uint32_t>>;

Neighbours neighbours_of(Topology const& topology)
{
    std::size_t const nodes = topology.first.empty() ? 0 : topology.first.size() - 1;
    Neighbours neighbours(nodes);
    for (Node tail = 0; tail < nodes; ++tail) {
        for (ArcIndex arc = topology.first[tail]; arc < topology.first[tail + 1]; ++arc) {
            Node const head = topology.head[arc];
            if (head == tail) continue;
            neighbours[tail].push_back(head);
            neighbours[head].push_back(tail);
        }
    }
    for (auto& list : neighbours) {
        std::sort(list.begin(), list.end());
        list.erase(std::unique(list.begin(), list.end()), list.end());
    }
    return neighbours;
}

/// Takes out the node with the fewest neighbours, again and again; afterwards each list has those that went later.
std::vector<Node> take_out(Neighbours& neighbours)
{
    using Item = std::pair<std::size_t, Node>;
    std::priority_queue<Item, std::vector<Item>, std::greater<>> queue;
    for (Node node = 0; node < neighbours.size(); ++node) queue.push({neighbours[node].size(), node});
    std::vector<Node> order;
    std::vector<std::uint8_t> gone(neighbours.size(), 0);
    std::vector<std::uint32_t> joined;
    while (!queue.empty()) {
        auto const [degree, node] = queue.top();
        queue.pop();
        if (gone[node] != 0 || degree != neighbours[node].size()) continue;
        gone[node] = 1;
        order.push_back(node);
        for (Node const other : neighbours[node]) {
            joined.clear();
            std::set_union(neighbours[other].begin(), neighbours[other].end(), neighbours[node].begin(),
                           neighbours[node].end(), std::back_inserter(joined));
            std::erase_if(joined, [&, leaves = node](Node one) { return one == other || one == leaves; });
            neighbours[other].assign(joined.begin(), joined.end());
            queue.push({joined.size(), other});
        }
    }
    return order;
}

/// The same ways through, but whoever hangs together is close: children right before their parents.
std::vector<Node> by_family(std::vector<Node> const& order, Neighbours const& later)
{
    std::vector<std::uint32_t> when(order.size());
    for (std::uint32_t i = 0; i < order.size(); ++i) when[order[i]] = i;
    std::vector<std::vector<Node>> children(order.size());
    std::vector<Node> stack;
    for (Node const node : order) {
        if (later[node].empty()) {
            stack.push_back(node);
            continue;
        }
        auto const sooner = [&](Node a, Node b) { return when[a] < when[b]; };
        children[*std::min_element(later[node].begin(), later[node].end(), sooner)].push_back(node);
    }
    std::vector<Node> turned; // parents before children
    turned.reserve(order.size());
    while (!stack.empty()) {
        Node const node = stack.back();
        stack.pop_back();
        turned.push_back(node);
        stack.insert(stack.end(), children[node].begin(), children[node].end());
    }
    std::reverse(turned.begin(), turned.end());
    return turned;
}

struct ComeDown {
    Elimination const* elimination;
    Ticks const* down;
    Ticks* costs;

    WF_LANES_INLINE void operator()() const
    {
        std::uint32_t const* const first = elimination->first.data();
        std::uint32_t const* const higher = elimination->higher.data();
        for (std::size_t rank = elimination->nodes(); rank-- > 0;) {
            Ticks* const here = costs + rank * sweep_lanes;
            Lanes own;
            load(own, here);
            for (std::uint32_t k = first[rank]; k < first[rank + 1]; ++k) {
                Lanes from;
                load(from, costs + sweep_place(higher[k], 0));
                lower(own, from + down[k]);
            }
            store(here, own);
        }
    }
};

} // namespace

Elimination make_elimination(Topology const& topology)
{
    Neighbours later = neighbours_of(topology);
    std::vector<Node> const order = by_family(take_out(later), later);
    Elimination elimination;
    elimination.rank_of.resize(order.size());
    for (std::uint32_t rank = 0; rank < order.size(); ++rank) elimination.rank_of[order[rank]] = rank;
    elimination.first.push_back(0);
    for (Node const node : order) {
        auto const begin = static_cast<std::ptrdiff_t>(elimination.higher.size());
        for (Node const other : later[node]) elimination.higher.push_back(elimination.rank_of[other]);
        std::sort(elimination.higher.begin() + begin, elimination.higher.end());
        elimination.first.push_back(static_cast<std::uint32_t>(elimination.higher.size()));
    }
    return elimination;
}

SweepWeights make_sweep_weights(Elimination const& elimination, GraphView graph)
{
    WF_CHECK(graph.nodes() == elimination.nodes());
    auto const& [rank_of, first, higher] = elimination;
    SweepWeights weights{std::vector<Ticks>(higher.size(), sweep_far), std::vector<Ticks>(higher.size(), sweep_far)};
    auto const place = [&higher = higher, &first = first](std::uint32_t low, std::uint32_t high) {
        auto const begin = higher.begin() + first[low];
        auto const end = higher.begin() + first[low + 1];
        auto const found = std::lower_bound(begin, end, high);
        WF_CHECK(found != end && *found == high);
        return static_cast<std::size_t>(found - higher.begin());
    };
    auto const reduce = [](Ticks& weight, Ticks other) { weight = std::min(weight, other); };
    for (Node tail = 0; tail < graph.nodes(); ++tail) {
        for (ArcIndex arc = graph.first[tail]; arc < graph.first[tail + 1]; ++arc) {
            std::uint32_t const from = rank_of[tail];
            std::uint32_t const to = rank_of[graph.arcs[arc].head];
            if (from < to) reduce(weights.up[place(from, to)], graph.arcs[arc].weight);
            if (from > to) reduce(weights.down[place(to, from)], graph.arcs[arc].weight);
        }
    }
    for (std::uint32_t rank = 0; rank < elimination.nodes(); ++rank) {
        for (std::uint32_t x = first[rank]; x < first[rank + 1]; ++x) {
            for (std::uint32_t y = x + 1; y < first[rank + 1]; ++y) {
                std::size_t const joined = place(higher[x], higher[y]);
                reduce(weights.up[joined], weights.down[x] + weights.up[y]);
                reduce(weights.down[joined], weights.down[y] + weights.up[x]);
            }
        }
    }
    return weights;
}

void Sweep::climb(Elimination const& elimination, SweepWeights const& weights, std::span<Seed const> seeds,
                  Ticks* costs)
{
    m_waiting.clear();
    auto const wait = [this](std::uint32_t rank) {
        m_waiting.push_back(rank);
        std::push_heap(m_waiting.begin(), m_waiting.end(), std::greater<>{});
    };
    for (Seed const& seed : seeds) {
        WF_CHECK(seed.node < elimination.nodes());
        std::uint32_t const rank = elimination.rank_of[seed.node];
        Ticks& cost = costs[sweep_place(rank, 0)];
        if (seed.cost >= cost) continue;
        cost = seed.cost;
        wait(rank);
    }
    while (!m_waiting.empty()) {
        std::uint32_t const rank = m_waiting.front();
        while (!m_waiting.empty() && m_waiting.front() == rank) {
            std::pop_heap(m_waiting.begin(), m_waiting.end(), std::greater<>{});
            m_waiting.pop_back();
        }
        std::uint32_t const begin = elimination.first[rank];
        std::uint32_t const end = elimination.first[rank + 1];
        Ticks const here = costs[sweep_place(rank, 0)];
        for (std::uint32_t k = begin; k < end; ++k) {
            Ticks& there = costs[sweep_place(elimination.higher[k], 0)];
            there = std::min(there, here + weights.up[k]);
        }
        // All that is above a node is above the lowest that is.
        if (begin != end) wait(elimination.higher[begin]);
    }
}

void Sweep::run(Elimination const& elimination, SweepWeights const& weights, std::span<std::vector<Seed> const> seeds,
                std::vector<Ticks>& costs)
{
    static_assert(sweep_lanes == lane_count);
    WF_CHECK(seeds.size() <= sweep_lanes && weights.down.size() == elimination.higher.size());
    costs.assign(elimination.nodes() * sweep_lanes, sweep_far);
    for (std::size_t lane = 0; lane < seeds.size(); ++lane)
        climb(elimination, weights, seeds[lane], costs.data() + lane);
    run_lanes(ComeDown{&elimination, weights.down.data(), costs.data()});
}

} // namespace wf::graph
