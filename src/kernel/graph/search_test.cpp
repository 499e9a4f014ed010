// SPDX-License-Identifier: EUPL-1.2
#include "kernel/graph/search.hpp"

#include "base/check.hpp"
#include "kernel/graph/graph_examples.hpp"

#include <algorithm>
#include <doctest/doctest.h>

using namespace wf::graph;

namespace {

std::vector<Ticks> costs(Search& search, Example const& example, std::vector<Seed> const& seeds,
                         Ticks limit = unreachable)
{
    std::vector<Ticks> cost(example.view().nodes(), 77);
    search.nearest(example.view(), seeds, limit, cost);
    return cost;
}

/// What must hold of any tree, and that each choice among equals is the one promised.
void check_tree(Example const& example, std::vector<Seed> const& seeds, Tree const& tree)
{
    GraphView const graph = example.view();
    std::vector<std::size_t> place(graph.nodes(), graph.nodes());
    for (std::size_t i = 0; i < tree.order.size(); ++i) {
        REQUIRE(place[tree.order[i]] == graph.nodes());
        place[tree.order[i]] = i;
        if (i != 0) REQUIRE(tree.cost[tree.order[i - 1]] <= tree.cost[tree.order[i]]);
    }
    for (Node node = 0; node < graph.nodes(); ++node) {
        REQUIRE((place[node] != graph.nodes()) == (tree.cost[node] != unreachable));
        std::uint32_t best = none;
        bool root = false;
        for (Seed const& seed : seeds) {
            if (seed.node != node || seed.cost != tree.cost[node]) continue;
            best = root ? std::min(best, seed.label) : seed.label;
            root = true;
        }
        Node const parent = tree.parent[node];
        if (tree.cost[node] == unreachable || root) {
            REQUIRE(parent == none);
            REQUIRE(tree.parent_arc[node] == none);
            REQUIRE(tree.label[node] == (root ? best : none));
            continue;
        }
        REQUIRE(parent != none);
        ArcIndex const arc = tree.parent_arc[node];
        REQUIRE(arc >= graph.first[parent]);
        REQUIRE(arc < graph.first[parent + 1]);
        REQUIRE(graph.arcs[arc].head == node);
        REQUIRE(std::uint64_t{tree.cost[parent]} + graph.arcs[arc].weight == tree.cost[node]);
        REQUIRE(place[parent] < place[node]);
        REQUIRE(tree.label[node] == tree.label[parent]);
        Node lowest = none;
        for (Node tail = 0; tail < graph.nodes() && lowest == none; ++tail)
            for (ArcIndex i = graph.first[tail]; i < graph.first[tail + 1]; ++i)
                if (graph.arcs[i].head == node && graph.arcs[i].weight != 0 && tree.cost[tail] < tree.cost[node] &&
                    std::uint64_t{tree.cost[tail]} + graph.arcs[i].weight == tree.cost[node])
                    lowest = std::min(lowest, tail);
        if (lowest != none) REQUIRE(parent == lowest);
    }
}

} // namespace

TEST_CASE("the nearest of two seeds, over arcs in one direction")
{
    Example const example = make_example(6, {{0, 1, 5}, {1, 2, 5}, {3, 2, 4}, {2, 4, 1}, {4, 2, 1}, {0, 4, closed}});
    Search search;
    CHECK(costs(search, example, {{0, 0}, {3, 2}}) == std::vector<Ticks>{0, 5, 6, 2, 7, unreachable});
    CHECK(costs(search, example, {{0, 0}, {3, 2}}, 6) == std::vector<Ticks>{0, 5, 6, 2, unreachable, unreachable});
    CHECK(costs(search, example, {{0, 0}, {0, 3}, {4, 9}}) ==
          std::vector<Ticks>{0, 5, 10, unreachable, 9, unreachable});
    CHECK(costs(search, example, {{0, 7}}, 6) == std::vector<Ticks>(6, unreachable));
    CHECK(costs(search, example, {}) == std::vector<Ticks>(6, unreachable));
}

TEST_CASE("sums beyond 32 bits are unreachable, and sums just within are not")
{
    Ticks const most = unreachable - 1;
    Example const example = make_example(4, {{0, 1, most}, {1, 2, 1}, {0, 3, most - 1}, {3, 3, 0}, {3, 2, most}});
    Search search;
    CHECK(costs(search, example, {{0, 0}}) == std::vector<Ticks>{0, most, unreachable, most - 1});
    CHECK(costs(search, example, {{0, 1}}) == std::vector<Ticks>{1, unreachable, unreachable, most});
    CHECK(costs(search, example, {{0, 2}}) == std::vector<Ticks>{2, unreachable, unreachable, unreachable});
    CHECK(costs(search, example, {{0, unreachable}}) == std::vector<Ticks>(4, unreachable));
    Tree tree;
    search.nearest_tree(example.view(), std::vector<Seed>{{0, 0}, {2, unreachable}}, unreachable, tree);
    CHECK(tree.order == std::vector<Node>{0, 3, 1});
}

TEST_CASE("no nodes, and sizes that do not fit")
{
    Search search;
    std::vector<Ticks> cost;
    search.nearest({}, {}, unreachable, cost);
    CHECK(search.within({}, {}, unreachable).empty());
    Example const example = make_example(2, {{0, 1, 5}});
    CHECK_THROWS_AS(search.nearest(example.view(), {}, 1, cost), wf::Bug);
    CHECK_THROWS_AS((void)search.within(example.view(), std::vector<Seed>{{2, 0}}, 1), wf::Bug);
}

TEST_CASE("a tree chooses the lowest of equal parents, the lowest label of equal seeds, and goes round in no circle")
{
    // 0 and 1 are both a way to 2 at cost 4; 3, 4 and 5 are joined by arcs of weight 0, and so are 6 and 7, unreached.
    Example const example = make_example(8, {{1, 2, 2},
                                             {0, 2, 4},
                                             {0, 2, 4},
                                             {2, 5, 3},
                                             {5, 3, 0},
                                             {3, 4, 0},
                                             {4, 5, 0},
                                             {5, 4, 0},
                                             {4, 3, 0},
                                             {6, 7, 0},
                                             {7, 6, 0}});
    Search search;
    Tree tree;
    std::vector<Seed> const seeds{{1, 2, 9}, {0, 0, 8}, {0, 0, 3}, {1, 5, 1}};
    search.nearest_tree(example.view(), seeds, unreachable, tree);
    CHECK(tree.cost == std::vector<Ticks>{0, 2, 4, 7, 7, 7, unreachable, unreachable});
    CHECK(tree.parent == std::vector<Node>{none, none, 0, 5, 5, 2, none, none});
    CHECK(tree.parent_arc == std::vector<ArcIndex>{none, none, 0, 7, 8, 3, none, none});
    CHECK(tree.label == std::vector<std::uint32_t>{3, 9, 3, 3, 3, 3, none, none});
    CHECK(tree.order == std::vector<Node>{0, 1, 2, 5, 3, 4});
    check_tree(example, seeds, tree);
}

TEST_CASE("costs, trees and what is within are those of a plain search, on graphs made up by chance")
{
    Search search;
    for (std::uint64_t stream = 0; stream < 300; ++stream) {
        CAPTURE(stream);
        wf::Random random{11, stream};
        std::size_t const nodes = 1 + random.below(120);
        Ticks const most = std::array<Ticks, 4>{3, 50, 30'000, 3'000'000}[stream % 4];
        auto const lines = random_lines(random, nodes, random.below(4 * nodes), most);
        auto const seeds = random_seeds(random, nodes, 1 + random.below(6), most);
        Ticks const limit = stream % 3 == 0 ? unreachable : static_cast<Ticks>(random.below(8 * most));
        Example const example = make_example(nodes, lines);
        auto const expected = plain_costs(nodes, lines, seeds, limit);
        REQUIRE(costs(search, example, seeds, limit) == expected);

        Tree tree;
        search.nearest_tree(example.view(), seeds, limit, tree);
        REQUIRE(tree.cost == expected);
        check_tree(example, seeds, tree);

        // Twice: nothing of a call is left for the next.
        for (int time = 0; time < 2; ++time) {
            auto const reached = search.within(example.view(), seeds, limit);
            std::vector<Ticks> cost(nodes, unreachable);
            for (auto const& place : reached) {
                REQUIRE(cost[place.node] == unreachable);
                cost[place.node] = place.cost;
            }
            REQUIRE(cost == expected);
            REQUIRE(std::is_sorted(reached.begin(), reached.end(), [](auto const& a, auto const& b) {
                return a.cost != b.cost ? a.cost < b.cost : a.node < b.node;
            }));
        }
    }
}

TEST_CASE("a tree does not depend on what decides the width of buckets, nor on the order of seeds")
{
    // The same streets beside ever heavier ones that lead nowhere: the median weight differs, the answer may not.
    wf::Random random{12};
    std::size_t const nodes = 60;
    auto lines = random_lines(random, nodes, 200, 40);
    auto seeds = random_seeds(random, nodes, 5, 40);
    Search search;
    Tree first;
    search.nearest_tree(make_example(nodes + 1, lines).view(), seeds, unreachable, first);
    REQUIRE(first.order.size() > 30);
    std::reverse(seeds.begin(), seeds.end());
    for (Ticks const heavy : {0U, 1'000U, 100'000'000U}) {
        auto more = lines;
        more.insert(more.end(), 600, {static_cast<Node>(nodes), static_cast<Node>(nodes), heavy});
        Tree tree;
        search.nearest_tree(make_example(nodes + 1, more).view(), seeds, unreachable, tree);
        CHECK(tree.cost == first.cost);
        CHECK(tree.parent == first.parent);
        CHECK(tree.parent_arc == first.parent_arc);
        CHECK(tree.label == first.label);
        CHECK(tree.order == first.order);
    }
}
