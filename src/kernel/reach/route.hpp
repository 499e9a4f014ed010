// SPDX-License-Identifier: EUPL-1.2
// Question     by which streets does somebody walk from here to a place, what on that way is not known, and how far is it there
//              from one bench to the next?
// Assumption   all that is unknown is fine (possible streets), at the median speed of the profile; rests do not bend the way, as in
//              the answers of a home (reach.hpp): how long it takes with rests and with doubt is what Walks says (walks.hpp).
// Units        ticks (milliseconds), metres; fractions of an edge.
// Complexity   one search over the network; unknown things: one look at all edges for each attribute.
// Errors       none: no way is no route.
// Source       docs/methods/reach.md.
#pragma once

#include "kernel/reach/reach.hpp"

#include <cmath>
#include <cstdint>
#include <optional>
#include <vector>

namespace wf::reach {

/// A piece of an edge, in the order of walking: from > to is walked against the edge.
struct RoutePart {
    std::uint32_t edge{0};
    double from{0};
    double to{0};
    bool operator==(RoutePart const&) const = default;
};
[[nodiscard]] inline double metres_of(Network const& network, RoutePart const& part)
{
    return static_cast<double>(network.edges[part.edge].metres) * std::abs(part.to - part.from);
}
/// Where the walker is after the part; nothing when that is not at an end of the edge.
[[nodiscard]] std::optional<std::uint32_t> node_after(Network const& network, RoutePart const& part);

struct Route {
    std::vector<RoutePart> parts; ///< none has length 0
    double metres{0};             ///< from door to door; a ferry has none
    double first_metres{0};       ///< of these, from the door to the streets
    double last_metres{0};        ///< and from the streets to the place
    graph::Ticks ticks{0};        ///< without rests
    std::uint32_t entrance{0};    ///< which foothold of the destination
};
/// The quickest way on possible streets; equal ones: always the same one.
[[nodiscard]] std::optional<Route> find_route(Town const& town, Profile const& profile, Foothold const& from,
                                              Destination const& to);

/// A street or crossing on a route of which something that matters to this profile is not known.
struct UnknownThing {
    bool is_node{false};         ///< a crossing or barrier; else a way
    std::uint32_t index{0};      ///< into Network::nodes or Network::ways
    std::uint16_t attributes{0}; ///< bits by Attribute
    double metres{0};            ///< of the route along this way
};
/// In the order of walking, each once.
[[nodiscard]] std::vector<UnknownThing> list_unknown(Town const& town, Profile const& profile, Route const& route);

/// Mapped benches on the way.
struct RestsOnWay {
    std::size_t benches{0};
    double longest_metres{0}; ///< without one; from the door to the first and from the last to the place count too
};
[[nodiscard]] RestsOnWay find_rests(Network const& network, Route const& route);

/// The line of a part, its ends included. At least two points.
[[nodiscard]] std::vector<geo::Point> trace(Network const& network, RoutePart const& part);

} // namespace wf::reach
