// SPDX-License-Identifier: EUPL-1.2
// Porto Alegre: distances between fifteen places, worked out elsewhere (tests/reference/reach/README.md). Once on a network
// that is made here exactly as the reference made its own, once on the network of the importer.
#include "base/text.hpp"
#include "import/osm/geometry.hpp"
#include "import/osm/read.hpp"
#include "import/osm/scan.hpp"
#include "kernel/graph/search.hpp"
#include "kernel/reach/locate.hpp"
#include "platform/file/file.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <unordered_map>

using namespace wf;
using namespace wf::osm;

namespace {

std::string const folder = "tests/reference/reach/";
constexpr double ticks_per_metre = 100'000; // hundredths of a millimetre: what rounding adds stays below a millimetre

struct Reference {
    std::string from;
    std::string to;
    std::int64_t from_node{0};
    std::int64_t to_node{0};
    double metres{0};
};

std::vector<std::vector<std::string>> load_rows(std::string const& name)
{
    auto const bytes = file::load(folder + name);
    REQUIRE(bytes);
    std::vector<std::vector<std::string>> rows;
    for (std::string_view const line : split(*bytes, '\n')) {
        if (trim(line).empty()) continue;
        rows.emplace_back();
        for (std::string_view const cell : split(trim(line), ',')) rows.back().emplace_back(cell);
    }
    rows.erase(rows.begin());
    return rows;
}

std::vector<Reference> load_reference()
{
    std::vector<Reference> all;
    for (auto const& row : load_rows("ref_poi_walk_distance_m.csv")) {
        all.push_back({row[0], row[1], parse_integer(row[2]).value(), parse_integer(row[3]).value(),
                       parse_double(row[4]).value()});
    }
    return all;
}

/// All ways and nodes, by the tag filter of the reference.
class ReferenceWays final : public Visitor {
public:
    using Visitor::visit;
    void visit(MapWay const& way) override
    {
        std::string_view const highway = way.tags.get("highway");
        if (highway.empty() || is_one_of(highway, {"motorway", "motorway_link", "trunk", "trunk_link", "construction",
                                                   "proposed", "raceway", "abandoned", "bus_guideway"})) {
            return;
        }
        if (way.tags.get("foot") == "no" || way.tags.get("area") == "yes") return;
        if (way.tags.is("access", {"private", "no"}) && !way.tags.is("foot", {"yes", "designated"})) return;
        ways.emplace_back(way.nodes.begin(), way.nodes.end());
    }
    void visit(MapNode const& node) override
    {
        if (node.at) at[node.id] = *node.at;
    }
    std::vector<std::vector<std::int64_t>> ways;
    std::unordered_map<std::int64_t, reach::Place32> at;
};

struct PlainGraph {
    std::vector<std::int64_t> ids;
    std::vector<reach::Place32> at;
    std::vector<graph::Pair> pairs;
    std::vector<double> metres;
    std::size_t edges{0};
    double total{0};
};

PlainGraph make_plain_graph(ReferenceWays const& map)
{
    PlainGraph made;
    std::unordered_map<std::int64_t, graph::Node> numbers;
    std::set<std::pair<graph::Node, graph::Node>> known;
    auto const number = [&](std::int64_t id) {
        auto const [found, added] = numbers.try_emplace(id, static_cast<graph::Node>(numbers.size()));
        if (added) {
            made.ids.push_back(id);
            made.at.push_back(map.at.at(id));
        }
        return found->second;
    };
    for (auto const& way : map.ways) {
        for (std::size_t i = 0; i + 1 < way.size(); ++i) {
            if (way[i] == way[i + 1] || !map.at.contains(way[i]) || !map.at.contains(way[i + 1])) continue;
            graph::Node const a = number(way[i]);
            graph::Node const b = number(way[i + 1]);
            if (!known.insert(std::minmax(a, b)).second) continue;
            double const metres = metres_between(made.at[a], made.at[b]);
            made.pairs.push_back({a, b});
            made.pairs.push_back({b, a});
            made.metres.insert(made.metres.end(), {metres, metres});
            made.total += metres;
            ++made.edges;
        }
    }
    return made;
}

std::vector<graph::Arc> weigh_arcs(graph::Topology const& topology, std::vector<double> const& metres)
{
    std::vector<graph::Arc> arcs(topology.head.size());
    for (std::size_t i = 0; i < arcs.size(); ++i) arcs[i].head = topology.head[i];
    for (std::size_t pair = 0; pair < metres.size(); ++pair) {
        arcs[topology.arc_of[pair]].weight = static_cast<graph::Ticks>(std::lround(metres[pair] * ticks_per_metre));
    }
    return arcs;
}

graph::Ticks const no_limit = graph::unreachable - 1;

} // namespace

TEST_CASE("Porto Alegre: the network and the shortest paths of the reference")
{
    Source const source{folder + "poa_osm.pbf", {}, false};
    ReferenceWays map;
    REQUIRE(scan(source, Format::pbf, Things::ways, map));
    REQUIRE(scan(source, Format::pbf, Things::nodes, map));
    PlainGraph const plain = make_plain_graph(map);
    CHECK(plain.ids.size() == 38'094);
    CHECK(plain.edges == 45'278);
    CHECK(plain.total == doctest::Approx(1'847'080.7648126006).epsilon(1e-9));

    auto const topology = graph::make_topology(plain.ids.size(), plain.pairs);
    auto const arcs = weigh_arcs(topology, plain.metres);
    graph::GraphView const view{topology.first, arcs};
    auto const reference = load_reference();
    CHECK(reference.size() == 225);
    graph::Search search;
    std::vector<graph::Ticks> cost(plain.ids.size());
    auto const find_node = [&](std::int64_t id) {
        return static_cast<graph::Node>(std::ranges::find(plain.ids, id) - plain.ids.begin());
    };
    graph::Seed const market{find_node(reference.front().from_node), 0, graph::none};
    search.nearest(view, std::span{&market, 1}, no_limit, cost);
    auto const reached = std::ranges::count_if(cost, [](graph::Ticks ticks) { return ticks != graph::unreachable; });
    CHECK(reached == 37'554);

    std::map<std::string, std::int64_t> nearest;
    for (auto const& row : load_rows("poa_points_of_interest.csv")) {
        reach::Place32 const at = to_place({parse_double(row[2]).value(), parse_double(row[1]).value()});
        double least = std::numeric_limits<double>::infinity();
        for (std::size_t i = 0; i < plain.ids.size(); ++i) {
            if (cost[i] == graph::unreachable) continue;
            if (double const metres = metres_between(at, plain.at[i]); metres < least) {
                least = metres;
                nearest[row[0]] = plain.ids[i];
            }
        }
    }
    for (Reference const& pair : reference) {
        CAPTURE(pair.from);
        CAPTURE(pair.to);
        CHECK(nearest[pair.from] == pair.from_node);
        CHECK(nearest[pair.to] == pair.to_node);
        graph::Seed const seed{find_node(pair.from_node), 0, graph::none};
        search.nearest(view, std::span{&seed, 1}, no_limit, cost);
        double const found = cost[find_node(pair.to_node)] / ticks_per_metre;
        CHECK(std::abs(found - pair.metres) < 0.001); // given in whole millimetres
    }
}

TEST_CASE("Porto Alegre through the importer: the same distances but for what the reference left out")
{
    auto const extract = read_extract(folder + "poa_osm.pbf", walking::Categories::built_in());
    REQUIRE(extract);
    reach::Network const& network = extract->network;
    ReferenceWays map;
    REQUIRE(scan({folder + "poa_osm.pbf", {}, false}, Format::pbf, Things::nodes, map));
    std::vector<graph::Pair> pairs;
    std::vector<double> metres;
    for (reach::Edge const& edge : network.edges) {
        pairs.insert(pairs.end(), {{edge.from, edge.to}, {edge.to, edge.from}});
        metres.insert(metres.end(), {edge.metres, edge.metres});
    }
    auto const topology = graph::make_topology(network.nodes.size(), pairs);
    auto const arcs = weigh_arcs(topology, metres);
    graph::GraphView const view{topology.first, arcs};
    reach::Locator const locator{network};
    graph::Search search;
    std::vector<graph::Ticks> cost(network.nodes.size());
    std::vector<double> differences;
    for (Reference const& pair : load_reference()) {
        if (pair.from == pair.to) continue;
        auto const from = locator.find(to_point(map.at.at(pair.from_node)));
        auto const to = locator.find(to_point(map.at.at(pair.to_node)));
        REQUIRE(from);
        REQUIRE(to);
        REQUIRE(from->edge != to->edge);
        reach::Edge const& start = network.edges[from->edge];
        reach::Edge const& goal = network.edges[to->edge];
        graph::Seed const seeds[]{
            {start.from, static_cast<graph::Ticks>(start.metres * from->fraction * ticks_per_metre), graph::none},
            {start.to, static_cast<graph::Ticks>(start.metres * (1 - from->fraction) * ticks_per_metre), graph::none}};
        search.nearest(view, seeds, no_limit, cost);
        double const found = std::min(cost[goal.from] / ticks_per_metre + goal.metres * to->fraction,
                                      cost[goal.to] / ticks_per_metre + goal.metres * (1 - to->fraction));
        differences.push_back(std::abs(found - pair.metres) / pair.metres);
        CAPTURE(pair.from);
        CAPTURE(pair.to);
        CAPTURE(pair.metres);
        CAPTURE(found);
        CHECK(differences.back() < 0.10);
    }
    REQUIRE(differences.size() == 210);
    std::ranges::nth_element(differences, differences.begin() + 105);
    CHECK(differences[105] < 0.01);
}
