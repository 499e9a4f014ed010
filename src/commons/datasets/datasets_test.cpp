// SPDX-License-Identifier: EUPL-1.2
#include "commons/datasets/datasets.hpp"
#include "commons/datasets/test_stores.hpp"

#include <doctest/doctest.h>

namespace wf::datasets {
namespace {

Origin origin_of(std::string slot)
{
    Origin origin;
    origin.slot = std::move(slot);
    origin.importer = "cbs";
    origin.title = "CBS Wijk- en Buurtkaart 2015, Kampen";
    origin.source = "CBS / Kadaster";
    origin.source_url = "https://www.cbs.nl/";
    origin.licence = "CC BY 4.0";
    origin.attribution = "Bron: CBS / Kadaster";
    origin.period = "2015";
    origin.kind = Kind::modelled;
    origin.note = "let op";
    origin.options = R"({"year":2015})";
    origin.file_name = "buurten_2015.geojson";
    origin.checksum = "c0ffee";
    origin.code_version = "0.1.0";
    return origin;
}

template <class F>
void on_both(F const& check)
{
    datasets::on_both(migrations(), check);
}

Dataset load(TestStore& store, std::string const& id)
{
    auto const found = store.read([&](store::Session& s) { return find(s, id); });
    REQUIRE(found.has_value());
    return *found;
}

std::vector<std::string> ids_of(TestStore& store, bool with_superseded)
{
    std::vector<std::string> ids;
    for (auto const& one : store.read([&](store::Session& s) { return list(s, with_superseded); }))
        ids.push_back(one.id);
    return ids;
}

TEST_CASE("a kind has a word and a word a kind")
{
    for (Kind const kind : {Kind::counted, Kind::estimated, Kind::modelled}) CHECK(parse_kind(to_word(kind)) == kind);
    CHECK(to_word(Kind::modelled) == "modelled");
    CHECK(!parse_kind("Counted").has_value());
    CHECK(!parse_kind("").has_value());
    CHECK(to_word(State::superseded) == "superseded");
}

TEST_CASE("a report counts every refusal and lists the first thousand")
{
    ImportReport report;
    for (int line = 1; line <= 1500; ++line) report.refuse(line, "cbs.unknown_area_code", "GM9999");
    CHECK(report.refused == 1500);
    CHECK(report.refusals.size() == 1000);
    CHECK(report.refusals.back().line == 1000);
}

TEST_CASE("a dataset comes back as it was begun, and is not published before publish")
{
    on_both([](TestStore& store) {
        auto const origin = origin_of("cbs.map.2015");
        auto const id = store.write([&](store::Session& s) { return begin(s, origin); });
        auto const loading = load(store, id);
        CHECK(loading.state == State::loading);
        CHECK(loading.origin.slot == origin.slot);
        CHECK(loading.origin.importer == origin.importer);
        CHECK(loading.origin.title == origin.title);
        CHECK(loading.origin.source == origin.source);
        CHECK(loading.origin.source_url == origin.source_url);
        CHECK(loading.origin.licence == origin.licence);
        CHECK(loading.origin.attribution == origin.attribution);
        CHECK(loading.origin.period == origin.period);
        CHECK(loading.origin.kind == Kind::modelled);
        CHECK(loading.origin.note == origin.note);
        CHECK(loading.origin.options == origin.options);
        CHECK(loading.origin.file_name == origin.file_name);
        CHECK(loading.origin.checksum == origin.checksum);
        CHECK(loading.origin.code_version == origin.code_version);
        CHECK(loading.imported_at.size() == 24);
        CHECK(loading.imported_at.back() == 'Z');
        CHECK(ids_of(store, false).empty());
        CHECK(store.read([](store::Session& s) { return find_unpublished(s); }) == std::vector<std::string>{id});

        ImportReport report;
        report.read = 35;
        report.kept = 33;
        report.refuse(7, "cbs.unknown_area_code", "BU9 in column BU_CODE");
        report.refuse(3, "cbs.bad_number", "x");
        store.write([&](store::Session& s) { publish(s, id, report).value(); });
        auto const published = load(store, id);
        CHECK(published.state == State::published);
        CHECK(published.read == 35);
        CHECK(published.kept == 33);
        CHECK(published.refused == 2);
        CHECK(ids_of(store, false) == std::vector<std::string>{id});
        CHECK(store.read([](store::Session& s) { return find_unpublished(s); }).empty());
        auto const refusals = store.read([&](store::Session& s) { return load_refusals(s, id); });
        REQUIRE(refusals.size() == 2);
        CHECK(refusals[0].line == 7); // in the order in which they were met
        CHECK(refusals[0].code == "cbs.unknown_area_code");
        CHECK(refusals[0].detail == "BU9 in column BU_CODE");
        CHECK(refusals[1].line == 3);
    });
}

TEST_CASE("publishing replaces the earlier dataset of the slot, and no other")
{
    on_both([](TestStore& store) {
        auto const fill = [](store::Session&, std::string const&) {};
        auto const first = publish_for_test(store, "cbs.map.2015", fill);
        auto const other = publish_for_test(store, "cbs.map.2016", fill);
        auto const second = publish_for_test(store, "cbs.map.2015", fill);
        CHECK(load(store, first).state == State::superseded);
        CHECK(load(store, second).state == State::published);
        CHECK(load(store, other).state == State::published);
        CHECK(ids_of(store, false) == std::vector<std::string>{second, other}); // newest first
        CHECK(ids_of(store, true) == std::vector<std::string>{second, other, first});
    });
}

TEST_CASE("publish: twice or unknown is refused and changes nothing")
{
    on_both([](TestStore& store) {
        auto const id = publish_for_test(store, "a", [](store::Session&, std::string const&) {});
        auto const code_of = [&](std::string const& which) {
            auto const result = store.store().write([&](store::Session& s) { return publish(s, which, {}); });
            return result ? std::string{"published"} : result.error().code;
        };
        CHECK(code_of(id) == "datasets.not_loading");
        CHECK(code_of("11111111-1111-7111-8111-111111111111") == "datasets.not_loading");
        CHECK(load(store, id).state == State::published);
    });
}

TEST_CASE("find_same: the published one of the slot with the same bytes and options")
{
    on_both([](TestStore& store) {
        auto const origin = origin_of("cbs.map.2015");
        auto const same = [&](Origin const& asked) {
            return store.read([&](store::Session& s) { return find_same(s, asked); });
        };
        auto const id = store.write([&](store::Session& s) { return begin(s, origin); });
        CHECK(!same(origin).has_value()); // not while it loads
        store.write([&](store::Session& s) { publish(s, id, {}).value(); });
        REQUIRE(same(origin).has_value());
        CHECK(same(origin)->id == id);
        auto other = origin;
        other.checksum = "decaf";
        CHECK(!same(other).has_value());
        other = origin;
        other.options = R"({"year":2016})";
        CHECK(!same(other).has_value());
        other = origin;
        other.slot = "cbs.map.2016";
        CHECK(!same(other).has_value());
        other = origin;
        other.title = "another title";
        CHECK(same(other).has_value());

        store.write([&](store::Session& s) {
            auto changed = origin;
            changed.checksum = "decaf";
            publish(s, begin(s, changed), {}).value();
        });
        CHECK(!same(origin).has_value()); // what was superseded must be read again
    });
}

TEST_CASE("no options are an empty object")
{
    TestStore store{TestStore::Sort::memory, migrations()};
    Origin origin;
    origin.slot = "a";
    auto const id = publish_for_test(store, "a", [](store::Session&, std::string const&) {});
    CHECK(load(store, id).origin.options == "{}");
    CHECK(store.read([&](store::Session& s) { return find_same(s, origin); }).has_value());
}

TEST_CASE("forget: removes what never got published, and nothing else")
{
    on_both([](TestStore& store) {
        auto const published = publish_for_test(store, "a", [](store::Session&, std::string const&) {});
        auto const killed = store.write([&](store::Session& s) { return begin(s, origin_of("a")); });
        store.write([&](store::Session& s) {
            forget(s, killed);
            forget(s, published);
            forget(s, "11111111-1111-7111-8111-111111111111");
        });
        CHECK(!store.read([&](store::Session& s) { return find(s, killed); }).has_value());
        CHECK(load(store, published).state == State::published);
        CHECK(store.read([](store::Session& s) { return find_unpublished(s); }).empty());
    });
}

} // namespace
} // namespace wf::datasets
