// SPDX-License-Identifier: EUPL-1.2
#include "kernel/reach/survey.hpp"

#include "base/check.hpp"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace wf::reach {
namespace {

/// Further than anybody's limit at the median speed, near enough to keep a search small.
constexpr graph::Ticks furthest = 4 * 3'600 * 1'000;
/// Edges of one way that are looked at: a way within the longest limit has a few hundred.
constexpr std::size_t most_steps = 5'000;
constexpr std::uint64_t no_way = graph::unreachable;

/// Unknown attributes that change a time when they turn out not to be fine: bits by Attribute.
struct Matters {
    std::vector<std::uint16_t> way;
    std::vector<std::uint16_t> node;
};

/// Asks the arithmetic itself, one attribute at a time: whose arcs cost something else once it is not fine anywhere?
class Probe {
public:
    Probe(Town const& town, Profile const& profile)
        : m_network{*town.network},
          m_graph{town.graph},
          m_profile{profile},
          m_streets{town.possible},
          m_usual{make_arc_costs(m_network, m_graph, profile, town.possible)}
    {
        m_streets.state = State::drawn;
    }
    [[nodiscard]] ArcCosts const& usual() const { return m_usual; }

    /// Calls visit(edge) for each edge with another cost in either direction.
    template <class Visit>
    void with_way_attribute(Attribute attribute, Visit const& visit)
    {
        for (auto& bits : m_streets.way) bits = static_cast<std::uint16_t>(bits & ~bit(attribute));
        compare(visit);
        for (auto& bits : m_streets.way) bits = static_cast<std::uint16_t>(bits | bit(attribute));
    }
    template <class Visit>
    void with_nodes(std::vector<std::uint8_t> DrawnStreets::*attribute, Visit const& visit)
    {
        auto& fine = m_streets.*attribute;
        std::fill(fine.begin(), fine.end(), std::uint8_t{0});
        compare(visit);
        std::fill(fine.begin(), fine.end(), std::uint8_t{1});
    }

private:
    template <class Visit>
    void compare(Visit const& visit)
    {
        ArcCosts const other = make_arc_costs(m_network, m_graph, m_profile, m_streets);
        auto const differs = [&](graph::ArcIndex arc) {
            return other.metres[arc] != m_usual.metres[arc] || other.fixed_ms[arc] != m_usual.fixed_ms[arc];
        };
        for (std::uint32_t edge = 0; edge < m_network.edges.size(); ++edge) {
            if (differs(m_graph.arc_forward(edge)) || differs(m_graph.arc_backward(edge))) visit(m_network.edges[edge]);
        }
    }

    Network const& m_network;
    WalkingGraph const& m_graph;
    Profile const& m_profile;
    DrawnStreets m_streets;
    ArcCosts m_usual;
};

/// What the chances settle (fine even on certain streets) is no question.
Matters find_matters(Network const& network, DrawnStreets const& certain, Probe& probe)
{
    Matters matters{std::vector<std::uint16_t>(network.ways.size(), 0),
                    std::vector<std::uint16_t>(network.nodes.size(), 0)};
    for (Attribute const attribute : {Attribute::surface, Attribute::smoothness, Attribute::width, Attribute::incline,
                                      Attribute::access, Attribute::sidewalk}) {
        probe.with_way_attribute(attribute, [&](Edge const& edge) {
            matters.way[edge.way] |= static_cast<std::uint16_t>(unknown_of(network.ways[edge.way]) & bit(attribute) &
                                                                ~certain.way[edge.way]);
        });
    }
    auto const mark_ends = [&](Attribute attribute) {
        return [&network, &matters, attribute](Edge const& edge) {
            for (std::uint32_t const node : {edge.from, edge.to}) {
                matters.node[node] |= static_cast<std::uint16_t>(unknown_of(network.nodes[node]) & bit(attribute));
            }
        };
    };
    probe.with_nodes(&DrawnStreets::kerb, mark_ends(Attribute::kerb));
    probe.with_nodes(&DrawnStreets::passage, mark_ends(Attribute::passage));
    return matters;
}

/// A foothold of a destination: where on the edge, and what the rest of the way costs.
struct Entrance {
    std::uint32_t edge{0};
    double fraction{0};
    std::uint64_t ticks{0};
    bool operator<(Entrance const& other) const
    {
        return std::tie(edge, fraction, ticks) < std::tie(other.edge, other.fraction, other.ticks);
    }
};

/// What walking costs at one speed on possible streets.
struct Walk {
    Network const& network;
    WalkingGraph const& graph;
    std::vector<graph::Arc> arcs;
    double speed{1};

    [[nodiscard]] graph::GraphView view() const { return {graph.topology.first, arcs}; }
    [[nodiscard]] std::uint64_t part(graph::ArcIndex arc, double share) const
    {
        auto const weight = arcs[arc].weight;
        if (weight == graph::closed) return no_way;
        return static_cast<std::uint64_t>(std::llround(static_cast<double>(weight) * share));
    }
    [[nodiscard]] std::uint64_t ticks_of(double metres) const
    {
        return static_cast<std::uint64_t>(std::llround(metres / speed * 1000));
    }
};

std::vector<Entrance> collect_entrances(Walk const& walk, std::vector<Destination> const& destinations)
{
    std::vector<Entrance> entrances;
    for (auto const& destination : destinations) {
        for (auto const& foothold : destination.footholds) {
            entrances.push_back({foothold.edge, static_cast<double>(foothold.fraction),
                                 walk.ticks_of(static_cast<double>(foothold.metres))});
        }
    }
    std::sort(entrances.begin(), entrances.end());
    return entrances;
}

/// A seed is labelled with the edge that is still walked from its node; none where the entrance is at the node.
std::vector<graph::Seed> make_seeds(Walk const& walk, std::vector<Entrance> const& entrances)
{
    std::vector<graph::Seed> seeds;
    auto const add = [&](graph::Node node, std::uint64_t ticks, double part, std::uint32_t edge) {
        if (ticks >= furthest) return;
        seeds.push_back({node, static_cast<graph::Ticks>(ticks), part > 0 ? edge : graph::none});
    };
    for (auto const& entrance : entrances) {
        Edge const& edge = walk.network.edges[entrance.edge];
        add(edge.from, entrance.ticks + walk.part(walk.graph.arc_forward(entrance.edge), entrance.fraction),
            entrance.fraction, entrance.edge);
        add(edge.to, entrance.ticks + walk.part(walk.graph.arc_backward(entrance.edge), 1 - entrance.fraction),
            1 - entrance.fraction, entrance.edge);
    }
    return seeds;
}

/// How somebody leaves home: to an end of the edge, or along it to a entrance.
struct Start {
    std::uint64_t ticks{no_way};
    graph::Node node{graph::none}; ///< none: the entrance is on the same edge
    bool walks_edge{true};
};

Start find_start(Walk const& walk, std::vector<Entrance> const& entrances, graph::Tree const& tree,
                 Foothold const& home)
{
    auto const forward = walk.graph.arc_forward(home.edge);
    auto const backward = walk.graph.arc_backward(home.edge);
    auto const here = static_cast<double>(home.fraction);
    Start best;
    auto const take = [&](std::uint64_t ticks, graph::Node node, double part) {
        if (ticks < best.ticks) best = {ticks, node, part > 0};
    };
    auto entrance = std::lower_bound(entrances.begin(), entrances.end(), home.edge,
                                     [](Entrance const& one, std::uint32_t edge) { return one.edge < edge; });
    for (; entrance != entrances.end() && entrance->edge == home.edge; ++entrance) {
        double const part = std::abs(entrance->fraction - here);
        take(entrance->ticks + walk.part(entrance->fraction > here ? forward : backward, part), graph::none, part);
    }
    Edge const& edge = walk.network.edges[home.edge];
    take(tree.cost[edge.from] + walk.part(backward, here), edge.from, here);
    take(tree.cost[edge.to] + walk.part(forward, 1 - here), edge.to, 1 - here);
    return best;
}

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
void find_steps(Network const& network, graph::Tree const& tree, std::vector<std::uint32_t> const& way_of_arc,
                std::vector<Step>& steps)
{
    steps.assign(tree.parent.size(), {});
    for (graph::Node const node : tree.order) {
        auto const arc = tree.parent_arc[node];
        auto const last_edge = tree.label[node];
        if (arc != graph::none) {
            steps[node] = {tree.parent[node], way_of_arc[arc]};
        } else if (last_edge != graph::none) {
            steps[node].way = network.edges[last_edge].way;
        }
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
    Probe probe{town, profile};
    Matters const matters = find_matters(network, town.certain, probe);
    Walk walk{network, town.graph, {}, speed_at(profile, 0.5)};
    weigh(town.graph, probe.usual(), walk.speed, walk.arcs);
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
        auto const seeds = make_seeds(walk, entrances);
        search.nearest_tree(walk.view(), seeds, furthest, tree);
        find_steps(network, tree, way_of_arc, steps);
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
