// SPDX-License-Identifier: EUPL-1.2
#include "kernel/graph/elimination.hpp"
#include "kernel/graph/graph_examples.hpp"

#include <algorithm>
#include <doctest/doctest.h>

using namespace wf;
using namespace wf::graph;

namespace {

void check_alike(std::size_t nodes, std::vector<Line> const& lines, std::vector<std::vector<Seed>> const& seeds)
{
    Example const example = make_example(nodes, lines);
    Elimination const elimination = make_elimination(example.topology);
    SweepWeights const weights = make_sweep_weights(elimination, example.view());
    Sweep sweep;
    std::vector<Ticks> costs;
    for (int again = 0; again < 2; ++again) sweep.run(elimination, weights, seeds, costs);
    REQUIRE(costs.size() == nodes * sweep_lanes);
    for (std::size_t lane = 0; lane < sweep_lanes; ++lane) {
        auto const wanted = lane < seeds.size() ? plain_costs(nodes, lines, seeds[lane], sweep_far - 1)
                                                : std::vector<Ticks>(nodes, unreachable);
        for (Node node = 0; node < nodes; ++node) {
            Ticks const cost = costs[sweep_place(elimination.rank_of[node], lane)];
            CHECK(cost == std::min(wanted[node], sweep_far));
        }
    }
}

} // namespace

TEST_CASE("sweeps find what a plain search finds: loops, one-way, closed, free and enormous arcs, several seeds")
{
    Random random{11};
    for (std::size_t round = 0; round < 60; ++round) {
        std::size_t const nodes = 1 + random.below(40);
        auto lines = random_lines(random, nodes, random.below(4 * nodes), 1000);
        if (round % 5 == 0 && !lines.empty()) lines.front().weight = sweep_far - 1;
        if (round % 7 == 0 && !lines.empty()) lines.back().weight = sweep_far;
        std::vector<std::vector<Seed>> seeds(round % (sweep_lanes + 1));
        for (auto& lane : seeds) lane = random_seeds(random, nodes, random.below(4), 2000);
        check_alike(nodes, lines, seeds);
    }
}

TEST_CASE("a seed that is too far is none; what would cost too much is not reached")
{
    check_alike(3, {{0, 1, sweep_far - 5}, {1, 2, 4}, {1, 2, 6}}, {{{0, 0}}, {{0, 1}}, {{0, sweep_far}}, {{1, 7}}});
}

TEST_CASE("an elimination keeps every arc, and joins all that meet at a node that is gone")
{
    Random random{3};
    std::size_t const nodes = 30;
    Example const example = make_example(nodes, random_lines(random, nodes, 70, 10));
    auto const elimination = make_elimination(example.topology);
    auto const joined = [&](std::uint32_t a, std::uint32_t b) {
        auto const begin = elimination.higher.begin() + elimination.first[std::min(a, b)];
        auto const end = elimination.higher.begin() + elimination.first[std::min(a, b) + 1];
        return std::binary_search(begin, end, std::max(a, b));
    };
    std::vector<std::uint32_t> ranks = elimination.rank_of;
    std::sort(ranks.begin(), ranks.end());
    for (std::uint32_t i = 0; i < nodes; ++i) CHECK(ranks[i] == i);
    for (Node tail = 0; tail < nodes; ++tail) {
        for (ArcIndex arc = example.topology.first[tail]; arc < example.topology.first[tail + 1]; ++arc) {
            Node const head = example.topology.head[arc];
            if (head != tail) CHECK(joined(elimination.rank_of[tail], elimination.rank_of[head]));
        }
    }
    for (std::uint32_t rank = 0; rank < nodes; ++rank) {
        for (auto i = elimination.first[rank]; i < elimination.first[rank + 1]; ++i) {
            CHECK(elimination.higher[i] > rank);
            for (auto k = i + 1; k < elimination.first[rank + 1]; ++k)
                CHECK(joined(elimination.higher[i], elimination.higher[k]));
        }
    }
}

TEST_CASE("a graph without nodes has nothing to sweep")
{
    Topology const nothing = make_topology(0, {});
    auto const elimination = make_elimination(nothing);
    CHECK(elimination.nodes() == 0);
    std::vector<Ticks> costs{1};
    Sweep{}.run(elimination, make_sweep_weights(elimination, {nothing.first, {}}), {}, costs);
    CHECK(costs.empty());
}
