// SPDX-License-Identifier: EUPL-1.2
// From what is known and decided of streets to what they cost a profile.
#include "base/check.hpp"
#include "kernel/reach/streets.hpp"

#include <algorithm>
#include <limits>

namespace wf::reach {
namespace {

constexpr float stopped = -1;
/// A point cannot be walked along: what a factor on walking time costs at a barrier that is too narrow.
constexpr double squeeze_seconds = 20;
constexpr double steps_per_metre = 2.5;
constexpr double descent_percent = 3;
/// Longer than any walk: 11 days. Keeps sums of a few weights within 32 bits.
constexpr float longest_weight = 1e9F;

template <class Rows, class Word>
auto const& entry(Rows const& rows, Word word)
{
    return rows[static_cast<std::size_t>(word)];
}

/// The largest factor of all that was met; negative once something forbids.
class Largest {
public:
    void meet(Going const& going)
    {
        if (going.forbidden) m_factor = stopped;
        if (m_factor >= 0) m_factor = std::max(m_factor, static_cast<float>(going.factor));
    }
    [[nodiscard]] float factor() const { return m_factor; }

private:
    float m_factor{0};
};

struct WayCost {
    float forward{stopped}; ///< factor on metres, in the direction of the way; below 0: closed
    float backward{stopped};
    float ms_per_metre{0}; ///< on top, at any speed
};

/// Half of what a node costs, for each of the two edges by which somebody passes it; below 0: closed.
float half_cost(NetworkNode const& node, Profile const& profile, bool kerb_fine, bool passage_fine)
{
    Kerb const kerb = node.kerb != Kerb::unknown ? node.kerb : kerb_fine ? Kerb::lowered : Kerb::raised;
    Obstacle const& step = entry(profile.kerb, kerb);
    if (kerb != Kerb::none && step.forbidden) return stopped;
    double seconds = kerb == Kerb::none ? 0 : step.seconds;
    if (node.barrier == Barrier::stile) {
        if (profile.stile.forbidden) return stopped;
        seconds += profile.stile.seconds;
    } else if (node.barrier != Barrier::none) {
        double const passage = node.passage_cm != 0 ? node.passage_cm : passage_fine ? 120 : 70;
        if (passage < profile.width_cm) {
            if (profile.narrow.forbidden) return stopped;
            seconds += squeeze_seconds * std::max(0.0, profile.narrow.factor - 1);
        }
    }
    return static_cast<float>(seconds * 500);
}

/// Going up in one direction at `percent` (below 0: down).
void meet_slope(Largest& largest, Profile const& profile, double percent)
{
    if (percent > profile.slope_percent) largest.meet(profile.slope_above);
    if (percent <= -descent_percent) largest.meet({false, profile.slope_down_factor});
}

void meet_incline(Largest& forward, Largest& backward, Way const& way, Profile const& profile, bool fine)
{
    if (way.incline_known) {
        meet_slope(forward, profile, way.incline_percent);
        meet_slope(backward, profile, -way.incline_percent);
    } else if (way.road == Road::steps) {
        // A ramp over steps is steep both ways, and nobody knows how steep.
        forward.meet(profile.slope_above);
        backward.meet(profile.slope_above);
    } else if (!fine) {
        meet_slope(forward, profile, 8);
        meet_slope(backward, profile, 8);
    }
}

WayCost cost_of(Way const& way, Profile const& profile, std::uint16_t fine)
{
    auto const is_fine = [fine](Attribute attribute) { return (fine & bit(attribute)) != 0; };
    WayCost cost;
    if (way.access == Access::unknown && !is_fine(Attribute::access)) return cost;
    if (way.road == Road::ferry) return {0, 0, 0}; // its seconds are added by edge
    bool const climbs_steps = way.road == Road::steps && !way.ramp;
    if (climbs_steps) {
        if (profile.steps.forbidden) return cost;
        cost.ms_per_metre = static_cast<float>(profile.steps.seconds * 1000 * steps_per_metre / 10);
    }
    Largest both;
    Surface const surface = way.surface != Surface::unknown ? way.surface
                            : is_fine(Attribute::surface)   ? Surface::paving
                                                            : Surface::compacted;
    Smoothness const smoothness = way.smoothness != Smoothness::unknown ? way.smoothness
                                  : is_fine(Attribute::smoothness)      ? Smoothness::good
                                                                        : Smoothness::bad;
    both.meet(entry(profile.surface, surface));
    both.meet(entry(profile.smoothness, smoothness));
    double const width = way.width_cm != 0 ? way.width_cm : is_fine(Attribute::width) ? 150 : 70;
    if (width < profile.width_cm) both.meet(profile.narrow);
    if (asks_sidewalk(way.road)) {
        bool const fine_here =
            way.sidewalk == Sidewalk::unknown ? is_fine(Attribute::sidewalk) : way.sidewalk != Sidewalk::no;
        if (!fine_here) both.meet(profile.road_without_sidewalk);
    }
    Largest forward = both;
    Largest backward = both;
    if (!climbs_steps) meet_incline(forward, backward, way, profile, is_fine(Attribute::incline));
    cost.forward = forward.factor();
    cost.backward = backward.factor();
    return cost;
}

/// Seconds of a ferry over its metres: one that is cut into several edges costs its time once.
std::vector<double> ferry_metres(Network const& network)
{
    std::vector<double> metres;
    for (Edge const& edge : network.edges) {
        if (network.ways[edge.way].road != Road::ferry) continue;
        metres.resize(network.ways.size(), 0);
        metres[edge.way] += static_cast<double>(edge.metres);
    }
    return metres;
}

float ferry_ms(Way const& way, double part_metres, double whole_metres)
{
    return static_cast<float>(way.fixed_seconds * 1000.0 * (whole_metres > 0 ? part_metres / whole_metres : 1));
}

void put(ArcCosts& costs, graph::ArcIndex arc, float factor, float metres, float fixed_ms)
{
    costs.metres[arc] = factor < 0 ? stopped : metres * factor;
    costs.fixed_ms[arc] = fixed_ms;
}

} // namespace

WalkingGraph make_walking_graph(Network const& network)
{
    std::vector<graph::Pair> pairs;
    pairs.reserve(2 * network.edges.size());
    for (Edge const& edge : network.edges) {
        pairs.push_back({edge.to, edge.from});
        pairs.push_back({edge.from, edge.to});
    }
    return {graph::make_topology(network.nodes.size(), pairs)};
}

ArcCosts make_arc_costs(Network const& network, WalkingGraph const& graph, Profile const& profile,
                        DrawnStreets const& streets)
{
    WF_CHECK(streets.way.size() == network.ways.size());
    WF_CHECK(streets.kerb.size() == network.nodes.size() && streets.passage.size() == network.nodes.size());
    WF_CHECK(graph.topology.arc_of.size() == 2 * network.edges.size());
    std::vector<WayCost> ways(network.ways.size());
    for (std::size_t i = 0; i < ways.size(); ++i) ways[i] = cost_of(network.ways[i], profile, streets.way[i]);
    std::vector<float> halves(network.nodes.size(), 0);
    for (std::size_t i = 0; i < halves.size(); ++i) {
        NetworkNode const& node = network.nodes[i];
        if (node.kerb == Kerb::none && node.barrier == Barrier::none) continue;
        halves[i] = half_cost(node, profile, streets.kerb[i] != 0, streets.passage[i] != 0);
    }
    std::vector<double> const ferries = ferry_metres(network);

    ArcCosts costs;
    costs.metres.resize(graph.topology.head.size());
    costs.fixed_ms.resize(graph.topology.head.size());
    for (std::uint32_t e = 0; e < network.edges.size(); ++e) {
        Edge const& edge = network.edges[e];
        WayCost const& way = ways[edge.way];
        float const from = halves[edge.from];
        float const to = halves[edge.to];
        bool const open = from >= 0 && to >= 0;
        float fixed = open ? from + to + way.ms_per_metre * edge.metres : 0;
        Way const& source = network.ways[edge.way];
        if (source.road == Road::ferry) {
            fixed += ferry_ms(source, static_cast<double>(edge.metres), ferries[edge.way]);
        }
        float const along = open ? way.forward : stopped;
        float const against = open ? way.backward : stopped;
        put(costs, graph.arc_forward(e), edge.along_way ? along : against, edge.metres, fixed);
        put(costs, graph.arc_backward(e), edge.along_way ? against : along, edge.metres, fixed);
    }
    return costs;
}

void weigh(WalkingGraph const& graph, ArcCosts const& costs, double speed, std::vector<graph::Arc>& arcs)
{
    WF_CHECK(speed > 0 && costs.metres.size() == graph.topology.head.size());
    auto const ms_per_metre = static_cast<float>(1000 / speed);
    arcs.resize(costs.metres.size());
    for (std::size_t i = 0; i < arcs.size(); ++i) {
        float const ms = std::min(costs.metres[i] * ms_per_metre + costs.fixed_ms[i] + 0.5F, longest_weight);
        arcs[i] = {graph.topology.head[i], costs.metres[i] < 0 ? graph::closed : static_cast<graph::Ticks>(ms)};
    }
}

} // namespace wf::reach
