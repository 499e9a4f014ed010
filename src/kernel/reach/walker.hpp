// SPDX-License-Identifier: EUPL-1.2
// Question     what does it cost to come from each home to the nearest of some places?
// Method       a search from the places over the chains turned around; with rests each entrance is a node of its own, so that
//              the last leg ends at the door of the place and not at the end of its chain.
// Inside       the files of this folder that answer compute_reach. One for each thread: it keeps the memory of its searches.
// Units        ticks; `graph::unreachable` beyond the limit.
#pragma once

#include "kernel/reach/doors.hpp"

namespace wf::reach {

class Walker {
public:
    explicit Walker(Doors const& doors) : m_doors{doors} {}

    /// Work on these streets from now on; they must stay.
    void enter(Pace const& pace, Exits const& exits);
    /// `times`: one a door.
    void find_times(std::span<Destination const> destinations, graph::Ticks limit, std::vector<graph::Ticks>& times);
    /// visit(door, ticks): every door within the limit of one place, each once; some that are further as well.
    template <class Visit>
    void visit_doors(Destination const& destination, graph::Ticks limit, Visit const& visit);

private:
    void make_seeds(std::span<Destination const> destinations);
    void search_with_legs(std::span<Destination const> destinations, graph::Ticks limit);
    /// Nodes within the limit: in m_reached, in no order.
    void reach_nodes(Destination const& destination, graph::Ticks limit);
    [[nodiscard]] graph::Ticks at_door(std::size_t door) const;
    [[nodiscard]] graph::Ticks along(Foothold const& foothold, std::size_t door) const;
    [[nodiscard]] graph::Ticks along(Destination const& destination, std::size_t door) const;
    /// work(door) for those on a chain.
    template <class Work>
    void for_doors_of(std::uint32_t chain, Work const& work) const;

    Doors const& m_doors;
    Pace const* m_pace{nullptr};
    Exits const* m_exits{nullptr};
    graph::Search m_search;
    std::vector<graph::Seed> m_seeds;
    std::vector<graph::Ticks> m_cost;
    graph::Legs m_legs;
    graph::LegLabels m_labels;
    // The chains and the entrances behind them, for legs.
    std::vector<std::uint32_t> m_first;
    std::vector<graph::Arc> m_arcs;
    std::vector<std::uint8_t> m_rest_here;
    // For visits.
    std::vector<std::uint32_t> m_seen; ///< by chain: in which visit it was last seen
    std::uint32_t m_visit{0};
    std::vector<graph::Node> m_reached;
    std::vector<graph::Ticks> m_near; ///< `unreachable` but for m_reached
};

template <class Work>
void Walker::for_doors_of(std::uint32_t chain, Work const& work) const
{
    Chains const& chains = m_pace->chains();
    for (std::uint32_t k = chains.first_edge[chain]; k < chains.first_edge[chain + 1]; ++k) {
        std::uint32_t const edge = chains.edges[k];
        for (std::size_t i = m_doors.first_of_edge[edge]; i < m_doors.first_of_edge[edge + 1]; ++i) work(i);
    }
}

template <class Visit>
void Walker::visit_doors(Destination const& destination, graph::Ticks limit, Visit const& visit)
{
    Chains const& chains = m_pace->chains();
    reach_nodes(destination, limit);
    ++m_visit;
    for (Foothold const& foothold : destination.footholds) {
        std::uint32_t const chain = chains.chain_of[foothold.edge];
        if (m_seen[chain] == m_visit) continue;
        m_seen[chain] = m_visit;
        for_doors_of(chain, [&](std::size_t i) { visit(i, std::min(at_door(i), along(destination, i))); });
    }
    for (graph::Node const node : m_reached) {
        for (std::uint32_t k = chains.first_at[node]; k < chains.first_at[node + 1]; ++k) {
            std::uint32_t const chain = chains.at_node[k];
            if (m_seen[chain] == m_visit) continue;
            m_seen[chain] = m_visit;
            for_doors_of(chain, [&](std::size_t i) { visit(i, at_door(i)); });
        }
    }
}

} // namespace wf::reach
