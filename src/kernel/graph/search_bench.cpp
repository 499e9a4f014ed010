// SPDX-License-Identifier: EUPL-1.2
// How fast searches are on street graphs made up for it, nodes in the order of the ways: seconds for each search and
// each million directed arcs, one thread; searches with legs against those without; counts on all threads. Median of
// five runs and their spread.
#include "base/random.hpp"
#include "kernel/graph/search.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <numeric>
#include <string_view>

namespace {

using namespace wf::graph;

struct Streets {
    Topology topology;
    std::vector<Arc> arcs;
    [[nodiscard]] GraphView view() const { return {topology.first, arcs}; }
};

/// Crossings `spacing` metres apart, and up to seven points on the street between two of them; one street in six is
/// missing. A tick is a millimetre. Quarters of 8 x 8 crossings are numbered in a mixed order, streets within one in
/// turn.
Streets make_town(std::size_t crossings, double spacing)
{
    wf::Random random{1};
    std::vector<Node> crossing(crossings * crossings, none);
    std::vector<Pair> pairs;
    std::vector<Ticks> weights;
    Node nodes = 0;
    auto const number = [&](std::size_t x, std::size_t y) {
        Node& node = crossing[y * crossings + x];
        if (node == none) node = nodes++;
        return node;
    };
    auto const lay = [&](std::size_t x, std::size_t y, std::size_t to_x, std::size_t to_y) {
        if (to_x >= crossings || to_y >= crossings || random.below(6) == 0) return;
        Node from = number(x, y);
        std::uint64_t const parts = 1 + random.below(8);
        double const length = spacing * (0.5 + random.uniform()) * 1000 / static_cast<double>(parts);
        for (std::uint64_t part = 0; part < parts; ++part) {
            Node const to = part + 1 == parts ? number(to_x, to_y) : nodes++;
            auto const weight = static_cast<Ticks>(length * (0.3 + 1.4 * random.uniform()));
            pairs.push_back({from, to});
            pairs.push_back({to, from});
            weights.insert(weights.end(), 2, weight);
            from = to;
        }
    };
    std::size_t const side = (crossings + 7) / 8;
    std::vector<std::size_t> quarters(side * side);
    std::iota(quarters.begin(), quarters.end(), std::size_t{0});
    for (std::size_t i = quarters.size(); i > 1; --i) std::swap(quarters[i - 1], quarters[random.below(i)]);
    for (std::size_t const quarter : quarters) {
        std::size_t const left = quarter % side * 8;
        std::size_t const top = quarter / side * 8;
        for (std::size_t y = top; y < std::min(top + 8, crossings); ++y)
            for (std::size_t x = left; x < std::min(left + 8, crossings); ++x) lay(x, y, x + 1, y);
        for (std::size_t x = left; x < std::min(left + 8, crossings); ++x)
            for (std::size_t y = top; y < std::min(top + 8, crossings); ++y) lay(x, y, x, y + 1);
    }
    Streets streets{make_topology(nodes, pairs), std::vector<Arc>(pairs.size())};
    for (std::size_t i = 0; i < pairs.size(); ++i)
        streets.arcs[streets.topology.arc_of[i]] = {pairs[i].head, weights[i]};
    return streets;
}

std::vector<Seed> make_places(GraphView graph, std::size_t places)
{
    wf::Random random{2};
    std::vector<Seed> seeds(places);
    for (std::size_t i = 0; i < places; ++i)
        seeds[i] = {static_cast<Node>(random.below(graph.nodes())), static_cast<Ticks>(random.below(20'000)),
                    static_cast<std::uint32_t>(i)};
    return seeds;
}

template <class Work>
std::array<double, 5> measure(Work const& work)
{
    using Clock = std::chrono::steady_clock;
    std::array<double, 5> seconds{};
    for (double& each : seconds) {
        auto const begin = Clock::now();
        work();
        each = std::chrono::duration<double>(Clock::now() - begin).count();
    }
    std::sort(seconds.begin(), seconds.end());
    return seconds;
}

/// Categories of 5 to 80 places on 24,000 nodes, as many to the node in a larger town.
void bench_searches(std::size_t crossings)
{
    Streets const streets = make_town(crossings, 90);
    GraphView const graph = streets.view();
    double const arcs = static_cast<double>(graph.arcs.size()) / 1e6;
    int const repeat = std::max(1, static_cast<int>(2 / arcs));
    std::vector<Seed> const seeds = make_places(graph, std::max<std::size_t>(1, graph.nodes() * 27 / 24'000));
    std::vector<std::uint8_t> rest(graph.nodes(), 0);
    wf::Random random{3};
    for (std::size_t i = 0; i < graph.nodes() * 140 / 24'000; ++i) rest[random.below(graph.nodes())] = 1;

    Search search;
    std::vector<Ticks> cost(graph.nodes());
    Tree tree;
    LegLabels labels;
    std::printf("%zu nodes, %zu arcs\n", graph.nodes(), graph.arcs.size());
    auto const report = [&](std::string_view what, auto const& work) {
        auto const seconds = measure([&] {
            for (int i = 0; i < repeat; ++i) work();
        });
        double const scale = 1 / (repeat * arcs);
        std::printf("  %-22.*s %8.3f ms a search, %.4f s a million arcs (%.4f-%.4f)\n", static_cast<int>(what.size()),
                    what.data(), seconds[2] / repeat * 1e3, seconds[2] * scale, seconds[0] * scale, seconds[4] * scale);
        return seconds[2];
    };
    double const plain = report("nearest", [&] { search.nearest(graph, seeds, unreachable, cost); });
    double const grown = report("nearest_tree", [&] { search.nearest_tree(graph, seeds, unreachable, tree); });
    Legs legs{120'000, 0.5, LegLimit::soft, rest};
    double const soft =
        report("with legs, soft", [&] { search.nearest_with_legs(graph, seeds, unreachable, legs, labels); });
    double const ends = static_cast<double>(labels.labels.size()) / static_cast<double>(graph.nodes());
    legs.limit = LegLimit::hard;
    legs.longest = 400'000;
    double const hard =
        report("with legs, hard", [&] { search.nearest_with_legs(graph, seeds, unreachable, legs, labels); });
    std::printf("  against nearest: tree %.2f, soft %.2f (%.2f labels a node), hard %.2f (%.2f labels a node)\n",
                grown / plain, soft / plain, ends, hard / plain,
                static_cast<double>(labels.labels.size()) / static_cast<double>(graph.nodes()));
}

void bench_counts(std::size_t crossings, std::size_t places)
{
    Streets const streets = make_town(crossings, 90);
    GraphView const graph = streets.view();
    std::vector<Seed> const seeds = make_places(graph, places);
    std::vector<std::uint32_t> count(graph.nodes());
    auto const seconds = measure([&] { count_within(graph, seeds, 1'200'000, 0, count); });
    double const visits = std::accumulate(count.begin(), count.end(), 0.0);
    std::printf("count_within: %zu nodes, %zu places, 1,200 m: %.2f s (%.2f-%.2f), %.0f nodes a place\n", graph.nodes(),
                places, seconds[2], seconds[0], seconds[4], visits / static_cast<double>(places));
}

} // namespace

int main()
{
    bench_searches(60);
    bench_searches(237);
    bench_searches(435);
    bench_counts(158, 13'000);
    bench_counts(440, 49'000);
    return 0;
}
