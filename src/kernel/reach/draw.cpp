// SPDX-License-Identifier: EUPL-1.2
// What is fine in a state or a draw. Each unknown thing has one number between 0 and 1 in each draw, from its own id; it is
// fine when that lies below the chance. So a higher chance never makes anything worse, and order in the file does not matter.
#include "base/check.hpp"
#include "base/random.hpp"
#include "kernel/reach/streets.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace wf::reach {
namespace {

/// What the numbers of a draw are for: kept apart in the seed.
enum class Purpose : std::uint64_t {
    chance = 0x9d3c'6a1f'0b58'27e4,
    way = 0x51b7'e20d'c94a'863f,
    node = 0xe86f'174d'32a9'5bc0
};

using Words = std::array<std::uint32_t, 4>;

Random stream_of(std::uint64_t seed, Purpose purpose, std::uint64_t stream)
{
    return Random{seed ^ static_cast<std::uint64_t>(purpose), stream};
}

/// Below this a 32-bit word is fine; as 64 bits, so that a chance of 1 is certain.
std::uint64_t threshold_of(double chance)
{
    return static_cast<std::uint64_t>(std::llround(std::clamp(chance, 0.0, 1.0) * 0x1p32));
}

constexpr std::size_t place_count = road_count * 2;

std::size_t place_of(Road road, Surroundings surroundings)
{
    return static_cast<std::size_t>(road) * 2 + static_cast<std::size_t>(surroundings);
}

/// The chances of one draw, each drawn from its range.
struct Chances {
    std::array<std::array<double, place_count>, attribute_count> chance{};
    std::array<std::array<std::uint64_t, place_count>, attribute_count> threshold{};

    [[nodiscard]] std::uint64_t of(Attribute attribute, std::size_t place) const
    {
        return threshold[static_cast<std::size_t>(attribute)][place];
    }
};

/// Nodes and benches are asked for themselves.
bool is_settled(Attribute attribute, Prior const& prior)
{
    bool const of_node = attribute == Attribute::kerb || attribute == Attribute::passage;
    return !of_node && attribute != Attribute::bench && prior.low >= settled_chance;
}

Chances draw_chances(Priors const& priors, std::uint64_t seed, std::uint32_t draw)
{
    Chances chances;
    for (std::size_t attribute = 0; attribute < attribute_count; ++attribute) {
        for (std::size_t place = 0; place < place_count; ++place) {
            Prior const& prior = priors.table[attribute][place / 2][place % 2];
            Words const words = stream_of(seed, Purpose::chance, attribute * place_count + place).bits(draw);
            double const drawn = prior.low + (prior.high - prior.low) * (static_cast<double>(words[0]) * 0x1p-32);
            bool const settled = is_settled(static_cast<Attribute>(attribute), prior);
            double const chance = settled ? 1 : drawn;
            chances.chance[attribute][place] = chance;
            chances.threshold[attribute][place] = threshold_of(chance);
        }
    }
    return chances;
}

std::vector<std::uint16_t> draw_ways(Network const& network, Chances const& chances, std::uint64_t seed,
                                     std::uint32_t draw)
{
    constexpr std::array first{Attribute::surface, Attribute::smoothness, Attribute::width, Attribute::incline};
    constexpr std::array second{Attribute::access, Attribute::sidewalk};
    std::vector<std::uint16_t> fine(network.ways.size(), 0);
    for (std::size_t i = 0; i < fine.size(); ++i) {
        Way const& way = network.ways[i];
        std::uint16_t const unknown = unknown_of(way);
        if (unknown == 0) continue;
        std::size_t const place = place_of(way.road, way.surroundings);
        Random const random = stream_of(seed, Purpose::way, static_cast<std::uint64_t>(way.osm_id));
        std::uint16_t bits = 0;
        Words const words = random.bits(2 * std::uint64_t{draw});
        for (std::size_t k = 0; k < first.size(); ++k) {
            if (words[k] < chances.of(first[k], place)) bits |= bit(first[k]);
        }
        if ((unknown & (bit(Attribute::access) | bit(Attribute::sidewalk))) != 0) {
            Words const more = random.bits(2 * std::uint64_t{draw} + 1);
            for (std::size_t k = 0; k < second.size(); ++k) {
                if (more[k] < chances.of(second[k], place)) bits |= bit(second[k]);
            }
        }
        fine[i] = static_cast<std::uint16_t>(bits & unknown);
    }
    return fine;
}

/// Which prior a node takes: that of a crossing if it lies on one, else of the first road in the order of Road; built up if any
/// of its streets is.
std::vector<std::uint8_t> places_of_nodes(Network const& network)
{
    std::vector<std::uint8_t> place(network.nodes.size(), std::numeric_limits<std::uint8_t>::max());
    for (Edge const& edge : network.edges) {
        Way const& way = network.ways[edge.way];
        for (std::uint32_t const node : {edge.from, edge.to}) {
            auto const here = static_cast<std::uint8_t>(place_of(way.road, way.surroundings));
            std::uint8_t const there = place[node];
            if (there == std::numeric_limits<std::uint8_t>::max()) {
                place[node] = here;
                continue;
            }
            constexpr auto crossing = static_cast<std::uint8_t>(Road::crossing);
            std::uint8_t const a = here / 2;
            std::uint8_t const b = there / 2;
            std::uint8_t const road = a == crossing || b == crossing ? crossing : std::min(a, b);
            place[node] = static_cast<std::uint8_t>(2 * road + ((here % 2) & (there % 2)));
        }
    }
    for (std::uint8_t& one : place) {
        if (one == std::numeric_limits<std::uint8_t>::max()) one = 0; // no street at all: never asked
    }
    return place;
}

std::uint64_t stream_of(NetworkNode const& node)
{
    if (node.osm_id != 0) return static_cast<std::uint64_t>(node.osm_id);
    // A node of our own has its place for a name; the highest bit keeps it apart from OpenStreetMap's numbers.
    std::uint64_t const lon = static_cast<std::uint32_t>(node.at.lon);
    std::uint64_t const lat = static_cast<std::uint32_t>(node.at.lat);
    return (std::uint64_t{1} << 63) | ((lon << 31) ^ lat);
}

/// For each node the logarithm of the chance that nobody can sit on its halves of streets.
std::vector<double> log_no_bench(Network const& network, Chances const& chances)
{
    std::array<double, place_count> per_metre{};
    for (std::size_t place = 0; place < place_count; ++place) {
        double const chance = chances.chance[static_cast<std::size_t>(Attribute::bench)][place];
        per_metre[place] = std::log1p(-std::clamp(chance, 0.0, 1 - 1e-12)) / 100;
    }
    std::vector<double> sum(network.nodes.size(), 0);
    for (Edge const& edge : network.edges) {
        Way const& way = network.ways[edge.way];
        if (way.road == Road::ferry) continue;
        double const half = static_cast<double>(edge.metres) / 2 * per_metre[place_of(way.road, way.surroundings)];
        sum[edge.from] += half;
        sum[edge.to] += half;
    }
    return sum;
}

} // namespace

std::uint16_t unknown_of(Way const& way)
{
    std::uint16_t bits = way.access == Access::unknown ? bit(Attribute::access) : std::uint16_t{0};
    if (way.road == Road::ferry) return bits;
    if (way.surface == Surface::unknown) bits |= bit(Attribute::surface);
    if (way.smoothness == Smoothness::unknown) bits |= bit(Attribute::smoothness);
    if (way.width_cm == 0) bits |= bit(Attribute::width);
    if (!way.incline_known && way.road != Road::steps) bits |= bit(Attribute::incline);
    if (asks_sidewalk(way.road) && way.sidewalk == Sidewalk::unknown) bits |= bit(Attribute::sidewalk);
    return bits;
}

std::uint16_t unknown_of(NetworkNode const& node)
{
    std::uint16_t bits = node.kerb == Kerb::unknown ? bit(Attribute::kerb) : std::uint16_t{0};
    bool const opening = node.barrier == Barrier::narrow || node.barrier == Barrier::gate;
    if (opening && node.passage_cm == 0) bits |= bit(Attribute::passage);
    return bits;
}

DrawnStreets make_streets(Network const& network, State state)
{
    WF_CHECK(state != State::drawn);
    DrawnStreets streets;
    streets.state = state;
    bool const fine = state == State::possible;
    streets.way.assign(network.ways.size(), fine ? (1U << attribute_count) - 1 : 0);
    streets.kerb.assign(network.nodes.size(), fine ? 1 : 0);
    streets.passage.assign(network.nodes.size(), fine ? 1 : 0);
    streets.rest_here.assign(network.nodes.size(), 1);
    if (!fine) {
        std::transform(network.nodes.begin(), network.nodes.end(), streets.rest_here.begin(),
                       [](NetworkNode const& node) { return node.bench ? 1 : 0; });
    }
    return streets;
}

DrawnStreets make_certain_streets(Network const& network, Priors const& priors)
{
    std::array<std::uint16_t, place_count> settled{};
    for (std::size_t attribute = 0; attribute < attribute_count; ++attribute) {
        for (std::size_t place = 0; place < place_count; ++place) {
            auto const which = static_cast<Attribute>(attribute);
            if (is_settled(which, priors.table[attribute][place / 2][place % 2])) settled[place] |= bit(which);
        }
    }
    DrawnStreets streets = make_streets(network, State::certain);
    for (std::size_t i = 0; i < network.ways.size(); ++i) {
        Way const& way = network.ways[i];
        streets.way[i] = settled[place_of(way.road, way.surroundings)];
    }
    return streets;
}

DrawnStreets draw_streets(Network const& network, Priors const& priors, std::uint64_t seed, std::uint32_t draw)
{
    Chances const chances = draw_chances(priors, seed, draw);
    std::vector<std::uint8_t> const places = places_of_nodes(network);
    std::vector<double> const no_bench = log_no_bench(network, chances);
    DrawnStreets streets;
    streets.state = State::drawn;
    streets.way = draw_ways(network, chances, seed, draw);
    streets.kerb.resize(network.nodes.size());
    streets.passage.resize(network.nodes.size());
    streets.rest_here.resize(network.nodes.size());
    for (std::size_t i = 0; i < network.nodes.size(); ++i) {
        NetworkNode const& node = network.nodes[i];
        Words const words = stream_of(seed, Purpose::node, stream_of(node)).bits(draw);
        streets.kerb[i] = words[0] < chances.of(Attribute::kerb, places[i]) ? 1 : 0;
        streets.passage[i] = words[1] < chances.of(Attribute::passage, places[i]) ? 1 : 0;
        double const bench = -std::expm1(no_bench[i]);
        streets.rest_here[i] = node.bench || static_cast<double>(words[2]) * 0x1p-32 < bench ? 1 : 0;
    }
    return streets;
}

} // namespace wf::reach
