// SPDX-License-Identifier: EUPL-1.2
#include "commons/places/places.hpp"

#include "base/check.hpp"
#include "commons/datasets/test_stores.hpp"

#include <doctest/doctest.h>

namespace wf::places {
namespace {

using datasets::publish_for_test;
using datasets::TestStore;

template <class F>
void on_both(F const& check)
{
    datasets::on_both(datasets::with_datasets(migrations()), check);
}

Place place_of(std::string id, std::string category)
{
    Place place;
    place.id = std::move(id);
    place.category = std::move(category);
    place.name = "Café \"De <Kolk>\"";
    place.at = {5.9123456, 52.5551234};
    place.entrances = {{5.9123001, 52.5551001}, {5.9123002, -0.5}};
    place.outline = {{5.9, 52.5}, {5.91, 52.5}, {1.0 / 3, 52.51}, {5.9, 52.5}};
    place.address = "Oudestraat 1, Kampen";
    place.opening_hours = "Mo-Fr 09:00-17:30; PH off";
    place.wheelchair = "limited";
    place.source_url = "https://www.openstreetmap.org/node/123456";
    return place;
}

std::string publish(TestStore& store, std::string const& slot, std::vector<Place>& places)
{
    return publish_for_test(store, slot, [&](store::Session& session, std::string const& id) {
        for (auto& place : places) place.dataset_id = id;
        add(session, places);
    });
}

TEST_CASE("places are seen once their dataset is published, by category, then id, as they were")
{
    on_both([](TestStore& store) {
        std::vector places{place_of("osm-w7", "pharmacy"), place_of("osm-n2", "library"),
                           place_of("osm-n1", "pharmacy")};
        places[1].entrances.clear();
        places[1].outline.clear();
        places[2] = Place{};
        places[2].id = "osm-n1";
        places[2].category = "pharmacy";
        auto const id = store.write([&](store::Session& s) {
            datasets::Origin origin;
            origin.slot = "osm.kampen";
            auto made = datasets::begin(s, origin);
            for (auto& place : places) place.dataset_id = made;
            add(s, places);
            return made;
        });
        store.read([&](store::Session& s) {
            CHECK(load_of_dataset(s, id).empty());
            CHECK(find(s, "osm-n2").empty());
        });
        store.write([&](store::Session& s) { datasets::publish(s, id, {}).value(); });
        store.read([&](store::Session& s) {
            CHECK(load_of_dataset(s, id) == std::vector{places[1], places[2], places[0]});
            CHECK(find(s, "osm-w7") == std::vector{places[0]});
            CHECK(find(s, "osm-w").empty());
            CHECK(load_of_dataset(s, "01900000-0000-7000-8000-00000000000a").empty());
        });
    });
}

TEST_CASE("a thing of two kinds is two rows; where two datasets hold it, the newest comes first")
{
    on_both([](TestStore& store) {
        std::vector old{place_of("osm-n1", "library"), place_of("osm-n1", "community_centre")};
        auto const first = publish(store, "osm.kampen", old);
        std::vector fresh{place_of("osm-n1", "library"), place_of("osm-n2", "library")};
        auto const second = publish(store, "osm.overijssel", fresh);
        store.read([&](store::Session& s) {
            CHECK(find(s, "osm-n1") == std::vector{fresh[0], old[1], old[0]});
            CHECK(load_of_dataset(s, first).size() == 2);
            CHECK(load_of_dataset(s, second).size() == 2);
        });
        store.write([&](store::Session& s) { sweep(s, second); });
        store.read([&](store::Session& s) {
            CHECK(find(s, "osm-n1") == std::vector{old[1], old[0]});
            CHECK(find(s, "osm-n2").empty());
        });
    });
}

TEST_CASE("a new import replaces the places of its slot; the same place twice in a dataset: the last stays")
{
    TestStore store{TestStore::Sort::memory, datasets::with_datasets(migrations())};
    std::vector old{place_of("osm-n1", "library")};
    publish(store, "osm.kampen", old);
    std::vector twice{place_of("osm-n1", "library"), place_of("osm-n1", "library")};
    twice[1].name = "Stadsbibliotheek";
    twice[1].outline.clear();
    publish(store, "osm.kampen", twice);
    CHECK(store.read([](store::Session& s) { return find(s, "osm-n1"); }) == std::vector{twice[1]});
}

TEST_CASE("no places is no trouble; a place without a dataset or category is our bug")
{
    TestStore store{TestStore::Sort::memory, datasets::with_datasets(migrations())};
    store.write([](store::Session& s) { add(s, {}); });
    auto const adding = [&](Place const& place) {
        store.write([&](store::Session& s) { add(s, std::span{&place, 1}); });
    };
    CHECK_THROWS_AS(adding(place_of("osm-n1", "library")), Bug);
    auto place = place_of("osm-n1", "");
    place.dataset_id = "01900000-0000-7000-8000-00000000000a";
    CHECK_THROWS_AS(adding(place), Bug);
}

} // namespace
} // namespace wf::places
