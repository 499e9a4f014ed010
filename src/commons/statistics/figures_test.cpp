// SPDX-License-Identifier: EUPL-1.2
#include "base/check.hpp"
#include "commons/datasets/test_stores.hpp"
#include "commons/statistics/statistics.hpp"

#include <doctest/doctest.h>

#include <limits>

namespace wf::statistics {
namespace {

using datasets::publish_for_test;
using datasets::TestStore;

template <class F>
void on_both(F const& check)
{
    datasets::on_both(datasets::with_datasets(migrations()), check);
}

std::string publish(TestStore& store, std::string const& slot, std::vector<Figure> figures)
{
    return publish_for_test(store, slot, [&](store::Session& session, std::string const& id) {
        for (auto& figure : figures) figure.dataset_id = id;
        add(session, figures);
    });
}

TEST_CASE("figures are seen once their dataset is published, in a fixed order")
{
    on_both([](TestStore& store) {
        std::vector<Figure> figures{{"BU01660001", "lonely", 2016, "65+", 43.25, 2015, ""},
                                    {"BU01660001", "lonely", 2012, "65+", 41, 2012, ""},
                                    {"BU01660001", "lonely", 2016, "18+", 40, 2015, ""},
                                    {"BU01660001", "inhabitants", 2015, "", 3725, 2015, ""},
                                    {"BU01660002", "inhabitants", 2015, "", 0, 2015, ""}};
        auto const of_area = [&] {
            return store.read([](store::Session& s) { return load_of_area(s, "BU01660001"); });
        };
        auto const id = store.write([&](store::Session& s) {
            datasets::Origin origin;
            origin.slot = "a";
            auto made = datasets::begin(s, origin);
            for (auto& figure : figures) figure.dataset_id = made;
            add(s, figures);
            return made;
        });
        CHECK(of_area().empty());
        CHECK(store.read([](store::Session& s) { return load_of_measure(s, "inhabitants", 2015, ""); }).empty());
        store.write([&](store::Session& s) { datasets::publish(s, id, {}).value(); });
        auto const seen = of_area();
        REQUIRE(seen.size() == 4);
        CHECK(seen[0].measure == "inhabitants");
        CHECK(seen[0].value == 3725);
        CHECK(seen[1].group == "18+");
        CHECK(seen[2].year == 2012);
        CHECK(seen[3].year == 2016);
        CHECK(seen[3].group == "65+");
        CHECK(seen[3].value == 43.25);
        CHECK(seen[3].boundary_year == 2015);
        CHECK(seen[3].dataset_id == id);
        auto const everywhere =
            store.read([](store::Session& s) { return load_of_measure(s, "inhabitants", 2015, ""); });
        REQUIRE(everywhere.size() == 2);
        CHECK(everywhere[0].area_code == "BU01660001");
        CHECK(everywhere[1].area_code == "BU01660002");
        CHECK(everywhere[1].value == 0); // zero is a figure; unknown is none
        CHECK(store.read([](store::Session& s) { return load_of_measure(s, "inhabitants", 2016, ""); }).empty());
        CHECK(store.read([](store::Session& s) { return load_of_measure(s, "lonely", 2016, ""); }).empty());
    });
}

TEST_CASE("a new import replaces the figures of its slot; two slots stand beside each other; sweep empties one")
{
    on_both([](TestStore& store) {
        Figure const figure{"BU01660001", "inhabitants", 2015, "", 1, 2015, ""};
        auto other = figure;
        other.value = 2;
        auto const values = [&] {
            std::vector<double> all;
            for (auto const& one : store.read([](store::Session& s) { return load_of_area(s, "BU01660001"); })) {
                all.push_back(one.value);
            }
            return all;
        };
        publish(store, "map", {figure});
        auto const second = publish(store, "map", {other});
        CHECK(values() == std::vector<double>{2});
        auto third = figure;
        third.value = 3;
        publish(store, "table", {third});
        CHECK(values() == std::vector<double>{2, 3});
        store.write([&](store::Session& s) { sweep(s, second); });
        CHECK(values() == std::vector<double>{3});
    });
}

TEST_CASE("the same figure twice in a dataset: the last stays; no number at all is our bug")
{
    TestStore store{TestStore::Sort::memory, datasets::with_datasets(migrations())};
    publish(store, "a", {{"BU01660001", "m", 2015, "", 1, 2015, ""}, {"BU01660001", "m", 2015, "", 2, 2014, ""}});
    auto const seen = store.read([](store::Session& s) { return load_of_area(s, "BU01660001"); });
    REQUIRE(seen.size() == 1);
    CHECK(seen[0].value == 2);
    CHECK(seen[0].boundary_year == 2014);
    Figure const unknown{"BU01660001", "m", 2016, "", std::numeric_limits<double>::quiet_NaN(), 2015, "x"};
    CHECK_THROWS_AS(store.write([&](store::Session& s) { add(s, std::span{&unknown, 1}); }), Bug);
    store.write([](store::Session& s) { add(s, {}); });
    CHECK(store.read([](store::Session& s) { return load_of_area(s, "BU01660001"); }).size() == 1);
}

} // namespace
} // namespace wf::statistics
