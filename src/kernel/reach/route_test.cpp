// SPDX-License-Identifier: EUPL-1.2
#include "kernel/reach/route.hpp"

#include "kernel/geo/distance.hpp"
#include "kernel/reach/town_examples.hpp"
#include "kernel/reach/walks.hpp"

#include <doctest/doctest.h>

#include <cmath>

namespace wf::reach {
namespace {

Town town_of(Network const& network, std::vector<std::optional<Foothold>> homes = {})
{
    Options options;
    options.draws = 1;
    return make_town(network, flat_priors(0.5, 0.3, 0.7), std::move(homes), options);
}

/// What the arithmetic of compute_reach says: it walks over chains and knows no route.
graph::Ticks time_between(Network const& network, Profile const& profile, Foothold const& from, Destination const& to)
{
    auto const town = town_of(network, {from});
    return times_to_nearest(town, profile, town.possible, speed_at(profile, 0.5), std::span{&to, 1},
                            12 * 3'600 * 1'000)[0];
}

/// Each part begins where the one before it ended.
bool is_joined(Network const& network, Route const& route)
{
    for (std::size_t i = 0; i + 1 < route.parts.size(); ++i) {
        auto const& next = route.parts[i + 1];
        auto const here = node_after(network, route.parts[i]);
        auto const& edge = network.edges[next.edge];
        bool const from_end = (next.from == 0 && here == edge.from) || (next.from == 1 && here == edge.to);
        if (!here || !from_end) return false;
    }
    return true;
}

TEST_CASE("a route by hand: the edges, their direction, the metres and where it goes in")
{
    // home on 0-1, then 1-2, then against 3-2 to a place on it
    Maker maker;
    for (int i = 0; i < 5; ++i) maker.node(100 * i, 0);
    auto const way = maker.good_way();
    maker.edge(0, 1, way, 100);
    maker.edge(1, 2, way, 100);
    maker.edge(3, 2, way, 100);
    maker.edge(3, 4, way, 100);
    auto const town = town_of(maker.network);
    Destination const place{{Foothold{3, 0.9F, 0}, Foothold{2, 0.25F, 8}}};
    auto const route = find_route(town, plain_person(), {0, 0.75F, 5}, place);
    REQUIRE(route);
    CHECK(route->parts == std::vector<RoutePart>{{0, 0.75, 1}, {1, 0, 1}, {2, 1, 0.25}});
    CHECK(route->metres == doctest::Approx(5 + 25 + 100 + 75 + 8));
    CHECK(route->ticks == doctest::Approx(213'000).epsilon(0.0001));
    CHECK(route->entrance == 1);
    CHECK(is_joined(maker.network, *route));
}

TEST_CASE("on one street the way is along it; next door there is hardly a way at all")
{
    Maker maker;
    maker.node(0, 0);
    maker.node(100, 0);
    maker.edge(0, 1, maker.good_way(), 100);
    auto const town = town_of(maker.network);
    auto const back = find_route(town, plain_person(), {0, 0.75F, 2}, {{Foothold{0, 0.25F, 3}}});
    REQUIRE(back);
    CHECK(back->parts == std::vector<RoutePart>{{0, 0.75, 0.25}});
    CHECK(back->metres == doctest::Approx(55));
    auto const here = find_route(town, plain_person(), {0, 0.75F, 2}, {{Foothold{0, 0.75F, 3}}});
    REQUIRE(here);
    CHECK(here->parts.empty());
    CHECK(here->metres == doctest::Approx(5));
}

TEST_CASE("no way is no route: another island, or a place off the network")
{
    Maker maker;
    for (int i = 0; i < 4; ++i) maker.node(100 * i, 0);
    auto const way = maker.good_way();
    maker.edge(0, 1, way, 100);
    maker.edge(2, 3, way, 100);
    auto const town = town_of(maker.network);
    CHECK(!find_route(town, plain_person(), {0, 0.5F, 0}, {{Foothold{1, 0.5F, 0}}}));
    CHECK(!find_route(town, plain_person(), {0, 0.5F, 0}, {}));
}

TEST_CASE("time and metres are those of the arithmetic that finds no route, on networks by chance")
{
    Random random{20};
    std::size_t found = 0;
    for (std::uint64_t seed = 1; seed <= 12; ++seed) {
        auto const network = grid_network(7, 3, 110, seed);
        auto const town = town_of(network);
        for (auto const& profile : {plain_person(1.3), careful_person()}) {
            for (int i = 0; i < 20; ++i) {
                auto const from = random_foothold(network, random);
                auto const place = random_places(network, random, 1)[0];
                auto const route = find_route(town, profile, from, place);
                auto const expected = time_between(network, profile, from, place);
                REQUIRE(route.has_value() == (expected < graph::unreachable));
                if (!route) continue;
                ++found;
                // Rounded edge by edge here, and along whole chains there.
                CHECK(std::abs(static_cast<double>(route->ticks) - expected) <= 0.5 * route->parts.size() + 3);
                CHECK(is_joined(network, *route));
                double metres = route->first_metres + route->last_metres;
                for (auto const& part : route->parts) metres += metres_of(network, part);
                CHECK(route->metres == doctest::Approx(metres));
                CHECK(route->last_metres == place.footholds[route->entrance].metres);
                Walks const walks{network,    flat_priors(0.5, 0.3, 0.7), profile, {from}, 1,
                                  Threads{1}, WalkStates::possible};
                auto const told = walks.find(std::span{&place, 1}, longest_walk, Threads{1});
                CHECK(route->metres == doctest::Approx(told.metres[0]).epsilon(0.001));
            }
        }
    }
    CHECK(found > 300);
}

TEST_CASE("what is not known on the way, in the order of walking, each once")
{
    auto vague = Maker::known();
    vague.surface = Surface::unknown;
    auto hidden = Maker::known(Road::residential);
    hidden.sidewalk = Sidewalk::unknown; // no question on such a road
    hidden.width_cm = 0;
    Maker maker;
    for (int i = 0; i < 5; ++i) maker.node(100 * i, 0);
    auto const first = maker.way(vague);
    auto const second = maker.way(hidden);
    maker.edge(0, 1, first, 100);
    maker.edge(1, 2, first, 100);
    maker.edge(2, 3, second, 100);
    maker.edge(3, 4, maker.good_way(), 100);
    maker.network.nodes[2].kerb = Kerb::unknown;
    maker.network.nodes[4].kerb = Kerb::unknown; // beyond the place
    auto const town = town_of(maker.network);
    auto const route = find_route(town, careful_person(), {0, 0.5F, 0}, {{Foothold{3, 0.5F, 0}}});
    REQUIRE(route);
    auto const unknown = list_unknown(town, careful_person(), *route);
    REQUIRE(unknown.size() == 3);
    CHECK((!unknown[0].is_node && unknown[0].index == first));
    CHECK(unknown[0].attributes == bit(Attribute::surface));
    CHECK(unknown[0].metres == doctest::Approx(150));
    CHECK((unknown[1].is_node && unknown[1].index == 2));
    CHECK(unknown[1].attributes == bit(Attribute::kerb));
    CHECK((!unknown[2].is_node && unknown[2].index == second));
    CHECK(unknown[2].attributes == bit(Attribute::width));
    CHECK(list_unknown(town, plain_person(), *route).empty()); // minds nothing
}

TEST_CASE("benches on the way, and the longest piece without one")
{
    Maker maker;
    for (int i = 0; i < 5; ++i) maker.node(100 * i, 0);
    auto const way = maker.good_way();
    for (std::uint32_t i = 0; i < 4; ++i) maker.edge(i, i + 1, way, 100);
    auto const town = town_of(maker.network);
    auto const rests_of = [&] {
        auto const route = find_route(town, plain_person(), {0, 0.5F, 30}, {{Foothold{3, 0.5F, 7}}});
        REQUIRE(route);
        return find_rests(maker.network, *route);
    };
    CHECK(rests_of().benches == 0);
    CHECK(rests_of().longest_metres == doctest::Approx(337));
    maker.network.nodes[2].bench = true;
    maker.network.nodes[0].bench = true; // behind the door
    CHECK(rests_of().benches == 1);
    CHECK(rests_of().longest_metres == doctest::Approx(180));
    maker.network.nodes[1].bench = true;
    CHECK(rests_of().benches == 2);
    CHECK(rests_of().longest_metres == doctest::Approx(157));
}

TEST_CASE(
    "the line of a part: its bends, cut where the part begins and ends, turned when it is walked against the edge")
{
    Maker maker;
    maker.node(0, 0);
    maker.node(100, 100);
    auto const edge = maker.edge(0, 1, maker.good_way(), 200);
    maker.network.bends = {{maker.network.nodes[1].at.lon, maker.network.nodes[0].at.lat}};
    maker.network.edges[edge].bends = 1;
    auto const whole = trace(maker.network, {edge, 0, 1});
    REQUIRE(whole.size() == 3);
    CHECK(whole.front() == to_point(maker.network.nodes[0].at));
    CHECK(whole[1] == to_point(maker.network.bends[0]));
    CHECK(whole.back() == to_point(maker.network.nodes[1].at));
    auto const back = trace(maker.network, {edge, 1, 0.25});
    REQUIRE(back.size() == 3);
    CHECK(back.front() == whole.back());
    double const length = geo::metres_between(whole[0], whole[1]) + geo::metres_between(whole[1], whole[2]);
    CHECK(geo::metres_between(back[1], back[2]) ==
          doctest::Approx(geo::metres_between(whole[0], whole[1]) - length / 4).epsilon(0.001));
    CHECK(trace(maker.network, {edge, 0.1, 0.2}).size() == 2);
}

} // namespace
} // namespace wf::reach
