// SPDX-License-Identifier: EUPL-1.2
// What only a file has: several connections, other processes, and files that are no database.
#include "platform/store/sqlite_backend.hpp"

#include "platform/store/sqlite_connection.hpp"
#include "platform/store/store_test_folder.hpp"

#include <doctest/doctest.h>

#include <csignal>
#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <fstream>
#include <mutex>
#include <thread>

using namespace wf::store;
using wf::Result;

namespace {

void run_script(Store& store, std::string_view sql)
{
    REQUIRE(store.write([&](Session& s) -> Result<void> { return s.script(sql), Result<void>{}; }));
}

std::int64_t ask(Session& session, std::string_view sql)
{
    std::int64_t answer = -1;
    session.query(sql, {}, [&](Row const& row) { answer = row.integer(0); });
    return answer;
}

std::int64_t ask(Store& store, std::string_view sql)
{
    return store.read([&](Session& s) { return ask(s, sql); });
}

/// A gate that one thread opens and another waits for.
class Gate {
public:
    void open()
    {
        std::scoped_lock const lock{m_mutex};
        m_open = true;
        m_changed.notify_all();
    }
    void wait()
    {
        std::unique_lock lock{m_mutex};
        m_changed.wait(lock, [this] { return m_open; });
    }

private:
    std::mutex m_mutex;
    std::condition_variable m_changed;
    bool m_open{false};
};

} // namespace

TEST_CASE("the connection is set up as promised")
{
    TestFolder const folder;
    auto store = Store::open(folder.url("a.db")).value();
    auto const settings = [](Session& s) {
        CHECK(ask(s, "pragma synchronous") == 2);
        CHECK(ask(s, "pragma foreign_keys") == 1);
        CHECK(ask(s, "pragma busy_timeout") == 5'000);
        CHECK(ask(s, "pragma mmap_size") == 256 << 20);
        CHECK(ask(s, "pragma cache_size") == -15'000);
    };
    REQUIRE(store->write([&](Session& s) -> Result<void> {
        settings(s);
        std::string mode;
        s.query("pragma journal_mode", {}, [&](Row const& row) { mode = row.string(0); });
        CHECK(mode == "wal");
        return {};
    }));
    store->read(settings);
    CHECK(ask(*store, "pragma query_only") == 1);
}

TEST_CASE("what cannot be opened is an Error with a remedy")
{
    TestFolder const folder;
    std::ofstream{folder.file("text.txt")} << std::string(5'000, 'x');
    std::ofstream{folder.file("short.txt")} << "naam;adres\n";
    std::ofstream{folder.file("empty.db")};
    auto const code = [](std::string const& url) {
        auto const store = Store::open(url);
        if (store.has_value()) return std::string{"opened"};
        CHECK(!store.error().detail.empty());
        return store.error().code;
    };
    CHECK(code("postgresql://localhost/weefsel") == "store.unsupported");
    CHECK(code("") == "store.unsupported");
    CHECK(code("sqlite:") == "store.cannot_open");
    CHECK(code("sqlite:" + folder.path) == "store.cannot_open");
    CHECK(code(folder.url("none/a.db")) == "store.cannot_open");
    CHECK(code(folder.url("text.txt")) == "store.not_a_database");
    CHECK(code(folder.url("short.txt")) == "store.not_a_database");
    CHECK(code(folder.url("empty.db")) == "opened");
    CHECK(Store::open("sqlite:" + folder.path).error().detail.find("folder") != std::string::npos);
    // A password in an address that we do not speak must not end in a log.
    CHECK(wf::to_line(Store::open("postgresql://u:geheim@h/d").error()).find("geheim") == std::string::npos);
}

TEST_CASE("a database that is damaged later is a failure of the machine")
{
    TestFolder const folder;
    {
        auto store = Store::open(folder.url("a.db")).value();
        run_script(
            *store,
            "create table t (x text); insert into t select hex(randomblob(500)) from json_each('[1,2,3,4,5,6,7,8,9]')");
    }
    {
        std::fstream file{folder.file("a.db"), std::ios::in | std::ios::out | std::ios::binary};
        file.seekp(4'096);
        file << std::string(8'000, '\xff');
    }
    auto store = Store::open(folder.url("a.db")).value();
    CHECK_THROWS_AS((void)ask(*store, "select count(x) from t"), StoreFailure);
}

TEST_CASE("a reader does not see what is not committed, and keeps its snapshot")
{
    TestFolder const folder;
    auto store = Store::open(folder.url("a.db")).value();
    run_script(*store, "create table t (x integer)");
    Gate written;
    Gate looked;
    std::thread writer{[&] {
        (void)store->write([&](Session& s) -> Result<void> {
            s.exec("insert into t values (1)");
            CHECK(ask(s, "select count(*) from t") == 1);
            written.open();
            looked.wait();
            return {};
        });
    }};
    written.wait();
    store->read([&](Session& s) {
        CHECK(ask(s, "select count(*) from t") == 0);
        looked.open();
        writer.join();
        CHECK(ask(s, "select count(*) from t") == 0);
    });
    CHECK(ask(*store, "select count(*) from t") == 1);
}

TEST_CASE("four readers and two writers: nothing fails and no update is lost")
{
    TestFolder const folder;
    auto store = Store::open(folder.url("a.db")).value();
    run_script(*store, "create table t (id integer primary key, x integer); insert into t values (1, 0), (2, 0);");
    constexpr int rounds = 100;
    std::atomic<int> torn{0};
    std::atomic<int> failures{0};
    std::atomic<bool> stop{false};
    auto const guarded = [&](auto const& work) {
        try {
            work();
        } catch (std::exception const&) {
            ++failures;
        }
    };
    {
        std::vector<std::jthread> readers;
        for (int i = 0; i < 4; ++i) {
            readers.emplace_back([&] {
                guarded([&] {
                    while (!stop) {
                        store->read([&](Session& s) {
                            auto const first = ask(s, "select x from t where id = 1");
                            auto const second = ask(s, "select x from t where id = 2");
                            if (first + second != 0) ++torn;
                        });
                    }
                });
            });
        }
        {
            std::vector<std::jthread> writers;
            for (int i = 0; i < 2; ++i) {
                writers.emplace_back([&] {
                    guarded([&] {
                        for (int n = 0; n < rounds; ++n) {
                            auto const done = store->write([&](Session& s) -> Result<void> {
                                auto const x = ask(s, "select x from t where id = 1");
                                s.exec("update t set x = $1 where id = 1", {x + 1});
                                s.exec("update t set x = $1 where id = 2", {-x - 1});
                                return {};
                            });
                            if (!done) ++failures;
                        }
                    });
                });
            }
        }
        stop = true;
    }
    CHECK(failures == 0);
    CHECK(torn == 0);
    CHECK(ask(*store, "select x from t where id = 1") == 2 * rounds);
}

TEST_CASE("more readers than connections wait for their turn")
{
    TestFolder const folder;
    auto backend = open_sqlite(folder.file("a.db"), {.busy_millis = 1'000, .most_readers = 2}).value();
    std::atomic<int> now{0};
    std::atomic<int> most{0};
    {
        std::vector<std::jthread> threads;
        for (int i = 0; i < 6; ++i) {
            threads.emplace_back([&] {
                backend->read([&](Session&) {
                    int const here = ++now;
                    int seen = most;
                    while (here > seen && !most.compare_exchange_weak(seen, here)) {}
                    std::this_thread::sleep_for(std::chrono::milliseconds{10});
                    --now;
                });
            });
        }
    }
    CHECK(most == 2);
}

TEST_CASE("a transaction that was busy is tried again, three times at most")
{
    TestFolder const folder;
    auto backend = open_sqlite(folder.file("a.db")).value();
    backend->write([](Session& s) { return s.script("create table t (x integer)"), true; });
    auto const attempts = [&](int busy) {
        int calls = 0;
        try {
            backend->write([&](Session& s) {
                s.exec("insert into t values (1)");
                if (++calls <= busy) throw BusyFailure{"busy"};
                return true;
            });
        } catch (BusyFailure const&) {
            return -calls;
        }
        return calls;
    };
    CHECK(attempts(0) == 1);
    CHECK(attempts(3) == 4);
    CHECK(attempts(4) == -4);
    std::int64_t rows = -1;
    backend->read([&](Session& s) { rows = ask(s, "select count(*) from t"); });
    CHECK(rows == 2);
}

TEST_CASE("a lock that another connection holds is waited for, and after that a failure")
{
    TestFolder const folder;
    auto store = Store::open(folder.url("a.db")).value();
    run_script(*store, "create table t (x integer)");
    auto hasty = open_sqlite(folder.file("a.db"), {.busy_millis = 1, .most_readers = 1}).value();
    auto const insert = [](Session& s) { return s.exec("insert into t values (1)"), true; };
    Gate held;
    Gate tried;
    std::thread holder{[&] {
        (void)store->write([&](Session&) -> Result<void> {
            held.open();
            tried.wait();
            return {};
        });
    }};
    held.wait();
    CHECK_THROWS_AS(hasty->write(insert), BusyFailure);
    tried.open();
    holder.join();
    CHECK_NOTHROW(hasty->write(insert));
    CHECK(ask(*store, "select count(*) from t") == 1);
}

TEST_CASE("a program that is killed in a transaction leaves nothing of it")
{
    TestFolder const folder;
    {
        auto store = Store::open(folder.url("a.db")).value();
        run_script(*store, "create table t (x text); insert into t values ('before')");
    }
    pid_t const child = ::fork();
    REQUIRE(child >= 0);
    if (child == 0) {
        auto store = Store::open(folder.url("a.db")).value();
        (void)store->write([](Session& s) -> Result<void> {
            s.exec("delete from t");
            // More than the page cache holds, so that some of it is in the log on disk already.
            for (int i = 0; i < 3'000; ++i) s.exec("insert into t values (hex(zeroblob(4000)))");
            ::kill(::getpid(), SIGKILL);
            return {};
        });
        ::_exit(1);
    }
    int status = 0;
    REQUIRE(::waitpid(child, &status, 0) == child);
    REQUIRE(WIFSIGNALED(status));
    auto store = Store::open(folder.url("a.db")).value();
    CHECK(ask(*store, "select count(*) from t") == 1);
    CHECK(ask(*store, "select count(*) from t where x = 'before'") == 1);
    std::string verdict;
    store->read(
        [&](Session& s) { s.query("pragma integrity_check", {}, [&](Row const& row) { verdict = row.string(0); }); });
    CHECK(verdict == "ok");
}
