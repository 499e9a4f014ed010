// SPDX-License-Identifier: EUPL-1.2
// The tree is read off from the costs afterwards: so it depends on nothing but them and the arcs.
#include "kernel/graph/search.hpp"

#include "kernel/graph/search_state.hpp"

namespace wf::graph {

namespace {

/// Place of a node among those of equal cost: roots, then nodes reached from lower costs, then by arcs of weight 0.
constexpr std::uint32_t root_rank = 0;
constexpr std::uint32_t lower_rank = 1;
constexpr std::uint32_t no_rank = none;

void find_roots(std::span<Seed const> seeds, Tree& tree, std::vector<std::uint32_t>& rank)
{
    for (Seed const& seed : seeds) {
        if (seed.cost == unreachable || seed.cost != tree.cost[seed.node]) continue;
        bool const first_here = rank[seed.node] == no_rank;
        rank[seed.node] = root_rank;
        tree.label[seed.node] = first_here ? seed.label : std::min(tree.label[seed.node], seed.label);
    }
}

/// Parents of lower cost: tails go up, so the first that fits is the lowest. Returns tails of arcs of weight 0 that
/// could be the way to a node of equal cost.
std::vector<Node> find_lower_parents(GraphView graph, Tree& tree, std::vector<std::uint32_t>& rank)
{
    std::vector<Node> level_tails;
    for (Node tail = 0; tail < graph.nodes(); ++tail) {
        if (tree.cost[tail] == unreachable) continue;
        for (ArcIndex arc = graph.first[tail]; arc < graph.first[tail + 1]; ++arc) {
            Node const head = graph.arcs[arc].head;
            std::uint64_t const there = std::uint64_t{tree.cost[tail]} + graph.arcs[arc].weight;
            if (there != tree.cost[head] || graph.arcs[arc].weight == closed || rank[head] != no_rank) continue;
            if (graph.arcs[arc].weight == 0) {
                if (level_tails.empty() || level_tails.back() != tail) level_tails.push_back(tail);
                continue;
            }
            tree.parent[head] = tail;
            tree.parent_arc[head] = arc;
            rank[head] = lower_rank;
        }
    }
    return level_tails;
}

/// Nodes that only arcs of weight 0 lead to: in rounds, so that parents cannot go round in a circle.
void find_level_parents(GraphView graph, std::vector<Node> const& tails, Tree& tree, std::vector<std::uint32_t>& rank)
{
    std::vector<Node> now;
    for (Node const tail : tails)
        if (rank[tail] != no_rank) now.push_back(tail);
    std::vector<Node> next;
    for (std::uint32_t round = lower_rank + 1; !now.empty(); ++round) {
        next.clear();
        for (Node const tail : now) {
            for (ArcIndex arc = graph.first[tail]; arc < graph.first[tail + 1]; ++arc) {
                Node const head = graph.arcs[arc].head;
                if (graph.arcs[arc].weight != 0 || tree.cost[head] != tree.cost[tail] || rank[head] != no_rank)
                    continue;
                tree.parent[head] = tail;
                tree.parent_arc[head] = arc;
                rank[head] = round;
                next.push_back(head);
            }
        }
        std::sort(next.begin(), next.end());
        now.swap(next);
    }
}

/// Reached nodes by cost, equal ones by number: sorted by digits, the lowest first.
std::vector<Waiting> by_cost(std::span<Ticks const> cost)
{
    constexpr unsigned bits = 11;
    std::vector<Waiting> now;
    Ticks most = 0;
    for (Node node = 0; node < cost.size(); ++node) {
        if (cost[node] == unreachable) continue;
        now.push_back({node, cost[node]});
        most = std::max(most, cost[node]);
    }
    std::vector<Waiting> next(now.size());
    for (unsigned shift = 0; shift < 32 && most >> shift != 0; shift += bits) {
        std::array<std::uint32_t, (1U << bits) + 1> begin{};
        auto const digit = [shift](Waiting const& item) { return (item.cost >> shift) & ((1U << bits) - 1); };
        for (Waiting const& item : now) ++begin[digit(item) + 1];
        for (std::size_t i = 1; i < begin.size(); ++i) begin[i] += begin[i - 1];
        for (Waiting const& item : now) next[begin[digit(item)]++] = item;
        now.swap(next);
    }
    return now;
}

void put_in_order(Tree& tree, std::vector<std::uint32_t> const& rank)
{
    std::vector<Waiting> const sorted = by_cost(tree.cost);
    tree.order.resize(sorted.size());
    std::transform(sorted.begin(), sorted.end(), tree.order.begin(), [](Waiting const& item) { return item.node; });
    for (std::size_t begin = 0, end = 0; begin < sorted.size(); begin = end) {
        while (end < sorted.size() && sorted[end].cost == sorted[begin].cost) ++end;
        if (end - begin == 1) continue;
        std::sort(tree.order.begin() + static_cast<std::ptrdiff_t>(begin),
                  tree.order.begin() + static_cast<std::ptrdiff_t>(end),
                  [&](Node a, Node b) { return rank[a] != rank[b] ? rank[a] < rank[b] : a < b; });
    }
}

} // namespace

void Search::nearest_tree(GraphView graph, std::span<Seed const> seeds, Ticks limit, Tree& tree)
{
    std::size_t const nodes = graph.nodes();
    tree.cost.resize(nodes);
    nearest(graph, seeds, limit, tree.cost);
    tree.parent_arc.assign(nodes, none);
    tree.parent.assign(nodes, none);
    tree.label.assign(nodes, none);

    std::vector<std::uint32_t> rank(nodes, no_rank);
    find_roots(seeds, tree, rank);
    find_level_parents(graph, find_lower_parents(graph, tree, rank), tree, rank);
    put_in_order(tree, rank);
    for (Node const node : tree.order)
        if (tree.parent[node] != none) tree.label[node] = tree.label[tree.parent[node]];
}

} // namespace wf::graph
