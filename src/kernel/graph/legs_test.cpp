// SPDX-License-Identifier: EUPL-1.2
#include "base/check.hpp"
#include "kernel/graph/graph_examples.hpp"

#include <doctest/doctest.h>
#include <map>
#include <set>
#include <tuple>

using namespace wf::graph;

namespace {

constexpr std::uint64_t one = 1U << 20U;

/// Walks, leg by leg, told apart by all that they can differ in: ticks paid up to the last rest, ticks walked since.
/// What a walk costs is worked out from the two; nothing is ever dropped because something else is better.
struct Walk {
    Node node;
    std::uint64_t paid;
    std::uint64_t leg;
    auto operator<=>(Walk const&) const = default;
};

std::uint64_t leg_cost(std::uint64_t leg, Legs const& legs)
{
    if (legs.limit == LegLimit::hard || leg <= legs.longest) return leg;
    auto const surcharge = static_cast<std::uint64_t>(legs.surcharge * static_cast<double>(one) + 0.5);
    return leg + surcharge * (leg - legs.longest) / one;
}

/// All walks within the limit. Weights must be small: the number of states is what limits it.
std::set<Walk> all_walks(std::size_t nodes, std::vector<Line> const& lines, std::vector<Seed> const& seeds, Ticks limit,
                         Legs const& legs)
{
    std::vector<std::vector<Line>> from(nodes);
    for (Line const& line : lines)
        if (line.weight != closed) from[line.tail].push_back(line);
    std::set<Walk> walks;
    std::vector<Walk> open;
    auto const arrive = [&](Node node, std::uint64_t paid, std::uint64_t leg) {
        if (legs.limit == LegLimit::hard && leg > legs.longest) return;
        if (paid + leg_cost(leg, legs) > limit) return;
        Walk walk{node, paid, leg};
        if (!legs.rest_here.empty() && legs.rest_here[node] != 0) walk = {node, paid + leg_cost(leg, legs), 0};
        if (walks.insert(walk).second) open.push_back(walk);
    };
    for (Seed const& seed : seeds) arrive(seed.node, 0, seed.cost);
    while (!open.empty()) {
        Walk const walk = open.back();
        open.pop_back();
        for (Line const& line : from[walk.node]) arrive(line.head, walk.paid, walk.leg + line.weight);
    }
    return walks;
}

std::vector<LegLabel> labels_of(LegLabels const& labels, Node node)
{
    return {labels.labels.begin() + labels.first[node], labels.labels.begin() + labels.first[node + 1]};
}

Ticks best_after(std::vector<LegLabel> const& labels, Ticks more, Legs const& legs)
{
    Ticks best = unreachable;
    for (LegLabel const& label : labels) best = std::min(best, cost_after(label, more, legs));
    return best;
}

bool same(std::vector<LegLabel> const& a, std::vector<LegLabel> const& b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [](LegLabel x, LegLabel y) { return x.cost == y.cost && x.leg == y.leg; });
}

} // namespace

TEST_CASE("beyond the longest leg each tick costs more, and a resting place begins a new leg")
{
    Example const example = make_example(5, {{0, 1, 60}, {1, 2, 60}, {2, 3, 60}, {3, 4, 60}});
    std::vector<Seed> const seeds{{0, 10}};
    std::vector<std::uint8_t> rest(5, 0);
    Legs legs{100, 0.5, LegLimit::soft, rest};
    Search search;
    LegLabels labels;
    search.nearest_with_legs(example.view(), seeds, unreachable, legs, labels);
    CHECK(same(labels_of(labels, 0), {{10, 10}}));
    CHECK(same(labels_of(labels, 1), {{70, 70}}));
    CHECK(same(labels_of(labels, 2), {{145, 130}}));
    CHECK(same(labels_of(labels, 4), {{325, 250}}));

    rest[1] = 1;
    search.nearest_with_legs(example.view(), seeds, unreachable, legs, labels);
    CHECK(same(labels_of(labels, 1), {{70, 0}}));
    CHECK(same(labels_of(labels, 2), {{130, 60}}));
    CHECK(same(labels_of(labels, 3), {{200, 120}}));
    search.nearest_with_legs(example.view(), seeds, 199, legs, labels);
    CHECK(labels_of(labels, 3).empty());

    legs.limit = LegLimit::hard;
    search.nearest_with_legs(example.view(), seeds, unreachable, legs, labels);
    CHECK(same(labels_of(labels, 2), {{130, 60}}));
    CHECK(labels_of(labels, 3).empty());
    legs.longest = 9;
    search.nearest_with_legs(example.view(), seeds, unreachable, legs, labels);
    CHECK(labels.labels.empty());
    CHECK(labels.first == std::vector<std::uint32_t>(6, 0));
}

TEST_CASE("a way round by a bench is kept beside the shorter one, and wins in the end")
{
    // 0 to 2 is 90 straight on and 110 by the bench at 1.
    Example const example = make_example(5, {{0, 2, 90}, {0, 1, 80}, {1, 2, 30}, {2, 3, 40}, {3, 4, 400}});
    std::vector<std::uint8_t> const rest{0, 1, 0, 0, 0};
    Legs legs{100, 1, LegLimit::soft, rest};
    Search search;
    LegLabels labels;
    std::vector<Seed> const seeds{{0, 0}};
    search.nearest_with_legs(example.view(), seeds, unreachable, legs, labels);
    CHECK(same(labels_of(labels, 2), {{90, 90}, {110, 30}}));
    CHECK(same(labels_of(labels, 3), {{150, 70}}));
    CHECK(same(labels_of(labels, 4), {{920, 470}}));
    legs.limit = LegLimit::hard;
    search.nearest_with_legs(example.view(), seeds, unreachable, legs, labels);
    CHECK(same(labels_of(labels, 2), {{90, 90}, {110, 30}}));
    CHECK(same(labels_of(labels, 3), {{150, 70}}));
    CHECK(labels_of(labels, 4).empty());
}

TEST_CASE("cost_after adds up along a leg, however it is cut")
{
    for (double const surcharge : {0.0, 0.3, 1.0 / 3, 2.7}) {
        Legs const legs{1'000, surcharge, LegLimit::soft, {}};
        for (Ticks const step : {1U, 7U, 333U}) {
            LegLabel label{500, 0};
            for (Ticks leg = step; leg <= 3'000; leg += step) {
                label = {cost_after(label, step, legs), leg};
                REQUIRE(label.cost == 500 + leg_cost(leg, legs));
            }
        }
    }
    CHECK(cost_after({unreachable, 0}, 5, {}) == unreachable);
    CHECK(cost_after({unreachable - 3, 0}, 2, {1'000, 0, LegLimit::soft, {}}) == unreachable - 1);
    CHECK(cost_after({unreachable - 3, 0}, 3, {1'000, 0, LegLimit::soft, {}}) == unreachable);
    CHECK(cost_after({0, 0}, closed, {0, 1'000, LegLimit::soft, {}}) == unreachable);
    CHECK(cost_after({50, 40}, 60, {100, 2, LegLimit::hard, {}}) == 110);
    CHECK(cost_after({50, 40}, 61, {100, 2, LegLimit::hard, {}}) == unreachable);
    CHECK_THROWS_AS((void)cost_after({0, 0}, 1, {0, -0.1, LegLimit::soft, {}}), wf::Bug);
    CHECK_THROWS_AS((void)cost_after({0, 0}, 1, {0, 1'001, LegLimit::soft, {}}), wf::Bug);
}

TEST_CASE("without surcharge, or with a leg that is never too long, costs are those of a plain search")
{
    Search search;
    LegLabels labels;
    for (std::uint64_t stream = 0; stream < 60; ++stream) {
        wf::Random random{21, stream};
        std::size_t const nodes = 1 + random.below(100);
        auto const lines = random_lines(random, nodes, 3 * nodes, 20'000);
        auto const seeds = random_seeds(random, nodes, 3, 20'000);
        auto const expected = plain_costs(nodes, lines, seeds, unreachable);
        std::vector<std::uint8_t> rest(nodes, 0);
        for (auto& here : rest) here = random.below(8) == 0 ? 1 : 0;
        for (Legs const& legs :
             {Legs{50, 0, LegLimit::soft, rest}, Legs{unreachable, 3, LegLimit::soft, {}},
              Legs{unreachable, 3, LegLimit::soft, rest}, Legs{unreachable, 0, LegLimit::hard, {}}}) {
            Example const example = make_example(nodes, lines);
            search.nearest_with_legs(example.view(), seeds, unreachable, legs, labels);
            for (Node node = 0; node < nodes; ++node)
                REQUIRE(best_after(labels_of(labels, node), 0, legs) == expected[node]);
        }
    }
}

TEST_CASE("labels say what the best of all walks does, however far one goes on, and none of them is needless")
{
    Search search;
    LegLabels labels;
    std::size_t several = 0;
    for (std::uint64_t stream = 0; stream < 400; ++stream) {
        CAPTURE(stream);
        wf::Random random{22, stream};
        std::size_t const nodes = 2 + random.below(12);
        auto lines = random_lines(random, nodes, 1 + random.below(3 * nodes), 12);
        for (Line& line : lines)
            if (line.weight > 30 && line.weight != closed) line.weight = 30;
        auto const seeds = random_seeds(random, nodes, 1 + random.below(3), 15);
        std::vector<std::uint8_t> rest(nodes, 0);
        for (auto& here : rest) here = random.below(3) == 0 ? 1 : 0;
        Ticks const limit = 30 + static_cast<Ticks>(random.below(50));
        double const surcharge = std::array{0.0, 0.25, 0.3, 1.0, 1.7, 12.0}[random.below(6)];
        Legs const legs{static_cast<Ticks>(random.below(40)), surcharge,
                        random.below(3) == 0 ? LegLimit::hard : LegLimit::soft, rest};
        Example const example = make_example(nodes, lines);
        search.nearest_with_legs(example.view(), seeds, limit, legs, labels);
        auto const walks = all_walks(nodes, lines, seeds, limit, legs);

        for (Node node = 0; node < nodes; ++node) {
            auto const kept = labels_of(labels, node);
            several += kept.size() > 1 ? 1 : 0;
            std::vector<Ticks> expected(60, unreachable);
            for (Walk const& walk : walks) {
                if (walk.node != node) continue;
                for (Ticks more = 0; more < expected.size(); ++more) {
                    if (legs.limit == LegLimit::hard && walk.leg + more > legs.longest) break;
                    expected[more] =
                        std::min(expected[more], static_cast<Ticks>(walk.paid + leg_cost(walk.leg + more, legs)));
                }
            }
            for (Ticks more = 0; more < expected.size(); ++more)
                REQUIRE(best_after(kept, more, legs) == expected[more]);
            for (LegLabel const& label : kept) {
                // It is the end of a walk, and no other label is at least as good all the way.
                REQUIRE(std::any_of(walks.begin(), walks.end(), [&](Walk const& walk) {
                    return walk.node == node && walk.leg == label.leg &&
                           walk.paid + leg_cost(walk.leg, legs) == label.cost;
                }));
                for (LegLabel const& other : kept) {
                    if (&other == &label) continue;
                    bool worse_somewhere = false;
                    for (Ticks more = 0; more < 5'000 && !worse_somewhere; ++more)
                        worse_somewhere = cost_after(other, more, legs) > cost_after(label, more, legs);
                    REQUIRE(worse_somewhere);
                }
            }
            REQUIRE(std::is_sorted(kept.begin(), kept.end(), [](LegLabel a, LegLabel b) {
                return std::tie(a.cost, a.leg) < std::tie(b.cost, b.leg);
            }));
        }
    }
    CHECK(several > 50);
}

TEST_CASE("labels do not depend on what decides the width of buckets")
{
    wf::Random random{23};
    std::size_t const nodes = 80;
    auto const lines = random_lines(random, nodes, 260, 40);
    auto const seeds = random_seeds(random, nodes, 4, 40);
    std::vector<std::uint8_t> rest(nodes + 1, 0);
    for (auto& here : rest) here = random.below(9) == 0 ? 1 : 0;
    Search search;
    for (double const surcharge : {0.0, 0.3, 1.0}) {
        Legs const legs{30, surcharge, LegLimit::soft, rest};
        LegLabels first;
        search.nearest_with_legs(make_example(nodes + 1, lines).view(), seeds, unreachable, legs, first);
        REQUIRE(first.labels.size() > 40);
        for (Ticks const heavy : {0U, 1'000U, 100'000'000U}) {
            auto more = lines;
            more.insert(more.end(), 800, {static_cast<Node>(nodes), static_cast<Node>(nodes), heavy});
            LegLabels labels;
            search.nearest_with_legs(make_example(nodes + 1, more).view(), seeds, unreachable, legs, labels);
            CHECK(labels.first == first.first);
            CHECK(same(labels.labels, first.labels));
        }
    }
}
