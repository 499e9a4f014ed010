// SPDX-License-Identifier: EUPL-1.2
#include "kernel/reach/walker.hpp"

#include "base/check.hpp"

namespace wf::reach {
namespace {

template <class Costs>
void fill_times(Exits const& exits, Costs const& costs, graph::Ticks limit, std::vector<graph::Ticks>& times)
{
    times.resize(exits.begin.size());
    for (std::size_t i = 0; i < times.size(); ++i) {
        graph::Ticks const time =
            std::min(costs(exits.begin[i], exits.to_begin[i]), costs(exits.end[i], exits.to_end[i]));
        times[i] = time <= limit ? time : graph::unreachable;
    }
}

} // namespace

void Walker::enter(Pace const& pace, Exits const& exits)
{
    WF_CHECK(exits.begin.size() == m_doors.size());
    m_pace = &pace;
    m_exits = &exits;
    Chains const& chains = pace.chains();
    m_cost.resize(chains.kept.size());
    m_near.assign(chains.kept.size(), graph::unreachable);
    m_reached.clear();
    m_seen.assign(chains.size(), 0);
    m_visit = 0;
    if (!pace.with_legs()) return;
    m_first = chains.topology.first;
    m_arcs = pace.arcs();
    m_rest_here = pace.rest_here();
    m_legs = pace.legs();
}

void Walker::search_with_legs(std::span<Destination const> destinations, graph::Ticks limit)
{
    Chains const& chains = m_pace->chains();
    m_seeds.clear();
    m_first.resize(chains.kept.size() + 1);
    m_arcs.resize(m_pace->arcs().size());
    m_rest_here.resize(chains.kept.size());
    for (Destination const& destination : destinations) {
        for (Foothold const& foothold : destination.footholds) {
            WF_CHECK(foothold.edge < chains.chain_of.size());
            Ends const costs = m_pace->come(foothold);
            graph::Pair const& ends = chains.ends[chains.chain_of[foothold.edge]];
            m_seeds.push_back({static_cast<graph::Node>(m_rest_here.size()), 0});
            m_arcs.push_back({ends.tail, costs.begin < far_away ? costs.begin : graph::closed});
            m_arcs.push_back({ends.head, costs.end < far_away ? costs.end : graph::closed});
            m_first.push_back(static_cast<std::uint32_t>(m_arcs.size()));
            m_rest_here.push_back(1);
        }
    }
    m_legs.rest_here = m_rest_here;
    m_search.nearest_with_legs({m_first, m_arcs}, m_seeds, limit, m_legs, m_labels);
}

void Walker::make_seeds(std::span<Destination const> destinations)
{
    Chains const& chains = m_pace->chains();
    m_seeds.clear();
    for (Destination const& destination : destinations) {
        for (Foothold const& foothold : destination.footholds) {
            WF_CHECK(foothold.edge < chains.chain_of.size());
            Ends const costs = m_pace->come(foothold);
            graph::Pair const& ends = chains.ends[chains.chain_of[foothold.edge]];
            if (costs.begin < far_away) m_seeds.push_back({ends.tail, costs.begin});
            if (costs.end < far_away) m_seeds.push_back({ends.head, costs.end});
        }
    }
}

void Walker::find_times(std::span<Destination const> destinations, graph::Ticks limit, std::vector<graph::Ticks>& times)
{
    WF_CHECK(m_pace != nullptr && limit < far_away);
    if (m_pace->with_legs()) {
        search_with_legs(destinations, limit);
        fill_times(*m_exits, LegEnds{&m_labels, &m_legs}, limit, times);
    } else {
        make_seeds(destinations);
        m_search.nearest({m_pace->chains().topology.first, m_pace->arcs()}, m_seeds, limit, m_cost);
        fill_times(*m_exits, PlainEnds{m_cost.data()}, limit, times);
    }
    for (Destination const& destination : destinations) {
        for (Foothold const& foothold : destination.footholds) {
            for_doors_of(m_pace->chains().chain_of[foothold.edge], [&](std::size_t i) {
                graph::Ticks const direct = along(foothold, i);
                if (direct <= limit) times[i] = std::min(times[i], direct);
            });
        }
    }
}

graph::Ticks Walker::along(Foothold const& foothold, std::size_t door) const
{
    graph::Ticks const walked = m_pace->along(m_doors.at[door], foothold);
    if (walked >= far_away || !m_pace->with_legs()) return walked;
    return graph::cost_after({}, walked, m_legs);
}

graph::Ticks Walker::along(Destination const& destination, std::size_t door) const
{
    std::vector<std::uint32_t> const& chain_of = m_pace->chains().chain_of;
    graph::Ticks best = graph::unreachable;
    for (Foothold const& foothold : destination.footholds) {
        if (chain_of[foothold.edge] == chain_of[m_doors.at[door].edge]) best = std::min(best, along(foothold, door));
    }
    return best;
}

graph::Ticks Walker::at_door(std::size_t door) const
{
    auto const through = [&](auto const& ends) {
        return std::min(ends(m_exits->begin[door], m_exits->to_begin[door]),
                        ends(m_exits->end[door], m_exits->to_end[door]));
    };
    return m_pace->with_legs() ? through(LegEnds{&m_labels, &m_legs}) : through(PlainEnds{m_near.data()});
}

void Walker::reach_nodes(Destination const& destination, graph::Ticks limit)
{
    WF_CHECK(m_pace != nullptr && limit < far_away);
    for (graph::Node const node : m_reached) m_near[node] = graph::unreachable;
    m_reached.clear();
    if (m_pace->with_legs()) {
        search_with_legs({&destination, 1}, limit);
        for (graph::Node node = 0; node < m_near.size(); ++node) {
            if (m_labels.first[node] != m_labels.first[node + 1]) m_reached.push_back(node);
        }
        return;
    }
    make_seeds({&destination, 1});
    graph::GraphView const view{m_pace->chains().topology.first, m_pace->arcs()};
    for (graph::Search::Reached const& reached : m_search.within(view, m_seeds, limit)) {
        m_near[reached.node] = reached.cost;
        m_reached.push_back(reached.node);
    }
}

} // namespace wf::reach
