// SPDX-License-Identifier: EUPL-1.2
#include "feature/map/feature.hpp"

#include "commons/datasets/test_stores.hpp"
#include "commons/map/mbtiles.hpp"
#include "feature/map/pages.hpp"
#include "kernel/tile/test_decoder.hpp"
#include "platform/http/compress.hpp"
#include "platform/web/test_site.hpp"

#include <doctest/doctest.h>

#include <map>
#include <sstream>

namespace wf::map_pages {
namespace {

using datasets::TestStore;

constexpr tile::Spot spot{59'147'000, 525'589'000}; // Kampen
constexpr auto layers = R"([{"id":"place","fields":{"name":"String"}}])";

/// The square of level 12 that holds the spot, with a point and its name.
map::Tile make_square()
{
    tile::Plan plan;
    plan.layers = {"place"};
    plan.keys = {"name"};
    plan.zoom_from = plan.zoom_to = 12;
    tile::Feature feature;
    feature.id = 11;
    feature.zoom_from = 12;
    feature.parts = {{spot}};
    feature.tags = {{0, std::string{"Kampen"}}};
    map::Tile square;
    tile::make_tiles({&feature, 1}, plan, [&](tile::Address at, std::string const& content) {
        square = {at, http::compress(content, http::Effort::thorough)};
    });
    return square;
}

std::string publish_map(TestStore& store)
{
    return store.write([&](store::Session& session) {
        datasets::Origin origin;
        origin.slot = "osm.kampen";
        origin.title = "OpenStreetMap, Kampen";
        origin.attribution = "© OpenStreetMap-bijdragers";
        origin.licence = "ODbL 1.0";
        auto id = datasets::begin(session, origin);
        map::add_sheet(session, id, {{5.84, 52.52, 5.99, 52.59}, 8, 15, layers});
        auto const square = make_square();
        map::add_tiles(session, id, {&square, 1});
        datasets::publish(session, id, {}).value();
        return id;
    });
}

std::vector<store::Migration> tables()
{
    return datasets::with_datasets(map::migrations());
}

/// The feature on a site of its own, asked as a browser would.
struct Asked {
    TestStore store{TestStore::Sort::file, tables()};
    web::TestSite site;
    web::Feature feature = make_feature();

    Asked()
    {
        site.context.store = &store.store();
        site.add_words(feature.words_nl);
    }
    http::Response layers()
    {
        site.request.path = "/nl/kaart/lagen";
        return std::move(feature.routes[0].handler(site.visit()).value());
    }
    http::Response square(std::string dataset, std::string z, std::string x, std::string y)
    {
        site.request.path_parts = {{"dataset", std::move(dataset)},
                                   {"z", std::move(z)},
                                   {"x", std::move(x)},
                                   {"y", std::move(y)}};
        return std::move(feature.routes[1].handler(site.visit()).value());
    }
};

bool has(std::string const& text, std::string_view part)
{
    return text.find(part) != std::string::npos;
}

/// Layers of a vector tile that lies in gzip.
std::vector<tile::test::Layer> decode_packed(std::string_view gzip)
{
    return tile::test::read_tile(http::decompress(gzip, 1 << 20).value());
}

std::map<std::string, std::string> metadata_of(store::Store& file)
{
    std::map<std::string, std::string> all;
    file.read([&](store::Session& session) {
        session.query("SELECT name, value FROM metadata", {},
                      [&](store::Row const& row) { all.emplace(row.string(0), row.string(1)); });
    });
    return all;
}

} // namespace

TEST_CASE("numbers of squares are plain, and of squares that exist")
{
    CHECK(read_square("0", "0", "0") == tile::Address{0, 0, 0});
    CHECK(read_square("15", "16922", "10763") == tile::Address{15, 16922, 10763});
    for (auto const* wrong : {"", "-1", "+1", "01", "1.0", "1e1", " 1", "x", "9999999999"}) {
        CAPTURE(wrong);
        CHECK(!read_square("10", wrong, "1"));
        CHECK(!read_square("10", "1", wrong));
        CHECK(!read_square(wrong, "0", "0"));
    }
    CHECK(!read_square("10", "1024", "0"));
    CHECK(!read_square("10", "0", "1024"));
    CHECK(!read_square("31", "0", "0"));
}

TEST_CASE("without a map there are no layers, and the answer is a problem that a program can read")
{
    Asked asked;
    auto const answer = asked.layers();
    CHECK(answer.status == 404);
    CHECK(answer.content_type.starts_with("application/problem+json"));
    CHECK(has(answer.body, "map.none"));
    CHECK(answer.cache == http::Cache::never);
}

TEST_CASE("the layers say where squares are, what they hold and who made it")
{
    Asked asked;
    auto const id = publish_map(asked.store);
    auto const answer = asked.layers();
    CHECK(answer.status == 200);
    CHECK(answer.cache == http::Cache::until_change);
    CHECK(
        answer.body ==
        R"({"tilejson":"3.0.0","name":"OpenStreetMap, Kampen","scheme":"xyz","tiles":["/nl/kaart/tegel/)" + id +
            R"(/{z}/{x}/{y}"],"minzoom":8,"maxzoom":15,"bounds":[5.84,52.52,5.99,52.59],"center":[5.915,52.555,12],)" +
            R"x("attribution":"© OpenStreetMap-bijdragers (ODbL 1.0)","vector_layers":)x" + layers + "}");
}

TEST_CASE("a square comes as it lies in the store; an empty one says so; others are not there")
{
    Asked asked;
    auto const id = publish_map(asked.store);
    auto const at = make_square().at;
    auto const z = std::to_string(at.zoom);
    auto const x = std::to_string(at.column);
    auto const y = std::to_string(at.row);
    auto const full = asked.square(id, z, x, y);
    CHECK(full.status == 200);
    CHECK(full.cache == http::Cache::forever);
    CHECK(full.content_type == "application/vnd.mapbox-vector-tile");
    CHECK(full.body_coding == http::Coding::gzip);
    auto const decoded = decode_packed(full.body);
    REQUIRE(decoded.size() == 1);
    REQUIRE(decoded[0].features.size() == 1);
    CHECK(decoded[0].features[0].tags.at("name") == tile::Value{std::string{"Kampen"}});

    auto const empty = asked.square(id, z, x, std::to_string(at.row + 1));
    CHECK(empty.status == 204);
    CHECK(empty.cache == http::Cache::forever);
    CHECK(empty.body.empty());

    auto const other = "01900000-0000-7000-8000-00000000000a";
    for (auto const& answer :
         {asked.square(id, "7", "0", "0"), asked.square(id, "16", "0", "0"), asked.square(id, z, x, "4096"),
          asked.square(id, z, "a", y), asked.square(other, z, x, y), asked.square("nothing", z, x, y)}) {
        CHECK(answer.status == 404);
        CHECK(answer.content_type.starts_with("application/problem+json"));
        CHECK(has(answer.body, "map.no_square"));
        CHECK(answer.cache == http::Cache::never);
    }
}

TEST_CASE("the export is MBTiles 1.3: its metadata, rows from the south, squares that can be read")
{
    Asked asked;
    auto const id = publish_map(asked.store);
    std::string folder = (std::filesystem::temp_directory_path() / "wf-map-XXXXXX").string();
    REQUIRE(::mkdtemp(folder.data()) != nullptr);
    auto const path = folder + "/kampen.mbtiles";
    std::ostringstream out;
    std::ostringstream err;
    auto const run = [&](std::vector<std::string> arguments, std::vector<std::pair<std::string, std::string>> options) {
        return asked.feature.commands[0].run({std::move(arguments), std::move(options), asked.site.context, out, err});
    };
    REQUIRE(run({path}, {}).value() == 0);
    CHECK(out.str() == path + ": 1 squares\n");
    REQUIRE(run({path}, {{"dataset", id}}).value() == 0);
    CHECK(run({path}, {{"dataset", "no-such"}}).error().code == "map.unknown");
    CHECK(run({}, {}).error().code == "usage");
    {
        auto const file = std::move(store::Store::open("sqlite:" + path).value());
        auto const metadata = metadata_of(*file);
        CHECK(metadata.at("name") == "OpenStreetMap, Kampen");
        CHECK(metadata.at("format") == "pbf");
        CHECK(metadata.at("bounds") == "5.84,52.52,5.99,52.59");
        CHECK(metadata.at("center") == "5.915,52.555,12");
        CHECK(metadata.at("minzoom") == "8");
        CHECK(metadata.at("maxzoom") == "15");
        CHECK(metadata.at("attribution") == "© OpenStreetMap-bijdragers (ODbL 1.0)");
        CHECK(metadata.at("json") == std::string{R"({"vector_layers":)"} + layers + "}");
        auto const at = make_square().at;
        int rows = 0;
        file->read([&](store::Session& session) {
            session.query("SELECT zoom_level, tile_column, tile_row, tile_data FROM tiles", {},
                          [&](store::Row const& row) {
                              ++rows;
                              CHECK(row.integer(0) == at.zoom);
                              CHECK(row.integer(1) == at.column);
                              CHECK(row.integer(2) == 4095 - at.row);
                              CHECK(decode_packed(row.bytes(3)).at(0).name == "place");
                          });
            session.query("PRAGMA application_id", {},
                          [&](store::Row const& row) { CHECK(row.integer(0) == 0x4d504258); }); // MPBX
        });
        CHECK(rows == 1);
    }
    std::filesystem::remove_all(folder);
}

TEST_CASE("without a map there is nothing to export")
{
    Asked asked;
    std::ostringstream out;
    auto const answer = asked.feature.commands[0].run({{"no.mbtiles"}, {}, asked.site.context, out, out});
    REQUIRE(!answer);
    CHECK(answer.error().code == "map.none");
}

} // namespace wf::map_pages
