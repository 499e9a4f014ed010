// SPDX-License-Identifier: EUPL-1.2
// What must hold of any graph, whatever the answer is. The seed is fixed: a run tells the same everywhere.
#include "kernel/graph/graph_examples.hpp"

#include <doctest/doctest.h>
#include <iostream>
#include <rapidcheck.h>
#include <rapidcheck/detail/TestListenerAdapter.h>

using namespace wf::graph;

namespace {

struct Case {
    std::size_t nodes{1};
    std::vector<Line> lines;
    std::vector<Seed> seeds;
    std::vector<std::uint8_t> rest;
    Legs legs;
    Ticks limit{0};
};

Ticks below(Ticks end)
{
    return *rc::gen::inRange<Ticks>(0, end);
}

Case any_case()
{
    Case any;
    any.nodes = 1 + below(25);
    auto const node = rc::gen::inRange<Node>(0, static_cast<Node>(any.nodes));
    auto const weight = rc::gen::weightedOneOf<Ticks>({{8, rc::gen::inRange<Ticks>(0, 100)},
                                                       {1, rc::gen::inRange<Ticks>(0, 1'000'000)},
                                                       {1, rc::gen::just(Ticks{0})},
                                                       {1, rc::gen::just(closed)}});
    any.lines = *rc::gen::container<std::vector<Line>>(rc::gen::build<Line>(rc::gen::set(&Line::tail, node),
                                                                            rc::gen::set(&Line::head, node),
                                                                            rc::gen::set(&Line::weight, weight)));
    any.seeds = *rc::gen::nonEmpty(rc::gen::container<std::vector<Seed>>(
        rc::gen::build<Seed>(rc::gen::set(&Seed::node, node), rc::gen::set(&Seed::cost, rc::gen::inRange<Ticks>(0, 60)),
                             rc::gen::set(&Seed::label, rc::gen::inRange<std::uint32_t>(0, 5)))));
    any.rest = *rc::gen::container<std::vector<std::uint8_t>>(any.nodes, rc::gen::element<std::uint8_t>(0, 0, 0, 1));
    any.legs.longest = below(150);
    any.legs.surcharge = *rc::gen::element(0.0, 0.3, 1.0, 5.5);
    any.limit = *rc::gen::element<Ticks>(40, 200, 1'000, unreachable);
    return any;
}

std::vector<Ticks> nearest(Case const& any)
{
    Search search;
    std::vector<Ticks> cost(any.nodes);
    search.nearest(make_example(any.nodes, any.lines).view(), any.seeds, any.limit, cost);
    return cost;
}

/// The cheapest way to come to each node and go `more` on.
std::vector<Ticks> with_legs(Case const& any, LegLimit limit, Ticks more = 0)
{
    Search search;
    LegLabels labels;
    Legs legs = any.legs;
    legs.limit = limit;
    legs.rest_here = any.rest;
    search.nearest_with_legs(make_example(any.nodes, any.lines).view(), any.seeds, any.limit, legs, labels);
    std::vector<Ticks> cost(any.nodes, unreachable);
    for (Node node = 0; node < any.nodes; ++node)
        for (std::uint32_t i = labels.first[node]; i < labels.first[node + 1]; ++i)
            cost[node] = std::min(cost[node], cost_after(labels.labels[i], more, legs));
    return cost;
}

bool nowhere_lower(std::vector<Ticks> const& costs, std::vector<Ticks> const& than)
{
    return std::equal(costs.begin(), costs.end(), than.begin(), than.end(), std::greater_equal<>{});
}

/// Whether a change for the worse (`worse` against `any`) makes no cost lower, of any kind of search.
bool never_helps(Case const& worse, Case const& any)
{
    Ticks const more = below(100);
    return nowhere_lower(nearest(worse), nearest(any)) &&
           nowhere_lower(with_legs(worse, LegLimit::soft, more), with_legs(any, LegLimit::soft, more)) &&
           nowhere_lower(with_legs(worse, LegLimit::hard, more), with_legs(any, LegLimit::hard, more));
}

template <class Property>
bool holds(Property const& property)
{
    rc::detail::TestParams params;
    params.seed = 20'240'601;
    params.maxSuccess = 300;
    rc::detail::TestListenerAdapter silent;
    auto const result = rc::detail::checkTestable(property, rc::detail::TestMetadata{}, params, silent,
                                                  std::unordered_map<std::string, rc::detail::Reproduce>{});
    bool const held = result.template is<rc::detail::SuccessResult>();
    if (!held) rc::detail::printResultMessage(result, std::cerr);
    return held;
}

} // namespace

TEST_CASE("raising a weight never lowers a cost")
{
    REQUIRE(holds([] {
        Case const any = any_case();
        RC_PRE(!any.lines.empty());
        Case worse = any;
        Line& line = worse.lines[below(static_cast<Ticks>(any.lines.size()))];
        line.weight = std::max(line.weight, *rc::gen::element<Ticks>(line.weight + 1, 60, 5'000, closed));
        RC_ASSERT(never_helps(worse, any));
    }));
}

TEST_CASE("removing an arc never helps")
{
    REQUIRE(holds([] {
        Case const any = any_case();
        RC_PRE(!any.lines.empty());
        Case worse = any;
        worse.lines.erase(worse.lines.begin() + below(static_cast<Ticks>(any.lines.size())));
        RC_ASSERT(never_helps(worse, any));
    }));
}

TEST_CASE("adding a seed never hurts")
{
    REQUIRE(holds([] {
        Case const any = any_case();
        Case worse = any;
        worse.seeds.erase(worse.seeds.begin() + below(static_cast<Ticks>(any.seeds.size())));
        RC_ASSERT(never_helps(worse, any));
    }));
}

TEST_CASE("removing a resting place never helps")
{
    REQUIRE(holds([] {
        Case const any = any_case();
        Case worse = any;
        worse.rest[below(static_cast<Ticks>(any.nodes))] = 0;
        RC_ASSERT(never_helps(worse, any));
    }));
}

TEST_CASE("a shorter longest leg and a higher surcharge never help")
{
    REQUIRE(holds([] {
        Case const any = any_case();
        Case worse = any;
        worse.legs.longest = below(any.legs.longest + 1);
        worse.legs.surcharge += 0.001 * below(1'000);
        RC_ASSERT(never_helps(worse, any));
    }));
}

TEST_CASE("a hard limit is never cheaper than a soft one, and a soft one never cheaper than none")
{
    REQUIRE(holds([] {
        Case const any = any_case();
        auto const soft = with_legs(any, LegLimit::soft);
        RC_ASSERT(nowhere_lower(with_legs(any, LegLimit::hard), soft));
        RC_ASSERT(nowhere_lower(soft, nearest(any)));
    }));
}

TEST_CASE("a limit only cuts")
{
    REQUIRE(holds([] {
        Case any = any_case();
        Case endless = any;
        endless.limit = unreachable;
        auto const cut = [&any](std::vector<Ticks> cost) {
            for (Ticks& each : cost)
                if (each > any.limit) each = unreachable;
            return cost;
        };
        RC_ASSERT(nearest(any) == cut(nearest(endless)));
        RC_ASSERT(with_legs(any, LegLimit::soft) == cut(with_legs(endless, LegLimit::soft)));
        RC_ASSERT(with_legs(any, LegLimit::hard) == cut(with_legs(endless, LegLimit::hard)));
    }));
}

TEST_CASE("counts are the same for any number of threads")
{
    REQUIRE(holds([] {
        Case const any = any_case();
        Example const example = make_example(any.nodes, any.lines);
        std::vector<std::uint32_t> one(any.nodes);
        std::vector<std::uint32_t> several(any.nodes);
        count_within(example.view(), any.seeds, any.limit, 1, one);
        count_within(example.view(), any.seeds, any.limit, 3, several);
        RC_ASSERT(one == several);
    }));
}
