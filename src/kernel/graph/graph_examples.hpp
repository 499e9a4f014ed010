// SPDX-License-Identifier: EUPL-1.2
// For tests: graphs made up by chance, and a plain textbook search that shares nothing with ours.
#pragma once

#include "base/random.hpp"
#include "kernel/graph/search.hpp"

#include <algorithm>
#include <functional>
#include <queue>
#include <utility>
#include <vector>

namespace wf::graph {

struct Line {
    Node tail{0};
    Node head{0};
    Ticks weight{0};
};

struct Example {
    Topology topology;
    std::vector<Arc> arcs;
    [[nodiscard]] GraphView view() const { return {topology.first, arcs}; }
};

inline Example make_example(std::size_t nodes, std::vector<Line> const& lines)
{
    std::vector<Pair> pairs;
    for (Line const& line : lines) pairs.push_back({line.tail, line.head});
    Example example{make_topology(nodes, pairs), std::vector<Arc>(lines.size())};
    for (std::size_t i = 0; i < lines.size(); ++i)
        example.arcs[example.topology.arc_of[i]] = {lines[i].head, lines[i].weight};
    return example;
}

/// Weights below `most`, some 0, some far above, some closed.
inline std::vector<Line> random_lines(Random& random, std::size_t nodes, std::size_t arcs, Ticks most)
{
    std::vector<Line> lines(arcs);
    for (Line& line : lines) {
        line.tail = static_cast<Node>(random.below(nodes));
        line.head = static_cast<Node>(random.below(nodes));
        line.weight = static_cast<Ticks>(random.below(most));
        std::uint64_t const kind = random.below(20);
        if (kind == 0) line.weight = closed;
        if (kind == 1 || kind == 2) line.weight = 0;
        if (kind == 3) line.weight *= 1000;
    }
    return lines;
}

inline std::vector<Seed> random_seeds(Random& random, std::size_t nodes, std::size_t seeds, Ticks most)
{
    std::vector<Seed> all(seeds);
    for (std::size_t i = 0; i < seeds; ++i)
        all[i] = {static_cast<Node>(random.below(nodes)), static_cast<Ticks>(random.below(most)),
                  static_cast<std::uint32_t>(i)};
    return all;
}

/// Dijkstra with a heap, in 64 bits.
inline std::vector<Ticks> plain_costs(std::size_t nodes, std::vector<Line> const& lines, std::vector<Seed> const& seeds,
                                      Ticks limit)
{
    using Item = std::pair<std::uint64_t, Node>;
    std::vector<std::vector<Line>> from(nodes);
    for (Line const& line : lines)
        if (line.weight != closed) from[line.tail].push_back(line);
    std::priority_queue<Item, std::vector<Item>, std::greater<>> queue;
    for (Seed const& seed : seeds) queue.push({seed.cost, seed.node});
    std::vector<Ticks> cost(nodes, unreachable);
    while (!queue.empty()) {
        auto const [so_far, node] = queue.top();
        queue.pop();
        if (so_far > limit || so_far >= unreachable || cost[node] != unreachable) continue;
        cost[node] = static_cast<Ticks>(so_far);
        for (Line const& line : from[node]) queue.push({so_far + line.weight, line.head});
    }
    return cost;
}

} // namespace wf::graph
