// SPDX-License-Identifier: EUPL-1.2
#include "commons/intake/intake.hpp"
#include "commons/intake/intake_test_store.hpp"

#include <doctest/doctest.h>

using namespace wf;
using namespace wf::intake;

namespace {

datasets::Origin origin_of(std::string slot, std::string checksum)
{
    datasets::Origin origin;
    origin.slot = std::move(slot);
    origin.importer = "cbs";
    origin.title = "Made up";
    origin.source = "nobody";
    origin.licence = "CC BY 4.0";
    origin.period = "2015";
    origin.options = "{}";
    origin.file_name = "made_up.csv";
    origin.checksum = std::move(checksum);
    return origin;
}

std::string area_code(int number)
{
    std::string const digits = std::to_string(10000000 + number);
    return "BU" + digits;
}

Batch batch_of(int figures)
{
    Batch batch;
    batch.areas.push_back({area_code(0), 2015, AreaLevel::neighbourhood, "Nergens", "WK100000", "GM1000", "", ""});
    for (int i = 0; i < figures; ++i)
        batch.figures.push_back({area_code(i), "inhabitants", 2015, "", static_cast<double>(i), 2015, ""});
    batch.report.read = batch.report.kept = figures;
    return batch;
}

std::size_t visible(store::Store& store)
{
    return store.read(
        [](store::Session& session) { return statistics::load_of_measure(session, "inhabitants", 2015, "").size(); });
}

job::NoProgress no_progress;

} // namespace

TEST_CASE("a batch is written, published and announced once")
{
    auto const store = open_test_store();
    auto const before = store->generation();
    auto const outcome =
        take_in(*store, origin_of("cbs.map.neighbourhood.2015.GM1000", "a"), batch_of(2500), 0.2, no_progress);
    REQUIRE(outcome);
    CHECK_FALSE(outcome->already_there);
    CHECK(visible(*store) == 2500);
    CHECK(store->generation() == before + 1);
    auto const area = store->read([](store::Session& session) { return areas::find(session, area_code(0)); });
    REQUIRE(area);
    CHECK(area->dataset_id == outcome->dataset_id);

    SUBCASE("the same once more changes nothing")
    {
        auto const again =
            take_in(*store, origin_of("cbs.map.neighbourhood.2015.GM1000", "a"), batch_of(2500), 0.2, no_progress);
        REQUIRE(again);
        CHECK(again->already_there);
        CHECK(again->dataset_id == outcome->dataset_id);
        CHECK(count_rows(*store, "figure") == 2500);
        CHECK(store->generation() == before + 1);
    }
    SUBCASE("another file for the slot replaces it and its rows go, large or small")
    {
        for (int const size : {3, 4}) {
            auto const next = take_in(*store, origin_of("cbs.map.neighbourhood.2015.GM1000", std::to_string(size)),
                                      batch_of(size), 0.2, no_progress);
            REQUIRE(next);
            CHECK(visible(*store) == static_cast<std::size_t>(size));
            CHECK(count_rows(*store, "figure") == size);
            CHECK(count_rows(*store, "area") == 1);
        }
    }
    SUBCASE("the same kind for another set of municipalities gives a warning")
    {
        auto const other =
            take_in(*store, origin_of("cbs.map.neighbourhood.2015.GM1000-GM2000", "b"), batch_of(1), 0.2, no_progress);
        REQUIRE(other);
        REQUIRE(other->warnings.size() == 1);
        CHECK(other->warnings[0].code == "intake.other_selection");
        auto const later =
            take_in(*store, origin_of("cbs.map.neighbourhood.2016.GM1000", "b"), batch_of(1), 0.2, no_progress);
        REQUIRE(later);
        CHECK(later->warnings.empty());
    }
}

TEST_CASE("a cancel at any moment leaves nothing")
{
    for (auto const& [stage, reports] :
         {std::pair{"writing", 0}, std::pair{"writing", 1}, std::pair{"writing", 2}, std::pair{"writing", 4}}) {
        CAPTURE(reports);
        auto const store = open_test_store();
        StoppingProgress progress{stage, reports};
        auto const outcome = take_in(*store, origin_of("cbs.map.x.2015.y", "a"), batch_of(2500), 0.2, progress);
        REQUIRE_FALSE(outcome);
        CHECK(outcome.error().code == "job.cancelled");
        CHECK(count_all_rows(*store) == 0);
        CHECK(store->generation() == open_test_store()->generation());
    }
}

TEST_CASE("a store that fails in the middle leaves what was there before")
{
    auto const store = open_test_store();
    REQUIRE(take_in(*store, origin_of("cbs.map.x.2015.y", "a"), batch_of(10), 0.2, no_progress));
    auto const before = count_all_rows(*store);
    break_store_after(*store, 1500);
    CHECK_THROWS_AS(static_cast<void>(
                        take_in(*store, origin_of("cbs.map.x.2015.y", "b"), batch_of(2500), 0.2, no_progress)),
                    store::StoreFailure);
    CHECK(visible(*store) == 10);
    CHECK(count_all_rows(*store) == before);
}

TEST_CASE("what even the sweeping left goes at the next start")
{
    auto const store = open_test_store();
    break_store_after(*store, 1500);
    REQUIRE(store->write([](store::Session& session) -> Result<void> {
        session.script("CREATE TRIGGER stuck BEFORE DELETE ON figure BEGIN SELECT RAISE(ABORT, 'disk is full'); END;");
        return {};
    }));
    CHECK_THROWS_AS(static_cast<void>(
                        take_in(*store, origin_of("cbs.map.x.2015.y", "a"), batch_of(2500), 0.2, no_progress)),
                    store::StoreFailure);
    CHECK(count_rows(*store, "figure") == 1000);
    CHECK(visible(*store) == 0);
    REQUIRE(store->write([](store::Session& session) -> Result<void> {
        session.script("DROP TRIGGER stuck;");
        return {};
    }));
    CHECK(sweep_unpublished(*store) == 1);
    CHECK(count_all_rows(*store) == 0);
    CHECK(sweep_unpublished(*store) == 0);
}

TEST_CASE("sweeping keeps what is published")
{
    auto const store = open_test_store();
    REQUIRE(take_in(*store, origin_of("cbs.map.x.2015.y", "a"), batch_of(600), 0.2, no_progress));
    REQUIRE(take_in(*store, origin_of("cbs.map.x.2015.y", "b"), batch_of(601), 0.2, no_progress));
    CHECK(sweep_unpublished(*store) == 0);
    CHECK(visible(*store) == 601);
}

TEST_CASE("more refused rows than allowed: nothing is written; rows set aside do not count")
{
    auto const store = open_test_store();
    Batch batch = batch_of(7);
    for (int line = 1; line <= 3; ++line) batch.report.refuse(line, "cbs.bad_area_code", "\"x\" is no area code");
    batch.report.read += 3;
    SUBCASE("30 % is more than 20 %")
    {
        auto const outcome = take_in(*store, origin_of("a.b.c", "a"), batch, 0.2, no_progress);
        REQUIRE_FALSE(outcome);
        CHECK(outcome.error().code == "cbs.too_many_refused");
        CHECK(outcome.error().detail.find("3 of 10") != std::string::npos);
        CHECK(outcome.error().detail.find("line 1") != std::string::npos);
        CHECK(count_all_rows(*store) == 0);
    }
    SUBCASE("30 % is not more than 30 %")
    {
        auto const outcome = take_in(*store, origin_of("a.b.c", "a"), batch, 0.3, no_progress);
        REQUIRE(outcome);
        auto const refusals =
            store->read([&](store::Session& session) { return datasets::load_refusals(session, outcome->dataset_id); });
        CHECK(refusals.size() == 3);
    }
    SUBCASE("two of them set aside leaves 1 of 8")
    {
        batch.set_aside = 2;
        CHECK(take_in(*store, origin_of("a.b.c", "a"), batch, 0.2, no_progress));
    }
}

TEST_CASE("a file of which nothing can be kept is an error")
{
    auto const store = open_test_store();
    Batch batch;
    batch.report.refuse(2, "cbs.country_row", "the country");
    batch.report.read = batch.set_aside = 1;
    auto const outcome = take_in(*store, origin_of("a.b.c", "a"), batch, 0.2, no_progress);
    REQUIRE_FALSE(outcome);
    CHECK(outcome.error().code == "cbs.nothing_kept");
    CHECK(count_all_rows(*store) == 0);
}

namespace {

/// Squares of level 12 in one column, of so many bytes each, then what `end` says.
MapMaker maker_of(std::uint32_t squares, std::size_t bytes, Result<void> const& end = {})
{
    MapMaker maker;
    maker.sheet = {{5.8, 52.5, 6, 52.6}, 12, 12, "[]"};
    maker.make = [=](MapMaker::Take const& take) -> Result<void> {
        for (std::uint32_t row = 0; row < squares; ++row) {
            WF_TRY_VOID(take({{12, 2000, row}, std::string(bytes, 'x')}));
        }
        return end;
    };
    return maker;
}

/// Which dataset's map shows, and how many squares it has.
std::pair<std::string, std::size_t> visible_map(store::Store& store)
{
    return store.read([](store::Session& session) {
        std::pair<std::string, std::size_t> seen;
        auto const known = map::list(session);
        if (known.empty()) return seen;
        seen.first = known.front().dataset_id;
        map::for_each_tile(session, seen.first, [&](tile::Address, std::string_view) { ++seen.second; });
        return seen;
    });
}

} // namespace

TEST_CASE("a map is written while it is made, seen once published, and goes with its dataset")
{
    auto const store = open_test_store();
    auto batch = batch_of(1);
    bool hidden = true;
    batch.map = maker_of(2500, 10);
    batch.map->make = [&, make = batch.map->make](MapMaker::Take const& take) {
        auto const made = make(take);
        hidden = count_rows(*store, "map_tile") >= 2000 && visible_map(*store).first.empty();
        return made;
    };
    auto const first = take_in(*store, origin_of("osm.a", "a"), std::move(batch), 0.2, no_progress);
    REQUIRE(first);
    CHECK(hidden);
    CHECK(visible_map(*store) == std::pair{first->dataset_id, std::size_t{2500}});

    auto again = batch_of(1);
    again.map = maker_of(3, 3'000'000); // a transaction does not hold them all
    auto const second = take_in(*store, origin_of("osm.a", "b"), std::move(again), 0.2, no_progress);
    REQUIRE(second);
    CHECK(visible_map(*store) == std::pair{second->dataset_id, std::size_t{3}});
    CHECK(count_rows(*store, "map_tile") == 3);
    CHECK(count_rows(*store, "map_sheet") == 1);
}

TEST_CASE("a map that cannot be made, or that is stopped halfway, leaves nothing and the older one stays")
{
    auto const store = open_test_store();
    auto batch = batch_of(1);
    batch.map = maker_of(5, 10);
    auto const first = take_in(*store, origin_of("osm.a", "a"), std::move(batch), 0.2, no_progress);
    REQUIRE(first);
    auto const rows = count_all_rows(*store);

    auto broken = batch_of(1);
    broken.map = maker_of(1500, 10, Error{Trouble::bad_input, "osm.truncated", "", ""});
    auto const failed = take_in(*store, origin_of("osm.a", "b"), std::move(broken), 0.2, no_progress);
    REQUIRE(!failed);
    CHECK(failed.error().code == "osm.truncated");

    struct StopsLater final : job::Progress {
        mutable int left{0};
        void report(std::int64_t, std::int64_t, std::string_view) override {}
        [[nodiscard]] bool cancelled() const override { return --left < 0; }
    };
    for (int asked = 0; asked < 8; ++asked) {
        StopsLater progress;
        progress.left = asked;
        auto stopped = batch_of(1);
        stopped.map = maker_of(4500, 10);
        auto const outcome = take_in(*store, origin_of("osm.a", "c"), std::move(stopped), 0.2, progress);
        REQUIRE(!outcome);
        CHECK(outcome.error().code == "job.cancelled");
        CHECK(count_all_rows(*store) == rows);
    }
    CHECK(visible_map(*store) == std::pair{first->dataset_id, std::size_t{5}});
}
