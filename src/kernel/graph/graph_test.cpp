// SPDX-License-Identifier: EUPL-1.2
#include "kernel/graph/graph.hpp"

#include "base/check.hpp"

#include <array>
#include <doctest/doctest.h>

using namespace wf::graph;

TEST_CASE("arcs stand at their tails, in the order of the list")
{
    std::array<Pair, 6> const pairs{{{2, 0}, {0, 1}, {2, 3}, {0, 2}, {0, 1}, {3, 3}}};
    Topology const topology = make_topology(5, pairs);
    CHECK(topology.first == std::vector<std::uint32_t>{0, 3, 3, 5, 6, 6});
    CHECK(topology.head == std::vector<Node>{1, 2, 1, 0, 3, 3});
    CHECK(topology.arc_of == std::vector<ArcIndex>{3, 0, 4, 1, 2, 5});
}

TEST_CASE("nodes without arcs, and no nodes at all")
{
    CHECK(make_topology(2, {}).first == std::vector<std::uint32_t>{0, 0, 0});
    Topology const nothing = make_topology(0, {});
    CHECK(nothing.first == std::vector<std::uint32_t>{0});
    CHECK(GraphView{nothing.first, {}}.nodes() == 0);
    CHECK(GraphView{}.nodes() == 0);
}

TEST_CASE("a pair with a node that is not there is a bug")
{
    std::array<Pair, 1> const pairs{{{0, 2}}};
    CHECK_THROWS_AS(make_topology(2, pairs), wf::Bug);
}
