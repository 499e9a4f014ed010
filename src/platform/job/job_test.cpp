// SPDX-License-Identifier: EUPL-1.2
#include "platform/job/job.hpp"

#include <doctest/doctest.h>

#include <chrono>
#include <condition_variable>
#include <cstdlib>
#include <filesystem>
#include <mutex>
#include <stdexcept>
#include <thread>

using namespace wf::job;
using wf::Error;
using wf::Result;
using wf::Trouble;
using wf::store::Store;

namespace {

std::unique_ptr<Store> new_store(std::string const& url = "sqlite::memory:")
{
    auto store = Store::open(url).value();
    REQUIRE(store->migrate(migrations()));
    return store;
}

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

/// Works until somebody asks it to stop.
Result<std::string> endless(Progress& progress)
{
    while (!progress.cancelled()) std::this_thread::sleep_for(std::chrono::milliseconds{1});
    return Error{Trouble::refused, "job.cancelled", "", "stopped on request"};
}

/// Looks until the record is as wanted, or ten seconds have gone.
template <class F>
bool eventually(Store& store, std::string const& id, F const& wanted)
{
    for (int i = 0; i < 2'000; ++i) {
        auto const record = find(store, id);
        if (record && wanted(*record)) return true;
        std::this_thread::sleep_for(std::chrono::milliseconds{5});
    }
    return false;
}

} // namespace

TEST_CASE("a job that succeeds leaves its outcome and its last progress")
{
    auto const store = new_store();
    Runner runner{*store, 2};
    auto const id = runner
                        .start("import cbs",
                               [](Progress& progress) -> Result<std::string> {
                                   for (int i = 1; i <= 1'000; ++i)
                                       progress.report(i, 1'000, i < 500 ? "reading" : "storing");
                                   return std::string{"dataset 7"};
                               })
                        .value();
    auto const record = runner.wait(id).value();
    CHECK(record.id == id);
    CHECK(record.kind == "import cbs");
    CHECK(record.state == State::done);
    CHECK(record.done == 1'000);
    CHECK(record.total == 1'000);
    CHECK(record.stage == "storing");
    CHECK(record.outcome == "dataset 7");
    CHECK(record.created_millis > 0);
    CHECK(record.ended_millis >= record.created_millis);

    auto const stored = find(*store, id);
    REQUIRE(stored.has_value());
    CHECK(stored->state == State::done);
    CHECK(stored->done == 1'000);
    CHECK(stored->outcome == "dataset 7");
    CHECK(runner.wait(id).value().state == State::done);
}

TEST_CASE("an Error and an exception are failed jobs, and the next one still runs")
{
    auto const store = new_store();
    Runner runner{*store, 1};
    auto const run = [&](Work work) { return runner.wait(runner.start("test", std::move(work)).value()).value(); };
    auto const refused = run([](Progress&) -> Result<std::string> {
        return Error{Trouble::bad_input, "csv.no_header", "line 1", "no header"};
    });
    CHECK(refused.state == State::failed);
    CHECK(refused.outcome == "no header (line 1) [csv.no_header]");
    auto const thrown = run([](Progress&) -> Result<std::string> { throw std::runtime_error{"disk gone"}; });
    CHECK(thrown.state == State::failed);
    CHECK(thrown.outcome == "disk gone");
    CHECK(run([](Progress&) -> Result<std::string> { throw 5; }).state == State::failed);
    // Somebody who says "cancelled" without being asked has failed.
    CHECK(run([](Progress&) -> Result<std::string> {
              return Error{Trouble::refused, "job.cancelled", "", ""};
          }).state == State::failed);
    CHECK(run([](Progress&) -> Result<std::string> { return std::string{"fine"}; }).state == State::done);
}

TEST_CASE("cancel stops a running job and keeps a waiting one from starting")
{
    auto const store = new_store();
    Runner runner{*store, 1};
    std::atomic<bool> started{false};
    auto const running = runner.start("endless", endless).value();
    auto const waiting =
        runner.start("second", [&](Progress&) -> Result<std::string> { return started = true, std::string{}; }).value();
    REQUIRE(eventually(*store, running, [](Record const& r) { return r.state == State::running; }));
    CHECK(find(*store, waiting)->state == State::waiting);

    CHECK(runner.cancel(waiting).has_value());
    CHECK(runner.wait(waiting).value().state == State::cancelled);
    CHECK(runner.cancel(running).has_value());
    CHECK(runner.wait(running).value().state == State::cancelled);
    CHECK(find(*store, running)->state == State::cancelled);
    CHECK(find(*store, waiting)->state == State::cancelled);
    CHECK(!started);
    CHECK(runner.cancel(running).has_value()); // again: it has ended, which is what was asked
}

TEST_CASE("work that was done before the request to stop reached it is done")
{
    auto const store = new_store();
    Runner runner{*store, 1};
    Gate started;
    Gate asked;
    auto const id = runner
                        .start("deaf",
                               [&](Progress&) -> Result<std::string> {
                                   started.open();
                                   asked.wait();
                                   return std::string{"made"};
                               })
                        .value();
    started.wait();
    CHECK(runner.cancel(id).has_value());
    asked.open();
    CHECK(runner.wait(id).value().state == State::done);
}

TEST_CASE("an id that nobody knows")
{
    auto const store = new_store();
    Runner runner{*store, 1};
    CHECK(runner.cancel("none").error().code == "job.unknown");
    CHECK(runner.wait("none").error().code == "job.unknown");
    CHECK(!find(*store, "none").has_value());
}

TEST_CASE("progress is seen by another reader while the job runs")
{
    std::string pattern = (std::filesystem::temp_directory_path() / "wf-job-XXXXXX").string();
    std::string const folder = ::mkdtemp(pattern.data());
    {
        auto const url = "sqlite:" + folder + "/a.db";
        auto const store = new_store(url);
        auto const other = Store::open(url).value();
        Runner runner{*store, 1};
        Gate seen;
        auto const id = runner
                            .start("slow",
                                   [&](Progress& progress) -> Result<std::string> {
                                       progress.report(3, 10, "counting");
                                       seen.wait();
                                       progress.report(10, 10, "ready");
                                       return std::string{};
                                   })
                            .value();
        CHECK(eventually(*other, id, [](Record const& r) {
            return r.state == State::running && r.done == 3 && r.total == 10 && r.stage == "counting";
        }));
        seen.open();
        CHECK(runner.wait(id).value().stage == "ready");
        CHECK(find(*other, id)->stage == "ready");
    }
    std::filesystem::remove_all(folder);
}

TEST_CASE("progress is written at most five times a second")
{
    auto const store = new_store();
    REQUIRE(store->write([](wf::store::Session& s) -> Result<void> {
        s.script("create table seen (done integer); create trigger each_write after update of done on job "
                 "begin insert into seen values (new.done); end;");
        return {};
    }));
    Runner runner{*store, 1};
    auto const id = runner
                        .start("busy",
                               [](Progress& progress) -> Result<std::string> {
                                   auto const end = std::chrono::steady_clock::now() + std::chrono::milliseconds{900};
                                   for (int i = 0; std::chrono::steady_clock::now() < end; ++i)
                                       progress.report(i, 0, "on");
                                   progress.report(-1, 0, "end");
                                   return std::string{};
                               })
                        .value();
    CHECK(runner.wait(id).value().done == -1);
    store->read([](wf::store::Session& s) {
        s.query("select count(*), count(*) filter (where done = -1) from seen", {}, [](wf::store::Row const& row) {
            CHECK(row.integer(0) >= 3);
            CHECK(row.integer(0) <= 7); // at 0, 200 ... 800 ms, the start and the end
            CHECK(row.integer(1) == 1);
        });
    });
}

TEST_CASE("work may report from inside its own transaction")
{
    auto const store = new_store();
    Runner runner{*store, 1};
    auto const id = runner
                        .start("writes",
                               [&](Progress& progress) -> Result<std::string> {
                                   return store->write([&](wf::store::Session& s) -> Result<std::string> {
                                       s.exec("create table made (x integer)");
                                       progress.report(1, 1, "inside");
                                       return std::string{"ok"};
                                   });
                               })
                        .value();
    CHECK(runner.wait(id).value().outcome == "ok");
}

TEST_CASE("the queue is bounded, and there is room again when a job starts")
{
    auto const store = new_store();
    Runner runner{*store, 1};
    Gate go;
    auto const wait_for_gate = [&](Progress&) -> Result<std::string> { return go.wait(), std::string{}; };
    auto const first = runner.start("first", wait_for_gate).value();
    REQUIRE(eventually(*store, first, [](Record const& r) { return r.state == State::running; }));
    std::vector<std::string> ids;
    for (int i = 0; i < 64; ++i) ids.push_back(runner.start("more", wait_for_gate).value());
    auto const refused = runner.start("too many", wait_for_gate);
    REQUIRE(!refused);
    CHECK(refused.error().code == "job.queue_full");
    CHECK(recent(*store, 100).size() == 65);
    CHECK(runner.cancel(ids.back()).has_value());
    CHECK(runner.start("fits", wait_for_gate).has_value());
    go.open();
    for (auto const& id : ids) {
        CHECK(runner.wait(id).value().state == (id == ids.back() ? State::cancelled : State::done));
    }
}

TEST_CASE("the end of the runner cancels what runs and what waits")
{
    auto const store = new_store();
    std::string running;
    std::string waiting;
    {
        Runner runner{*store, 1};
        running = runner.start("endless", endless).value();
        waiting = runner.start("endless", endless).value();
        REQUIRE(eventually(*store, running, [](Record const& r) { return r.state == State::running; }));
    }
    CHECK(find(*store, running)->state == State::cancelled);
    CHECK(find(*store, waiting)->state == State::cancelled);
    CHECK(find(*store, waiting)->ended_millis > 0);
}

TEST_CASE("what an earlier life left running or waiting is interrupted; the rest stays")
{
    auto const store = new_store();
    REQUIRE(store->write([](wf::store::Session& s) -> Result<void> {
        for (auto const* const state : {"waiting", "running", "done", "failed", "cancelled"}) {
            s.exec("insert into job values ($1, 'old', $1, 1, 2, '', '', 5, 0)", {state});
        }
        return {};
    }));
    Runner runner{*store, 1};
    CHECK(find(*store, "waiting")->state == State::interrupted);
    CHECK(find(*store, "running")->state == State::interrupted);
    CHECK(find(*store, "running")->ended_millis > 5);
    CHECK(find(*store, "done")->state == State::done);
    CHECK(find(*store, "done")->ended_millis == 0);
    CHECK(find(*store, "failed")->state == State::failed);
    CHECK(find(*store, "cancelled")->state == State::cancelled);
    CHECK(runner.wait("running").value().state == State::interrupted);
}

TEST_CASE("recent jobs come newest first, as many as asked")
{
    auto const store = new_store();
    Runner runner{*store, 1};
    std::vector<std::string> ids;
    for (int i = 0; i < 5; ++i) {
        ids.push_back(
            runner.start("n" + std::to_string(i), [](Progress&) -> Result<std::string> { return std::string{}; })
                .value());
    }
    for (auto const& id : ids) REQUIRE(runner.wait(id).has_value());
    auto const found = recent(*store, 3);
    REQUIRE(found.size() == 3);
    CHECK(found[0].id == ids[4]);
    CHECK(found[1].id == ids[3]);
    CHECK(found[2].id == ids[2]);
    CHECK(recent(*store, 0).empty());
    CHECK(recent(*store, -1).empty());
}

TEST_CASE("a database that refuses the record does not stop the job or those who wait for it")
{
    auto const store = new_store();
    Runner runner{*store, 1};
    Gate broken;
    auto const id =
        runner.start("lost", [&](Progress&) -> Result<std::string> { return broken.wait(), std::string{"made"}; })
            .value();
    REQUIRE(eventually(*store, id, [](Record const& r) { return r.state == State::running; }));
    auto const script = [&](std::string_view sql) {
        REQUIRE(store->write([&](wf::store::Session& s) -> Result<void> { return s.script(sql), Result<void>{}; }));
    };
    script("create trigger refuse before update on job begin select raise(abort, 'no room'); end;");
    broken.open();
    CHECK(runner.wait(id).value().outcome == "made");
    CHECK(find(*store, id)->state == State::running);
    script("drop trigger refuse;");
    CHECK(eventually(*store, id, [](Record const& r) { return r.state == State::done; }));
}

TEST_CASE("every state has its own word")
{
    CHECK(to_word(State::waiting) == "waiting");
    CHECK(to_word(State::running) == "running");
    CHECK(to_word(State::done) == "done");
    CHECK(to_word(State::failed) == "failed");
    CHECK(to_word(State::cancelled) == "cancelled");
    CHECK(to_word(State::interrupted) == "interrupted");
    NoProgress none;
    none.report(1, 2, "x");
    CHECK(!none.cancelled());
}
