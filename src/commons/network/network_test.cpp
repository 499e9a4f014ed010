// SPDX-License-Identifier: EUPL-1.2
#include "commons/network/network.hpp"

#include "base/check.hpp"
#include "base/text.hpp"
#include "commons/datasets/test_stores.hpp"

#include <doctest/doctest.h>

namespace wf::network {
namespace {

using datasets::publish_for_test;
using datasets::TestStore;

template <class F>
void on_both(F const& check)
{
    datasets::on_both(datasets::with_datasets(migrations()), check);
}

/// A street with a bend, of this length.
reach::Network street(float metres)
{
    reach::Network network;
    network.nodes = {{.osm_id = 11, .at = {59'000'000, 525'000'000}, .kerb = reach::Kerb::unknown},
                     {.osm_id = 12, .at = {59'100'000, 525'050'000}, .bench = true}};
    network.ways = {{.osm_id = 7, .name = 1, .road = reach::Road::residential}};
    network.edges = {{.from = 0, .to = 1, .way = 0, .metres = metres, .first_bend = 0, .bends = 1}};
    network.bends = {{59'050'000, 525'000'000}};
    network.names = {"", "Oudestraat"};
    network.extent = {5.85, 52.45, 6, 52.6};
    return network;
}

std::vector<Home> three_homes()
{
    return {{101, 'n', {59'000'001, 525'000'002}, "Oudestraat", "12-A", "8261CA"},
            {102, 'w', {-1, -525'000'002}, "", "", ""},
            {103, 'r', {59'000'003, 525'000'004}, "'t Olde Loët", "1", ""}};
}

std::string publish(TestStore& store, std::string const& slot, float metres, std::vector<Home> const& homes)
{
    return publish_for_test(store, slot, [&](store::Session& session, std::string const& id) {
        add_network(session, id, street(metres));
        add_homes(session, id, homes);
    });
}

TEST_CASE("a network and its homes are seen once their dataset is published, and come back as they were")
{
    on_both([](TestStore& store) {
        auto const id = store.write([&](store::Session& s) {
            datasets::Origin origin;
            origin.slot = "osm.kampen";
            auto made = datasets::begin(s, origin);
            add_network(s, made, street(75.5F));
            add_homes(s, made, three_homes());
            return made;
        });
        store.read([&](store::Session& s) {
            CHECK(list(s).empty());
            CHECK(load_homes(s, id).empty());
            auto const hidden = load_network(s, id);
            REQUIRE(!hidden.has_value());
            CHECK(hidden.error().code == "network.unknown");
            CHECK(hidden.error().kind == Trouble::not_found);
            CHECK(hidden.error().field == id);
        });
        store.write([&](store::Session& s) { datasets::publish(s, id, {}).value(); });
        store.read([&](store::Session& s) {
            CHECK(load_network(s, id).value() == street(75.5F));
            CHECK(load_homes(s, id) == three_homes());
            auto const known = list(s);
            REQUIRE(known.size() == 1);
            CHECK(known[0].dataset_id == id);
            CHECK(known[0].homes == 3);
            CHECK(known[0].extent.west == 5.85);
            CHECK(known[0].extent.south == 52.45);
            CHECK(known[0].extent.east == 6);
            CHECK(known[0].extent.north == 52.6);
            CHECK(load_homes(s, "01900000-0000-7000-8000-00000000000a").empty());
        });
    });
}

TEST_CASE("homes that come in parts keep their order")
{
    on_both([](TestStore& store) {
        std::vector<Home> homes;
        for (int i = 0; i < 2'345; ++i) {
            homes.push_back({9'000'000'000 - i,
                             'w',
                             {i, -i},
                             i % 3 == 0 ? "" : "Street " + std::to_string(i % 50),
                             std::to_string(i),
                             ""});
        }
        auto const id = publish_for_test(store, "osm.kampen", [&](store::Session& session, std::string const& made) {
            add_network(session, made, street(1));
            add_homes(session, made, std::span{homes}.first(1'234));
            add_homes(session, made, {});
            add_homes(session, made, std::span{homes}.subspan(1'234));
        });
        store.read([&](store::Session& s) {
            CHECK(load_homes(s, id) == homes);
            REQUIRE(list(s).size() == 1);
            CHECK(list(s)[0].homes == 2'345);
        });
    });
}

TEST_CASE("newest import first; a new import of a slot replaces the old one; sweep empties one dataset only")
{
    on_both([](TestStore& store) {
        auto const ids = [&] {
            std::vector<std::string> all;
            for (auto const& one : store.read([](store::Session& s) { return list(s); })) all.push_back(one.dataset_id);
            return all;
        };
        auto const first = publish(store, "osm.kampen", 1, three_homes());
        auto const other = publish(store, "osm.zwolle", 2, {});
        CHECK(ids() == std::vector{other, first});
        auto const second = publish(store, "osm.kampen", 3, three_homes());
        CHECK(ids() == std::vector{second, other});
        store.read([&](store::Session& s) {
            CHECK(!load_network(s, first).has_value());
            CHECK(load_homes(s, first).empty());
            CHECK(load_network(s, second).value().edges[0].metres == 3);
            CHECK(list(s)[1].homes == 0);
        });
        store.write([&](store::Session& s) { sweep(s, second); });
        CHECK(ids() == std::vector{other});
        store.read([&](store::Session& s) {
            CHECK(load_homes(s, second).empty());
            CHECK(load_network(s, other).value().edges[0].metres == 2);
        });
    });
}

TEST_CASE("a street is found by its key, whatever its capitals and accents")
{
    TestStore store{TestStore::Sort::memory, datasets::with_datasets(migrations())};
    auto const id = publish(store, "osm.kampen", 1, three_homes());
    std::vector<std::int64_t> found;
    store.read([&](store::Session& s) {
        s.query("SELECT osm_id FROM home WHERE dataset_id = $1 AND street_key = $2 ORDER BY position",
                {id, sort_key("'T olde loet")}, [&](store::Row const& row) { found.push_back(row.integer(0)); });
    });
    CHECK(found == std::vector<std::int64_t>{103});
}

TEST_CASE("bytes that were changed in the store are told; a home of no sort is our bug")
{
    TestStore store{TestStore::Sort::memory, datasets::with_datasets(migrations())};
    auto const id = publish(store, "osm.kampen", 1, {});
    store.write([&](store::Session& s) {
        s.exec("UPDATE network SET content = $1 WHERE dataset_id = $2", {store::Bytes{"WFNET"}, id});
    });
    auto const broken = store.read([&](store::Session& s) { return load_network(s, id); });
    REQUIRE(!broken.has_value());
    CHECK(broken.error().code == "network.not_a_network");
    Home const home{1, 'x', {}, "", "", ""};
    CHECK_THROWS_AS(store.write([&](store::Session& s) { add_homes(s, id, std::span{&home, 1}); }), Bug);
    CHECK(store.read([](store::Session& s) { return list(s); })[0].homes == 0);
}

} // namespace
} // namespace wf::network
