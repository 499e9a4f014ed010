// SPDX-License-Identifier: EUPL-1.2
// For tests and measurements: small towns by hand, larger ones by chance, people to walk in them, and a plain textbook answer
// that shares nothing with ours but the costs of arcs.
#pragma once

#include "base/random.hpp"
#include "kernel/reach/reach.hpp"

#include <cmath>
#include <cstdint>
#include <functional>
#include <queue>
#include <utility>
#include <vector>

namespace wf::reach {

/// Puts a network together; ids follow the order of making.
class Maker {
public:
    std::uint32_t node(double east_metres = 0, double north_metres = 0)
    {
        NetworkNode made;
        made.osm_id = static_cast<std::int64_t>(network.nodes.size()) + 1;
        made.at = {static_cast<std::int32_t>(59'000'000 + east_metres * 147),
                   static_cast<std::int32_t>(525'000'000 + north_metres * 90)};
        network.nodes.push_back(made);
        return static_cast<std::uint32_t>(network.nodes.size() - 1);
    }
    std::uint32_t way(Way made)
    {
        made.osm_id = static_cast<std::int64_t>(network.ways.size()) + 1;
        network.ways.push_back(made);
        return static_cast<std::uint32_t>(network.ways.size() - 1);
    }
    /// A paved, smooth, level, wide way.
    std::uint32_t good_way(Road road = Road::footway) { return way(known(road)); }
    std::uint32_t edge(std::uint32_t from, std::uint32_t to, std::uint32_t of, double metres)
    {
        Edge made;
        made.from = from;
        made.to = to;
        made.way = of;
        made.metres = static_cast<float>(metres);
        network.edges.push_back(made);
        return static_cast<std::uint32_t>(network.edges.size() - 1);
    }
    static Way known(Road road = Road::footway)
    {
        Way made;
        made.road = road;
        made.surface = Surface::paving;
        made.smoothness = Smoothness::good;
        made.sidewalk = Sidewalk::yes;
        made.incline_known = true;
        made.width_cm = 180;
        return made;
    }

    Network network;
};

/// Walks 1 m/s, all the same, and minds nothing.
inline Profile plain_person(double speed = 1)
{
    Profile profile;
    profile.id = "plain";
    profile.speed_mean = speed;
    profile.speed_sd = 0;
    profile.width_cm = 0;
    profile.slope_percent = 100;
    return profile;
}

/// Minds all there is to mind.
inline Profile careful_person(double mean = 0.7, double sd = 0.2)
{
    Profile profile;
    profile.id = "careful";
    profile.speed_mean = mean;
    profile.speed_sd = sd;
    profile.kerb = {Obstacle{},         Obstacle{},         Obstacle{false, 1},
                    Obstacle{false, 2}, Obstacle{false, 8}, Obstacle{false, 20}};
    profile.steps = {true, 0};
    profile.surface = {Going{}, Going{}, Going{}, Going{false, 1.25}, Going{false, 1.1}, Going{false, 1.5}};
    profile.smoothness = {Going{}, Going{}, Going{false, 1.05}, Going{false, 1.3}, Going{true, 1}};
    profile.stile = {true, 0};
    profile.slope_percent = 5;
    profile.slope_above = {false, 1.4};
    profile.slope_down_factor = 1.04;
    profile.width_cm = 80;
    profile.narrow = {false, 1.5};
    profile.road_without_sidewalk = {false, 1.2};
    return profile;
}

inline Profile resting_person()
{
    Profile profile = careful_person();
    profile.id = "resting";
    profile.longest_leg_m = 125;
    profile.rest_seconds = 60;
    return profile;
}

inline Priors flat_priors(double chance, double low, double high)
{
    Priors priors;
    for (auto& attribute : priors.table) {
        for (auto& road : attribute) road.fill({chance, low, high});
    }
    return priors;
}

/// Streets in a square grid, `junctions` each way, each street cut into `pieces`; some things known, most not.
inline Network grid_network(std::uint32_t junctions, std::uint32_t pieces, double block_metres, std::uint64_t seed)
{
    Maker maker;
    Random random{seed};
    for (std::uint32_t i = 0; i < junctions * junctions; ++i) {
        maker.node(block_metres * (i % junctions), block_metres * (i / junctions));
    }
    auto const street = [&](std::uint32_t a, std::uint32_t b) {
        Way way;
        constexpr Road roads[]{Road::footway, Road::residential, Road::residential, Road::tertiary, Road::crossing};
        way.road = roads[random.below(5)];
        if (random.below(3) == 0) way.surface = Surface::paving;
        if (random.below(5) == 0) way.smoothness = Smoothness::intermediate;
        if (random.below(4) == 0) way.width_cm = static_cast<std::uint16_t>(60 + random.below(200));
        if (random.below(30) == 0) way.access = Access::unknown;
        std::uint32_t const of = maker.way(way);
        std::uint32_t at = a;
        for (std::uint32_t i = 0; i < pieces; ++i) {
            std::uint32_t const next = i + 1 == pieces ? b : maker.node();
            maker.edge(at, next, of, block_metres / pieces * (0.8 + 0.4 * random.uniform()));
            at = next;
        }
    };
    for (std::uint32_t y = 0; y < junctions; ++y) {
        for (std::uint32_t x = 0; x < junctions; ++x) {
            if (x + 1 < junctions) street(y * junctions + x, y * junctions + x + 1);
            if (y + 1 < junctions) street(y * junctions + x, (y + 1) * junctions + x);
        }
    }
    for (NetworkNode& node : maker.network.nodes) {
        std::uint64_t const kind = random.below(40);
        if (kind < 4) node.kerb = kind == 0 ? Kerb::lowered : Kerb::unknown;
        if (kind == 4) node.barrier = Barrier::narrow;
        if (kind < 3) node.bench = true;
    }
    return std::move(maker.network);
}

inline Foothold random_foothold(Network const& network, Random& random)
{
    auto const edge = static_cast<std::uint32_t>(random.below(network.edges.size()));
    return {edge, static_cast<float>(random.uniform()), static_cast<float>(20 * random.uniform())};
}

inline std::vector<std::optional<Foothold>> random_homes(Network const& network, Random& random, std::size_t count)
{
    std::vector<std::optional<Foothold>> homes(count);
    for (auto& home : homes) {
        if (random.below(100) != 0) home = random_foothold(network, random);
    }
    return homes;
}

inline std::vector<Destination> random_places(Network const& network, Random& random, std::size_t count)
{
    std::vector<Destination> places(count);
    for (Destination& place : places) {
        for (std::uint64_t doors = 1 + random.below(2); doors != 0; --doors) {
            place.footholds.push_back(random_foothold(network, random));
        }
    }
    return places;
}

} // namespace wf::reach
