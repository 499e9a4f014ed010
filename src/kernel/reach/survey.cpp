// SPDX-License-Identifier: EUPL-1.2
#include "kernel/reach/survey.hpp"

#include "base/check.hpp"
#include "kernel/reach/matters.hpp"
#include "kernel/reach/streets_weighed.hpp"

#include <algorithm>

namespace wf::reach {
namespace {

/// Further than anybody's limit at the median speed, near enough to keep a search small.
constexpr graph::Ticks furthest = 4 * 3'600 * 1'000;
/// Edges of one way that are looked at: a way within the longest limit has a few hundred.
constexpr std::size_t most_steps = 5'000;

/// Unknown things on one way, each once.
class Found {
public:
    Found(Network const& network, Matters const& matters)
        : m_matters{matters}, m_way_seen(network.ways.size(), 0), m_node_seen(network.nodes.size(), 0)
    {
    }
    void begin()
    {
        ++m_round;
        ways.clear();
        nodes.clear();
    }
    void add_way(std::uint32_t way)
    {
        if (m_matters.way[way] == 0 || m_way_seen[way] == m_round) return;
        m_way_seen[way] = m_round;
        ways.push_back(way);
    }
    void add_node(std::uint32_t node)
    {
        if (m_matters.node[node] == 0 || m_node_seen[node] == m_round) return;
        m_node_seen[node] = m_round;
        nodes.push_back(node);
    }
    std::vector<std::uint32_t> ways;
    std::vector<std::uint32_t> nodes;

private:
    Matters const& m_matters;
    std::vector<std::uint64_t> m_way_seen;
    std::vector<std::uint64_t> m_node_seen;
    std::uint64_t m_round{0};
};

std::vector<std::uint32_t> ways_of_arcs(Network const& network, WalkingGraph const& graph)
{
    std::vector<std::uint32_t> way_of(graph.topology.head.size());
    for (std::size_t pair = 0; pair < graph.topology.arc_of.size(); ++pair) {
        way_of[graph.topology.arc_of[pair]] = network.edges[pair / 2].way;
    }
    return way_of;
}

/// Where somebody goes on from a node: a tree with what a survey asks of it side by side.
struct Step {
    graph::Node next{graph::none};
    std::uint32_t way{graph::none}; ///< that is walked then; none: the place is here
};
void find_steps(Network const& network, graph::Tree const& tree, std::span<Entrance const> entrances,
                std::vector<std::uint32_t> const& way_of_arc, std::vector<Step>& steps)
{
    steps.assign(tree.parent.size(), {});
    for (graph::Node const node : tree.order) {
        auto const arc = tree.parent_arc[node];
        if (arc != graph::none) {
            steps[node] = {tree.parent[node], way_of_arc[arc]};
            continue;
        }
        auto const& entrance = entrances[tree.label[node]];
        if (entrance.walks_edge_from(network, node)) steps[node].way = network.edges[entrance.edge].way;
    }
}

/// Homes on the network, neighbours together: their ways share memory that is near.
std::vector<std::uint32_t> order_homes(std::vector<std::optional<Foothold>> const& homes)
{
    std::vector<std::uint32_t> order;
    for (std::uint32_t home = 0; home < homes.size(); ++home) {
        if (homes[home]) order.push_back(home);
    }
    std::stable_sort(order.begin(), order.end(),
                     [&](std::uint32_t a, std::uint32_t b) { return homes[a]->edge < homes[b]->edge; });
    return order;
}

struct Worth {
    std::vector<double> way;
    std::vector<double> node;
};

std::vector<SurveyItem> rank(Matters const& matters, Worth const& worth, std::size_t most)
{
    std::vector<SurveyItem> items;
    for (std::uint32_t node = 0; node < worth.node.size(); ++node) {
        if (worth.node[node] > 0) items.push_back({true, node, matters.node[node], worth.node[node]});
    }
    for (std::uint32_t way = 0; way < worth.way.size(); ++way) {
        if (worth.way[way] > 0) items.push_back({false, way, matters.way[way], worth.way[way]});
    }
    auto const end = items.begin() + static_cast<std::ptrdiff_t>(std::min(most, items.size()));
    std::partial_sort(items.begin(), end, items.end(), [](SurveyItem const& a, SurveyItem const& b) {
        if (a.worth != b.worth) return a.worth > b.worth;
        return a.is_node != b.is_node ? a.is_node : a.index < b.index;
    });
    items.erase(end, items.end());
    return items;
}

} // namespace

std::vector<SurveyItem> rank_survey(Town const& town, Profile const& profile,
                                    std::span<std::vector<Destination> const> categories,
                                    std::span<CategoryAnswer const> answers, std::span<std::size_t const> limit,
                                    std::span<double const> people, std::size_t most)
{
    WF_CHECK(answers.size() == categories.size() && limit.size() == categories.size());
    WF_CHECK(people.size() == town.homes.size());
    Network const& network = *town.network;
    auto const usual = make_arc_costs(network, town.graph, profile, town.possible);
    Matters const matters = find_matters(town, profile, usual);
    auto const walk = weigh_streets(network, town.graph, profile, usual);
    auto const way_of_arc = ways_of_arcs(network, town.graph);
    auto const order = order_homes(town.homes);

    Worth worth{std::vector<double>(network.ways.size(), 0), std::vector<double>(network.nodes.size(), 0)};
    Found found{network, matters};
    graph::Search search;
    graph::Tree tree;
    std::vector<Step> steps;
    for (std::size_t category = 0; category < categories.size(); ++category) {
        WF_CHECK(limit[category] < limit_count);
        auto const& shares = answers[category].share[limit[category]];
        WF_CHECK(shares.possible.size() == people.size() && shares.certain.size() == people.size());
        auto const entrances = collect_entrances(walk, categories[category]);
        auto const seeds = make_seeds(walk, entrances, furthest);
        search.nearest_tree(walk.view(), seeds, furthest, tree);
        find_steps(network, tree, entrances, way_of_arc, steps);
        for (auto const home : order) {
            if (shares.possible[home] <= shares.certain[home] || !(people[home] > 0)) continue;
            auto const start = find_start(walk, entrances, tree, *town.homes[home]);
            if (start.ticks >= no_way) continue;
            found.begin();
            if (start.walks_edge) found.add_way(network.edges[town.homes[home]->edge].way);
            graph::Node node = start.node;
            for (std::size_t step = 0; node != graph::none && step < most_steps; ++step) {
                found.add_node(node);
                if (steps[node].way != graph::none) found.add_way(steps[node].way);
                node = steps[node].next;
            }
            std::size_t const things = found.ways.size() + found.nodes.size();
            if (things == 0) continue;
            double const hangs = people[home] * (shares.possible[home] - shares.certain[home]) / double{share_whole};
            for (auto const way : found.ways) worth.way[way] += hangs / static_cast<double>(things);
            for (auto const each : found.nodes) worth.node[each] += hangs / static_cast<double>(things);
        }
    }
    return rank(matters, worth, most);
}

} // namespace wf::reach
