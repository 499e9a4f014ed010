// SPDX-License-Identifier: EUPL-1.2
#include "import/osm/map_tiles.hpp"

#include "import/osm/import.hpp"
#include "import/osm/map_read.hpp"
#include "import/osm/osm_test_file.hpp"
#include "kernel/tile/test_decoder.hpp"
#include "platform/http/compress.hpp"

#include <cmath>
#include <map>
#include <set>

namespace wf::osm {
namespace {

using Tiles = std::map<tile::Address, std::string>; ///< unpacked

Tiles draw(MapThings const& things, geo::Box const& extent, unsigned threads = 1)
{
    Tiles tiles;
    auto const drawn = draw_map(things, extent, Threads{threads}, [&](map::Tile tile) -> Result<void> {
        auto content = http::decompress(tile.content, 16 << 20);
        REQUIRE(content);
        CHECK(tiles.emplace(tile.at, std::move(*content)).second); // each once
        return {};
    });
    REQUIRE(drawn);
    return tiles;
}

/// "road 2, number 1": how many things of which layer.
std::map<std::string, std::size_t> count(std::string const& content)
{
    std::map<std::string, std::size_t> counts;
    for (auto const& layer : tile::test::read_tile(content)) counts[layer.name] = layer.features.size();
    return counts;
}

geo::Box box_of(double west, double south, double east, double north)
{
    return {west, south, east, north};
}

} // namespace

TEST_CASE("each level holds what shows on it")
{
    TestFile file;
    file.node(1, 0, 0).node(2, 100, 0).node(3, 100, 100).node(4, 0, 100);
    file.node(5, 50, 50, {{"addr:housenumber", "1"}});
    file.node(6, 50, 60, {{"place", "village"}, {"name", "Dorp"}});
    file.way(101, {1, 2, 3, 4, 1}, {{"building", "yes"}});
    file.way(102, {1, 3}, {{"highway", "primary"}, {"name", "Weg"}});
    auto const things = read_map_bytes(file.text());
    REQUIRE(things);
    auto const tiles = draw(*things, box_of(5.9, 52.5, 5.9014, 52.5009));
    using Counts = std::map<std::string, std::size_t>;
    std::map<int, Counts> by_level;
    for (auto const& [at, content] : tiles) {
        for (auto const& [layer, features] : count(content)) by_level[at.zoom][layer] += features;
    }
    CHECK(by_level.at(8) == Counts{{"road", 1}});
    CHECK(by_level.at(10) == Counts{{"place", 1}, {"road", 1}});
    CHECK(by_level.at(12) == Counts{{"place", 1}, {"road", 1}});
    CHECK(by_level.at(13).contains("building")); // 10,000 m²
    CHECK(by_level.at(15).at("number") == 1);
    CHECK(!by_level.at(14).contains("number"));
    CHECK(by_level.rbegin()->first == 15);
}

TEST_CASE("things over many blocks: each square once, only those of the extent, and alike for any number of threads")
{
    // A road of about 120 km from west to east: blocks are about 24 km wide.
    std::string const text =
        R"(<osm version="0.6"><node id="1" lat="52.5" lon="5"/><node id="2" lat="52.6" lon="6.8"/>)"
        R"(<way id="1"><nd ref="1"/><nd ref="2"/><tag k="highway" v="motorway"/></way></osm>)";
    auto const things = read_map_bytes(text);
    REQUIRE(things);
    auto const whole = draw(*things, box_of(4.9, 52.4, 6.9, 52.7));
    CHECK(whole == draw(*things, box_of(4.9, 52.4, 6.9, 52.7), 3));
    for (auto const& [at, content] : whole) CHECK(count(content).at("road") == 1);
    for (std::uint8_t zoom = map_zoom_from; zoom <= map_zoom_to; ++zoom) {
        std::set<std::uint32_t> columns;
        for (auto const& [at, content] : whole) {
            if (at.zoom == zoom) columns.insert(at.column);
        }
        auto const first = tile::square_of({50'000'000, 525'000'000}, zoom).column;
        auto const last = tile::square_of({68'000'000, 526'000'000}, zoom).column;
        CAPTURE(int{zoom});
        CHECK(columns.size() == last - first + 1); // no square is missed
        CHECK(*columns.begin() == first);
    }
    auto const part = draw(*things, box_of(5.5, 52.4, 5.6, 52.7));
    CHECK(part.size() < whole.size());
    for (auto const& [at, content] : part) {
        CHECK(whole.at(at) == content);
        CHECK(at.column >= tile::square_of({55'000'000, 525'000'000}, at.zoom).column);
        CHECK(at.column <= tile::square_of({56'000'000, 525'000'000}, at.zoom).column);
    }
}

TEST_CASE("an Error of who takes the squares ends it and comes back")
{
    auto const things = read_map_bytes(TestFile{}.node(1, 0, 0, {{"place", "town"}, {"name", "Stad"}}).text());
    REQUIRE(things);
    int taken = 0;
    auto const drawn = draw_map(*things, box_of(5.8, 52.4, 6, 52.6), Threads{1}, [&](map::Tile) -> Result<void> {
        ++taken;
        return Error{Trouble::refused, "job.cancelled", "", ""};
    });
    REQUIRE(!drawn);
    CHECK(drawn.error().code == "job.cancelled");
    CHECK(taken == 1);
}

TEST_CASE("a surface as large as the world takes no more than the squares that are asked for")
{
    std::string const text =
        R"(<osm version="0.6"><node id="1" lat="-80" lon="-179"/><node id="2" lat="-80" lon="179"/>)"
        R"(<node id="3" lat="80" lon="179"/><node id="4" lat="80" lon="-179"/><way id="1"><nd ref="1"/><nd ref="2"/>)"
        R"(<nd ref="3"/><nd ref="4"/><nd ref="1"/><tag k="natural" v="water"/></way></osm>)";
    auto const things = read_map_bytes(text);
    REQUIRE(things);
    auto const tiles = draw(*things, box_of(5.911, 52.5505, 5.911, 52.5505));
    CHECK(tiles.size() == 8); // one for each level
    for (auto const& [at, content] : tiles) {
        auto const layers = tile::test::read_tile(content);
        REQUIRE(layers.size() == 1);
        // The whole square, with what lies around it.
        CHECK(tile::test::surface(layers[0].features.at(0).parts.at(0)) == doctest::Approx(std::pow(4096 + 128, 2)));
    }
    CHECK(fits_map(box_of(3.2, 50.7, 7.3, 53.6))); // the Netherlands
    CHECK(!fits_map(box_of(-180, -80, 180, 80)));
}

TEST_CASE("the plan's words fit its layers")
{
    auto const plan = make_map_plan();
    CHECK(plan.layers.at(static_cast<std::size_t>(MapLayer::road)) == "road");
    CHECK(plan.layers.at(static_cast<std::size_t>(MapLayer::number)) == "number");
    CHECK(plan.keys.at(static_cast<std::size_t>(MapKey::rank)) == "rank");
    CHECK(to_word(MapKind::none).empty());
    CHECK(to_word(MapKind::built) == "built");
    CHECK(to_word(MapKind::ditch) == "ditch");
    CHECK(to_word(MapKind::ferry) == "ferry");
    CHECK(to_word(MapKind::locality) == "locality");
    CHECK(describe_map_layers().find(R"({"id":"number","description":"house numbers","minzoom":15,"maxzoom":15,)"
                                     R"("fields":{"number":"String"}})") != std::string::npos);
}

} // namespace wf::osm
