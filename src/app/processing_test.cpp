// SPDX-License-Identifier: EUPL-1.2
// The register of processing beside the database that all features together make.
#include "app/cli.hpp"
#include "app/features.hpp"
#include "commons/processing/coverage.hpp"
#include "commons/processing/log.hpp"
#include "commons/processing/retention.hpp"
#include "platform/json/json.hpp"

#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>
#include <sstream>

namespace wf::app {
namespace {

std::unique_ptr<store::Store> whole_store(std::string const& url)
{
    auto store = store::Store::open(url).value();
    static_cast<void>(store->migrate(all_migrations(make_features())).value());
    return store;
}

TEST_CASE("every column of every table stands in data/processing.json, and every column there is in the database")
{
    auto const store = whole_store("sqlite::memory:");
    auto const columns = store->read([](store::Session& session) { return processing::list_columns(session); });
    CHECK(columns.size() > 150);
    for (auto const& fault : processing::check_coverage(processing::Processing::built_in(), columns)) FAIL_CHECK(fault);
}

TEST_CASE("the rules of the register fit the database")
{
    auto const store = whole_store("sqlite::memory:");
    auto const counted = processing::apply_retention(*store, processing::Processing::built_in(),
                                                     Timestamp{1'800'000'000'000}, processing::Extent::count_only);
    REQUIRE(counted);
    CHECK(counted->size() >= 4);
}

class Place {
public:
    Place()
    {
        m_folder = (std::filesystem::temp_directory_path() / "wf-processing-XXXXXX").string();
        REQUIRE(::mkdtemp(m_folder.data()) != nullptr);
    }
    ~Place() { std::filesystem::remove_all(m_folder); }
    Place(Place const&) = delete;
    Place& operator=(Place const&) = delete;

    [[nodiscard]] std::string url() const { return "sqlite:" + m_folder + "/w.db"; }
    [[nodiscard]] std::string key_file() const { return m_folder + "/w.db.key"; }

    struct Outcome {
        int status;
        std::string out;
    };
    [[nodiscard]] Outcome run(std::vector<std::string> arguments) const
    {
        arguments.push_back("--store=" + m_folder + "/w.db");
        std::ostringstream out;
        std::ostringstream err;
        auto const status = run_command_line(arguments, out, err);
        return {status, out.str() + err.str()};
    }

private:
    std::string m_folder;
};

bool has(std::string const& text, std::string_view part)
{
    return text.find(part) != std::string::npos;
}

TEST_CASE("what is past its time is counted, removed, and noted in the trail")
{
    Place const place;
    std::string const insert =
        "INSERT INTO street_observation VALUES ('00000000-0000-0000-0000-000000000000', '01900000-0000-7000-8000-00000000000";
    whole_store(place.url())
        ->write([&](store::Session& session) -> Result<void> {
            session.exec(insert + "1', 'GM9999', 'w', 1, 'surface', 'bad', '2020-01-01', 'rejected')");
            session.exec(insert + "2', 'GM9999', 'w', 1, 'surface', 'bad', '2020-01-01', 'accepted')");
            session.exec(insert + "3', 'GM9999', 'w', 1, 'surface', 'bad', '9999-01-01', 'rejected')");
            return {};
        })
        .value();
    auto const counted = place.run({"retention", "run", "--check"});
    CHECK(counted.status == 0);
    CHECK(has(counted.out, "street_observations: street_observation: 1 rows past their time"));
    CHECK(!has(place.run({"audit", "show"}).out, "retention.run"));
    CHECK(has(place.run({"retention", "run"}).out, "street_observations: street_observation: 1 rows removed"));
    CHECK(has(place.run({"retention", "run"}).out, "street_observations: street_observation: 0 rows removed"));
    auto const trail = place.run({"audit", "show"}).out;
    CHECK(has(trail, "retention.run"));
    CHECK(has(trail, "\"street_observation\": \"1 rows\" -> (nothing)"));
    CHECK(!has(trail, "\n2  "));
}

TEST_CASE("what happened at the door goes after ninety days, and browsers that were not used for as long")
{
    auto const store = whole_store("sqlite::memory:");
    auto const now = Timestamp::parse("2026-11-22T12:00:00Z").value();
    store
        ->write([&](store::Session& session) -> Result<void> {
            for (auto const& [id, day] : {std::pair{"a", "2026-08-23"}, std::pair{"b", "2026-08-24"}}) {
                session.exec("INSERT INTO login_event VALUES ($1, $2, $3, 'logout', NULL, '', FALSE, 1)",
                             {id, std::string{day} + "T11:00:00.000Z", day});
                session.exec("INSERT INTO login_device VALUES ($1, 'Firefox', $2)",
                             {id, std::string{day} + "T11:00:00.000Z"});
            }
            return {};
        })
        .value();
    REQUIRE(processing::apply_retention(*store, processing::Processing::built_in(), now).has_value());
    store->read([&](store::Session& session) {
        for (std::string const sql :
             {"SELECT group_concat(id) FROM login_event", "SELECT group_concat(person_id) FROM login_device"})
            session.query(sql, {}, [&](store::Row const& row) { CHECK_MESSAGE(row.text(0) == "b", sql); });
    });
}

TEST_CASE("the log as lines of JSON, from a day on")
{
    Place const place;
    CHECK(place.run({"processing", "log"}).out.empty());
    processing::Log const log{secret::load_or_make_key_file(place.key_file()).value(),
                              processing::Processing::built_in()};
    auto const write = [&](std::int64_t start, std::string const& name) {
        processing::Operation operation;
        operation.workspace_id = "01900000-0000-7000-8000-0000000000aa";
        operation.trace_id = processing::new_trace_id();
        operation.span_id = processing::new_span_id();
        operation.name = name;
        operation.start_millis = start;
        operation.end_millis = start;
        operation.activity = "proposals";
        operation.subject_id = "01900000-0000-7000-8000-000000000002";
        whole_store(place.url())
            ->write(
                [&](store::Session& session) -> Result<void> { return log.write(session, operation), Result<void>{}; })
            .value();
    };
    write(1'544'712'660'000, "first");  // 2018-12-13
    write(1'794'700'800'000, "second"); // 2026-11-15
    auto const all = place.run({"processing", "log", "--register", "https://example.org/register#"}).out;
    REQUIRE(json::read(all).has_value());
    CHECK(has(all, "first"));
    CHECK(has(all, "second"));
    CHECK(has(all, "https://example.org/register#proposals"));
    CHECK(!has(all, "01900000-0000-7000-8000-000000000002"));
    auto const since = place.run({"processing", "log", "--since", "2026-01-01"}).out;
    CHECK(!has(since, "first"));
    CHECK(has(since, "urn:weefsel:processing:proposals"));
    CHECK(place.run({"processing", "log", "--since", "yesterday"}).status == 2);
    CHECK(place.run({"processing", "log", "--workspace", "01900000-0000-7000-8000-0000000000bb"}).out.empty());
    CHECK(has(place.run({"processing", "register"}).out, "processing_log.subject_sealed"));
}

} // namespace
} // namespace wf::app
