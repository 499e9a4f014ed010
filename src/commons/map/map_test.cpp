// SPDX-License-Identifier: EUPL-1.2
#include "commons/map/map.hpp"

#include "base/check.hpp"
#include "commons/datasets/test_stores.hpp"

#include <doctest/doctest.h>

#include <algorithm>

namespace wf::map {
namespace {

using datasets::publish_for_test;
using datasets::TestStore;

template <class F>
void on_both(F const& check)
{
    datasets::on_both(datasets::with_datasets(migrations()), check);
}

Sheet sheet()
{
    return {{5.84, 52.52, 5.99, 52.59}, 8, 15, R"([{"id":"road"}])"};
}

/// With bytes that are no text.
std::vector<Tile> three_tiles()
{
    return {{{15, 16922, 10763}, std::string{"\x1f\x8b\0\xff", 4}}, {{8, 132, 84}, "b"}, {{15, 16922, 10762}, "c"}};
}

std::string publish(TestStore& store, std::string const& slot)
{
    return publish_for_test(store, slot, [&](store::Session& session, std::string const& id) {
        add_sheet(session, id, sheet());
        add_tiles(session, id, three_tiles());
    });
}

std::vector<Tile> all_of(store::Session& session, std::string const& id)
{
    std::vector<Tile> tiles;
    for_each_tile(session, id, [&](tile::Address at, std::string_view content) {
        tiles.push_back({at, std::string{content}});
    });
    return tiles;
}

constexpr auto nobody = "01900000-0000-7000-8000-00000000000a";

} // namespace

TEST_CASE("a map is seen once its dataset is published, and comes back as it was")
{
    on_both([](TestStore& store) {
        auto const id = store.write([&](store::Session& s) {
            datasets::Origin origin;
            origin.slot = "osm.kampen";
            origin.title = "Kampen";
            origin.attribution = "those who made it";
            origin.licence = "ODbL 1.0";
            auto made = datasets::begin(s, origin);
            add_sheet(s, made, sheet());
            add_tiles(s, made, three_tiles());
            add_tiles(s, made, {});
            return made;
        });
        store.read([&](store::Session& s) {
            CHECK(list(s).empty());
            CHECK(!find(s, id));
            CHECK(!load_tile(s, id, {8, 132, 84}));
            CHECK(all_of(s, id).empty());
        });
        store.write([&](store::Session& s) { datasets::publish(s, id, {}).value(); });
        store.read([&](store::Session& s) {
            auto const known = list(s);
            REQUIRE(known.size() == 1);
            CHECK(known[0].dataset_id == id);
            CHECK(known[0].title == "Kampen");
            CHECK(known[0].attribution == "those who made it");
            CHECK(known[0].licence == "ODbL 1.0");
            CHECK(known[0].sheet.extent.west == 5.84);
            CHECK(known[0].sheet.extent.south == 52.52);
            CHECK(known[0].sheet.extent.east == 5.99);
            CHECK(known[0].sheet.extent.north == 52.59);
            CHECK(known[0].sheet.zoom_from == 8);
            CHECK(known[0].sheet.zoom_to == 15);
            CHECK(known[0].sheet.layers == R"([{"id":"road"}])");
            CHECK(find(s, id)->dataset_id == id);
            CHECK(!find(s, nobody));
            for (auto const& tile : three_tiles()) CHECK(load_tile(s, id, tile.at) == tile.content);
            CHECK(!load_tile(s, id, {8, 132, 85}));
            CHECK(!load_tile(s, id, {14, 16922, 10763})); // no such square
            CHECK(!load_tile(s, nobody, {8, 132, 84}));
            // From the south: the row further from the north comes first.
            auto const all = all_of(s, id);
            REQUIRE(all.size() == 3);
            CHECK(all[0] == three_tiles()[1]);
            CHECK(all[1] == three_tiles()[0]);
            CHECK(all[2] == three_tiles()[2]);
            CHECK(all_of(s, nobody).empty());
        });
    });
}

TEST_CASE("rows lie in the store as MBTiles counts them, from the south")
{
    CHECK(turn_row(0, 0) == 0);
    CHECK(turn_row(15, 10763) == 22004);
    CHECK(turn_row(15, turn_row(15, 10763)) == 10763);
    TestStore store{TestStore::Sort::memory, datasets::with_datasets(migrations())};
    publish(store, "osm.kampen");
    store.read([](store::Session& s) {
        std::vector<std::int64_t> rows;
        s.query("SELECT tile_row FROM map_tile ORDER BY zoom_level, tile_row", {},
                [&](store::Row const& row) { rows.push_back(row.integer(0)); });
        CHECK(rows == std::vector<std::int64_t>{255 - 84, 22004, 22005});
    });
}

TEST_CASE("a square twice, or one that does not exist, is refused")
{
    on_both([](TestStore& store) {
        auto const id = publish(store, "osm.kampen");
        auto const tile = three_tiles()[0];
        CHECK_THROWS_AS(store.write([&](store::Session& s) {
            add_tiles(s, id, {&tile, 1});
        }),
                        store::ConstraintFailure);
        Tile const outside{{8, 256, 0}, "x"};
        CHECK_THROWS_AS(store.write([&](store::Session& s) { add_tiles(s, id, {&outside, 1}); }), Bug);
    });
}

TEST_CASE("newest import first; a new import of a slot replaces the old one; sweep empties one dataset only")
{
    on_both([](TestStore& store) {
        auto const old = publish(store, "osm.kampen");
        auto const other = publish(store, "osm.zwolle");
        auto const fresh = publish(store, "osm.kampen");
        store.read([&](store::Session& s) {
            auto const known = list(s);
            REQUIRE(known.size() == 2);
            CHECK(known[0].dataset_id == fresh);
            CHECK(known[1].dataset_id == other);
            CHECK(!load_tile(s, old, {8, 132, 84}));
        });
        store.write([&](store::Session& s) { sweep(s, fresh); });
        store.read([&](store::Session& s) {
            CHECK(list(s).size() == 1);
            CHECK(!load_tile(s, fresh, {8, 132, 84}));
            CHECK(load_tile(s, other, {8, 132, 84}) == "b");
        });
    });
}

} // namespace wf::map
