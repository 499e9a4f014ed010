// SPDX-License-Identifier: EUPL-1.2
// Which place is nearest on possible streets at the median speed, and how many metres it is to it by that way. Rests are left
// out here: they change how long a walk takes, and on possible streets there is always somewhere to sit.
#include "kernel/reach/nearest.hpp"
#include "base/check.hpp"
#include "base/parallel.hpp"
#include "kernel/reach/metres.hpp"
#include "kernel/reach/stages.hpp"

#include <cmath>

namespace wf::reach {
namespace {

/// The walking tree of one category.
class Nearest {
public:
    Nearest(Doors const& doors, Pace const& pace, Exits const& exits, Metres const& metres,
            std::span<Destination const> destinations, graph::Ticks horizon)
        : m_doors{doors}, m_chains{pace.chains()}, m_pace{pace}, m_exits{exits}, m_metres{metres}
    {
        for (std::uint32_t place = 0; place < destinations.size(); ++place) {
            for (Foothold const& foothold : destinations[place].footholds) plant(foothold, place);
        }
        graph::Search search;
        search.nearest_tree({m_chains.topology.first, pace.arcs()}, m_seeds, horizon, m_tree);
        measure_nodes();
        m_found.resize(m_doors.size());
        for (std::size_t door = 0; door < m_found.size(); ++door) leave(door);
        for (std::uint32_t place = 0; place < destinations.size(); ++place) {
            for (Foothold const& foothold : destinations[place].footholds) meet_neighbours(foothold, place);
        }
    }
    [[nodiscard]] std::vector<Found> take() { return std::move(m_found); }

private:
    void plant(Foothold const& foothold, std::uint32_t place)
    {
        WF_CHECK(foothold.edge < m_chains.chain_of.size());
        graph::Pair const& ends = m_chains.ends[m_chains.chain_of[foothold.edge]];
        Ends const costs = m_pace.come(foothold);
        plant(ends.tail, costs.begin, place, m_metres.to_begin(foothold));
        plant(ends.head, costs.end, place, m_metres.to_end(foothold));
    }
    void plant(graph::Node node, graph::Ticks cost, std::uint32_t place, double metres)
    {
        if (cost >= far_away) return;
        m_seeds.push_back({node, cost, place});
        m_seed_metres.push_back(metres);
    }
    void measure_nodes()
    {
        m_node_metres.assign(m_tree.cost.size(), 0);
        for (std::size_t i = 0; i < m_seeds.size(); ++i) {
            graph::Seed const& seed = m_seeds[i];
            bool const root = m_tree.parent[seed.node] == graph::none;
            if (root && m_tree.cost[seed.node] == seed.cost && m_tree.label[seed.node] == seed.label) {
                m_node_metres[seed.node] = m_seed_metres[i];
            }
        }
        for (graph::Node const node : m_tree.order) {
            graph::Node const parent = m_tree.parent[node];
            if (parent == graph::none) continue;
            // Arcs and chains at a node lie alike.
            std::uint32_t const chain = m_chains.at_node[m_tree.parent_arc[node]];
            m_node_metres[node] = m_node_metres[parent] + m_metres.whole(chain);
        }
    }
    void leave(std::size_t door)
    {
        Foothold const& home = m_doors.at[door];
        leave(door, m_exits.begin[door], m_exits.to_begin[door], m_metres.to_begin(home));
        leave(door, m_exits.end[door], m_exits.to_end[door], m_metres.to_end(home));
    }
    void leave(std::size_t door, graph::Node node, graph::Ticks part, double metres)
    {
        if (m_tree.cost[node] == graph::unreachable || part >= far_away) return;
        m_found[door].meet({m_tree.cost[node] + part, m_tree.label[node], m_node_metres[node] + metres});
    }
    /// Ways that do not leave the chain.
    void meet_neighbours(Foothold const& foothold, std::uint32_t place)
    {
        std::uint32_t const chain = m_chains.chain_of[foothold.edge];
        for (std::uint32_t k = m_chains.first_edge[chain]; k < m_chains.first_edge[chain + 1]; ++k) {
            std::uint32_t const edge = m_chains.edges[k];
            for (std::size_t i = m_doors.first_of_edge[edge]; i < m_doors.first_of_edge[edge + 1]; ++i) {
                graph::Ticks const time = m_pace.along(m_doors.at[i], foothold);
                if (time < far_away) m_found[i].meet({time, place, m_metres.between(m_doors.at[i], foothold)});
            }
        }
    }

    Doors const& m_doors;
    Chains const& m_chains;
    Pace const& m_pace;
    Exits const& m_exits;
    Metres const& m_metres;
    std::vector<graph::Seed> m_seeds;
    std::vector<double> m_seed_metres;
    graph::Tree m_tree;
    std::vector<double> m_node_metres;
    std::vector<Found> m_found;
};

} // namespace

std::vector<Found> find_nearest(Doors const& doors, Pace const& pace, Exits const& exits, Network const& network,
                                std::span<Destination const> destinations, graph::Ticks horizon)
{
    Metres const metres{network, pace.chains()};
    return Nearest{doors, pace, exits, metres, destinations, horizon}.take();
}

void answer_nearest(Question const& question, std::vector<CategoryAnswer>& answers)
{
    Town const& town = question.town;
    Profile without_rests = question.profile;
    without_rests.longest_leg_m.reset();
    ArcCosts const costs = make_arc_costs(*town.network, town.graph, without_rests, town.possible);
    Pace const pace{town,
                    without_rests,
                    costs,
                    town.possible,
                    make_chains_for(town, without_rests, town.possible),
                    speed_at(without_rests, 0.5),
                    question.options.leg_limit};
    Exits const exits = make_exits(question.doors, pace);
    Metres const metres{*town.network, pace.chains()};
    parallel_for(answers.size(), Threads{question.options.threads}, [&](std::size_t c) {
        auto const found_at =
            Nearest{question.doors, pace, exits, metres, question.categories[c], question.horizon()}.take();
        for (std::size_t door = 0; door < question.doors.size(); ++door) {
            std::uint32_t const home = question.doors.home[door];
            Found const& found = found_at[door];
            if (found.place == graph::none || answers[c].seconds.possible[home] == beyond) continue;
            answers[c].nearest[home] = found.place;
            answers[c].metres[home] = static_cast<std::uint16_t>(std::min(std::round(found.metres), beyond - 1.0));
        }
    });
}

} // namespace wf::reach
