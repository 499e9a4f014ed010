// SPDX-License-Identifier: EUPL-1.2
#include "import/osm/import.hpp"

#include "commons/intake/intake_test_store.hpp"
#include "commons/network/network.hpp"
#include "commons/places/places.hpp"

#include <doctest/doctest.h>

using namespace wf;

namespace {

constexpr auto sample = "src/import/osm/sample/gehucht.osm";

std::unique_ptr<store::Store> open_store()
{
    auto store = std::move(store::Store::open("sqlite::memory:")).value();
    std::vector<store::Migration> all = datasets::migrations();
    for (auto const& more : {areas::migrations(), statistics::migrations(), network::migrations(), places::migrations(),
                             map::migrations()}) {
        all.insert(all.end(), more.begin(), more.end());
    }
    REQUIRE(store->migrate(all));
    return store;
}

osm::Request request_of(std::string path)
{
    osm::Request request;
    request.path = std::move(path);
    request.file_name = "gehucht.osm";
    request.place = "Het Gehucht";
    request.code_version = "test";
    return request;
}

job::NoProgress no_progress;

} // namespace

TEST_CASE("a map comes in whole: network, homes and places of one dataset, with its licence, and once")
{
    auto const store = open_store();
    auto const outcome = osm::import_osm(*store, request_of(sample), no_progress);
    REQUIRE(outcome);
    CHECK(!outcome->already_there);
    store->read([&](store::Session& session) {
        auto const dataset = datasets::find(session, outcome->dataset_id);
        REQUIRE(dataset);
        CHECK(dataset->origin.slot == "osm.het-gehucht");
        CHECK(dataset->origin.licence == "ODbL 1.0");
        CHECK(dataset->origin.attribution == "© OpenStreetMap-bijdragers");
        CHECK(dataset->origin.period == "2024-05-01");
        CHECK(dataset->origin.options.find("categories") != std::string::npos);
        auto const network = network::load_network(session, outcome->dataset_id);
        REQUIRE(network);
        CHECK(network->edges.size() == 6);
        CHECK(network::load_homes(session, outcome->dataset_id).size() == 3);
        CHECK(places::load_of_dataset(session, outcome->dataset_id).size() == 2);
        auto const known = map::find(session, outcome->dataset_id);
        REQUIRE(known);
        CHECK(known->sheet.extent.west == 5.899); // as the file says
        CHECK(known->sheet.extent.north == 52.503);
        int levels[16] = {};
        map::for_each_tile(session, outcome->dataset_id, [&](tile::Address at, std::string_view content) {
            ++levels[at.zoom];
            CHECK(content.starts_with("\x1f\x8b")); // gzip
        });
        CHECK(levels[11] == 0); // a hamlet without a name: streets show from level 12 on
        CHECK(levels[12] > 0);
        CHECK(levels[15] > 0);
    });
    auto const again = osm::import_osm(*store, request_of(sample), no_progress);
    REQUIRE(again);
    CHECK(again->already_there);
    CHECK(again->dataset_id == outcome->dataset_id);
}

TEST_CASE("without a map, and with one later")
{
    auto const store = open_store();
    auto request = request_of(sample);
    request.map = osm::WithMap::no;
    auto const without = osm::import_osm(*store, request, no_progress);
    REQUIRE(without);
    CHECK(store->read([](store::Session& session) { return map::list(session).size(); }) == 0);
    auto const with = osm::import_osm(*store, request_of(sample), no_progress);
    REQUIRE(with);
    CHECK(!with->already_there);
    CHECK(store->read([](store::Session& session) { return map::list(session).size(); }) == 1);
}

TEST_CASE("a file that is no map leaves nothing behind and names the file")
{
    auto const store = open_store();
    auto const outcome = osm::import_osm(*store, request_of("data/measures.json"), no_progress);
    REQUIRE(!outcome);
    CHECK(outcome.error().code == "osm.not_osm");
    CHECK(outcome.error().field == "gehucht.osm");
    CHECK(osm::import_osm(*store, request_of("no/such.pbf"), no_progress).error().code == "file.not_found");
    CHECK(intake::count_all_rows(*store) == 0);
}

TEST_CASE("an import that is cancelled leaves nothing behind")
{
    auto const store = open_store();
    intake::StoppingProgress progress{"reading", 1};
    auto const outcome = osm::import_osm(*store, request_of(sample), progress);
    REQUIRE(!outcome);
    CHECK(outcome.error().code == "job.cancelled");
    CHECK(intake::count_all_rows(*store) == 0);
}
