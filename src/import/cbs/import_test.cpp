// SPDX-License-Identifier: EUPL-1.2
#include "import/cbs/import.hpp"

#include "commons/intake/intake_test_store.hpp"
#include "platform/file/file.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace wf;
using namespace wf::intake;

namespace {

job::NoProgress no_progress;

std::string load(std::string const& name)
{
    auto bytes = file::load("data/kampen/" + name);
    REQUIRE_MESSAGE(bytes.has_value(), name);
    return std::move(*bytes);
}

cbs::Request request_of(std::string name, std::string_view bytes, int year)
{
    cbs::Request request;
    request.file_name = std::move(name);
    request.bytes = bytes;
    request.year = year;
    request.place = "Kampen";
    request.code_version = "test";
    return request;
}

std::optional<double> figure(store::Store& store, std::string_view measure, int year, std::string_view area,
                             std::string_view group = "")
{
    auto const all =
        store.read([&](store::Session& session) { return statistics::load_of_measure(session, measure, year, group); });
    std::optional<double> value;
    for (auto const& one : all) {
        if (one.area_code != area) continue;
        REQUIRE_FALSE(value.has_value()); // never twice
        value = one.value;
    }
    return value;
}

cbs::Outcome must_import(store::Store& store, cbs::Request const& request)
{
    auto outcome = cbs::import_cbs(store, request, no_progress);
    REQUIRE_MESSAGE(outcome.has_value(), request.file_name << ": " << to_line(outcome.error()));
    return std::move(*outcome);
}

} // namespace

TEST_CASE("all files of Kampen, and all of them once more")
{
    auto const store = open_test_store();
    struct File {
        char const* name;
        int year;
    };
    for (bool const again : {false, true}) {
        auto const rows_before = count_all_rows(*store);
        for (File const& one :
             {File{"gemeente_2015.geojson", 2015}, File{"wijk_2015.geojson", 2015}, File{"buurten_2015.geojson", 2015},
              File{"kwb_2017_selectie.csv", 2017}, File{"huishoudenspositie_leeftijd_2020.csv", 0},
              File{"misdrijven_2024.csv", 2024}, File{"buurtnamen_2024.csv", 2024}}) {
            std::string const bytes = load(one.name);
            auto const outcome = must_import(*store, request_of(one.name, bytes, one.year));
            CHECK(outcome.already_there == again);
            CHECK(outcome.warnings.empty());
            CHECK(outcome.report.refused == 0);
        }
        if (again) CHECK(count_all_rows(*store) == rows_before);
    }
    CHECK(store->read([](store::Session& session) { return datasets::list(session, true); }).size() == 7);
    CHECK(store->read([](store::Session& session) { return areas::list(session, AreaLevel::neighbourhood, "GM0166"); })
              .size() == 35);
    CHECK(figure(*store, "inhabitants", 2015, "GM0166") == 51432);
    CHECK(figure(*store, "inhabitants", 2015, "BU01660001") == 3725);
    CHECK(figure(*store, "inhabitants", 2017, "BU01660001") == 3730);
    CHECK_FALSE(figure(*store, "inhabitants_per_km2", 2015, "BU01660002"));
    CHECK(figure(*store, "living_alone", 2020, "GM0166", "80-85") == 477);
    CHECK(figure(*store, "registered_crimes", 2024, "BU01660001") == 147);

    auto const area = store->read([](store::Session& session) { return areas::find(session, "BU01660001", 2015); });
    REQUIRE(area);
    CHECK(area->name == "Brunnepe");
    CHECK(area->parent == "WK016600");
    CHECK(area->municipality == "GM0166");
    auto const reeve = store->read([](store::Session& session) { return areas::find(session, "BU01660225"); });
    REQUIRE(reeve);
    CHECK(reeve->year == 2024);
    CHECK(reeve->outline.empty());
}

TEST_CASE("the dataset remembers how it was made")
{
    auto const store = open_test_store();
    std::string const bytes = load("misdrijven_2024.csv");
    auto request = request_of("misdrijven_2024.csv", bytes, 2024);
    request.boundary_year = 2023;
    auto const outcome = must_import(*store, request);
    auto const dataset =
        store->read([&](store::Session& session) { return datasets::find(session, outcome.dataset_id); });
    REQUIRE(dataset);
    CHECK(dataset->origin.slot == "cbs.registered_crimes.neighbourhood.2024.GM0166");
    CHECK(dataset->origin.title == "Geregistreerde misdrijven per wijk en buurt 2024, buurten, Kampen");
    CHECK(dataset->origin.source == "Politie");
    CHECK(dataset->origin.licence == "CC BY 4.0");
    CHECK(dataset->origin.options == R"({"boundary_year":2023,"place":"Kampen","year":2024})");
    CHECK(dataset->origin.checksum == file::checksum(bytes));
    CHECK(dataset->origin.code_version == "test");
    CHECK(dataset->kept == 36);
    auto const figures =
        store->read([](store::Session& session) { return statistics::load_of_area(session, "BU01660001"); });
    REQUIRE(figures.size() == 1);
    CHECK(figures[0].boundary_year == 2023);
    CHECK(figures[0].dataset_id == outcome.dataset_id);
}

TEST_CASE("a corrected file replaces the first one")
{
    auto const store = open_test_store();
    std::string bytes = load("buurten_2015.geojson");
    auto const first = must_import(*store, request_of("buurten_2015.geojson", bytes, 2015));
    auto const rows = count_rows(*store, "figure");
    std::string const wrong = "\"AANT_INW\": 3725";
    bytes.replace(bytes.find(wrong), wrong.size(), "\"AANT_INW\": 3730");
    auto const second = must_import(*store, request_of("buurten_2015_corrected.geojson", bytes, 2015));
    CHECK_FALSE(second.already_there);
    CHECK(second.dataset_id != first.dataset_id);
    CHECK(figure(*store, "inhabitants", 2015, "BU01660001") == 3730);
    CHECK(count_rows(*store, "figure") == rows);
    CHECK(store->read([](store::Session& session) { return datasets::list(session, false); }).size() == 1);
}

TEST_CASE("years: missing, contradicting, impossible")
{
    auto const store = open_test_store();
    std::string const map = load("gemeente_2015.geojson");
    std::string const households = load("huishoudenspositie_leeftijd_2020.csv");
    auto const code_of = [&](cbs::Request const& request) {
        auto const outcome = cbs::import_cbs(*store, request, no_progress);
        REQUIRE_FALSE(outcome);
        return outcome.error().code;
    };
    CHECK(code_of(request_of("gemeente_2015.geojson", map, 0)) == "cbs.year_missing");
    CHECK(code_of(request_of("huishoudens.csv", households, 2019)) == "cbs.year_differs");
    CHECK(code_of(request_of("gemeente_2015.geojson", map, 15)) == "cbs.year_out_of_range");
    CHECK(count_all_rows(*store) == 0);
}

TEST_CASE("broken files: one clear error, nothing changed")
{
    auto const store = open_test_store();
    std::string const map = load("buurten_2015.geojson");
    must_import(*store, request_of("buurten_2015.geojson", map, 2015));
    auto const rows = count_all_rows(*store);
    auto const generation = store->generation();
    struct Broken {
        std::string bytes;
        char const* code;
    };
    for (Broken const& one : {Broken{map.substr(0, map.size() / 2), "json.syntax"}, Broken{"", "intake.empty_file"},
                              Broken{"BU_CODE,BU_NAAM\nBU01660001,Caf\xE9\n", "intake.not_utf8"},
                              Broken{"\x89PNG\r\n\x1A\n", "intake.binary_file"},
                              Broken{"BU_CODE,AANT_INW\nx,1\ny,1\nBU01660001,4\n", "cbs.too_many_refused"}}) {
        auto const outcome = cbs::import_cbs(*store, request_of("broken", one.bytes, 2015), no_progress);
        REQUIRE_FALSE(outcome);
        CHECK(outcome.error().code == one.code);
        CHECK(outcome.error().field.starts_with("broken"));
        CHECK_FALSE(outcome.error().detail.empty());
        CHECK(count_all_rows(*store) == rows);
        CHECK(store->generation() == generation);
    }
}

TEST_CASE("stopped or failing in the middle: nothing of it is left")
{
    std::string const map = load("buurten_2015.geojson");
    SUBCASE("cancelled")
    {
        auto const store = open_test_store();
        StoppingProgress progress{"writing", 2};
        auto const outcome = cbs::import_cbs(*store, request_of("buurten_2015.geojson", map, 2015), progress);
        REQUIRE_FALSE(outcome);
        CHECK(outcome.error().code == "job.cancelled");
        CHECK(count_all_rows(*store) == 0);
    }
    SUBCASE("full disk")
    {
        auto const store = open_test_store();
        break_store_after(*store, 1200);
        CHECK_THROWS_AS(static_cast<void>(
                            cbs::import_cbs(*store, request_of("buurten_2015.geojson", map, 2015), no_progress)),
                        store::StoreFailure);
        CHECK(count_all_rows(*store) == 0);
    }
}

TEST_CASE("unknown columns come as one warning; several years are kept apart")
{
    auto const store = open_test_store();
    std::string const bytes =
        "RegioS;Leeftijd;Perioden;Gemeentenaam;Alleenstaand_4;Iets_9\nGM0166;Totaal;2019JJ00;Kampen;7;1\nGM0166;Totaal;2020JJ00;Kampen;8;1\n";
    auto const outcome = must_import(*store, request_of("huishoudens.csv", bytes, 0));
    REQUIRE(outcome.warnings.size() == 1);
    CHECK(outcome.warnings[0].code == "cbs.unknown_columns");
    CHECK(outcome.warnings[0].detail.ends_with(" iets_9"));
    CHECK(figure(*store, "living_alone", 2019, "GM0166") == 7);
    CHECK(figure(*store, "living_alone", 2020, "GM0166") == 8);
    auto const area = store->read([](store::Session& session) { return areas::find(session, "GM0166"); });
    REQUIRE(area);
    CHECK(area->year == 2020);
}
