// SPDX-License-Identifier: EUPL-1.2
// A matrix must be what Walks says of each destination by itself, to the bit.
#include "kernel/reach/matrix.hpp"
#include "kernel/reach/town_examples.hpp"

#include <doctest/doctest.h>

using namespace wf;
using namespace wf::reach;

namespace {

struct Setting {
    Network const& network;
    std::vector<std::optional<Foothold>> const& homes;
    std::vector<Destination> const& places;
};

/// Returns how many states were walked.
std::size_t check_alike(Setting const& setting, Profile const& profile, WalkStates states, graph::Ticks limit)
{
    Walks const walks{setting.network, flat_priors(0.7, 0.5, 0.9), profile, setting.homes, 3, Threads{1}, states};
    WalkMatrix const matrix{walks, Threads{2}};
    WalkMatrix::Worker worker{matrix};
    std::span const places{setting.places};
    std::vector<WalkTimes> times(matrix_group);
    for (std::size_t begin = 0; begin < places.size(); begin += matrix_group) {
        std::size_t const here = std::min(matrix_group, places.size() - begin);
        worker.find(places.subspan(begin, here), limit, std::span{times}.first(here));
        for (std::size_t i = 0; i < here; ++i) {
            auto const alone = walks.find(places.subspan(begin + i, 1), limit, Threads{1});
            CHECK(times[i].certain == alone.certain);
            CHECK(times[i].expected == alone.expected);
            CHECK(times[i].possible == alone.possible);
            CHECK(times[i].nearest == alone.nearest);
            CHECK(times[i].metres == alone.metres);
        }
    }
    return matrix.states();
}

} // namespace

TEST_CASE(
    "a matrix is what Walks says of each destination: all states or one, with a limit, with rests, off the network")
{
    Network const network = grid_network(7, 3, 90, 5);
    Random random{8};
    auto homes = random_homes(network, random, 300);
    homes[7].reset();
    homes[299].reset();
    auto places = random_places(network, random, 19);
    places[4].footholds.clear();
    places[6].footholds.push_back(random_foothold(network, random)); // two entrances
    places[9].footholds = {*homes[0]};                               // at a door, so on its chain
    Setting const setting{network, homes, places};
    for (WalkStates const states : {WalkStates::all, WalkStates::possible}) {
        for (graph::Ticks const limit : {longest_walk, graph::Ticks{400'000}, graph::Ticks{0}}) {
            auto const walked = check_alike(setting, careful_person(), states, limit);
            if (states == WalkStates::all) CHECK(walked > 2);
            else CHECK(walked == 1);
        }
    }
    check_alike(setting, resting_person(), WalkStates::all, 900'000);
}

TEST_CASE("states in which all streets take as long are walked once")
{
    Maker town;
    auto const good = town.good_way();
    std::vector<std::uint32_t> nodes;
    for (int i = 0; i < 5; ++i) nodes.push_back(town.node(i * 50, 0));
    for (std::size_t i = 0; i + 1 < nodes.size(); ++i) town.edge(nodes[i], nodes[i + 1], good, 50);
    std::vector<std::optional<Foothold>> const homes{Foothold{0, 0.5F, 1}, Foothold{3, 1, 0}};
    std::vector<Destination> const places{{{Foothold{2, 0.25F, 2}}}};
    CHECK(check_alike({town.network, homes, places}, plain_person(), WalkStates::all, longest_walk) == 1);
}

TEST_CASE("ways that take no time, and ways that are equally long")
{
    Maker town;
    auto const good = town.good_way();
    std::vector<std::uint32_t> nodes;
    for (int i = 0; i < 8; ++i) nodes.push_back(town.node(i * 10, 0));
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        for (std::size_t k = i + 1; k < nodes.size(); ++k)
            town.edge(nodes[i], nodes[k], good, (i + k) % 3 == 0 ? 0 : 0.25 * static_cast<double>((i * k) % 4));
    }
    Random random{4};
    auto const homes = random_homes(town.network, random, 200);
    auto const places = random_places(town.network, random, 16);
    check_alike({town.network, homes, places}, plain_person(), WalkStates::possible, longest_walk);
}

TEST_CASE("without streets nothing is reached")
{
    Network const nothing;
    std::vector<std::optional<Foothold>> const homes(3);
    std::vector<Destination> const places(2);
    CHECK(check_alike({nothing, homes, places}, plain_person(), WalkStates::all, longest_walk) == 1);
}
