// SPDX-License-Identifier: EUPL-1.2
#include "import/osm/map_read.hpp"

#include "import/osm/osm_test_file.hpp"

#include <algorithm>

namespace wf::osm {
namespace {

MapThings read(std::string const& text)
{
    auto things = read_map_bytes(text);
    REQUIRE_MESSAGE(things, (things ? std::string{} : to_line(things.error())));
    return std::move(*things);
}

/// All things of a layer, as the kernel gets them.
std::vector<tile::Feature> of_layer(MapThings const& things, MapLayer layer)
{
    std::vector<tile::Feature> features;
    for (auto const& thing : things.all()) {
        if (thing.look.layer == layer) features.push_back(things.make_feature(thing));
    }
    return features;
}

std::optional<tile::Value> tag(tile::Feature const& feature, MapKey key)
{
    for (auto const& [number, value] : feature.tags) {
        if (number == static_cast<std::uint16_t>(key)) return value;
    }
    return std::nullopt;
}

tile::Value text(char const* words)
{
    return std::string{words};
}

std::vector<std::size_t> sizes(tile::Feature const& feature)
{
    std::vector<std::size_t> all;
    for (auto const& part : feature.parts) all.push_back(part.size());
    return all;
}

double square_metres(tile::Feature const& feature)
{
    double sum = 0;
    for (std::size_t i = 0; i < feature.parts.size(); ++i)
        sum += (i == 0 ? 1 : -1) * square_metres_of(feature.parts[i]);
    return sum;
}

/// Corners of a rectangle as nodes first, first + 1, ...
TestFile& corners(TestFile& file, int first, double west, double south, double east, double north)
{
    return file.node(first, west, south)
        .node(first + 1, east, south)
        .node(first + 2, east, north)
        .node(first + 3, west, north);
}

/// A hamlet with one of everything, 400 m wide.
TestFile hamlet()
{
    TestFile file;
    corners(file, 1, 0, 0, 200, 100);    // the lake
    corners(file, 5, 50, 20, 100, 60);   // its island
    corners(file, 11, 210, 0, 310, 100); // the park
    corners(file, 21, 320, 0, 340, 10);  // the house
    file.node(31, 0, 150).node(32, 200, 150).node(33, 400, 150).node(34, 200, 300);
    file.node(41, 330, 20, {{"addr:housenumber", "12-A"}, {"addr:street", "Dijkweg"}});
    file.node(42, 200, 160,
              {{"place", "village"}, {"name", "It Doarp"}, {"name:nl", "Het Dorp"}, {"population", "900"}});
    file.way(101, {1, 2, 3}, {});
    file.way(102, {1, 4, 3}, {});
    file.way(103, {5, 6, 7, 8, 5}, {});
    file.way(104, {11, 12, 13, 14, 11}, {{"leisure", "park"}, {"name", "Park"}});
    file.way(105, {21, 22, 23, 24, 21}, {{"building", "house"}, {"addr:housenumber", "14"}});
    file.way(106, {31, 32, 33}, {{"highway", "residential"}, {"name", "Dijkweg"}});
    file.way(107, {32, 34}, {{"highway", "footway"}, {"bridge", "yes"}});
    file.multipolygon(201, {{101, "outer"}, {102, "outer"}, {103, "inner"}},
                      {{"natural", "water"}, {"water", "lake"}, {"name", "Het Meer"}});
    return file;
}

} // namespace

TEST_CASE("a hamlet: each thing in its layer, with its name, and nothing else")
{
    auto const things = read(hamlet().text());
    CHECK(things.incomplete == 0);
    CHECK(things.all().size() == 8);

    auto const water = of_layer(things, MapLayer::water);
    REQUIRE(water.size() == 1);
    CHECK(water[0].id == 2013);
    CHECK(water[0].shape == tile::Shape::surface);
    CHECK(sizes(water[0]) == std::vector<std::size_t>{5, 5}); // with the hole of its island
    CHECK(square_metres(water[0]) == doctest::Approx(200 * 100 - 50 * 40).epsilon(0.001));
    CHECK(tag(water[0], MapKey::kind) == text("lake"));
    CHECK(tag(water[0], MapKey::name) == text("Het Meer"));
    CHECK(water[0].rank == doctest::Approx(-20'000).epsilon(0.001)); // the largest lie below

    auto const land = of_layer(things, MapLayer::land);
    REQUIRE(land.size() == 1);
    CHECK(land[0].id == 1042);
    CHECK(tag(land[0], MapKey::kind) == text("green"));
    CHECK(land[0].tags.size() == 1);
    CHECK(land[0].zoom_from == 11); // 10,000 m²

    auto const buildings = of_layer(things, MapLayer::building);
    REQUIRE(buildings.size() == 1);
    CHECK(buildings[0].tags.empty());
    CHECK(buildings[0].zoom_from == 14);

    auto const roads = of_layer(things, MapLayer::road);
    REQUIRE(roads.size() == 2);
    CHECK(roads[0].shape == tile::Shape::line);
    CHECK(sizes(roads[0]) == std::vector<std::size_t>{3});
    CHECK(tag(roads[0], MapKey::kind) == text("street"));
    CHECK(tag(roads[0], MapKey::name) == text("Dijkweg"));
    CHECK(!tag(roads[0], MapKey::bridge));
    CHECK(tag(roads[1], MapKey::bridge) == tile::Value{true});
    CHECK(!tag(roads[1], MapKey::name));

    auto const places = of_layer(things, MapLayer::place);
    REQUIRE(places.size() == 1);
    CHECK(places[0].id == 421);
    CHECK(places[0].shape == tile::Shape::point);
    CHECK(tag(places[0], MapKey::name) == text("Het Dorp"));
    CHECK(tag(places[0], MapKey::kind) == text("village"));
    CHECK(tag(places[0], MapKey::rank) == tile::Value{std::int64_t{2 * 32 + 31 - 10}});

    auto const numbers = of_layer(things, MapLayer::number);
    REQUIRE(numbers.size() == 2);
    CHECK(tag(numbers[0], MapKey::number) == text("12-A"));
    CHECK(tag(numbers[1], MapKey::number) == text("14"));
    // In the middle of its house.
    auto const middle = numbers[1].parts[0][0];
    CHECK(std::abs(middle.lon - (buildings[0].parts[0][0].lon + buildings[0].parts[0][2].lon) / 2) <= 10); // decimetres
    CHECK(numbers[1].zoom_from == 15);
}

TEST_CASE("a square is a surface, and not a street as well; a roundabout is a street")
{
    TestFile file;
    corners(file, 1, 0, 0, 50, 50);
    file.way(101, {1, 2, 3, 4, 1}, {{"highway", "pedestrian"}, {"area", "yes"}, {"name", "Plein"}});
    file.way(102, {1, 2, 3, 1}, {{"highway", "tertiary"}, {"junction", "roundabout"}});
    auto const things = read(file.text());
    CHECK(of_layer(things, MapLayer::road).size() == 1);
    auto const squares = of_layer(things, MapLayer::square);
    REQUIRE(squares.size() == 1);
    CHECK(tag(squares[0], MapKey::name) == text("Plein"));
}

TEST_CASE("two outlines of one relation are two surfaces with one id; one place is one label")
{
    TestFile file;
    corners(file, 1, 0, 0, 50, 50);
    corners(file, 5, 100, 0, 150, 50);
    file.way(101, {1, 2, 3, 4, 1}, {}).way(102, {5, 6, 7, 8, 5}, {});
    file.multipolygon(201, {{101, "outer"}, {102, "outer"}},
                      {{"natural", "wood"}, {"place", "islet"}, {"name", "De Eilanden"}});
    auto const things = read(file.text());
    auto const land = of_layer(things, MapLayer::land);
    REQUIRE(land.size() == 2);
    CHECK(land[0].id == land[1].id);
    CHECK(of_layer(things, MapLayer::place).size() == 1);
}

TEST_CASE("a place that is mapped as a point and as a surface has one label, at the point")
{
    TestFile file;
    corners(file, 1, 0, 0, 500, 500);
    file.node(9, 10, 10, {{"place", "hamlet"}, {"name", "Brunnepe"}});
    file.way(101, {1, 2, 3, 4, 1}, {{"place", "hamlet"}, {"name", "Brunnepe"}, {"landuse", "residential"}});
    auto const things = read(file.text());
    auto const places = of_layer(things, MapLayer::place);
    REQUIRE(places.size() == 1);
    CHECK(places[0].id == 91);
    CHECK(of_layer(things, MapLayer::land).size() == 1);
}

TEST_CASE("what is not all there: lines are broken, surfaces left out, sound rings of the same relation stay")
{
    TestFile file;
    corners(file, 1, 0, 0, 50, 50);
    file.node(5, 200, 0).node(6, 250, 0).node(8, 300, 0).node(9, 350, 0);
    file.way(101, {5, 6, 7, 8, 9}, {{"highway", "residential"}}); // 7 is not in the file
    file.way(102, {1, 2, 3, 4, 1}, {});
    file.way(103, {5, 6, 7}, {});
    file.way(104, {5, 6, 77, 5}, {{"natural", "water"}});
    file.multipolygon(201, {{102, "outer"}, {103, "outer"}, {999, "outer"}}, {{"natural", "water"}});
    auto const things = read(file.text());
    auto const roads = of_layer(things, MapLayer::road);
    REQUIRE(roads.size() == 1);
    CHECK(sizes(roads[0]) == std::vector<std::size_t>{2, 2});
    auto const water = of_layer(things, MapLayer::water);
    REQUIRE(water.size() == 1);
    CHECK(water[0].id == 2013);
    CHECK(things.incomplete == 2);
}

TEST_CASE("what the edge of the file cut off is closed along the edge, never across the file")
{
    // The file holds 2 km by 2 km; a river runs through it from west to east, its banks end at the edges. Nodes 5 to 8 bound a
    // lake of which the west is cut off.
    TestFile file;
    file.node(1, 5, 500).node(2, 1995, 500).node(3, 5, 600).node(4, 1995, 600);
    file.node(5, 10, 1000).node(6, 700, 1000).node(7, 700, 1300).node(8, 10, 1300);
    file.node(11, 10, 1500).node(12, 1000, 1700).node(13, 1990, 1500);
    file.way(101, {1, 2}, {}).way(102, {4, 3}, {});
    file.way(103, {5, 6, 7, 8}, {{"natural", "water"}, {"water", "lake"}});
    file.way(104, {11, 12, 13}, {{"landuse", "forest"}}); // its ends lie on two sides: which one is wood is not known
    file.multipolygon(201, {{101, "outer"}, {102, "outer"}}, {{"natural", "water"}, {"water", "river"}});
    std::string text_of_file = file.text();
    auto const without = read(text_of_file);
    CHECK(of_layer(without, MapLayer::water).empty());
    CHECK(without.incomplete == 3);

    std::string const open = "<osm version=\"0.6\">";
    double const degrees_north = 2000 / (metres_per_unit * 1e7);
    double const degrees_east = degrees_north / std::cos(52.5 * std::numbers::pi / 180);
    text_of_file.insert(open.size(), "<bounds minlat=\"52.5\" minlon=\"5.9\" maxlat=\"" +
                                         std::to_string(52.5 + degrees_north) + "\" maxlon=\"" +
                                         std::to_string(5.9 + degrees_east) + "\"/>");
    auto const things = read(text_of_file);
    auto const water = of_layer(things, MapLayer::water);
    REQUIRE(water.size() == 2);
    CHECK(tag(water[0], MapKey::kind) == text("lake"));
    CHECK(square_metres(water[0]) == doctest::Approx(690 * 300).epsilon(0.001));
    CHECK(tag(water[1], MapKey::kind) == text("river"));
    CHECK(square_metres(water[1]) == doctest::Approx(1990 * 100).epsilon(0.001));
    CHECK(of_layer(things, MapLayer::land).empty());
    CHECK(things.incomplete == 1);
}

TEST_CASE("files that are no map are refused as the walking network's reader refuses them")
{
    CHECK(read_map_bytes("no map").error().code == "osm.not_osm");
    CHECK(read_map("no/such.pbf").error().code == "file.not_found");
    CHECK(read_map_bytes("<osm version=\"0.6\"><node id=\"1\"").error().code == "osm.truncated");
    CHECK(read("<osm version=\"0.6\"></osm>").all().empty());
}

TEST_CASE("Kampen: as many buildings and numbers as the file holds, and the IJssel as a surface")
{
    auto const things = read_map("data/kampen/kampen.osm.pbf");
    REQUIRE(things);
    // Counted with pyosmium: addr:housenumber on 25,819 nodes and 95 closed ways.
    auto const numbers = of_layer(*things, MapLayer::number);
    CHECK(numbers.size() == 25'914);
    auto const water = of_layer(*things, MapLayer::water);
    bool const ijssel = std::ranges::any_of(water, [](tile::Feature const& feature) {
        return feature.id == 84937903 && square_metres(feature) > 1e6;
    });
    CHECK(ijssel);
    auto const places = of_layer(*things, MapLayer::place);
    bool const town = std::ranges::any_of(places, [](tile::Feature const& feature) {
        return tag(feature, MapKey::name) == text("Kampen") && tag(feature, MapKey::kind) == text("town");
    });
    CHECK(town);
}

} // namespace wf::osm
