// SPDX-License-Identifier: EUPL-1.2
#include "platform/store/snapshot.hpp"

#include "platform/file/file.hpp"
#include "platform/store/examine.hpp"
#include "platform/store/store.hpp"
#include "platform/store/store_test_folder.hpp"

#include <doctest/doctest.h>

#include <atomic>
#include <thread>

namespace wf::store {
namespace {

std::vector<Migration> const steps{{"0001_thing",
                                    "CREATE TABLE thing (name TEXT PRIMARY KEY, twin TEXT NOT NULL) {strict};"},
                                   {"0002_empty", "CREATE TABLE empty (name TEXT) {strict};"}};

std::unique_ptr<Store> open_filled(TestFolder const& folder)
{
    auto opened = Store::open(folder.url("a.db")).value();
    REQUIRE(opened->migrate(steps));
    return opened;
}

/// Both names of a row are written together: in any consistent copy they are equal.
void add(Store& store, int number)
{
    REQUIRE(store.write([&](Session& session) -> Result<void> {
        auto const name = std::to_string(number);
        session.exec("INSERT INTO thing (name, twin) VALUES ($1, '')", {name});
        session.exec("UPDATE thing SET twin = $1 WHERE name = $1", {name});
        return {};
    }));
}

std::string copy_of(Snapshot const& snapshot)
{
    std::string bytes;
    REQUIRE(snapshot.read(1000, [&](std::string_view piece) -> Result<void> {
        bytes += piece;
        return {};
    }));
    return bytes;
}

std::int64_t count(std::string const& path, std::string_view sql)
{
    auto const opened = Store::open("sqlite:" + path).value();
    return opened->read([&](Session& session) {
        std::int64_t number = -1;
        session.query(sql, {}, [&](Row const& row) { number = row.integer(0); });
        return number;
    });
}

} // namespace

TEST_CASE("a snapshot is the database of one moment, with what only the log holds")
{
    TestFolder const folder;
    auto const store = open_filled(folder);
    for (int number = 0; number < 10; ++number) add(*store, number);
    auto const snapshot = Snapshot::take(folder.file("a.db")).value();
    add(*store, 10);
    CHECK(snapshot.migrations() == std::vector<std::string>{"0001_thing", "0002_empty"});
    CHECK(snapshot.filled({"thing", "empty", "absent", "odd\"name"}) == std::vector<std::string>{"thing"});
    auto const bytes = copy_of(snapshot);
    CHECK(static_cast<std::int64_t>(bytes.size()) == snapshot.bytes());
    REQUIRE(file::save(folder.file("b.db"), bytes));
    CHECK(examine(folder.file("b.db"), Depth::full)->faults.empty());
    CHECK(count(folder.file("b.db"), "SELECT count(*) FROM thing") == 10);
    CHECK(count(folder.file("a.db"), "SELECT count(*) FROM thing") == 11);
}

TEST_CASE("a writer that never rests does not keep a snapshot from ending, nor tear it")
{
    TestFolder const folder;
    auto const store = open_filled(folder);
    std::atomic<bool> enough{false};
    std::atomic<int> written{0};
    std::thread writer{[&] {
        while (!enough) {
            add(*store, written);
            ++written;
        }
    }};
    for (int round = 0; round < 5; ++round) {
        auto const least = written + 3;
        while (written < least) std::this_thread::yield();
        auto const snapshot = Snapshot::take(folder.file("a.db")).value();
        auto const name = folder.file("copy" + std::to_string(round));
        REQUIRE(file::save(name, copy_of(snapshot)));
        CHECK(examine(name, Depth::full)->faults.empty());
        CHECK(count(name, "SELECT count(*) FROM thing") >= least);
        CHECK(count(name, "SELECT count(*) FROM thing WHERE twin <> name") == 0);
    }
    enough = true;
    writer.join();
}

TEST_CASE("nothing stays beside the database, and two are not made at once")
{
    TestFolder const folder;
    auto const store = open_filled(folder);
    {
        auto const snapshot = Snapshot::take(folder.file("a.db")).value();
        CHECK(Snapshot::take(folder.file("a.db")).error().code == "store.snapshot_taken");
    }
    CHECK(!file::exists(folder.file("a.db.snapshot.part")));
    REQUIRE(file::save(folder.file("a.db.snapshot.part"), "left by one that was killed"));
    CHECK(Snapshot::take(folder.file("a.db")).has_value());
}

TEST_CASE("what is not a database of ours gives an error, and nothing is made")
{
    TestFolder const folder;
    CHECK(Snapshot::take(folder.file("no.db")).error().code == "store.no_file");
    CHECK(Snapshot::take(folder.path).error().code == "store.no_file");
    CHECK(!file::exists(folder.file("no.db")));
    REQUIRE(file::save(folder.file("text"), std::string(5000, 'x')));
    CHECK(Snapshot::take(folder.file("text")).error().code == "store.not_a_database");
    auto const other = Store::open(folder.url("other.db")).value();
    CHECK(Snapshot::take(folder.file("other.db")).error().code == "store.no_schema");
}

TEST_CASE("an examination finds a broken page, a torn index and a reference to nothing")
{
    TestFolder const folder;
    {
        auto const store = open_filled(folder);
        for (int number = 0; number < 500; ++number) add(*store, number);
    }
    auto const sound = examine(folder.file("a.db"), Depth::full).value();
    CHECK(sound.faults.empty());
    REQUIRE(sound.migrations.size() == 2);
    CHECK(sound.migrations.front().name == "0001_thing");
    CHECK(sound.migrations.front().checksum == file::checksum(steps.front().sql));

    auto bytes = file::load(folder.file("a.db")).value();
    for (std::size_t at = 2 * 4096; at < bytes.size(); at += 4096) bytes.replace(at, 100, 100, '\x55');
    REQUIRE(file::save(folder.file("broken.db"), bytes));
    CHECK(!examine(folder.file("broken.db"), Depth::quick)->faults.empty());

    {
        auto const store = Store::open(folder.url("loose.db")).value();
        REQUIRE(store->write([](Session& session) -> Result<void> {
            session.script("CREATE TABLE up (id TEXT PRIMARY KEY) {strict}; "
                           "CREATE TABLE down (up TEXT REFERENCES up (id) DEFERRABLE INITIALLY DEFERRED) {strict};");
            session.exec("INSERT INTO up (id) VALUES ('verzonnen')", {});
            session.exec("INSERT INTO down (up) VALUES ('verzonnen')", {});
            return {};
        }));
    }
    CHECK(examine(folder.file("loose.db"), Depth::full)->faults.empty());
    auto loose = file::load(folder.file("loose.db")).value();
    auto const at = loose.rfind("verzonnen"); // the row of the last table that was made
    REQUIRE(at != std::string::npos);
    loose.replace(at, 9, "anderszin");
    REQUIRE(file::save(folder.file("loose.db"), loose));
    auto const found = examine(folder.file("loose.db"), Depth::full)->faults;
    REQUIRE(found.size() == 1);
    CHECK(found.front() == "a row of down refers to none of up");

    CHECK(examine(folder.file("no.db"), Depth::quick).error().code == "store.no_file");
}

} // namespace wf::store
