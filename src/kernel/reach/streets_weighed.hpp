// SPDX-License-Identifier: EUPL-1.2
// Question     how does somebody leave home and come into a place, on streets weighed at one speed, when the streets themselves
//              are asked for and not only the time?
// Inside       for the files of this folder that look at the edges of a walk (survey, route).
// Units        ticks; `no_way` or more: not at all.
#pragma once

#include "kernel/graph/search.hpp"
#include "kernel/reach/reach.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace wf::reach {

inline constexpr std::uint64_t no_way = graph::unreachable;

/// What walking costs at one speed.
struct WeighedStreets {
    Network const& network;
    WalkingGraph const& graph;
    std::vector<graph::Arc> arcs;
    double speed{1};

    [[nodiscard]] graph::GraphView view() const { return {graph.topology.first, arcs}; }
    [[nodiscard]] std::uint64_t part(graph::ArcIndex arc, double share) const;
    [[nodiscard]] std::uint64_t ticks_of(double metres) const;
};
/// At the median speed of the profile.
[[nodiscard]] WeighedStreets weigh_streets(Network const& network, WalkingGraph const& graph, Profile const& profile,
                                           ArcCosts const& costs);

/// A foothold of a destination: where on the edge, and what the rest of the way costs.
struct Entrance {
    std::uint32_t edge{0};
    double fraction{0};
    std::uint64_t ticks{0};
    std::uint32_t foothold{0}; ///< which of its destination

    /// Does who comes from this end of the edge walk on it?
    [[nodiscard]] bool walks_edge_from(Network const& network, std::uint32_t node) const
    {
        bool const from_here = node != network.edges[edge].from || fraction > 0;
        bool const to_here = node != network.edges[edge].to || fraction < 1;
        return from_here && to_here;
    }
};
/// In the order of edges.
[[nodiscard]] std::vector<Entrance> collect_entrances(WeighedStreets const& streets,
                                                      std::span<Destination const> destinations);
/// Both ends of the edge of each entrance; a seed is labelled with the place of its entrance in the list. What is further than
/// `furthest` is left out.
[[nodiscard]] std::vector<graph::Seed> make_seeds(WeighedStreets const& streets, std::span<Entrance const> entrances,
                                                  graph::Ticks furthest);

/// How somebody leaves home: to an end of the edge, or along it to an entrance.
struct Start {
    std::uint64_t ticks{no_way};
    graph::Node node{graph::none};       ///< none: the entrance is on the same edge
    std::uint32_t entrance{graph::none}; ///< that one
    bool walks_edge{true};
};
/// `tree`: of a search from the seeds.
[[nodiscard]] Start find_start(WeighedStreets const& streets, std::span<Entrance const> entrances,
                               graph::Tree const& tree, Foothold const& home);

} // namespace wf::reach
