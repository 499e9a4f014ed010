// SPDX-License-Identifier: EUPL-1.2
#include "import/rivm/import.hpp"

#include "commons/intake/intake_test_store.hpp"
#include "platform/file/file.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace wf;
using namespace wf::intake;

namespace {

job::NoProgress no_progress;

std::string load_kampen()
{
    auto bytes = file::load("data/kampen/rivm_gezondheid_2012_2016_2020.csv");
    REQUIRE(bytes);
    return std::move(*bytes);
}

rivm::Request request_of(std::string_view bytes)
{
    rivm::Request request;
    request.file_name = "rivm.csv";
    request.bytes = bytes;
    request.place = "Kampen";
    request.code_version = "test";
    return request;
}

} // namespace

TEST_CASE("Kampen comes in as a modelled dataset on the boundaries of 2020, once")
{
    auto const store = open_test_store();
    std::string bytes = load_kampen();
    auto const outcome = rivm::import_rivm(*store, request_of(bytes), no_progress);
    REQUIRE(outcome);
    CHECK(outcome->report.kept == 352);
    CHECK(outcome->report.refused == 8);
    CHECK(outcome->warnings.empty());
    auto const dataset =
        store->read([&](store::Session& session) { return datasets::find(session, outcome->dataset_id); });
    REQUIRE(dataset);
    CHECK(dataset->origin.kind == datasets::Kind::modelled);
    CHECK(dataset->origin.slot == "rivm.health.mixed.2012-2016-2020.GM0166");
    CHECK(dataset->origin.period == "2012, 2016, 2020");
    CHECK(dataset->origin.note.find("Nooit de uitkomst van een lokale aanpak") != std::string::npos);
    CHECK(dataset->origin.note.find("Modelled baseline") != std::string::npos);
    CHECK(store->read([&](store::Session& session) { return datasets::load_refusals(session, outcome->dataset_id); })
              .size() == 8);

    auto const lonely = store->read(
        [](store::Session& session) { return statistics::load_of_measure(session, "lonely", 2020, "18+"); });
    CHECK(lonely.size() <= 44);
    bool found = false;
    for (auto const& figure : lonely) {
        CHECK(figure.boundary_year == 2020);
        CHECK(figure.area_code != "NL01");
        if (figure.area_code == "GM0166") found = figure.value == doctest::Approx(43.9);
    }
    CHECK(found);

    auto const rows = count_all_rows(*store);
    auto const again = rivm::import_rivm(*store, request_of(bytes), no_progress);
    REQUIRE(again);
    CHECK(again->already_there);
    CHECK(count_all_rows(*store) == rows);

    SUBCASE("a corrected file replaces it")
    {
        auto const place = bytes.find("GM0166,78.4");
        REQUIRE(place != std::string::npos);
        bytes.replace(place, 11, "GM0166,78.5");
        auto const corrected = rivm::import_rivm(*store, request_of(bytes), no_progress);
        REQUIRE(corrected);
        CHECK_FALSE(corrected->already_there);
        auto const health = store->read(
            [](store::Session& session) { return statistics::load_of_measure(session, "good_health", 2012, "18+"); });
        CHECK(health.size() ==
              static_cast<std::size_t>(std::count_if(health.begin(), health.end(), [&](auto const& figure) {
                  return figure.dataset_id == corrected->dataset_id;
              })));
        CHECK(std::any_of(health.begin(), health.end(),
                          [](auto const& figure) { return figure.area_code == "GM0166" && figure.value == 78.5; }));
    }
}

TEST_CASE("broken, stopped or failing: nothing is left")
{
    auto const store = open_test_store();
    std::string const bytes = load_kampen();
    auto const latin =
        rivm::import_rivm(*store, request_of("WijkenEnBuurten,Gemeentenaam_1\nGM0166,Caf\xE9\n"), no_progress);
    REQUIRE_FALSE(latin);
    CHECK(latin.error().field == "rivm.csv, line 2");
    StoppingProgress progress{"writing", 3};
    auto const stopped = rivm::import_rivm(*store, request_of(bytes), progress);
    REQUIRE_FALSE(stopped);
    CHECK(stopped.error().code == "job.cancelled");
    break_store_after(*store, 2500);
    CHECK_THROWS_AS(static_cast<void>(rivm::import_rivm(*store, request_of(bytes), no_progress)), store::StoreFailure);
    CHECK(count_all_rows(*store) == 0);
}
