// SPDX-License-Identifier: EUPL-1.2
#include "commons/map/sketch.hpp"

#include "commons/datasets/test_stores.hpp"
#include "commons/map/map.hpp"
#include "platform/html/test_markup.hpp"
#include "platform/http/compress.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <functional>
#include <string>

namespace wf::map {
using html::test::count;
using html::test::has;

namespace {

using datasets::publish_for_test;
using datasets::TestStore;

constexpr geo::Point kampen{5.9147, 52.5585};

struct Made {
    TestStore store{TestStore::Sort::memory, datasets::with_datasets(migrations())};
    std::vector<tile::Feature> features;
    std::string id;

    /// Metres east and north of the middle.
    static tile::Spot spot(double east, double north)
    {
        double const lat = kampen.lat + north / 111'250;
        double const lon = kampen.lon + east / (111'320 * std::cos(kampen.lat * 3.14159265 / 180));
        return {static_cast<std::int32_t>(std::lround(lon * 1e7)), static_cast<std::int32_t>(std::lround(lat * 1e7))};
    }
    void add(tile::Shape shape, std::uint8_t layer, std::string const& kind, std::vector<tile::Spot> part,
             std::string const& name = {})
    {
        tile::Feature feature;
        feature.id = features.size() + 1;
        feature.shape = shape;
        feature.layer = layer;
        feature.parts = {std::move(part)};
        if (!kind.empty()) feature.tags.push_back({0, kind});
        if (!name.empty()) feature.tags.push_back({1, name});
        features.push_back(std::move(feature));
    }
    void street(std::string const& kind, double north, std::string const& name, double half = 2000)
    {
        add(tile::Shape::line, 2, kind, {spot(-half, north), spot(half, north)}, name);
    }
    void square_at(std::uint8_t layer, std::string const& kind, double east, double north, double side)
    {
        add(tile::Shape::surface, layer, kind,
            {spot(east, north), spot(east + side, north), spot(east + side, north + side), spot(east, north + side),
             spot(east, north)});
    }
    /// `pack`: how each square is kept.
    void publish(std::function<std::string(std::string)> const& pack = [](std::string const& bytes) {
        return http::compress(bytes, http::Effort::quick);
    })
    {
        tile::Plan plan;
        plan.layers = {"land", "water", "road", "building"};
        plan.keys = {"kind", "name", "tunnel"};
        std::vector<Tile> tiles;
        tile::make_tiles(features, plan, [&](tile::Address at, std::string const& content) {
            tiles.push_back({at, pack(content)});
        });
        id = publish_for_test(store, "osm.kampen", [&](store::Session& session, std::string const& dataset) {
            add_sheet(session, dataset, {{5.8, 52.5, 6.0, 52.6}, 8, 15, "[]"});
            add_tiles(session, dataset, tiles);
        });
    }
    std::string draw_at(double metres, Detail detail = Detail::streets)
    {
        auto const view = view_around(kampen, metres, 600, 380);
        Lettering lettering{view.width, view.height};
        return store.read([&](store::Session& s) { return draw(s, id, view, detail, lettering).markup; });
    }
};

/// Corners of the path of a class, in units of the drawing: steps are added up, as a browser does.
std::vector<Dot> corners_of(std::string const& markup, std::string const& css)
{
    auto at = markup.find("<path class=\"" + css + "\"");
    if (at == std::string::npos) return {};
    at = markup.find(" d=\"", at) + 4;
    std::vector<Dot> corners;
    Dot pen;
    Dot first;
    while (markup[at] != '"') {
        if (markup[at] == 'z') pen = first;
        bool const begins = markup[at] == 'm';
        if (begins || markup[at] == 'z') {
            ++at;
            if (!begins) continue;
        }
        std::size_t used = 0;
        pen.x += std::stoi(markup.substr(at), &used) / 2.0;
        at += used;
        pen.y += std::stoi(markup.substr(at), &used) / 2.0;
        at += used;
        if (begins) first = pen;
        corners.push_back(pen);
    }
    return corners;
}

} // namespace

TEST_CASE("a house, a wood and a street lie where they are")
{
    Made made;
    made.square_at(3, "", 50, 50, 20);
    made.square_at(0, "wood", -200, -150, 60);
    made.street("street", 0, "Noordweg");
    made.publish();
    auto const markup = made.draw_at(600);
    auto const house = corners_of(markup, "house");
    REQUIRE(house.size() == 4);
    for (auto const& [x, y] : house) {
        CHECK((std::abs(x - 350) < 1 || std::abs(x - 370) < 1));
        CHECK((std::abs(y - 140) < 1 || std::abs(y - 120) < 1));
    }
    auto const wood = corners_of(markup, "wood");
    REQUIRE(wood.size() == 4);
    CHECK(wood[0].x == doctest::Approx(100).epsilon(0.02));
    auto const way = corners_of(markup, "way");
    REQUIRE_FALSE(way.empty());
    for (auto const dot : way) CHECK(std::abs(dot.y - 190) < 1);
    // The casing is under the road, and surfaces under both.
    CHECK(markup.find("\"wood\"") < markup.find("\"casing\""));
    CHECK(markup.find("\"casing\"") < markup.find("\"way\""));
    CHECK(has(markup, ">Noordweg</text>"));
    CHECK(markup.starts_with("<g class=\"ground\" aria-hidden=\"true\" transform=\"scale(.5)\">"));
}

TEST_CASE("nothing goes far beyond the drawing, nor is anything drawn twice as long as it is")
{
    Made made;
    made.square_at(0, "green", -3000, -3000, 6000);
    made.street("street", 20, "Noordweg", 3000);
    made.publish();
    for (double const metres : {300.0, 600.0, 1500.0}) {
        auto const markup = made.draw_at(metres);
        for (auto const* css : {"green", "way"}) {
            auto const corners = corners_of(markup, css);
            REQUIRE_FALSE(corners.empty());
            for (auto const dot : corners) {
                CHECK(dot.x >= -13);
                CHECK(dot.x <= 613);
                CHECK(dot.y >= -13);
                CHECK(dot.y <= 393);
            }
        }
        CHECK(has(markup, "Noordweg"));
        CHECK(count(markup, "Noordweg") == 1); // though it lies in several squares
    }
}

TEST_CASE("houses and paths near by only; coarse is water and roads")
{
    Made made;
    made.square_at(3, "", 0, 20, 60);
    made.square_at(1, "river", -400, -300, 200);
    made.street("street", 0, "Noordweg");
    made.street("path", 60, "");
    made.publish();
    auto const near = made.draw_at(600);
    CHECK(has(near, "\"house\""));
    CHECK(has(near, "\"trail\""));
    auto const far = made.draw_at(3000);
    CHECK_FALSE(has(far, "\"house\""));
    CHECK_FALSE(has(far, "\"trail\""));
    CHECK(has(far, "\"pool\""));
    CHECK_FALSE(has(far, "Noordweg"));
    auto const coarse = made.draw_at(1000, Detail::coarse);
    CHECK(has(coarse, "\"pool\""));
    CHECK(has(coarse, "\"way\""));
    CHECK_FALSE(has(coarse, "\"house\""));
    CHECK_FALSE(has(coarse, "Noordweg"));
}

TEST_CASE("what is too small is left out, and so is a tunnel")
{
    Made made;
    made.square_at(3, "", 0, 0, 0.8);
    made.street("street", 30, "Onderdoor");
    made.features.back().tags.push_back({2, true});
    made.publish();
    CHECK(made.draw_at(600).empty());
}

TEST_CASE("names are text, never upside down, and keep off what is taken")
{
    Made made;
    made.add(tile::Shape::line, 2, "street", {Made::spot(200, 40), Made::spot(-200, 0)}, "R&D <b>");
    made.publish();
    auto const markup = made.draw_at(600);
    CHECK(has(markup, ">R&amp;D &lt;b&gt;</text>"));
    CHECK(has(markup, "rotate(-6)")); // drawn from east to west, read from west to east
    auto const view = view_around(kampen, 600, 600, 380);
    Lettering full{view.width, view.height};
    full.keep_free({300, 190}, 500);
    auto const without =
        made.store.read([&](store::Session& s) { return draw(s, made.id, view, Detail::streets, full).markup; });
    CHECK(has(without, "\"way\""));
    CHECK_FALSE(has(without, "<text"));
}

TEST_CASE("pieces of one street are named as one")
{
    Made made;
    // Each piece is too short for its name.
    for (int i = -5; i < 5; ++i)
        made.add(tile::Shape::line, 2, "street", {Made::spot(i * 30, 0), Made::spot(i * 30 + 30, 0)},
                 "Burgemeesterlaan");
    made.publish();
    CHECK(count(made.draw_at(600), "Burgemeesterlaan") == 1);
}

TEST_CASE("no map is no drawing; a square that cannot be read is left out")
{
    Made made;
    made.street("street", 0, "Noordweg");
    made.publish([](std::string const& bytes) { return bytes; }); // not gzip
    CHECK(made.draw_at(600).empty());
    Made broken;
    broken.street("street", 0, "Noordweg");
    broken.publish([](std::string const& bytes) {
        return http::compress(bytes.substr(0, bytes.size() - 3), http::Effort::quick);
    });
    CHECK(broken.draw_at(600).empty());
    broken.id = "01900000-0000-7000-8000-00000000000a";
    CHECK(broken.draw_at(600).empty());
}

} // namespace wf::map
