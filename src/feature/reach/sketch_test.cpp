// SPDX-License-Identifier: EUPL-1.2
#include "feature/reach/sketch.hpp"

#include "commons/datasets/test_stores.hpp"
#include "commons/map/map.hpp"
#include "feature/reach/map_sheet.hpp"
#include "feature/reach/sketch_marks.hpp"
#include "platform/html/test_markup.hpp"
#include "platform/http/compress.hpp"
#include "platform/json/json.hpp"
#include "platform/web/test_site.hpp"

#include <doctest/doctest.h>

#include <set>

namespace wf::embedded::feature_reach {
std::string_view find(std::string_view name);
}

using namespace wf;
using namespace wf::reach_pages;

using html::test::count;
using html::test::has;

namespace {

constexpr geo::Point kampen{5.9147, 52.5585};

/// A site with a map of one street, the Noordweg.
struct Asked {
    datasets::TestStore store{datasets::TestStore::Sort::memory, datasets::with_datasets(map::migrations())};
    web::TestSite site;
    std::string id;

    Asked()
    {
        site.context.store = &store.store();
        site.add_words(embedded::feature_reach::find("nl.po"));
        tile::Plan plan;
        plan.layers = {"road"};
        plan.keys = {"kind", "name"};
        tile::Feature street;
        street.id = 1;
        street.shape = tile::Shape::line;
        street.parts = {{{59'000'000, 525'590'000}, {59'300'000, 525'590'000}}};
        street.tags = {{0, std::string{"street"}}, {1, std::string{"Noordweg"}}};
        std::vector<map::Tile> tiles;
        tile::make_tiles({&street, 1}, plan, [&](tile::Address at, std::string const& content) {
            tiles.push_back({at, http::compress(content, http::Effort::quick)});
        });
        id = store.write([&](store::Session& session) {
            datasets::Origin origin;
            origin.slot = "osm.kampen";
            origin.title = "OpenStreetMap, Kampen";
            origin.attribution = "© OpenStreetMap-bijdragers";
            origin.licence = "ODbL 1.0";
            auto made = datasets::begin(session, origin);
            map::add_sheet(session, made, {{5.8, 52.5, 6.0, 52.6}, 8, 15, "[]"});
            map::add_tiles(session, made, tiles);
            datasets::publish(session, made, {}).value();
            return made;
        });
    }
    std::string write(Sketch const& sketch, std::string const& dataset)
    {
        html::Html page;
        write_sketch(page, site.visit(), dataset, sketch);
        return page.take().markup;
    }
    std::string write(Sketch const& sketch) { return write(sketch, id); }
};

std::string replace(std::string text, std::string_view from, std::string_view to)
{
    for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
        text.replace(at, from.size(), to);
    return text;
}

/// What the script gets.
json::Value read_sheet(std::string const& markup)
{
    constexpr std::string_view start = "data-map=\"";
    auto const from = markup.find(start);
    REQUIRE(from != std::string::npos);
    auto const begin = from + start.size();
    auto text = markup.substr(begin, markup.find('"', begin) - begin);
    for (auto const& [entity, character] : {std::pair{"&quot;", "\""}, std::pair{"&lt;", "<"}, std::pair{"&gt;", ">"},
                                            std::pair{"&#39;", "'"}, std::pair{"&amp;", "&"}})
        text = replace(std::move(text), entity, character);
    return json::read(text).value();
}

Sketch a_place()
{
    Sketch sketch;
    sketch.label = "Kaartje van \"De Hoek\"";
    sketch.points = {{kampen, Mark::pin, "De Hoek"}};
    return sketch;
}

} // namespace

TEST_CASE("a figure has its ground, its mark, a legend of the marks that are used, and who made the map")
{
    Asked asked;
    auto const markup = asked.write(a_place());
    CHECK(markup.starts_with("<figure class=\"map sketch\" data-map=\""));
    CHECK(has(markup, "viewBox=\"0 0 600 380\" role=\"img\" aria-label=\"Kaartje van &quot;De Hoek&quot;\""));
    CHECK(has(markup, "<g class=\"ground\""));
    CHECK(has(markup, ">Noordweg</text>"));
    CHECK(has(markup, "<g transform=\"translate(300 190)\"><title>De Hoek</title>"));
    CHECK(has(markup, ">De Hoek</text>"));
    CHECK(has(markup, "deze plek</li>"));
    CHECK_FALSE(has(markup, "bankje</li>"));
    CHECK(has(markup, "© OpenStreetMap-bijdragers</a>, ODbL 1.0"));
    CHECK(has(markup, ">100 meter</text>"));
    CHECK_FALSE(has(markup, "reach."));
    CHECK_FALSE(has(markup, "style="));
    CHECK_FALSE(has(markup, " id=")); // two of them on a page do not get into each other's way
}

TEST_CASE("nothing without a map, without a dataset, or without anything to look at")
{
    Asked asked;
    CHECK(asked.write(a_place(), "01900000-0000-7000-8000-00000000000a").empty());
    CHECK(asked.write(a_place(), "").empty());
    CHECK(asked.write(Sketch{}).empty());
    Sketch only_box;
    only_box.box = geo::Box{5.91, 52.55, 5.92, 52.56};
    CHECK(has(asked.write(only_box), "<g class=\"ground\""));
    CHECK_FALSE(has(asked.write(only_box), "class=\"legend\""));
}

TEST_CASE("each mark and track has a shape, and words in the legend, of its own")
{
    Asked asked;
    auto sketch = a_place();
    for (auto const mark : all_marks) sketch.points.push_back({kampen, mark});
    for (auto const track : all_tracks) sketch.lines.push_back({{kampen, {5.916, 52.559}}, track});
    auto const markup = asked.write(sketch);
    for (std::string_view const words :
         {"begin", "plek", "bankje", "deze plek", "komt er dan op tijd", "misschien", "er verandert niets",
          "de weg erheen", "hier weten we niet alles", "de weg terug"})
        CHECK(has(markup, ">" + std::string{words} + "</li>"));
    CHECK(count(markup, "</li>") == all_marks.size() + all_tracks.size());
    std::set<std::string> shapes;
    for (auto const mark : all_marks) {
        html::Html page;
        write_shape(page, mark);
        // Without its class: what is left is what grey paper shows.
        std::string shape{page.view()};
        for (auto at = shape.find("class="); at != std::string::npos; at = shape.find("class="))
            shape.erase(at, shape.find('"', at + 7) + 1 - at);
        shapes.insert(shape);
    }
    CHECK(shapes.size() == all_marks.size());
    CHECK(has(markup, "<path class=\"trackcase\""));
    sketch.route_words = "dit is de straat";
    CHECK(has(asked.write(sketch), ">dit is de straat</li>"));
}

TEST_CASE("points with an address are links, but where two could not be told apart by a finger")
{
    Asked asked;
    auto sketch = a_place();
    sketch.points.push_back({{5.9167, 52.5585}, Mark::place, "Lidl", "/nl/plek/osm-n1?wie=a&waar=b"});
    sketch.points.push_back({{5.9168, 52.5585}, Mark::place, "Aldi", "/nl/plek/osm-n2"});
    sketch.points.push_back({{5.9500, 52.5585}, Mark::place, "Ver weg", "/nl/plek/osm-n3"});
    sketch.box = geo::Box{kampen.lon, kampen.lat, kampen.lon, kampen.lat};
    auto const markup = asked.write(sketch);
    CHECK(has(markup, "role=\"group\""));
    CHECK(has(markup, "<a href=\"/nl/plek/osm-n1?wie=a&amp;waar=b\" transform=\"translate("));
    CHECK(has(markup, "<title>Aldi</title>"));
    CHECK_FALSE(has(markup, "<a href=\"/nl/plek/osm-n2\""));
    CHECK_FALSE(has(markup, "<title>Ver weg</title>")); // beyond the edge
    auto const links = count(markup, "class=\"hit\"");
    CHECK(links == 1);
}

TEST_CASE("many dots are one path")
{
    Asked asked;
    auto sketch = a_place();
    for (int i = 0; i < 50; ++i) {
        double const step = i * 2e-5;
        sketch.points.push_back({{kampen.lon + step, kampen.lat}, Mark::gains});
        sketch.points.push_back({{kampen.lon, kampen.lat + step}, Mark::maybe});
    }
    auto const markup = asked.write(sketch);
    CHECK(count(markup, "class=\"swarm gains\"") == 1);
    CHECK(count(markup, "class=\"swarm maybe\"") == 1);
    CHECK(count(markup, "class=\"swarm hollow\"") == 1);
    CHECK(count(markup, "<circle") < 10);
}

TEST_CASE("a name that stands there twice is written once, and all of it can be seen")
{
    Asked asked;
    auto sketch = a_place();
    sketch.points.push_back({{5.9157, 52.5585}, Mark::place, "De Hoek", "/nl/plek/osm-n1"});
    CHECK(count(asked.write(sketch), ">De Hoek</text>") == 1);
    auto wide = a_place();
    wide.points[0].label = std::string(90, 'M');
    CHECK_FALSE(has(asked.write(wide), "MM</text>")); // it is the title still
    CHECK(has(asked.write(wide), "MM</title>"));
}

TEST_CASE("names keep off lines, and the bar off a mark in its corner")
{
    Asked asked;
    auto sketch = a_place();
    CHECK(has(asked.write(sketch), ">Noordweg</text>"));
    CHECK(has(asked.write(sketch), "\"M14 366v6h"));
    // All along the street.
    sketch.lines = {{{{5.9, 52.559}, {5.91, 52.559}, {5.9147, 52.559}, {5.93, 52.559}}, Track::route}};
    sketch.box = geo::Box{kampen.lon, kampen.lat, kampen.lon, kampen.lat};
    CHECK_FALSE(has(asked.write(sketch), ">Noordweg</text>"));
    auto corner = a_place();
    corner.box = geo::Box{5.9177, 52.5594, 5.9177, 52.5594};
    CHECK_FALSE(has(asked.write(corner), "\"M14 366v6h"));
    CHECK(has(asked.write(corner), "366v6h"));
}

TEST_CASE("the script gets the same: box, points and lines, in six decimals")
{
    Asked asked;
    auto sketch = a_place();
    sketch.points[0].at.lon = 5.914712345678;
    sketch.points[0].url = "/nl/plek/osm-n1";
    sketch.lines = {{{kampen, {5.916, 52.559}}, Track::unsure}};
    auto const sheet = read_sheet(asked.write(sketch));
    CHECK(sheet.find("pick") == nullptr);
    CHECK(*sheet.find("tiles")->text() == "/kaart/lagen.json");
    CHECK(sheet.find("areas") == nullptr);
    CHECK(sheet.find("marks") == nullptr);
    REQUIRE(sheet.find("box")->array()->size() == 4);
    CHECK(*sheet.find("box")->array()->front().number() < 5.9147);
    auto const* features = sheet.find("points")->find("features")->array();
    REQUIRE(features->size() == 2);
    auto const& point = features->front();
    CHECK(*point.find("geometry")->find("coordinates")->array()->front().number() == 5.914712);
    CHECK(*point.find("properties")->find("mark")->text() == "pin");
    CHECK(*point.find("properties")->find("label")->text() == "De Hoek");
    CHECK(*point.find("properties")->find("url")->text() == "/nl/plek/osm-n1");
    auto const& line = features->back();
    CHECK(*line.find("geometry")->find("type")->text() == "LineString");
    CHECK(*line.find("properties")->find("track")->text() == "unsure");
    CHECK(sheet.find("words")->find("show")->text()->starts_with("Open de kaart"));
}
