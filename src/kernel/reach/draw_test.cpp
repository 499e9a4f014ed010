// SPDX-License-Identifier: EUPL-1.2
#include "kernel/reach/town_examples.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <bit>
#include <cmath>

namespace wf::reach {
namespace {

/// Unconnected streets of 100 m, all unknown, each with an unknown kerb at one end.
Network many_streets(std::uint32_t count)
{
    Maker maker;
    for (std::uint32_t i = 0; i < count; ++i) {
        std::uint32_t const a = maker.node();
        std::uint32_t const b = maker.node();
        Way way;
        way.access = Access::unknown;
        way.road = Road::primary;
        maker.edge(a, b, maker.way(way), 100);
        maker.network.nodes[a].kerb = Kerb::unknown;
        maker.network.nodes[a].barrier = Barrier::narrow;
    }
    return maker.network;
}

double mean(std::vector<std::uint8_t> const& values)
{
    return static_cast<double>(std::count(values.begin(), values.end(), 1)) / static_cast<double>(values.size());
}

TEST_CASE("what is unknown of a way")
{
    CHECK(unknown_of(Maker::known()) == 0);
    Way way;
    way.road = Road::footway;
    CHECK(unknown_of(way) ==
          (bit(Attribute::surface) | bit(Attribute::smoothness) | bit(Attribute::width) | bit(Attribute::incline)));
    way.road = Road::ferry;
    CHECK(unknown_of(way) == 0);
    way.access = Access::unknown;
    CHECK(unknown_of(way) == bit(Attribute::access));
    way = Maker::known(Road::primary);
    way.sidewalk = Sidewalk::unknown;
    CHECK(unknown_of(way) == bit(Attribute::sidewalk));
    way.road = Road::residential;
    CHECK(unknown_of(way) == 0);
    NetworkNode node;
    node.barrier = Barrier::gate;
    CHECK(unknown_of(node) == bit(Attribute::passage));
    node.passage_cm = 90;
    node.kerb = Kerb::unknown;
    CHECK(unknown_of(node) == bit(Attribute::kerb));
}

TEST_CASE("certain and possible are all bad and all fine; benches are the mapped ones or everywhere")
{
    Network network = many_streets(2);
    network.nodes[3].bench = true;
    DrawnStreets const certain = make_streets(network, State::certain);
    CHECK(certain.way == std::vector<std::uint16_t>{0, 0});
    CHECK(certain.rest_here == std::vector<std::uint8_t>{0, 0, 0, 1});
    DrawnStreets const possible = make_streets(network, State::possible);
    CHECK(possible.way == std::vector<std::uint16_t>{511, 511});
    CHECK(possible.rest_here == std::vector<std::uint8_t>{1, 1, 1, 1});
}

TEST_CASE("things are fine as often as their chance says")
{
    Network const network = many_streets(20'000);
    DrawnStreets const streets = draw_streets(network, flat_priors(0.3, 0.3, 0.3), 7, 0);
    // A standard deviation of a share of 20,000 is 0.0033.
    for (Attribute const attribute : {Attribute::surface, Attribute::smoothness, Attribute::width, Attribute::incline,
                                      Attribute::access, Attribute::sidewalk}) {
        auto const fine = std::count_if(streets.way.begin(), streets.way.end(),
                                        [&](std::uint16_t bits) { return (bits & bit(attribute)) != 0; });
        CHECK(std::abs(static_cast<double>(fine) / 20'000 - 0.3) < 0.015);
    }
    CHECK(std::abs(mean(streets.kerb) - 0.3) < 0.012);
    CHECK(std::abs(mean(streets.passage) - 0.3) < 0.012);
    // Each node has half of a street of 100 m: 1 - 0.7^0.5.
    CHECK(std::abs(mean(streets.rest_here) - 0.16334) < 0.01);
}

TEST_CASE("the chance is drawn first, from its range and for each draw")
{
    Network const network = many_streets(5'000);
    Priors const priors = flat_priors(0.5, 0.2, 0.8);
    double lowest = 1;
    double highest = 0;
    double sum = 0;
    for (std::uint32_t draw = 0; draw < 60; ++draw) {
        double const share = mean(draw_streets(network, priors, 3, draw).kerb);
        lowest = std::min(lowest, share);
        highest = std::max(highest, share);
        sum += share;
    }
    CHECK(lowest < 0.3);
    CHECK(lowest > 0.17);
    CHECK(highest > 0.7);
    CHECK(highest < 0.83);
    CHECK(std::abs(sum / 60 - 0.5) < 0.1);
}

TEST_CASE("a chance of 0 is never and a chance of 1 always")
{
    Network const network = many_streets(3'000);
    DrawnStreets const never = draw_streets(network, flat_priors(0, 0, 0), 1, 5);
    CHECK(std::all_of(never.way.begin(), never.way.end(), [](auto bits) { return bits == 0; }));
    CHECK(mean(never.kerb) == 0);
    CHECK(mean(never.rest_here) == 0);
    DrawnStreets const always = draw_streets(network, flat_priors(1, 1, 1), 1, 5);
    CHECK(std::all_of(always.way.begin(), always.way.end(), [](auto bits) { return std::popcount(bits) == 6; }));
    CHECK(mean(always.kerb) == 1);
    CHECK(mean(always.rest_here) == 1);
}

TEST_CASE("a higher chance never makes a street worse")
{
    Network const network = grid_network(12, 2, 100, 4);
    for (std::uint32_t draw = 0; draw < 20; ++draw) {
        DrawnStreets const low = draw_streets(network, flat_priors(0.4, 0.3, 0.5), 9, draw);
        DrawnStreets const high = draw_streets(network, flat_priors(0.6, 0.35, 0.7), 9, draw);
        for (std::size_t i = 0; i < network.ways.size(); ++i) REQUIRE((low.way[i] & ~high.way[i]) == 0);
        for (std::size_t i = 0; i < network.nodes.size(); ++i) {
            REQUIRE(low.kerb[i] <= high.kerb[i]);
            REQUIRE(low.passage[i] <= high.passage[i]);
            REQUIRE(low.rest_here[i] <= high.rest_here[i]);
        }
    }
}

TEST_CASE("a draw does not depend on the order in the file, and differs by seed and number")
{
    Network const network = many_streets(200);
    Network turned = network;
    std::reverse(turned.ways.begin(), turned.ways.end());
    std::reverse(turned.nodes.begin(), turned.nodes.end());
    std::reverse(turned.edges.begin(), turned.edges.end());
    for (Edge& edge : turned.edges) {
        edge.from = static_cast<std::uint32_t>(network.nodes.size() - 1) - edge.from;
        edge.to = static_cast<std::uint32_t>(network.nodes.size() - 1) - edge.to;
        edge.way = static_cast<std::uint32_t>(network.ways.size() - 1) - edge.way;
    }
    Priors const priors = flat_priors(0.5, 0.2, 0.8);
    DrawnStreets const streets = draw_streets(network, priors, 11, 3);
    DrawnStreets other = draw_streets(turned, priors, 11, 3);
    std::reverse(other.way.begin(), other.way.end());
    std::reverse(other.kerb.begin(), other.kerb.end());
    std::reverse(other.rest_here.begin(), other.rest_here.end());
    CHECK(streets.way == other.way);
    CHECK(streets.kerb == other.kerb);
    CHECK(streets.rest_here == other.rest_here);
    CHECK(streets.way != draw_streets(network, priors, 12, 3).way);
    CHECK(streets.way != draw_streets(network, priors, 11, 4).way);
}

TEST_CASE("a chance that is nearly one leaves no question: fine in every state and every draw")
{
    Network const network = many_streets(200);
    Priors priors = flat_priors(0.5, 0.0, 1.0);
    for (auto& by_road : priors.table[static_cast<std::size_t>(Attribute::incline)]) {
        for (Prior& prior : by_road) prior = {0.97, settled_chance, 0.99};
    }
    for (auto const& streets : {make_certain_streets(network, priors), draw_streets(network, priors, 1, 0)}) {
        for (std::size_t i = 0; i < network.ways.size(); ++i) {
            if ((unknown_of(network.ways[i]) & bit(Attribute::incline)) == 0) continue;
            CHECK((streets.way[i] & bit(Attribute::incline)) != 0);
        }
    }
    CHECK(make_certain_streets(network, flat_priors(0.5, 0.0, 1.0)).way == make_streets(network, State::certain).way);
}

TEST_CASE("nodes of our own are told apart by their place")
{
    Network network = many_streets(400);
    for (std::size_t i = 0; i < network.nodes.size(); ++i) {
        network.nodes[i].osm_id = 0;
        network.nodes[i].at.lon += static_cast<std::int32_t>(i);
    }
    double const share = mean(draw_streets(network, flat_priors(0.5, 0.5, 0.5), 1, 0).kerb);
    CHECK(share > 0.4);
    CHECK(share < 0.6);
}

} // namespace
} // namespace wf::reach
