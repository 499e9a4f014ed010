// SPDX-License-Identifier: EUPL-1.2
// How long does a town take? As large as Kampen: about 24,000 nodes, 26,000 edges, 25,800 homes, 660 places of 25 kinds.
#include "kernel/reach/town_examples.hpp"

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <ctime>

namespace {

using namespace wf::reach;
using Clock = std::chrono::steady_clock;

double seconds_since(Clock::time_point start)
{
    return std::chrono::duration<double>(Clock::now() - start).count();
}

double measure(Town const& town, Profile const& profile, std::vector<std::vector<Destination>> const& categories,
               Options const& options, Counts counts)
{
    auto const start = Clock::now();
    std::clock_t const worked = std::clock();
    auto const answers = compute_reach(town, profile, categories, options, counts);
    double const seconds = seconds_since(start);
    double const work = static_cast<double>(std::clock() - worked) / CLOCKS_PER_SEC;
    double sum = 0;
    for (auto const& answer : answers) {
        for (auto const share : answer.share[1].expected) sum += share == no_answer ? 0 : share;
    }
    std::printf("reach: %-8s %-14s %6.2f s, %6.2f s of work (mean share within 10 minutes %.4f)\n", profile.id.c_str(),
                counts == Counts::yes ? "with counts" : "without counts", seconds, work,
                sum / share_whole / static_cast<double>(answers.size() * town.homes.size()));
    return seconds;
}

} // namespace

int main(int count, char** arguments)
{
    Network const network = grid_network(47, 6, 110, 1);
    wf::Random random{2};
    Options options;
    if (count > 1) options.threads = static_cast<unsigned>(std::atoi(arguments[1]));
    auto homes = random_homes(network, random, 25'819);
    std::vector<std::vector<Destination>> categories;
    for (int i = 0; i < 25; ++i) categories.push_back(random_places(network, random, i % 2 == 0 ? 20 : 33));

    auto start = Clock::now();
    Town const town = make_town(network, flat_priors(0.7, 0.5, 0.9), std::move(homes), options);
    std::printf("reach: %zu nodes, %zu edges, %zu homes; town with %zu draws %.2f s\n", network.nodes.size(),
                network.edges.size(), town.homes.size(), town.drawn.size(), seconds_since(start));

    start = Clock::now();
    ArcCosts costs;
    for (auto const& streets : town.drawn) costs = make_arc_costs(network, town.graph, careful_person(), streets);
    std::printf("reach: costs of arcs %.3f ms a draw\n",
                seconds_since(start) * 1000 / static_cast<double>(town.drawn.size()));

    Profile adult = plain_person(1.34);
    adult.speed_sd = 0.2;
    double whole = 0;
    for (Profile const& profile : {adult, careful_person(), resting_person()}) {
        measure(town, profile, categories, options, Counts::no);
        whole += measure(town, profile, categories, options, Counts::yes);
    }
    std::printf("reach: three profiles with counts %.1f s\n", whole);
}
