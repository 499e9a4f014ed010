// SPDX-License-Identifier: EUPL-1.2
// The walking network as the arithmetic needs it: what is known of each street, crossing and node, and what is not.
// Nothing is filled in here: `unknown` stays unknown until a draw (streets.hpp) decides.
// Units        metres, centimetres, per cent; longitude and latitude in 1e-7 degrees (WGS 84), as OpenStreetMap keeps them.
#pragma once

#include "base/result.hpp"
#include "kernel/geo/polygon.hpp"

#include <cmath>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace wf::reach {

enum class Road : std::uint8_t {
    footway,
    path,
    cycleway,
    track,
    pedestrian,
    living_street,
    residential,
    service,
    unclassified,
    tertiary,
    secondary,
    primary,
    steps,
    crossing,
    platform,
    corridor,
    ferry,
    square ///< a line across a pedestrian square
};
inline constexpr std::size_t road_count = 18;
enum class Surface : std::uint8_t { unknown, smooth, paving, rough, compacted, loose };
enum class Smoothness : std::uint8_t { unknown, good, intermediate, bad, impassable };
/// Roads with so many cars that it matters whether there is a sidewalk.
[[nodiscard]] constexpr bool asks_sidewalk(Road road)
{
    return road == Road::tertiary || road == Road::secondary || road == Road::primary;
}
/// `none`: nobody meets a kerb here. lowered: at most 3 cm.
enum class Kerb : std::uint8_t { none, unknown, flush, lowered, rolled, raised };
enum class Sidewalk : std::uint8_t { unknown, no, yes, separate };
enum class Access : std::uint8_t { allowed, unknown };
enum class Barrier : std::uint8_t { none, narrow, gate, stile }; ///< narrow: bollard, cycle barrier, kissing gate ...
enum class Lit : std::uint8_t { unknown, no, yes };
enum class Surroundings : std::uint8_t { built_up, rural };

struct Place32 {
    std::int32_t lon{0};
    std::int32_t lat{0};
    bool operator==(Place32 const&) const = default;
};
[[nodiscard]] inline geo::Point to_point(Place32 p)
{
    return {p.lon * 1e-7, p.lat * 1e-7};
}
[[nodiscard]] inline Place32 to_place(geo::Point point)
{
    return {static_cast<std::int32_t>(std::lround(point.lon * 1e7)),
            static_cast<std::int32_t>(std::lround(point.lat * 1e7))};
}

/// What all edges of one OpenStreetMap way share.
struct Way {
    std::int64_t osm_id{0};
    std::uint32_t name{0}; ///< in Network::names; 0 is no name
    Road road{Road::footway};
    Surface surface{Surface::unknown};
    Smoothness smoothness{Smoothness::unknown};
    Sidewalk sidewalk{Sidewalk::unknown};
    Access access{Access::allowed};
    Lit lit{Lit::unknown};
    Surroundings surroundings{Surroundings::built_up};
    bool ramp{false}; ///< of steps: with a ramp for wheels
    bool incline_known{false};
    std::int8_t incline_percent{0}; ///< in the direction of the way; known only with incline_known
    std::uint16_t width_cm{0};      ///< 0: unknown
    std::uint16_t fixed_seconds{0}; ///< of a ferry: waiting and crossing; its metres take no time
    bool operator==(Way const&) const = default;
};

struct NetworkNode {
    std::int64_t osm_id{0}; ///< 0: made by us (a bench or the corner of a square)
    Place32 at;
    Kerb kerb{Kerb::none};
    Barrier barrier{Barrier::none};
    std::uint16_t passage_cm{0}; ///< free width at the barrier; 0: unknown
    bool bench{false};
    bool operator==(NetworkNode const&) const = default;
};

/// Walked both ways. `along_way`: from -> to is the direction of the way (for the incline).
struct Edge {
    std::uint32_t from{0};
    std::uint32_t to{0};
    std::uint32_t way{0};
    float metres{0};
    bool along_way{true};
    std::uint32_t first_bend{0}; ///< points between the two ends: Network::bends
    std::uint32_t bends{0};
    bool operator==(Edge const&) const = default;
};

struct Network;
/// From its beginning to its end, bends included.
[[nodiscard]] std::vector<Place32> line_of(Network const& network, Edge const& edge);

struct Network {
    std::vector<NetworkNode> nodes;
    std::vector<Way> ways;
    std::vector<Edge> edges;
    std::vector<Place32> bends;
    std::vector<std::string> names{""}; ///< of streets; the first is empty
    geo::Box extent;                    ///< what the source says that it covers (or the box of what it holds)
    bool operator==(Network const& other) const;
};

/// Errors: network.bad_index, network.bad_length (not finite or below 0), network.bad_place,
/// network.bad_value (a word that is none of ours). A network that passed may be
/// handed to all that is in this folder.
Result<void> check(Network const& network);

/// How many edges, weighted by metres, have an attribute known: what pages say about coverage.
struct Coverage {
    double metres{0}; ///< of all edges but ferries
    double surface{0};
    double smoothness{0};
    double width{0};
    double incline{0};
    double sidewalk{0};        ///< metres known, of `sidewalk_metres`
    double sidewalk_metres{0}; ///< roads with cars, where a sidewalk is a question
    double lit{0};
    std::size_t kerb_nodes{0}; ///< where somebody meets a kerb
    std::size_t kerb_known{0};
    std::size_t barrier_nodes{0};
    std::size_t barrier_known{0};
    std::size_t benches{0};
};
[[nodiscard]] Coverage coverage_of(Network const& network);

} // namespace wf::reach
