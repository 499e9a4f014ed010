// SPDX-License-Identifier: EUPL-1.2
#include "kernel/reach/chains.hpp"

#include "kernel/reach/town_examples.hpp"

#include <doctest/doctest.h>

#include <algorithm>

namespace wf::reach {
namespace {

/// 0 - 1 - 2 - 3, a side street 2 - 4, and the second edge drawn the other way round.
Network side_street()
{
    Maker maker;
    for (int i = 0; i < 5; ++i) maker.node();
    std::uint32_t const way = maker.good_way();
    maker.edge(0, 1, way, 10);
    maker.edge(2, 1, way, 20);
    maker.edge(2, 3, way, 30);
    maker.edge(2, 4, way, 40);
    return maker.network;
}

TEST_CASE("a chain runs from one meeting of streets to the next")
{
    Chains const chains = make_chains(side_street(), {});
    CHECK(chains.kept == std::vector<std::uint32_t>{0, 2, 3, 4});
    CHECK(chains.node_of == std::vector<std::uint32_t>{0, graph::none, 1, 2, 3});
    REQUIRE(chains.size() == 3);
    CHECK(chains.edges == std::vector<std::uint32_t>{0, 1, 2, 3});
    CHECK(chains.first_edge == std::vector<std::uint32_t>{0, 2, 3, 4});
    CHECK(chains.onward == std::vector<std::uint8_t>{1, 0, 1, 1});
    CHECK(chains.chain_of == std::vector<std::uint32_t>{0, 0, 1, 2});
    CHECK(chains.ends[0].tail == 0);
    CHECK(chains.ends[0].head == 1);
    CHECK(chains.first_at == std::vector<std::uint32_t>{0, 1, 4, 5, 6});
    // Walking chain 0 to its end is an arc from the end to the beginning.
    CHECK(chains.topology.head[chains.topology.arc_of[0]] == 0);
}

TEST_CASE("a node that is asked for is kept")
{
    Chains const chains = make_chains(side_street(), std::vector<std::uint8_t>{0, 1, 0, 0, 0});
    CHECK(chains.kept.size() == 5);
    CHECK(chains.size() == 4);
}

TEST_CASE("streets that go round without an end are chains too")
{
    Maker maker;
    for (int i = 0; i < 4; ++i) maker.node();
    std::uint32_t const way = maker.good_way();
    maker.edge(0, 1, way, 10);
    maker.edge(1, 2, way, 10);
    maker.edge(2, 0, way, 10);
    maker.edge(3, 3, way, 50); // a loop with nothing else
    Chains const chains = make_chains(maker.network, {});
    CHECK(chains.kept == std::vector<std::uint32_t>{0, 3});
    REQUIRE(chains.size() == 2);
    CHECK(chains.first_edge == std::vector<std::uint32_t>{0, 3, 4});
    CHECK(chains.ends[0].tail == chains.ends[0].head);
    // Round the block the short way: a home and a place on either side of the node that is left.
    Options options;
    options.draws = 1;
    Town const town = make_town(maker.network, flat_priors(0.5, 0, 1), {Foothold{0, 0.5F, 0}}, options);
    std::vector<Destination> const places{{{{2, 0.5F, 0}}}};
    CHECK(times_to_nearest(town, plain_person(), town.certain, 1, places, 1'000'000)[0] == 10'000);
}

TEST_CASE("every edge lies in one chain, whatever the network")
{
    for (std::uint64_t seed = 1; seed < 30; ++seed) {
        Random random{seed};
        Maker maker;
        for (int i = 0; i < 20; ++i) maker.node();
        std::uint32_t const way = maker.good_way();
        for (int i = 0; i < 18; ++i) {
            maker.edge(static_cast<std::uint32_t>(random.below(20)), static_cast<std::uint32_t>(random.below(20)), way,
                       10);
        }
        Chains const chains = make_chains(maker.network, {});
        std::vector<std::uint32_t> sorted = chains.edges;
        std::sort(sorted.begin(), sorted.end());
        for (std::uint32_t e = 0; e < 18; ++e) REQUIRE(sorted[e] == e);
        for (std::uint32_t c = 0; c < chains.size(); ++c) {
            std::uint32_t at = chains.kept[chains.ends[c].tail];
            for (std::uint32_t i = chains.first_edge[c]; i < chains.first_edge[c + 1]; ++i) {
                std::uint32_t const e = chains.edges[i];
                Edge const& edge = maker.network.edges[e];
                REQUIRE(chains.chain_of[e] == c);
                REQUIRE(chains.place_of[e] == i);
                REQUIRE((chains.onward[e] != 0 ? edge.from : edge.to) == at);
                at = chains.onward[e] != 0 ? edge.to : edge.from;
            }
            REQUIRE(at == chains.kept[chains.ends[c].head]);
        }
    }
}

} // namespace
} // namespace wf::reach
