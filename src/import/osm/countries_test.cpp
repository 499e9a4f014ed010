// SPDX-License-Identifier: EUPL-1.2
// Three small countries, held against counts that others made of the same files (data/osm).
//
// osmium-tool 1.15.0 (libosmium 2.19.0), for each FILE:
//   osmium fileinfo -g header.boxes FILE                      extent
//   osmium fileinfo -g header.option.timestamp FILE           timestamp
//   osmium tags-filter -R -o points.osm.pbf FILE n/amenity=pharmacy,school n/shop=supermarket n/highway=crossing
//   osmium tags-count points.osm.pbf amenity=pharmacy amenity=school shop=supermarket highway=crossing
//                                                             pharmacies, schools, supermarkets (points), crossings
//   the same with w/ instead of n/                            the same, surfaces: all are closed ways
//   osmium tags-count FILE amenity=bench                      benches (points, and ways in Andorra)
// Looked up one by one (osmium getid), as the only ones within 60 m with one name, or without a name around a point:
//   Sant Serni in Andorra (way 633631362) is also relation 7790584; the supermarket that is way 192545032 and the chapel that is
//   way 160973200 in Liechtenstein lie around nodes 570116985 and 364429955.
// countries_reference.py FILE (this folder; Python 3.11 on the text that osmium-tool makes of the file) says the same once
// more, and: streets, metres, crossings on streets, addresses, dwellings. All numbers must be equal; where a thing is set
// aside the report says so, and what is found and what was set aside are counted together.
#include "import/osm/geometry.hpp"
#include "import/osm/read.hpp"
#include "import/osm/scan.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <set>
#include <string>
#include <unordered_set>

using namespace wf;
using namespace wf::osm;
using reach::Road;

namespace {

struct Kind {
    std::string category;
    std::ptrdiff_t points{0};
    std::ptrdiff_t surfaces{0};
    std::ptrdiff_t twice{0}; ///< of the surfaces
};

struct Counted {
    std::string path;
    std::string timestamp;
    geo::Box extent;
    std::vector<Kind> kinds;
    std::ptrdiff_t benches{0};
    std::size_t walked_ways{0};
    std::size_t ferries{0};
    double metres{0}; ///< without surfaces and ferries
    double footway_metres{0};
    double steps_metres{0};
    std::size_t crossings{0};
    std::ptrdiff_t crossings_on_streets{0};
    std::ptrdiff_t address_points{0};
    std::ptrdiff_t address_ways{0};
    std::ptrdiff_t address_relations{0};
    std::ptrdiff_t dwellings{0}; ///< residential buildings in a square kilometre without any address
};

class Crossings final : public Visitor {
public:
    using Visitor::visit;
    void visit(MapNode const& node) override
    {
        if (node.tags.get("highway") == "crossing") ids.insert(node.id);
    }
    std::unordered_set<std::int64_t> ids;
};

std::ptrdiff_t count_refusals(Extract const& extract, std::string_view code, std::string_view words = {})
{
    return std::ranges::count_if(extract.report.refusals, [&](auto const& refusal) {
        return refusal.code == code && refusal.detail.find(words) != std::string::npos;
    });
}

void compare_kinds(Extract const& extract, std::vector<Kind> const& kinds)
{
    for (Kind const& kind : kinds) {
        CAPTURE(kind.category);
        auto const points = std::ranges::count_if(extract.places, [&](places::Place const& place) {
            return place.category == kind.category && place.id.starts_with("osm-n");
        });
        auto const all = std::ranges::count(extract.places, kind.category, &places::Place::category);
        CHECK(points == kind.points);
        // A surface that is mapped once more as a point (or as another surface) is one place with it: set aside, and told.
        CHECK(count_refusals(extract, "osm.mapped_twice", "the same " + kind.category + " as") == kind.twice);
        CHECK(all - points + kind.twice == kind.surfaces);
    }
    CHECK(count_refusals(extract, "osm.incomplete_place") == 0);
}

void compare_streets(Extract const& extract, Counted const& counted)
{
    reach::Network const& network = extract.network;
    double metres = 0;
    double footways = 0;
    double steps = 0;
    std::set<std::int64_t> ways;
    std::set<std::int64_t> ferries;
    for (reach::Edge const& edge : network.edges) {
        reach::Way const& way = network.ways[edge.way];
        if (way.road == Road::square) continue;
        (way.road == Road::ferry ? ferries : ways).insert(way.osm_id);
        if (way.road == Road::ferry) continue;
        double const more = static_cast<double>(edge.metres);
        metres += more;
        if (way.road == Road::footway) footways += more;
        if (way.road == Road::steps) steps += more;
    }
    CHECK(ways.size() == counted.walked_ways);
    CHECK(ferries.size() == counted.ferries);
    // The reference is rounded to tenths of metres; ours are kept as floats, one an edge (off by less than 1e-7 of each).
    CHECK(std::abs(metres - counted.metres) < 0.05 + 1e-7 * metres);
    CHECK(std::abs(footways - counted.footway_metres) < 0.05 + 1e-7 * footways);
    CHECK(std::abs(steps - counted.steps_metres) < 0.05 + 1e-7 * steps);
}

void compare_nodes(Extract const& extract, Counted const& counted)
{
    auto const& nodes = extract.network.nodes;
    Crossings crossings;
    REQUIRE(scan({counted.path, {}, false}, Format::pbf, Things::nodes, crossings));
    CHECK(crossings.ids.size() == counted.crossings);
    auto const on_streets =
        std::ranges::count_if(nodes, [&](auto const& node) { return crossings.ids.contains(node.osm_id); });
    CHECK(on_streets == counted.crossings_on_streets);

    auto const benches = std::ranges::count(nodes, true, &reach::NetworkNode::bench);
    auto const far = count_refusals(extract, "osm.bench_far");
    CHECK(benches + far == counted.benches);
    CHECK(far * 10 < counted.benches);
}

void compare_homes(Extract const& extract, Counted const& counted)
{
    auto const with_street = [&](char type) {
        return std::ranges::count_if(extract.homes, [type](network::Home const& home) {
            return home.osm_type == type && !home.street.empty();
        });
    };
    CHECK(with_street('n') == counted.address_points);
    CHECK(with_street('w') == counted.address_ways);
    CHECK(with_street('r') == counted.address_relations);
    CHECK(std::ranges::count(extract.homes, std::string{}, &network::Home::street) == counted.dwellings);
    CHECK(count_refusals(extract, "osm.incomplete_address") == 0);
}

void compare(Counted const& counted)
{
    auto const extract = read_extract(counted.path, walking::Categories::built_in());
    REQUIRE(extract);
    CHECK(extract->timestamp == counted.timestamp);
    reach::Network const& network = extract->network;
    CHECK(network.extent.west == doctest::Approx(counted.extent.west).epsilon(1e-9));
    CHECK(network.extent.south == doctest::Approx(counted.extent.south).epsilon(1e-9));
    CHECK(network.extent.east == doctest::Approx(counted.extent.east).epsilon(1e-9));
    CHECK(network.extent.north == doctest::Approx(counted.extent.north).epsilon(1e-9));
    CHECK(reach::check(network).has_value());
    CHECK(extract->report.read == extract->report.kept + extract->report.refused);
    compare_kinds(*extract, counted.kinds);
    compare_streets(*extract, counted);
    compare_nodes(*extract, counted);
    compare_homes(*extract, counted);
}

} // namespace

TEST_CASE("Andorra is imported as others count it")
{
    compare({.path = "data/osm/andorra.osm.pbf",
             .timestamp = "2020-05-01",
             .extent = {1.412368, 42.4276, 1.787481, 42.65717},
             .kinds = {{"pharmacy", 30, 0, 0}, {"supermarket", 36, 5, 0}, {"school", 8, 4, 0}, {"worship", 4, 44, 1}},
             .benches = 29,
             .walked_ways = 4346,
             .ferries = 0,
             .metres = 1'616'639.6,
             .footway_metres = 34'003.7,
             .steps_metres = 2'386.3,
             .crossings = 449,
             .crossings_on_streets = 431,
             .address_points = 135,
             .address_ways = 51,
             .address_relations = 0,
             .dwellings = 1952});
}

TEST_CASE("Liechtenstein is imported as others count it")
{
    compare({.path = "data/osm/liechtenstein.osm.pbf",
             .timestamp = "2015-07-27",
             .extent = {9.471078, 47.04774, 9.636217, 47.27128},
             .kinds = {{"pharmacy", 3, 0, 0}, {"supermarket", 8, 3, 1}, {"school", 7, 12, 0}, {"worship", 5, 16, 1}},
             .benches = 53,
             .walked_ways = 4636,
             .ferries = 0,
             .metres = 1'135'367.6,
             .footway_metres = 51'506.4,
             .steps_metres = 1'721.3,
             .crossings = 355,
             .crossings_on_streets = 348,
             .address_points = 84,
             .address_ways = 915,
             .address_relations = 2,
             .dwellings = 4364});
}

TEST_CASE("Monaco is imported as others count it")
{
    compare({.path = "data/osm/monaco.osm.pbf",
             .timestamp = "2016-03-05",
             .extent = {7.349, 43.71, 7.491, 43.77},
             .kinds = {{"pharmacy", 23, 0, 0}, {"supermarket", 11, 0, 0}, {"school", 10, 6, 0}, {"worship", 1, 32, 0}},
             .benches = 30,
             .walked_ways = 2750,
             .ferries = 1,
             .metres = 464'385.3,
             .footway_metres = 48'094.1,
             .steps_metres = 13'987.2,
             .crossings = 386,
             .crossings_on_streets = 376,
             .address_points = 51,
             .address_ways = 11,
             .address_relations = 1,
             .dwellings = 14'832});
}
