// SPDX-License-Identifier: EUPL-1.2
// Question     what does it cost to come from a home or a place to the ends of its chain of streets, on given streets at one
//              speed?
// Inside       for the files of this folder that answer compute_reach; homes with a foothold are called doors here.
// Units        ticks; `far_away` or more: not at all.
#pragma once

#include "kernel/graph/search.hpp"
#include "kernel/reach/chains.hpp"
#include "kernel/reach/reach.hpp"

#include <algorithm>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

namespace wf::reach {

/// More than any way costs; the sum of two still fits in 32 bits.
inline constexpr graph::Ticks far_away = 1U << 30U;

/// Homes that have a foothold, in the order of their edges.
struct Doors {
    std::vector<std::uint32_t> home; ///< index in Town::homes
    std::vector<Foothold> at;
    std::vector<std::uint32_t> first_of_edge; ///< doors of edge e: from first_of_edge[e] up to first_of_edge[e + 1]
    [[nodiscard]] std::size_t size() const { return home.size(); }
};
[[nodiscard]] Doors make_doors(Town const& town);

/// Chains for streets on which this profile rests where it can; all that walk without rests share one.
[[nodiscard]] std::shared_ptr<Chains const> make_chains_for(Town const& town, Profile const& profile,
                                                            DrawnStreets const& streets);

/// Ticks to (or from) the beginning and the end of a chain.
struct Ends {
    graph::Ticks begin{far_away};
    graph::Ticks end{far_away};
};

/// Streets at one speed.
class Pace {
public:
    Pace() = default;
    Pace(Town const& town, Profile const& profile, ArcCosts const& costs, DrawnStreets const& streets,
         std::shared_ptr<Chains const> chains, double speed, graph::LegLimit leg_limit);

    [[nodiscard]] Chains const& chains() const { return *m_chains; }
    [[nodiscard]] std::vector<graph::Arc> const& arcs() const { return m_arcs; }
    [[nodiscard]] std::vector<std::uint8_t> const& rest_here() const { return m_rest_here; }
    [[nodiscard]] bool with_legs() const { return m_with_legs; }
    [[nodiscard]] graph::Legs const& legs() const { return m_legs; } ///< without its rest_here

    /// Whether all streets take as long as on the other one: then so does every walk, at one speed.
    [[nodiscard]] bool is_like(Pace const& other) const;
    /// Ticks for metres that have no street.
    [[nodiscard]] graph::Ticks offset(float metres) const
    {
        return static_cast<graph::Ticks>(std::min(metres * m_ms_per_metre + 0.5F, 1e9F));
    }
    [[nodiscard]] Ends leave(Foothold const& home) const;
    [[nodiscard]] Ends come(Foothold const& place) const;
    /// Along the chain, when both are on the same one; rests not counted.
    [[nodiscard]] graph::Ticks along(Foothold const& home, Foothold const& place) const;

private:
    using Sum = std::uint64_t;
    /// Weights of an edge in the direction of the chain and against it; `shut` when closed.
    struct Both {
        Sum on;
        Sum back;
    };
    [[nodiscard]] Both weights(std::uint32_t edge) const;
    [[nodiscard]] float way_on(Foothold const& foothold) const;
    void sum_chains();

    std::shared_ptr<Chains const> m_chains;
    WalkingGraph const* m_graph{nullptr};
    float m_ms_per_metre{1000};
    std::vector<graph::Arc> m_street_arcs;
    std::vector<graph::Arc> m_arcs;
    std::vector<Both> m_before; ///< by edge: of the edges of its chain that lie before it
    std::vector<Both> m_whole;  ///< by chain
    std::vector<std::uint8_t> m_rest_here;
    bool m_with_legs{false};
    graph::Legs m_legs;
};

/// What every door needs of a pace, ready for many searches.
struct Exits {
    std::vector<graph::Node> begin; ///< ends of its chain
    std::vector<graph::Node> end;
    std::vector<graph::Ticks> to_begin;
    std::vector<graph::Ticks> to_end;
};
[[nodiscard]] Exits make_exits(Doors const& doors, Pace const& pace);

/// Cost at a door through an end of its chain, when nobody needs a rest.
struct PlainEnds {
    graph::Ticks const* cost;
    [[nodiscard]] graph::Ticks operator()(graph::Node node, graph::Ticks part) const
    {
        return std::min(cost[node], far_away) + part;
    }
};
/// The same with rests.
struct LegEnds {
    graph::LegLabels const* labels;
    graph::Legs const* legs;
    [[nodiscard]] graph::Ticks operator()(graph::Node node, graph::Ticks part) const
    {
        graph::Ticks best = far_away;
        if (part >= far_away) return best;
        for (std::uint32_t i = labels->first[node]; i < labels->first[node + 1]; ++i) {
            graph::LegLabel const label = labels->labels[i];
            if (label.cost + part >= best) break;
            bool const fresh = label.leg <= legs->longest && part <= legs->longest - label.leg;
            best = std::min(best, fresh ? label.cost + part : graph::cost_after(label, part, *legs));
        }
        return best;
    }
};

} // namespace wf::reach
