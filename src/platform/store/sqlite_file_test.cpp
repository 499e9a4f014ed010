// SPDX-License-Identifier: EUPL-1.2
#include "platform/store/sqlite_file.hpp"

#include "platform/store/store_test_folder.hpp"

#include <doctest/doctest.h>

#include <fstream>

namespace wf::store {
namespace {

Result<void> two_rows(Session& session)
{
    session.script("CREATE TABLE thing (name TEXT);");
    session.exec("INSERT INTO thing (name) VALUES ($1), ($2)", {"one", "two"});
    return {};
}

std::int64_t count_things(std::string const& path)
{
    auto const opened = Store::open("sqlite:" + path).value();
    return opened->read([](Session& session) {
        std::int64_t count = 0;
        session.query("SELECT count(*) FROM thing", {}, [&](Row const& row) { count = row.integer(0); });
        return count;
    });
}

std::size_t files_in(TestFolder const& folder)
{
    std::size_t count = 0;
    for (auto const& entry : std::filesystem::directory_iterator{folder.path}) count += entry.exists() ? 1 : 0;
    return count;
}

/// Bytes 18 and 19 of the header: 1 for a file that needs no log beside it, 2 for one with a write-ahead log.
std::string journal_bytes(std::string const& path)
{
    std::ifstream file{path, std::ios::binary};
    std::string head(20, '\0');
    file.read(head.data(), 20);
    return head.substr(18, 2);
}

} // namespace

TEST_CASE("a file for others is whole, alone in its folder, and without a log")
{
    TestFolder const folder;
    auto const path = folder.file("out.db");
    REQUIRE(write_sqlite_file(path, two_rows));
    CHECK(files_in(folder) == 1);
    CHECK(journal_bytes(path) == "\x01\x01");
    CHECK(count_things(path) == 2);
}

TEST_CASE("an older file is replaced, and stays when the work goes wrong")
{
    TestFolder const folder;
    auto const path = folder.file("out.db");
    REQUIRE(write_sqlite_file(path, two_rows));
    auto const failed = write_sqlite_file(path, [](Session& session) -> Result<void> {
        session.script("CREATE TABLE thing (name TEXT);");
        return Error{Trouble::not_found, "test.nothing", "", ""};
    });
    REQUIRE(!failed);
    CHECK(failed.error().code == "test.nothing");
    CHECK(count_things(path) == 2);
    CHECK_THROWS_AS(static_cast<void>(
                        write_sqlite_file(path, [](Session&) -> Result<void> { throw StoreFailure{"full"}; })),
                    StoreFailure);
    CHECK(files_in(folder) == 1);
    REQUIRE(write_sqlite_file(path, [](Session& session) -> Result<void> {
        session.script("CREATE TABLE thing (name TEXT);");
        return {};
    }));
    CHECK(count_things(path) == 0);
}

TEST_CASE("rows may come from another store while the file is written")
{
    TestFolder const folder;
    auto const source = Store::open(folder.url("source.db")).value();
    REQUIRE(source->write([](Session& session) { return two_rows(session); }));
    auto const path = folder.file("out.db");
    auto const written = source->read([&](Session& from) {
        return write_sqlite_file(path, [&](Session& to) -> Result<void> {
            to.script("CREATE TABLE thing (name TEXT);");
            from.query("SELECT name FROM thing ORDER BY name", {},
                       [&](Row const& row) { to.exec("INSERT INTO thing (name) VALUES ($1)", {row.text(0)}); });
            return {};
        });
    });
    REQUIRE(written);
    CHECK(count_things(path) == 2);
}

TEST_CASE("a folder, or a file in a folder that is not there, is an error")
{
    TestFolder const folder;
    for (auto const& path : {folder.path, folder.path + "/no/such.db", std::string{}}) {
        auto const written = write_sqlite_file(path, two_rows);
        REQUIRE(!written);
        CHECK(written.error().code == "store.cannot_open");
    }
}

} // namespace wf::store
