// SPDX-License-Identifier: EUPL-1.2
// Question     how long does each street take a person, when part of what matters is not known?
// Method       three states. possible: all that is unknown is fine. certain: all that is unknown is as bad as the prior's
//              "not fine" level. drawn: each unknown is fine with the chance that the prior gives for its road class and
//              surroundings; the chance itself is drawn from its range first. The same draw gives the same streets to all
//              profiles, on any machine.
// Levels       fine: surface paving, smoothness good, kerb lowered, width 150 cm, slope 0, passage 120 cm, access allowed,
//              sidewalk yes. Not fine: surface compacted, smoothness bad, kerb raised, width 70 cm, slope 8 % up in both
//              directions, passage 70 cm, access closed, sidewalk no.
// Units        ticks are milliseconds.
#pragma once

#include "kernel/graph/graph.hpp"
#include "kernel/reach/network.hpp"
#include "kernel/reach/profile.hpp"

#include <array>
#include <cstdint>
#include <span>
#include <vector>

namespace wf::reach {

enum class Attribute : std::uint8_t { surface, smoothness, kerb, width, incline, passage, access, sidewalk, bench };
inline constexpr std::size_t attribute_count = 9;

/// The chance that an untagged thing is fine. For `bench`: that there is a place to sit on 100 metres of street without
/// a mapped bench.
struct Prior {
    double chance{0.5};
    double low{0};
    double high{1};
    bool operator==(Prior const&) const = default;
};
struct Priors {
    /// [attribute][road][surroundings]
    std::array<std::array<std::array<Prior, 2>, road_count>, attribute_count> table{};
    [[nodiscard]] Prior const& at(Attribute attribute, Road road, Surroundings surroundings) const
    {
        return table[static_cast<std::size_t>(attribute)][static_cast<std::size_t>(road)]
                    [static_cast<std::size_t>(surroundings)];
    }
    bool operator==(Priors const&) const = default;
};

/// What is not known of a way and matters to somebody: bits by Attribute. Of a ferry only access; a width, surface or slope of
/// a way that has one is known.
[[nodiscard]] std::uint16_t unknown_of(Way const& way);
/// The same of a node: kerb and passage.
[[nodiscard]] std::uint16_t unknown_of(NetworkNode const& node);
[[nodiscard]] constexpr std::uint16_t bit(Attribute attribute)
{
    return static_cast<std::uint16_t>(1U << static_cast<unsigned>(attribute));
}

enum class State { certain, possible, drawn };

/// What one draw decided for everything unknown. Bit set: fine.
struct DrawnStreets {
    State state{State::possible};
    std::vector<std::uint16_t> way; ///< bits by Attribute
    std::vector<std::uint8_t> kerb; ///< one a node: 1 is fine
    std::vector<std::uint8_t> passage;
    std::vector<std::uint8_t> rest_here; ///< one a node: a mapped bench, or one that this draw supposes
};
[[nodiscard]] DrawnStreets make_streets(Network const& network, State state);
/// A chance that is at least this at its lowest leaves no question: what is unknown of such a street is fine in every state, or a
/// flat country would be "not certainly" flat.
inline constexpr double settled_chance = 0.95;
/// State certain, with what the chances settle.
[[nodiscard]] DrawnStreets make_certain_streets(Network const& network, Priors const& priors);
[[nodiscard]] DrawnStreets draw_streets(Network const& network, Priors const& priors, std::uint64_t seed,
                                        std::uint32_t draw);

/// The network turned around: a search from places over these arcs gives what it costs to come *to* them.
struct WalkingGraph {
    graph::Topology topology;
    /// For edge e: the arc whose weight is the time to walk e from `from` to `to` (it stands at node `to`, its head is `from`),
    /// and the one for walking it from `to` to `from`.
    [[nodiscard]] graph::ArcIndex arc_forward(std::uint32_t edge) const { return topology.arc_of[2 * edge]; }
    [[nodiscard]] graph::ArcIndex arc_backward(std::uint32_t edge) const { return topology.arc_of[2 * edge + 1]; }
};
[[nodiscard]] WalkingGraph make_walking_graph(Network const& network);

/// For a profile and streets: metres that count (length times factor) and fixed ticks of each arc, so that a speed gives
/// weights by one multiplication. closed arcs have metres < 0.
struct ArcCosts {
    std::vector<float> metres;
    std::vector<float> fixed_ms;
};
[[nodiscard]] ArcCosts make_arc_costs(Network const& network, WalkingGraph const& graph, Profile const& profile,
                                      DrawnStreets const& streets);
/// Weights at a speed (m/s), in the order of the topology. `arcs` is made the right size.
void weigh(WalkingGraph const& graph, ArcCosts const& costs, double speed, std::vector<graph::Arc>& arcs);

} // namespace wf::reach
