// SPDX-License-Identifier: EUPL-1.2
#include "kernel/reach/network.hpp"

#include "kernel/reach/town_examples.hpp"

#include <doctest/doctest.h>

#include <limits>

namespace wf::reach {
namespace {

Network two_streets()
{
    Maker maker;
    for (int i = 0; i < 3; ++i) maker.node(100.0 * i);
    maker.edge(0, 1, maker.good_way(), 100);
    maker.edge(1, 2, maker.good_way(Road::primary), 60);
    maker.network.bends = {{1, 1}, {2, 2}};
    maker.network.edges[1].first_bend = 1;
    maker.network.edges[1].bends = 1;
    return maker.network;
}

std::string code_after(auto const& change)
{
    Network network = two_streets();
    change(network);
    auto const result = check(network);
    return result ? "" : result.error().code;
}

TEST_CASE("a sound network passes, and each kind of damage has its code")
{
    CHECK(code_after([](Network&) {}) == "");
    CHECK(code_after([](Network& n) { n.edges[0].from = 3; }) == "network.bad_index");
    CHECK(code_after([](Network& n) { n.edges[1].to = 77; }) == "network.bad_index");
    CHECK(code_after([](Network& n) { n.edges[1].way = 2; }) == "network.bad_index");
    CHECK(code_after([](Network& n) { n.edges[1].bends = 2; }) == "network.bad_index");
    CHECK(code_after([](Network& n) { n.edges[1].first_bend = std::numeric_limits<std::uint32_t>::max(); }) ==
          "network.bad_index");
    CHECK(code_after([](Network& n) { n.ways[0].name = 1; }) == "network.bad_index");
    CHECK(code_after([](Network& n) { n.names.clear(); }) == "network.bad_index");
    CHECK(code_after([](Network& n) { n.edges[0].metres = -1; }) == "network.bad_length");
    CHECK(code_after([](Network& n) { n.edges[0].metres = std::numeric_limits<float>::quiet_NaN(); }) ==
          "network.bad_length");
    CHECK(code_after([](Network& n) { n.edges[0].metres = std::numeric_limits<float>::infinity(); }) ==
          "network.bad_length");
    CHECK(code_after([](Network& n) { n.nodes[2].at.lat = 900'000'001; }) == "network.bad_place");
    CHECK(code_after([](Network& n) { n.nodes[2].at.lon = std::numeric_limits<std::int32_t>::min(); }) ==
          "network.bad_place");
    CHECK(code_after([](Network& n) { n.bends[0].lon = 1'800'000'001; }) == "network.bad_place");
    CHECK(code_after([](Network& n) { n.extent.north = std::numeric_limits<double>::infinity(); }) ==
          "network.bad_place");
    CHECK(code_after([](Network& n) { n.ways[0].road = static_cast<Road>(road_count); }) == "network.bad_value");
    CHECK(code_after([](Network& n) { n.nodes[0].kerb = static_cast<Kerb>(6); }) == "network.bad_value");
}

TEST_CASE("the error says which edge")
{
    Network network = two_streets();
    network.edges[1].metres = -1;
    CHECK(check(network).error().field == "edges[1]");
}

TEST_CASE("two networks are equal when all of them is")
{
    Network const network = two_streets();
    Network other = network;
    CHECK(network == other);
    other.extent.east = 1;
    CHECK_FALSE(network == other);
    other = network;
    other.nodes[1].bench = true;
    CHECK_FALSE(network == other);
    other = network;
    other.names.emplace_back("Dorpsstraat");
    CHECK_FALSE(network == other);
}

TEST_CASE("coverage counts metres that are known, and leaves ferries out")
{
    Network network = two_streets();
    network.ways[0].surface = Surface::unknown;
    network.ways[1].sidewalk = Sidewalk::unknown;
    network.ways[1].lit = Lit::no;
    network.nodes[0].kerb = Kerb::unknown;
    network.nodes[1].kerb = Kerb::raised;
    network.nodes[2].barrier = Barrier::narrow;
    network.nodes[1].barrier = Barrier::stile;
    network.nodes[2].bench = true;
    Way ferry;
    ferry.road = Road::ferry;
    network.ways.push_back(ferry);
    network.edges.push_back({0, 2, 2, 500, true, 0, 0});

    Coverage const coverage = coverage_of(network);
    CHECK(coverage.metres == 160);
    CHECK(coverage.surface == 60);
    CHECK(coverage.smoothness == 160);
    CHECK(coverage.width == 160);
    CHECK(coverage.incline == 160);
    CHECK(coverage.sidewalk_metres == 60); // a footway does not ask
    CHECK(coverage.sidewalk == 0);
    CHECK(coverage.lit == 60);
    CHECK(coverage.kerb_nodes == 2);
    CHECK(coverage.kerb_known == 1);
    CHECK(coverage.barrier_nodes == 2);
    CHECK(coverage.barrier_known == 1);
    CHECK(coverage.benches == 1);
}

} // namespace
} // namespace wf::reach
