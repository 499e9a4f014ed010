// SPDX-License-Identifier: EUPL-1.2
#include "kernel/reach/doors.hpp"

#include "base/check.hpp"

#include <cmath>
#include <numeric>

namespace wf::reach {
namespace {

/// A closed edge within a sum: sums of thousands of weights stay below it, and differences show whether it is in between.
constexpr std::uint64_t shut = std::uint64_t{1} << 46U;

std::uint64_t weight_of(graph::Arc const& arc)
{
    return arc.weight == graph::closed ? shut : arc.weight;
}

std::uint64_t part_of(std::uint64_t weight, float part)
{
    return weight >= shut ? shut : static_cast<std::uint64_t>(static_cast<float>(weight) * part + 0.5F);
}

graph::Ticks ticks_of(std::uint64_t sum)
{
    return static_cast<graph::Ticks>(std::min<std::uint64_t>(sum, far_away));
}

} // namespace

Doors make_doors(Town const& town)
{
    std::size_t const edges = town.network->edges.size();
    Doors doors;
    doors.first_of_edge.assign(edges + 1, 0);
    for (auto const& home : town.homes) {
        if (!home) continue;
        WF_CHECK(home->edge < edges && home->fraction >= 0 && home->fraction <= 1 && home->metres >= 0);
        ++doors.first_of_edge[home->edge + 1];
    }
    std::partial_sum(doors.first_of_edge.begin(), doors.first_of_edge.end(), doors.first_of_edge.begin());
    doors.home.resize(doors.first_of_edge.back());
    std::vector<std::uint32_t> next(doors.first_of_edge.begin(), doors.first_of_edge.end() - 1);
    for (std::uint32_t i = 0; i < town.homes.size(); ++i) {
        if (town.homes[i]) doors.home[next[town.homes[i]->edge]++] = i;
    }
    for (std::uint32_t const home : doors.home) doors.at.push_back(*town.homes[home]);
    return doors;
}

std::shared_ptr<Chains const> make_chains_for(Town const& town, Profile const& profile, DrawnStreets const& streets)
{
    if (!profile.longest_leg_m) return std::make_shared<Chains const>(make_chains(*town.network, {}));
    return std::make_shared<Chains const>(make_chains(*town.network, streets.rest_here));
}

Pace::Pace(Town const& town, Profile const& profile, ArcCosts const& costs, DrawnStreets const& streets,
           std::shared_ptr<Chains const> chains, double speed, graph::LegLimit leg_limit)
    : m_chains{std::move(chains)},
      m_graph{&town.graph},
      m_ms_per_metre{static_cast<float>(1000 / speed)},
      m_with_legs{profile.longest_leg_m.has_value()}
{
    weigh(town.graph, costs, speed, m_street_arcs);
    sum_chains();
    if (!m_with_legs) return;
    WF_CHECK(streets.rest_here.size() == m_chains->node_of.size());
    m_rest_here.reserve(m_chains->kept.size());
    for (std::uint32_t const node : m_chains->kept) m_rest_here.push_back(streets.rest_here[node]);
    double const longest = *profile.longest_leg_m;
    m_legs.longest = static_cast<graph::Ticks>(std::llround(std::min(longest * 1000 / speed, 1e9)));
    m_legs.surcharge = std::min(profile.rest_seconds * speed / longest, 1000.0);
    m_legs.limit = leg_limit;
}

Pace::Both Pace::weights(std::uint32_t edge) const
{
    Sum const there = weight_of(m_street_arcs[m_graph->arc_forward(edge)]);
    Sum const back = weight_of(m_street_arcs[m_graph->arc_backward(edge)]);
    return m_chains->onward[edge] != 0 ? Both{there, back} : Both{back, there};
}

void Pace::sum_chains()
{
    Chains const& chains = *m_chains;
    m_before.resize(chains.edges.size());
    m_whole.resize(chains.size());
    m_arcs.resize(2 * chains.size());
    auto const arc = [](Sum sum, graph::Node head) {
        return graph::Arc{head, sum < far_away ? static_cast<graph::Ticks>(sum) : graph::closed};
    };
    for (std::uint32_t c = 0; c < chains.size(); ++c) {
        Both sum{0, 0};
        for (std::uint32_t i = chains.first_edge[c]; i < chains.first_edge[c + 1]; ++i) {
            std::uint32_t const edge = chains.edges[i];
            Both const here = weights(edge);
            m_before[edge] = sum;
            sum = {sum.on + here.on, sum.back + here.back};
        }
        m_whole[c] = sum;
        m_arcs[chains.topology.arc_of[2 * c]] = arc(sum.on, chains.ends[c].tail);
        m_arcs[chains.topology.arc_of[2 * c + 1]] = arc(sum.back, chains.ends[c].head);
    }
}

bool Pace::is_like(Pace const& other) const
{
    auto const alike = [](graph::Arc const& a, graph::Arc const& b) { return a.weight == b.weight; };
    return std::equal(m_street_arcs.begin(), m_street_arcs.end(), other.m_street_arcs.begin(),
                      other.m_street_arcs.end(), alike);
}

float Pace::way_on(Foothold const& foothold) const
{
    return m_chains->onward[foothold.edge] != 0 ? foothold.fraction : 1 - foothold.fraction;
}

Ends Pace::leave(Foothold const& home) const
{
    Both const here = weights(home.edge);
    Both const before = m_before[home.edge];
    float const at = way_on(home);
    Sum const out = offset(home.metres);
    Sum const behind = m_whole[m_chains->chain_of[home.edge]].on - before.on - here.on;
    return {ticks_of(out + part_of(here.back, at) + before.back), ticks_of(out + part_of(here.on, 1 - at) + behind)};
}

Ends Pace::come(Foothold const& place) const
{
    Both const here = weights(place.edge);
    Both const before = m_before[place.edge];
    float const at = way_on(place);
    Sum const in = offset(place.metres);
    Sum const behind = m_whole[m_chains->chain_of[place.edge]].back - before.back - here.back;
    return {ticks_of(before.on + part_of(here.on, at) + in), ticks_of(behind + part_of(here.back, 1 - at) + in)};
}

graph::Ticks Pace::along(Foothold const& home, Foothold const& place) const
{
    Sum const outside = Sum{offset(home.metres)} + offset(place.metres);
    float const out = way_on(home);
    float const in = way_on(place);
    if (home.edge == place.edge) {
        Both const here = weights(home.edge);
        return ticks_of(outside + (in >= out ? part_of(here.on, in - out) : part_of(here.back, out - in)));
    }
    Both const first = weights(home.edge);
    Both const last = weights(place.edge);
    if (m_chains->place_of[home.edge] < m_chains->place_of[place.edge]) {
        Sum const between = m_before[place.edge].on - m_before[home.edge].on - first.on;
        return ticks_of(outside + part_of(first.on, 1 - out) + between + part_of(last.on, in));
    }
    Sum const between = m_before[home.edge].back - m_before[place.edge].back - last.back;
    return ticks_of(outside + part_of(first.back, out) + between + part_of(last.back, 1 - in));
}

Exits make_exits(Doors const& doors, Pace const& pace)
{
    Exits exits;
    std::size_t const size = doors.size();
    exits.begin.resize(size);
    exits.end.resize(size);
    exits.to_begin.resize(size);
    exits.to_end.resize(size);
    for (std::size_t i = 0; i < size; ++i) {
        graph::Pair const& ends = pace.chains().ends[pace.chains().chain_of[doors.at[i].edge]];
        Ends const costs = pace.leave(doors.at[i]);
        exits.begin[i] = ends.tail;
        exits.end[i] = ends.head;
        exits.to_begin[i] = costs.begin;
        exits.to_end[i] = costs.end;
    }
    return exits;
}

} // namespace wf::reach
