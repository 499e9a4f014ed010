// SPDX-License-Identifier: EUPL-1.2
#include "kernel/reach/locate.hpp"

#include "base/random.hpp"
#include "kernel/reach/locate_grid.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

namespace wf::reach {
namespace {

constexpr geo::Point origin{5.9, 52.55};

/// Metres east and north of the origin.
geo::Point at(double east, double north)
{
    Flat const flat = flat_at(origin.lat);
    return {origin.lon + east / flat.per_lon, origin.lat + north / flat.per_lat};
}
Place32 place(double east, double north)
{
    auto const point = at(east, north);
    return {static_cast<std::int32_t>(std::llround(point.lon * 1e7)),
            static_cast<std::int32_t>(std::llround(point.lat * 1e7))};
}

/// A network that is drawn in metres. Each street is a way of its own.
struct Drawing {
    Network network;

    std::uint32_t node(double east, double north)
    {
        network.nodes.push_back({.osm_id = 1, .at = place(east, north)});
        return static_cast<std::uint32_t>(network.nodes.size() - 1);
    }
    std::uint32_t street(std::uint32_t from, std::uint32_t to, std::string const& name = {},
                         Road road = Road::residential, std::vector<Place32> const& bends = {})
    {
        auto known = std::find(network.names.begin(), network.names.end(), name);
        if (known == network.names.end()) known = network.names.insert(known, name);
        Way way;
        way.name = static_cast<std::uint32_t>(known - network.names.begin());
        way.road = road;
        network.ways.push_back(way);
        Edge edge{.from = from, .to = to, .way = static_cast<std::uint32_t>(network.ways.size() - 1), .metres = 1};
        edge.first_bend = static_cast<std::uint32_t>(network.bends.size());
        edge.bends = static_cast<std::uint32_t>(bends.size());
        network.bends.insert(network.bends.end(), bends.begin(), bends.end());
        network.edges.push_back(edge);
        return static_cast<std::uint32_t>(network.edges.size() - 1);
    }
};

TEST_CASE("metres in a degree agree with the series of the National Geospatial-Intelligence Agency")
{
    for (double const latitude : {-89.0, -33.9, 0.0, 12.0, 52.55, 69.3}) {
        double const phi = latitude * std::numbers::pi / 180;
        double const lat =
            111'132.92 - 559.82 * std::cos(2 * phi) + 1.175 * std::cos(4 * phi) - 0.0023 * std::cos(6 * phi);
        double const lon = 111'412.84 * std::cos(phi) - 93.5 * std::cos(3 * phi) + 0.118 * std::cos(5 * phi);
        CHECK(flat_at(latitude).per_lat == doctest::Approx(lat).epsilon(1e-6));
        CHECK(std::abs(flat_at(latitude).per_lon - lon) < 0.1);
    }
}

TEST_CASE("the nearest point of a street: where on it, and how far")
{
    Drawing town;
    auto const street = town.street(town.node(0, 0), town.node(100, 0));
    Locator const locator{town.network};
    auto const found = locator.find(at(30, 40));
    REQUIRE(found.has_value());
    CHECK(found->edge == street);
    CHECK(found->fraction == doctest::Approx(0.3).epsilon(0.001));
    CHECK(found->metres == doctest::Approx(40).epsilon(0.001));
    CHECK(locator.find(at(-30, -40))->fraction == 0);
    CHECK(locator.find(at(-30, -40))->metres == doctest::Approx(50).epsilon(0.001));
    CHECK(locator.find(at(140, 30))->fraction == 1);
    CHECK(locator.find(at(30, 149)).has_value());
    CHECK(!locator.find(at(30, 151)).has_value());
    CHECK(!locator.find({std::nan(""), 52.55}).has_value());
    CHECK(!locator.find({5.9, std::numeric_limits<double>::infinity()}).has_value());
    CHECK(!locator.find({-174.1, -52.55}).has_value());
    CHECK(Locator{town.network, {.furthest_metres = 1e9}}.find({-174.1, -52.55}).has_value());
    CHECK(!Locator{Network{}}.find(origin).has_value());
}

TEST_CASE("a fraction is a part of the length along bends")
{
    Drawing town;
    town.street(town.node(0, 0), town.node(300, 100), {}, Road::path, {place(0, 100), place(300, 100)});
    Locator const locator{town.network}; // 100 m north, 300 m east, and a last piece without length
    CHECK(locator.find(at(10, 50))->fraction == doctest::Approx(50.0 / 400).epsilon(0.001));
    CHECK(locator.find(at(200, 120))->fraction == doctest::Approx(300.0 / 400).epsilon(0.001));
    CHECK(locator.find(at(310, 100))->fraction == 1);

    Drawing dot;
    auto const node = dot.node(0, 0);
    dot.street(node, node);
    auto const beside = Locator{dot.network}.find(at(3, 4));
    REQUIRE(beside.has_value());
    CHECK(beside->fraction == 0);
    CHECK(beside->metres == doctest::Approx(5).epsilon(0.01));
}

TEST_CASE("where edges are equally near, the first one counts")
{
    Drawing town;
    auto const middle = town.node(0, 0);
    town.street(town.node(0, 50), middle);
    town.street(middle, town.node(50, 0));
    town.street(town.node(50, 50), town.node(50, 0));
    Locator const locator{town.network};
    CHECK(locator.find(at(-20, -30))->edge == 0);
    CHECK(locator.find(at(-20, -30))->fraction == 1);
    CHECK(locator.find(at(60, -30))->edge == 1);
}

TEST_CASE("nobody comes onto the network by steps, a ferry or what may be closed")
{
    Drawing town;
    auto const a = town.node(0, 0);
    auto const b = town.node(100, 0);
    auto const c = town.node(0, 60);
    auto const d = town.node(100, 60);
    auto const steps = town.street(a, b, {}, Road::steps);
    auto const ferry = town.street(a, b, {}, Road::ferry);
    auto const open = town.street(c, d, {}, Road::steps);
    auto const closed = town.street(a, b);
    town.network.ways[town.network.edges[closed].way].access = Access::unknown;
    CHECK(!Locator{town.network}.find(at(50, 1)).has_value());
    town.network.ways[town.network.edges[open].way].road = Road::footway;
    CHECK(Locator{town.network}.find(at(50, 1))->edge == open);
    town.network.ways[town.network.edges[closed].way].access = Access::allowed;
    CHECK(Locator{town.network}.find(at(50, 1))->edge == closed);
    CHECK(steps + ferry == 1);
}

TEST_CASE("a piece of path that leads nowhere is no way in; steps and ferries do connect")
{
    Drawing town;
    std::uint32_t last = town.node(0, 0);
    for (int i = 1; i < 10; ++i) {
        auto const next = town.node(i * 20, 0);
        town.street(last, next);
        last = next;
    }
    auto const near = town.node(0, 100);
    auto const island = town.street(near, town.node(20, 100));
    auto const edge_at = [&](std::size_t least) {
        return Locator{town.network, {.least_nodes = least}}.find(at(5, 90))->edge;
    };
    CHECK(edge_at(2) == island);
    CHECK(edge_at(3) == 0);
    CHECK(edge_at(10) == 0);
    CHECK(edge_at(100) == 0); // the largest part counts, however small it is
    town.street(near, last, {}, Road::steps);
    CHECK(edge_at(12) == island);
    town.network.ways.back().road = Road::ferry;
    CHECK(edge_at(12) == island);
}

TEST_CASE("the street of the address is preferred when it is at most 40 m further")
{
    Drawing town;
    auto const back = town.street(town.node(0, 0), town.node(100, 0), "Achterweg");
    auto const own = town.street(town.node(0, 60), town.node(100, 60), "Oudestraat");
    auto const far = town.street(town.node(0, 300), town.node(100, 300), "Verweg");
    Locator const locator{town.network, {.furthest_metres = 150, .least_nodes = 1}};
    CHECK(locator.find(at(50, 11))->edge == back);
    CHECK(locator.find(at(50, 11), "Oudestraat")->edge == own); // 49 m, and not 11
    CHECK(locator.find(at(50, 11), "Oudestraat")->metres == doctest::Approx(49).epsilon(0.001));
    CHECK(locator.find(at(50, 9), "Oudestraat")->edge == back); // 51 m, and not 9
    CHECK(locator.find(at(50, 11), "Achterweg")->edge == back);
    CHECK(locator.find(at(50, 11), "Verweg")->edge == back);
    CHECK(locator.find(at(50, 11), "Onbekend")->edge == back);
    CHECK(locator.find(at(50, 11), "")->edge == back);
    CHECK(locator.find(at(50, 175))->edge == own);
    CHECK(locator.find(at(50, 175), "Verweg")->edge == far);
    CHECK(!locator.find(at(50, -160), "Oudestraat").has_value());
    CHECK(locator.find(at(50, -120), "Oudestraat")->edge == back); // 180 m is out of reach
}

TEST_CASE("the grid finds what looking at everything finds")
{
    Random random{3};
    Drawing town;
    for (int i = 0; i < 300; ++i) town.node(random.uniform() * 3000, random.uniform() * 3000);
    for (int i = 0; i < 400; ++i) {
        auto const from = static_cast<std::uint32_t>(random.below(300));
        std::vector<Place32> bends(random.below(4));
        bool const is_long = random.below(10) == 0;
        auto const& start = town.network.nodes[from].at;
        auto const step = [&] { return static_cast<std::int32_t>(random.below(20'001)) - 10'000; };
        for (auto& bend : bends) bend = {start.lon + step(), start.lat + step()};
        auto const to = is_long ? static_cast<std::uint32_t>(random.below(300)) : from;
        town.street(from, to, "street " + std::to_string(random.below(20)),
                    random.below(8) == 0 ? Road::steps : Road::residential, bends);
    }
    LocateOptions const options{.furthest_metres = 120, .least_nodes = 1};
    Locator const locator{town.network, options};

    auto const look_at_everything = [&](geo::Point point, std::string const* street, double furthest) {
        std::optional<Foothold> best;
        double square = furthest * furthest;
        for (std::uint32_t index = 0; index < town.network.edges.size(); ++index) {
            auto const& edge = town.network.edges[index];
            auto const& way = town.network.ways[edge.way];
            if (way.road == Road::steps || (street != nullptr && town.network.names[way.name] != *street)) continue;
            std::vector<Place32> line{town.network.nodes[edge.from].at};
            for (std::uint32_t i = 0; i < edge.bends; ++i) line.push_back(town.network.bends[edge.first_bend + i]);
            line.push_back(town.network.nodes[edge.to].at);
            for (std::size_t i = 0; i + 1 < line.size(); ++i) {
                auto const hit = nearest_on({line[i], line[i + 1], index}, i, point, flat_at(point.lat));
                if (hit.square > square || (best && hit.square == square)) continue;
                square = hit.square;
                best = Foothold{index, 0, static_cast<float>(std::sqrt(hit.square))};
            }
        }
        return best;
    };
    auto const same = [](std::optional<Foothold> const& one, std::optional<Foothold> const& other) {
        return one.has_value() == other.has_value() &&
               (!one || (one->edge == other->edge && one->metres == other->metres));
    };
    int found = 0;
    int preferred = 0;
    for (int i = 0; i < 1500; ++i) {
        auto const point = at(random.uniform() * 3600 - 300, random.uniform() * 3600 - 300);
        auto const nearest = locator.find(point);
        auto const expected = look_at_everything(point, nullptr, options.furthest_metres);
        CHECK(same(nearest, expected));
        if (!expected) continue;
        ++found;
        CHECK(nearest->fraction >= 0);
        CHECK(nearest->fraction <= 1);
        std::string const street = "street " + std::to_string(random.below(20));
        double const further = std::min(options.furthest_metres, static_cast<double>(expected->metres) + 40);
        auto const own = look_at_everything(point, &street, further);
        CHECK(same(locator.find(point, street), own ? own : expected));
        if (own && own->edge != expected->edge) ++preferred;
    }
    CHECK(found > 500);
    CHECK(preferred > 20);
}

TEST_CASE("points far apart make no grid that fills the memory")
{
    Network network;
    network.nodes = {{.osm_id = 1, .at = {-1'800'000'000, -900'000'000}},
                     {.osm_id = 2, .at = {1'800'000'000, 900'000'000}},
                     {.osm_id = 3, .at = {59'000'000, 525'000'000}},
                     {.osm_id = 4, .at = {59'010'000, 525'000'000}}};
    network.ways = {{}};
    network.edges = {{.from = 0, .to = 1, .way = 0}, {.from = 2, .to = 3, .way = 0}};
    CHECK(Locator{network}.find({5.9, 52.5001})->edge == 1);
    CHECK(Locator{network}.find({0, 0.0001})->edge == 0);
}

std::vector<geo::Point> rectangle(double west, double south, double east, double north)
{
    return {at(west, south), at(east, south), at(east, north), at(west, north), at(west, south)};
}

TEST_CASE("a park is entered from streets along it and by paths that run into it, each once")
{
    Drawing town;
    auto const along = town.street(town.node(-20, -10), town.node(220, -10)); // 10 m south of the park
    auto const gate = town.node(100, 50);
    auto const into = town.street(town.node(100, -10), gate);                               // crosses the south side
    auto const within = town.street(gate, town.node(100, 150), {}, Road::path);             // stays inside
    auto const out = town.street(town.node(100, 150), town.node(300, 150), {}, Road::path); // leaves at the east side
    auto const off = town.street(town.node(-20, 240), town.node(220, 240));                 // 40 m north
    auto const steps = town.street(gate, town.node(20, 50), {}, Road::steps);
    auto const edge = [&](std::vector<Foothold> const& all, std::uint32_t wanted) {
        return std::find_if(all.begin(), all.end(), [&](Foothold const& one) { return one.edge == wanted; });
    };
    Locator const locator{town.network, {.least_nodes = 1}};
    auto const found = locator.find_around(rectangle(0, 0, 200, 200));
    REQUIRE(found.size() == 4);
    CHECK(std::is_sorted(found.begin(), found.end(), [](auto const& a, auto const& b) { return a.edge < b.edge; }));
    REQUIRE(edge(found, along) != found.end());
    CHECK(edge(found, along)->metres == doctest::Approx(10).epsilon(0.01));
    REQUIRE(edge(found, into) != found.end());
    CHECK(edge(found, into)->metres == 0);
    CHECK(edge(found, into)->fraction == doctest::Approx(10.0 / 60).epsilon(0.01));
    REQUIRE(edge(found, within) != found.end());
    CHECK(edge(found, within)->fraction == 0.5F);
    REQUIRE(edge(found, out) != found.end());
    CHECK(edge(found, out)->fraction == doctest::Approx(100.0 / 200).epsilon(0.01));
    CHECK(edge(found, off) == found.end());
    CHECK(edge(found, steps) == found.end());

    CHECK(edge(locator.find_around(rectangle(0, 0, 200, 200), 45), off) != found.end());
    auto open = rectangle(0, 0, 200, 200);
    open.pop_back(); // whether the last point is the first again does not matter
    CHECK(locator.find_around(open) == found);
}

TEST_CASE("where nothing is near a large place, its nearest street is the way in")
{
    Drawing town;
    auto const near = town.street(town.node(0, -60), town.node(200, -60));
    town.street(town.node(-100, 0), town.node(-100, 200));
    Locator const locator{town.network, {.least_nodes = 1}};
    auto const found = locator.find_around(rectangle(0, 0, 200, 200));
    REQUIRE(found.size() == 1);
    CHECK(found[0].edge == near);
    CHECK(found[0].metres == doctest::Approx(60).epsilon(0.01));
    CHECK(locator.find_around(rectangle(1000, 1000, 1200, 1200)).empty());
    CHECK(locator.find_around({}).empty());
    CHECK(locator.find_around(std::vector{geo::Point{std::nan(""), 0}}).empty());
    // One point, or a line, has sides but no inside.
    CHECK(locator.find_around(std::vector{at(50, -50)}).front().metres == doctest::Approx(10).epsilon(0.01));
    CHECK(locator.find_around(std::vector{at(50, -50), at(60, 900)}).size() == 1);
}

} // namespace
} // namespace wf::reach
