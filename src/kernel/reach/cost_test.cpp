// SPDX-License-Identifier: EUPL-1.2
// One street of 100 m, or two, with one thing that somebody minds.
#include "kernel/reach/town_examples.hpp"

#include <doctest/doctest.h>

namespace wf::reach {
namespace {

constexpr double shut = -1;

/// Seconds for 100 m at 1 m/s in both directions.
struct Seconds {
    double there;
    double back;
    bool operator==(Seconds const&) const = default;
};

Seconds walk(Network const& network, Profile const& profile, State state = State::possible)
{
    WalkingGraph const graph = make_walking_graph(network);
    ArcCosts const costs = make_arc_costs(network, graph, profile, make_streets(network, state));
    std::vector<graph::Arc> arcs;
    weigh(graph, costs, 1, arcs);
    auto const seconds = [&](graph::ArcIndex arc) {
        return arcs[arc].weight == graph::closed ? shut : arcs[arc].weight / 1000.0;
    };
    return {seconds(graph.arc_forward(0)), seconds(graph.arc_backward(0))};
}

Network street(Way const& way)
{
    Maker maker;
    maker.node();
    maker.node(100);
    maker.edge(0, 1, maker.way(way), 100);
    return maker.network;
}

Seconds walk(Way const& way, Profile const& profile, State state = State::possible)
{
    return walk(street(way), profile, state);
}

Seconds walk(NetworkNode const& node, Profile const& profile, State state = State::possible)
{
    Network network = street(Maker::known());
    network.nodes[1] = node;
    return walk(network, profile, state);
}

TEST_CASE("a good street takes its length over the speed, and arcs stand turned around")
{
    Network const network = street(Maker::known());
    CHECK(walk(network, careful_person()) == Seconds{100, 100});
    WalkingGraph const graph = make_walking_graph(network);
    CHECK(graph.topology.first == std::vector<std::uint32_t>{0, 1, 2});
    CHECK(graph.topology.head[graph.arc_forward(0)] == 0); // walking 0 -> 1 is an arc from 1 to 0
    CHECK(graph.topology.head[graph.arc_backward(0)] == 1);
}

TEST_CASE("a surface multiplies, and of several factors the largest counts")
{
    Way way = Maker::known();
    way.surface = Surface::loose;
    CHECK(walk(way, careful_person()) == Seconds{150, 150});
    way.smoothness = Smoothness::bad; // 1.3 beside 1.5
    CHECK(walk(way, careful_person()) == Seconds{150, 150});
    way.surface = Surface::compacted; // 1.1 beside 1.3
    CHECK(walk(way, careful_person()) == Seconds{130, 130});
    way.smoothness = Smoothness::impassable;
    CHECK(walk(way, careful_person()) == Seconds{shut, shut});
}

TEST_CASE("a width below what is wanted is narrow")
{
    Way way = Maker::known();
    way.width_cm = 80;
    CHECK(walk(way, careful_person()) == Seconds{100, 100});
    way.width_cm = 79;
    CHECK(walk(way, careful_person()) == Seconds{150, 150});
    Profile wide = careful_person();
    wide.narrow = {true, 1};
    CHECK(walk(way, wide) == Seconds{shut, shut});
}

TEST_CASE("a slope counts up, a descent a little, and the direction of the edge does not matter")
{
    Way way = Maker::known();
    way.incline_percent = 6;
    CHECK(walk(way, careful_person()) == Seconds{140, 104});
    Network turned = street(way);
    turned.edges[0].along_way = false;
    CHECK(walk(turned, careful_person()) == Seconds{104, 140});
    way.incline_percent = 5; // not steeper than 5
    CHECK(walk(way, careful_person()) == Seconds{100, 104});
    way.incline_percent = 2;
    CHECK(walk(way, careful_person()) == Seconds{100, 100});
    Profile wheels = careful_person();
    wheels.slope_above = {true, 1};
    way.incline_percent = -8;
    CHECK(walk(way, wheels) == Seconds{104, shut});
}

TEST_CASE("a road with much traffic and no sidewalk counts")
{
    Way way = Maker::known(Road::secondary);
    CHECK(walk(way, careful_person()) == Seconds{100, 100});
    way.sidewalk = Sidewalk::separate;
    CHECK(walk(way, careful_person()) == Seconds{100, 100});
    way.sidewalk = Sidewalk::no;
    CHECK(walk(way, careful_person()) == Seconds{120, 120});
    way.road = Road::residential;
    CHECK(walk(way, careful_person()) == Seconds{100, 100});
}

TEST_CASE("steps cost seconds for each ten of them, stop somebody, or have a ramp")
{
    Way way = Maker::known(Road::steps);
    Profile profile = careful_person();
    CHECK(walk(way, profile) == Seconds{shut, shut});
    profile.steps = {false, 4}; // 100 m is 250 steps: 25 times 4 s
    CHECK(walk(way, profile) == Seconds{200, 200});
    way.incline_percent = 40; // the steps are the slope
    CHECK(walk(way, profile) == Seconds{200, 200});
    way.incline_known = false;
    way.ramp = true; // steep both ways
    CHECK(walk(way, careful_person()) == Seconds{140, 140});
}

TEST_CASE("a kerb costs once to who passes the node: half on each side")
{
    NetworkNode node;
    node.kerb = Kerb::raised;
    CHECK(walk(node, careful_person()) == Seconds{110, 110});
    node.kerb = Kerb::none;
    CHECK(walk(node, careful_person()) == Seconds{100, 100});
    Profile wheels = careful_person();
    wheels.kerb[static_cast<std::size_t>(Kerb::raised)] = {true, 0};
    node.kerb = Kerb::raised;
    CHECK(walk(node, wheels) == Seconds{shut, shut});
}

TEST_CASE("a stile, a narrow passage and a gate")
{
    NetworkNode node;
    node.barrier = Barrier::stile;
    CHECK(walk(node, careful_person()) == Seconds{shut, shut});
    Profile climber = careful_person();
    climber.stile = {false, 12};
    CHECK(walk(node, climber) == Seconds{106, 106});

    node.barrier = Barrier::narrow;
    node.passage_cm = 90;
    CHECK(walk(node, careful_person()) == Seconds{100, 100});
    node.passage_cm = 70; // 20 s * (1.5 - 1), half of it here
    CHECK(walk(node, careful_person()) == Seconds{105, 105});
    Profile wheels = careful_person();
    wheels.narrow = {true, 1};
    CHECK(walk(node, wheels) == Seconds{shut, shut});
    node.barrier = Barrier::gate;
    node.passage_cm = 0;
    CHECK(walk(node, wheels, State::possible) == Seconds{100, 100});
    CHECK(walk(node, wheels, State::certain) == Seconds{shut, shut});
}

TEST_CASE("a ferry takes its seconds once, at any speed, however many pieces it has")
{
    Way way;
    way.road = Road::ferry;
    way.fixed_seconds = 600;
    CHECK(walk(way, careful_person(), State::certain) == Seconds{600, 600});
    Maker maker;
    for (int i = 0; i < 3; ++i) maker.node(100.0 * i);
    std::uint32_t const ferry = maker.way(way);
    maker.edge(0, 1, ferry, 100);
    maker.edge(1, 2, ferry, 300);
    CHECK(walk(maker.network, careful_person()) == Seconds{150, 150});
}

TEST_CASE("access that is not known: open when fine, closed when not")
{
    Way way = Maker::known();
    way.access = Access::unknown;
    CHECK(walk(way, plain_person(), State::possible) == Seconds{100, 100});
    CHECK(walk(way, plain_person(), State::certain) == Seconds{shut, shut});
}

TEST_CASE("what is not known has two values: its fine level and its other one")
{
    Profile const profile = careful_person();
    Way way = Maker::known();
    way.surface = Surface::unknown; // compacted: 1.1
    CHECK(walk(way, profile, State::possible) == Seconds{100, 100});
    CHECK(walk(way, profile, State::certain).there == doctest::Approx(110));
    way = Maker::known();
    way.smoothness = Smoothness::unknown; // bad: 1.3
    CHECK(walk(way, profile, State::certain).there == doctest::Approx(130));
    way = Maker::known();
    way.width_cm = 0; // 70 cm, below 80
    CHECK(walk(way, profile, State::possible) == Seconds{100, 100});
    CHECK(walk(way, profile, State::certain) == Seconds{150, 150});
    way = Maker::known();
    way.incline_known = false; // 8 % up both ways
    CHECK(walk(way, profile, State::possible) == Seconds{100, 100});
    CHECK(walk(way, profile, State::certain) == Seconds{140, 140});
    way = Maker::known(Road::primary);
    way.sidewalk = Sidewalk::unknown;
    CHECK(walk(way, profile, State::possible) == Seconds{100, 100});
    CHECK(walk(way, profile, State::certain) == Seconds{120, 120});
    NetworkNode node;
    node.kerb = Kerb::unknown; // lowered 2 s, raised 20 s
    CHECK(walk(node, profile, State::possible) == Seconds{101, 101});
    CHECK(walk(node, profile, State::certain) == Seconds{110, 110});
}

TEST_CASE("weights beyond all measure stay numbers")
{
    Network network = street(Maker::known());
    network.edges[0].metres = 3e38F;
    CHECK(walk(network, careful_person()).there == 1e6);
}

} // namespace
} // namespace wf::reach
