// SPDX-License-Identifier: EUPL-1.2
#include "base/check.hpp"
#include "kernel/graph/graph_examples.hpp"

#include <doctest/doctest.h>
#include <map>

using namespace wf::graph;

TEST_CASE("places with several entrances count once, seeds without a label each count")
{
    Example const example = make_example(4, {{0, 1, 5}, {1, 0, 5}, {1, 2, 5}, {2, 1, 5}, {2, 3, 5}});
    std::vector<std::uint32_t> count(4, 99);
    count_within(example.view(), std::vector<Seed>{{0, 0, 7}, {2, 4, 7}, {2, 0, 8}, {3, 0, 9}, {1, 6, 7}}, 5, 1, count);
    CHECK(count == std::vector<std::uint32_t>{1, 2, 2, 2});
    count_within(example.view(), std::vector<Seed>{{0, 0}, {0, 0}, {0, 1}}, 5, 2, count);
    CHECK(count == std::vector<std::uint32_t>{3, 2, 0, 0});
    count_within(example.view(), {}, 5, 2, count);
    CHECK(count == std::vector<std::uint32_t>(4, 0));
    CHECK_THROWS_AS(count_within(example.view(), {}, 5, 2, std::span{count}.first(3)), wf::Bug);
    count_within({}, {}, 5, 0, {});
}

TEST_CASE("counts are those of a plain search from each place, for any number of threads")
{
    for (std::uint64_t stream = 0; stream < 25; ++stream) {
        CAPTURE(stream);
        wf::Random random{31, stream};
        std::size_t const nodes = 2 + random.below(150);
        auto const lines = random_lines(random, nodes, 3 * nodes, 100);
        auto seeds = random_seeds(random, nodes, 1 + random.below(400), 100);
        for (Seed& seed : seeds) seed.label = static_cast<std::uint32_t>(random.below(300));
        Ticks const limit = static_cast<Ticks>(random.below(500));
        std::map<std::uint32_t, std::vector<Seed>> groups;
        for (Seed const& seed : seeds) groups[seed.label].push_back(seed);
        std::vector<std::uint32_t> expected(nodes, 0);
        for (auto const& [label, group] : groups) {
            auto const cost = plain_costs(nodes, lines, group, limit);
            for (Node node = 0; node < nodes; ++node) expected[node] += cost[node] != unreachable ? 1 : 0;
        }
        Example const example = make_example(nodes, lines);
        for (unsigned const threads : {0U, 1U, 2U, 7U}) {
            std::vector<std::uint32_t> count(nodes, 5);
            count_within(example.view(), seeds, limit, threads, count);
            REQUIRE(count == expected);
        }
    }
}
