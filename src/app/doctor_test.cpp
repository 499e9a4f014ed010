// SPDX-License-Identifier: EUPL-1.2
#include "app/doctor.hpp"

#include "app/doctor_look.hpp"
#include "app/features.hpp"
#include "commons/datasets/datasets.hpp"
#include "platform/file/file.hpp"
#include "platform/store/store_test_folder.hpp"

#include <doctest/doctest.h>

#include <sys/stat.h>

#include <algorithm>

using namespace wf;
using app::Health;

namespace {

constexpr std::int64_t first_of_june_2026 = 1'780'272'000'000;
constexpr std::int64_t day = 86'400'000;

app::Seen healthy()
{
    app::Seen seen;
    seen.store_url = "sqlite:w.db";
    seen.contents = app::Contents{9, 2, 0, 3};
    seen.jobs = {{"2", "import cbs", job::State::done, 1, 1, "", "dataset x", first_of_june_2026 - day,
                  first_of_june_2026 - day}};
    seen.odd_logins.emplace();
    seen.database_bytes = 500'000'000;
    seen.log_bytes = 4'000'000;
    seen.free_bytes = 20'000'000'000;
    seen.database_mode = 0600;
    seen.key_wanted = true;
    seen.key_path = "w.db.key";
    seen.key_there = true;
    seen.listens_on = "127.0.0.1";
    seen.mail = "smtps://mail.example.org";
    seen.now_millis = first_of_june_2026;
    seen.last_backup = backup::Last{first_of_june_2026 - day, "b", 1, "x"};
    return seen;
}

app::Finding found(app::Seen const& seen, std::string_view subject)
{
    auto const all = app::diagnose(seen);
    auto const at =
        std::find_if(all.begin(), all.end(), [&](auto const& finding) { return finding.subject == subject; });
    REQUIRE_MESSAGE(at != all.end(), subject);
    return *at;
}

std::size_t not_ok(app::Seen const& seen)
{
    auto const all = app::diagnose(seen);
    return static_cast<std::size_t>(
        std::count_if(all.begin(), all.end(), [](auto const& finding) { return finding.health != Health::ok; }));
}

/// A healthy one with one thing spoilt: that check alone says so, with a remedy.
void spoilt(std::string_view subject, Health health, void (*spoil)(app::Seen&))
{
    auto seen = healthy();
    spoil(seen);
    auto const finding = found(seen, subject);
    CHECK_MESSAGE(finding.health == health, subject, ": ", finding.what);
    CHECK_MESSAGE(!finding.remedy.empty(), subject);
    CHECK_MESSAGE(!finding.what.empty(), subject);
    CHECK_MESSAGE(not_ok(seen) == 1, subject);
}

} // namespace

TEST_CASE("of a healthy installation each check says so, once")
{
    auto const all = app::diagnose(healthy());
    CHECK(all.size() == 16);
    for (auto const& finding : all) {
        CHECK_MESSAGE(finding.health == Health::ok, finding.subject, ": ", finding.what);
        CHECK(finding.remedy.empty());
    }
    CHECK(found(healthy(), "contents").what == "datasets: 9 published, 2 replaced; runs: 3");
}

TEST_CASE("each check finds what it is there for")
{
    spoilt("store", Health::wrong, [](app::Seen& seen) {
        seen.store_trouble = "there is no database here";
        seen.contents.reset();
        seen.jobs.clear();
    });
    spoilt("integrity", Health::wrong, [](app::Seen& seen) { seen.faults = {"row 3 missing from index"}; });
    spoilt("logins", Health::warn, [](app::Seen& seen) {
        seen.odd_logins->push_back({watch::Oddity::What::failures_of_place, "3f9a1c000000", 214});
    });
    spoilt("schema", Health::wrong, [](app::Seen& seen) { seen.changed_steps = {"0001_job"}; });
    spoilt("schema", Health::wrong, [](app::Seen& seen) { seen.unknown_steps = {"0999_later"}; });
    spoilt("schema", Health::warn, [](app::Seen& seen) { seen.missing_steps = {"0090_new"}; });
    spoilt("imports", Health::warn, [](app::Seen& seen) { seen.contents->unpublished = 1; });
    spoilt("jobs", Health::warn, [](app::Seen& seen) { seen.jobs.front().state = job::State::failed; });
    spoilt("jobs", Health::warn, [](app::Seen& seen) { seen.jobs.front().state = job::State::interrupted; });
    spoilt("log", Health::warn, [](app::Seen& seen) { seen.log_bytes = 300'000'000; });
    spoilt("disk", Health::warn, [](app::Seen& seen) { seen.free_bytes = 499'999'999; });
    spoilt("disk", Health::wrong, [](app::Seen& seen) { seen.free_bytes = 100'000'000; });
    spoilt("permissions", Health::warn, [](app::Seen& seen) { seen.database_mode = 0644; });
    spoilt("key", Health::wrong, [](app::Seen& seen) { seen.key_trouble = "others may read this file"; });
    spoilt("key", Health::warn, [](app::Seen& seen) { seen.key_there = false; });
    spoilt("settings", Health::warn, [](app::Seen& seen) { seen.unknown_variables = {"WEEFSEL_HTTP_PROT"}; });
    spoilt("clock", Health::wrong, [](app::Seen& seen) { seen.clock_is_set = true; });
    spoilt("clock", Health::wrong, [](app::Seen& seen) {
        seen.now_millis = 0; // a machine without a battery
        seen.jobs.clear();
    });
    spoilt("clock", Health::wrong,
           [](app::Seen& seen) { seen.jobs.front().created_millis = seen.now_millis + 2 * day; });
    spoilt("address", Health::warn, [](app::Seen& seen) { seen.listens_on = "0.0.0.0"; });
    spoilt("mail", Health::warn, [](app::Seen& seen) { seen.mail = ""; });
    spoilt("backup", Health::warn, [](app::Seen& seen) { seen.last_backup.reset(); });
    spoilt("backup", Health::warn, [](app::Seen& seen) { seen.last_backup->made_millis = seen.now_millis - 8 * day; });
}

TEST_CASE("work that failed and went well later is no worry")
{
    auto seen = healthy();
    seen.jobs.push_back(seen.jobs.front());
    seen.jobs.back().state = job::State::failed;
    CHECK(found(seen, "jobs").health == Health::ok);
    seen.jobs.back().kind = "import osm";
    CHECK(found(seen, "jobs").health == Health::warn);
}

TEST_CASE("looking sees what is there, and changes nothing")
{
    store::TestFolder const folder;
    auto const known = app::all_migrations(app::make_features());
    auto const definitions = app::setting_definitions();
    auto const settings = settings::Settings::load(definitions, "", {{"store.url", folder.url("w.db")}}).value();

    auto const none = app::look_at_installation(settings, known);
    CHECK(found(none, "store").health == Health::wrong);
    CHECK(file::list(folder.path).value().empty());

    {
        auto const store = store::Store::open(folder.url("w.db")).value();
        REQUIRE(store->migrate(std::span{known}.first(known.size() - 1)));
    }
    ::chmod(folder.file("w.db").c_str(), 0644);
    auto const older = app::look_at_installation(settings, known);
    CHECK(found(older, "store").health == Health::ok);
    CHECK(older.missing_steps == std::vector<std::string>{known.back().name});
    CHECK(older.database_mode == 0644U);
    CHECK(older.database_bytes > 0);
    CHECK(!older.contents);
    CHECK(app::look_at_installation(settings, known).missing_steps.size() == 1);

    {
        auto const store = store::Store::open(folder.url("w.db")).value();
        auto more = known;
        more.push_back({"9999_later", "CREATE TABLE later (id TEXT) {strict};"});
        REQUIRE(store->migrate(more));
    }
    auto changed = known;
    changed.front().sql += " ";
    auto const newer = app::look_at_installation(settings, changed);
    CHECK(newer.unknown_steps == std::vector<std::string>{"9999_later"});
    CHECK(newer.changed_steps == std::vector<std::string>{known.front().name});
    REQUIRE(newer.contents);
    CHECK(newer.contents->published == 0);

    REQUIRE(file::save(folder.file("w.db.key"), "not a key"));
    CHECK(!app::look_at_installation(settings, known).key_trouble.empty());
    REQUIRE(backup::write_last(folder.file("w.db"), {first_of_june_2026, "b", 1, "x"}));
    CHECK(app::look_at_installation(settings, known).last_backup->made_millis == first_of_june_2026);
    ::setenv("WEEFSEL_HTTP_PROT", "1", 1);
    CHECK(app::look_at_installation(settings, known).unknown_variables ==
          std::vector<std::string>{"WEEFSEL_HTTP_PROT"});
    ::unsetenv("WEEFSEL_HTTP_PROT");
    auto bytes = file::load(folder.file("w.db")).value();
    bytes.replace(bytes.size() - 4096, 100, 100, '\x55');
    REQUIRE(file::save(folder.file("w.db"), bytes));
    CHECK(found(app::look_at_installation(settings, known), "integrity").health == Health::wrong);
}
