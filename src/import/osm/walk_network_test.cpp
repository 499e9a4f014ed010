// SPDX-License-Identifier: EUPL-1.2
#include "import/osm/walk_network.hpp"

#include "import/osm/osm_test_file.hpp"

#include <algorithm>
#include <cmath>

using namespace wf;
using namespace wf::osm;
using reach::Barrier;
using reach::Kerb;
using reach::Road;

namespace {

/// A street of 200 m from 1 by 2 (bent 3) to 4, and a side street at 2.
TestFile make_side_street()
{
    TestFile file;
    file.node(1, 0, 0).node(2, 100, 0).node(3, 150, 10).node(4, 200, 0).node(5, 100, 80);
    file.way(10, {1, 2, 3, 4}, {{"highway", "residential"}, {"name", "Kade (verzonnen)"}});
    file.way(11, {2, 5}, {{"highway", "residential"}});
    return file;
}

double total_metres(reach::Network const& network)
{
    double sum = 0;
    for (reach::Edge const& edge : network.edges) sum += edge.metres;
    return sum;
}

} // namespace

TEST_CASE("streets are cut where they meet; what lies between is a bend")
{
    auto const network = make_side_street().extract().network;
    CHECK(network.nodes.size() == 4);
    REQUIRE(network.edges.size() == 3);
    CHECK(network.ways.size() == 2);
    CHECK(network.edges[0].metres == doctest::Approx(100).epsilon(0.001));
    CHECK(network.edges[1].metres == doctest::Approx(2 * std::hypot(50, 10)).epsilon(0.001));
    CHECK(network.edges[1].bends == 1);
    CHECK(network.bends.size() == 1);
    CHECK(network.names[network.ways[0].name] == "Kade (verzonnen)");
    CHECK(network.ways[1].name == 0);
    CHECK(network.nodes[0].osm_id == 1);
    CHECK(network.nodes[1].osm_id == 2);
    CHECK(network.ways[0].surroundings == reach::Surroundings::rural);
    CHECK(network.extent.west == doctest::Approx(5.9));
    CHECK(network.extent.south == doctest::Approx(52.5));
}

TEST_CASE("kerbs: unknown where side streets of cars meet, none where people live in the street")
{
    auto const cars = make_side_street().extract().network;
    CHECK(node_of(cars, 2).kerb == Kerb::unknown);
    CHECK(node_of(cars, 1).kerb == Kerb::none);
    TestFile file;
    file.node(1, 0, 0).node(2, 100, 0).node(4, 200, 0).node(5, 100, 80);
    file.way(10, {1, 2, 4}, {{"highway", "living_street"}}).way(11, {2, 5}, {{"highway", "residential"}});
    CHECK(node_of(file.extract().network, 2).kerb == Kerb::none);
}

TEST_CASE("kerbs of a crossing stand at its ends, mapped ones first")
{
    TestFile file;
    file.node(1, 0, -10)
        .node(2, 0, -4, {{"barrier", "kerb"}, {"kerb", "lowered"}})
        .node(3, 0, 0, {{"highway", "crossing"}});
    file.node(4, 0, 4).node(5, 0, 20).node(6, -50, 0).node(7, 50, 0);
    file.way(10, {1, 2}, {{"highway", "footway"}})
        .way(11, {2, 3, 4}, {{"highway", "footway"}, {"footway", "crossing"}});
    file.way(12, {4, 5}, {{"highway", "footway"}}).way(13, {6, 3, 7}, {{"highway", "residential"}});
    auto const network = file.extract().network;
    CHECK(node_of(network, 2).kerb == Kerb::lowered);
    CHECK(node_of(network, 3).kerb == Kerb::none);
    CHECK(node_of(network, 4).kerb == Kerb::unknown);
    CHECK(std::ranges::count(network.ways, Road::crossing, &reach::Way::road) == 1);
}

TEST_CASE("a crossing that is only a point has a kerb that is not known, or flush with tactile paving")
{
    TestFile file;
    file.node(1, 0, 0).node(2, 50, 0, {{"highway", "crossing"}}).node(3, 100, 0);
    file.node(4, 150, 0, {{"highway", "crossing"}, {"tactile_paving", "yes"}}).node(5, 200, 0);
    file.way(10, {1, 2, 3, 4, 5}, {{"highway", "tertiary"}});
    auto const network = file.extract().network;
    CHECK(node_of(network, 2).kerb == Kerb::unknown);
    CHECK(node_of(network, 4).kerb == Kerb::flush);
    CHECK(network.nodes.size() == 4); // 3 is a bend
}

TEST_CASE("a gate that is closed to people is the end of both its sides")
{
    TestFile file;
    file.node(1, 0, 0).node(2, 50, 0, {{"barrier", "gate"}, {"access", "private"}}).node(3, 100, 0);
    file.way(10, {1, 2, 3}, {{"highway", "footway"}});
    auto const closed = file.extract().network;
    CHECK(closed.nodes.size() == 4);
    REQUIRE(closed.edges.size() == 2);
    CHECK(closed.edges[0].to != closed.edges[1].from);
    TestFile open;
    open.node(1, 0, 0).node(2, 50, 0, {{"barrier", "cycle_barrier"}, {"maxwidth:physical", "0.9"}}).node(3, 100, 0);
    open.way(10, {1, 2, 3}, {{"highway", "footway"}});
    auto const network = open.extract().network;
    CHECK(network.nodes.size() == 3);
    CHECK(node_of(network, 2).barrier == Barrier::narrow);
    CHECK(node_of(network, 2).passage_cm == 90);
}

TEST_CASE("benches stand in the nearest street within fifteen metres")
{
    TestFile file;
    file.node(1, 0, 0).node(2, 100, 0).node(3, 0, 30).node(4, 100, 30);
    file.node(20, 40, 5, {{"amenity", "bench"}}).node(21, 60, 16, {{"amenity", "bench"}});
    file.node(22, 70, 50, {{"amenity", "bench"}}).node(23, 80, 5, {{"amenity", "shelter"}, {"bench", "yes"}});
    file.way(10, {1, 2}, {{"highway", "footway"}}).way(11, {3, 4}, {{"highway", "footway"}});
    auto const extract = file.extract();
    auto const& network = extract.network;
    CHECK(std::ranges::count(network.nodes, true, &reach::NetworkNode::bench) == 3);
    CHECK(network.edges.size() == 5);
    CHECK(total_metres(network) == doctest::Approx(200).epsilon(0.001));
    CHECK(metres_between(node_of(network, 20).at, node_of(network, 1).at) == doctest::Approx(40).epsilon(0.001));
    CHECK(metres_between(node_of(network, 21).at, node_of(network, 3).at) == doctest::Approx(60).epsilon(0.001));
    CHECK(has_refusal(extract, "osm.bench_far"));
    CHECK(extract.set_aside == 1);
}

TEST_CASE("a bench on a street is a node of it; one beside steps is not put on them")
{
    TestFile file;
    file.node(1, 0, 0).node(2, 50, 0, {{"amenity", "bench"}}).node(3, 100, 0).node(4, 0, 20).node(5, 50, 20);
    file.node(6, 25, 18, {{"amenity", "bench"}});
    file.way(10, {1, 2, 3}, {{"highway", "footway"}}).way(11, {4, 5}, {{"highway", "steps"}});
    auto const extract = file.extract();
    CHECK(node_of(extract.network, 2).bench);
    CHECK(extract.network.edges.size() == 3);
    CHECK(has_refusal(extract, "osm.bench_far"));
}

TEST_CASE("a ferry takes its time, divided over its landings, and waiting at each")
{
    TestFile file;
    file.node(1, 0, 0).node(2, 300, 0).node(3, 900, 0).node(4, 300, 50);
    file.way(10, {1, 2, 3}, {{"route", "ferry"}, {"duration", "00:15"}}).way(11, {2, 4}, {{"highway", "footway"}});
    auto const network = file.extract().network;
    REQUIRE(network.ways.size() == 3);
    CHECK(network.ways[0].fixed_seconds == 600);
    CHECK(network.ways[1].fixed_seconds == 900);
    TestFile plain;
    plain.node(1, 0, 0).node(2, 300, 0).way(10, {1, 2}, {{"route", "ferry"}});
    CHECK(plain.extract().network.ways[0].fixed_seconds == 400);
}

TEST_CASE("a ring that nothing touches has no edge that ends where it began")
{
    TestFile file;
    file.node(1, 0, 0).node(2, 50, 0).node(3, 50, 50).node(4, 0, 50);
    file.way(10, {1, 2, 3, 4, 1}, {{"highway", "footway"}});
    auto const network = file.extract().network;
    REQUIRE(network.edges.size() == 2);
    CHECK(network.edges[0].from != network.edges[0].to);
    CHECK(total_metres(network) == doctest::Approx(200).epsilon(0.001));
}

TEST_CASE("a square is crossed in straight lines from door to door")
{
    TestFile file;
    file.node(1, 0, 0).node(2, 60, 0).node(3, 60, 60).node(4, 0, 60).node(5, -50, 0).node(6, 110, 60).node(7, 60, -40);
    file.way(10, {1, 2, 3, 4, 1}, {{"highway", "pedestrian"}, {"area", "yes"}, {"name", "Plein (verzonnen)"}});
    file.way(11, {5, 1}, {{"highway", "footway"}}).way(12, {3, 6}, {{"highway", "footway"}});
    file.way(13, {2, 7}, {{"highway", "footway"}});
    auto const network = file.extract().network;
    std::vector<double> lines;
    for (reach::Edge const& edge : network.edges) {
        if (network.ways[edge.way].road == Road::square) lines.push_back(edge.metres);
    }
    std::ranges::sort(lines);
    REQUIRE(lines.size() == 3);
    CHECK(lines[0] == doctest::Approx(60).epsilon(0.001));
    CHECK(lines[2] == doctest::Approx(std::hypot(60, 60)).epsilon(0.001));
}

TEST_CASE("a square of a multipolygon with a building in it is crossed around that building")
{
    TestFile file;
    file.node(1, 0, 0).node(2, 60, 0).node(3, 60, 60).node(4, 0, 60).node(5, -50, 0).node(6, 110, 60);
    file.node(11, 20, 20).node(12, 40, 20).node(13, 40, 40).node(14, 20, 40);
    file.way(10, {1, 2, 3}, {}).way(15, {3, 4, 1}, {}).way(16, {11, 12, 13, 14, 11}, {{"building", "yes"}});
    file.way(17, {5, 1}, {{"highway", "footway"}}).way(12, {3, 6}, {{"highway", "footway"}});
    file.multipolygon(30, {{10, "outer"}, {15, "outer"}, {16, "inner"}}, {{"highway", "pedestrian"}});
    auto const network = file.extract().network;
    double square = 0;
    for (reach::Edge const& edge : network.edges) {
        if (network.ways[edge.way].road == Road::square) square += edge.metres;
    }
    CHECK(square ==
          doctest::Approx(240).epsilon(0.001)); // the outline: the straight line would go through the building
}

TEST_CASE("streets among houses are built up")
{
    TestFile file = make_side_street();
    for (int i = 0; i < 8; ++i) {
        file.node(100 + i, 60 + i * 10, 20, {{"addr:street", "Kade (verzonnen)"}, {"addr:housenumber", "1"}});
    }
    auto const network = file.extract().network;
    CHECK(network.ways[0].surroundings == reach::Surroundings::built_up);
}
