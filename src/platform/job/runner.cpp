// SPDX-License-Identifier: EUPL-1.2
// The threads: workers that do the work, and one writer that puts into the table how far they are. The work itself
// never touches the table, so it may report from inside a transaction of its own.
#include "platform/clock/clock.hpp"
#include "platform/job/record.hpp"

#include <chrono>
#include <condition_variable>
#include <deque>
#include <exception>
#include <map>
#include <mutex>
#include <thread>
#include <utility>

namespace wf::job {
namespace {

constexpr std::size_t longest_queue = 64;
/// Progress is written at most five times a second.
constexpr std::chrono::milliseconds between_writes{200};

bool has_ended(State state)
{
    return state != State::waiting && state != State::running;
}

} // namespace

class Runner::Inner {
public:
    Inner(store::Store& store, int threads) : m_store{store}
    {
        WF_CHECK(threads > 0);
        mark_interrupted(m_store, now_millis());
        m_writer = std::thread{[this] { write_progress(); }};
        for (int i = 0; i < threads; ++i) m_workers.emplace_back([this] { take_work(); });
    }

    ~Inner()
    {
        {
            std::scoped_lock const lock{m_mutex};
            m_stopping = true;
            m_queue.clear();
            for (auto const& [id, live] : m_live) {
                live->asked_to_stop = true;
                if (live->record.state == State::waiting) end(*live, State::cancelled, {});
            }
        }
        m_work_came.notify_all();
        for (auto& worker : m_workers) worker.join();
        {
            std::scoped_lock const lock{m_mutex};
            m_writer_may_go = true;
        }
        m_something_to_write.notify_all();
        m_writer.join();
    }

    Result<std::string> start(std::string kind, Work work)
    {
        auto live = std::make_shared<Live>(*this);
        live->record.id = new_uuid_v7();
        live->record.kind = std::move(kind);
        live->record.created_millis = now_millis();
        live->work = std::move(work);
        auto const id = live->record.id;
        {
            std::scoped_lock const lock{m_mutex};
            if (m_queue.size() + m_reserved >= longest_queue) {
                return Error{Trouble::too_large, "job.queue_full", live->record.kind,
                             std::to_string(longest_queue) + " jobs are waiting already; try again later"};
            }
            ++m_reserved;
        }
        try {
            insert(m_store, live->record);
        } catch (...) {
            std::scoped_lock const lock{m_mutex};
            --m_reserved;
            throw;
        }
        {
            std::scoped_lock const lock{m_mutex};
            --m_reserved;
            m_live.emplace(id, live);
            m_queue.push_back(std::move(live));
        }
        m_work_came.notify_one();
        return id;
    }

    Result<void> cancel(std::string_view id)
    {
        {
            std::scoped_lock const lock{m_mutex};
            if (auto const found = m_live.find(id); found != m_live.end()) {
                Live& live = *found->second;
                live.asked_to_stop = true;
                if (live.record.state == State::waiting) {
                    std::erase(m_queue, found->second);
                    end(live, State::cancelled, {});
                }
                return {};
            }
        }
        if (find(m_store, id)) return {}; // it has ended already: nothing to stop
        return unknown(id);
    }

    Result<Record> wait(std::string_view id)
    {
        {
            std::unique_lock lock{m_mutex};
            if (auto const found = m_live.find(id); found != m_live.end()) {
                auto const live = found->second;
                m_ended.wait(lock, [&] { return live->settled; });
                return live->record;
            }
        }
        if (auto record = find(m_store, id)) return std::move(*record);
        return unknown(id);
    }

private:
    /// A job of this life of the program. Everything in it but the flag is guarded by m_mutex.
    struct Live final : Progress {
        explicit Live(Inner& home) : inner{home} {}
        void report(std::int64_t done, std::int64_t total, std::string_view stage) override
        {
            inner.take_report(*this, done, total, stage);
        }
        [[nodiscard]] bool cancelled() const override { return asked_to_stop; }

        Inner& inner;
        std::atomic<bool> asked_to_stop{false};
        Record record;
        Work work;
        bool unwritten{false};
        bool settled{false}; ///< has ended, and the table says so (or could not be written)
    };

    static Error unknown(std::string_view id)
    {
        return {Trouble::not_found, "job.unknown", std::string{id}, "there is no such job"};
    }

    void take_report(Live& live, std::int64_t done, std::int64_t total, std::string_view stage)
    {
        std::scoped_lock const lock{m_mutex};
        live.record.done = done;
        live.record.total = total;
        if (live.record.stage != stage) live.record.stage = stage;
        note_change(live);
    }

    /// With m_mutex held.
    void note_change(Live& live)
    {
        live.unwritten = true;
        if (!std::exchange(m_unwritten, true)) m_something_to_write.notify_one();
    }

    /// With m_mutex held. The writer then writes at once, and tells those who wait.
    void end(Live& live, State state, std::string outcome)
    {
        live.record.state = state;
        live.record.outcome = std::move(outcome);
        live.record.ended_millis = now_millis();
        live.work = nullptr;
        m_hurry = true;
        note_change(live);
        m_something_to_write.notify_one();
    }

    void take_work()
    {
        while (true) {
            std::shared_ptr<Live> live;
            Work work;
            {
                std::unique_lock lock{m_mutex};
                m_work_came.wait(lock, [this] { return m_stopping || !m_queue.empty(); });
                if (m_queue.empty()) return;
                live = std::move(m_queue.front());
                m_queue.pop_front();
                live->record.state = State::running;
                work = std::move(live->work);
                note_change(*live);
            }
            auto [state, outcome] = run(work, *live);
            work = nullptr; // what the work holds goes before anyone hears that it ended
            std::scoped_lock const lock{m_mutex};
            end(*live, state, std::move(outcome));
        }
    }

    static std::pair<State, std::string> run(Work const& work, Live& live)
    {
        try {
            auto result = work(live);
            if (result) return {State::done, std::move(*result)};
            bool const stopped = live.cancelled() && result.error().code == "job.cancelled";
            return {stopped ? State::cancelled : State::failed, to_line(result.error())};
        } catch (std::exception const& trouble) {
            return {State::failed, trouble.what()};
        } catch (...) {
            return {State::failed, "stopped by an exception without words"};
        }
    }

    /// The one thread that writes progress and ends: in order, several jobs in one transaction.
    void write_progress()
    {
        std::unique_lock lock{m_mutex};
        while (true) {
            m_something_to_write.wait(lock, [this] { return m_unwritten || m_writer_may_go; });
            if (!m_unwritten) return;
            m_unwritten = false;
            m_hurry = false;
            std::vector<std::shared_ptr<Live>> changed;
            std::vector<Record> records;
            for (auto const& [id, live] : m_live) {
                if (!std::exchange(live->unwritten, false)) continue;
                changed.push_back(live);
                records.push_back(live->record);
            }
            lock.unlock();
            bool const written = write(records);
            lock.lock();
            for (std::size_t i = 0; i < changed.size(); ++i) {
                if (!written) changed[i]->unwritten = true;
                if (!has_ended(records[i].state)) continue;
                changed[i]->settled = true;
                if (written) m_live.erase(records[i].id);
            }
            m_ended.notify_all();
            if (m_writer_may_go && !written) return; // the next start marks them as interrupted
            m_unwritten = m_unwritten || !written;
            m_something_to_write.wait_for(lock, between_writes,
                                          [&] { return (m_hurry && written) || m_writer_may_go; });
        }
    }

    /// False when the machine failed; tried again later, and the work goes on.
    bool write(std::vector<Record> const& records)
    {
        try {
            update(m_store, records);
            return true;
        } catch (std::exception const&) {
            return false;
        }
    }

    store::Store& m_store;
    std::mutex m_mutex;
    std::condition_variable m_work_came;
    std::condition_variable m_something_to_write;
    std::condition_variable m_ended;
    std::deque<std::shared_ptr<Live>> m_queue;
    std::map<std::string, std::shared_ptr<Live>, std::less<>> m_live;
    std::size_t m_reserved{0};
    bool m_unwritten{false};
    bool m_hurry{false}; ///< a job ended: people wait for that
    bool m_stopping{false};
    bool m_writer_may_go{false};
    std::vector<std::thread> m_workers;
    std::thread m_writer;
};

Runner::Runner(store::Store& store, int threads) : m_inner{std::make_unique<Inner>(store, threads)} {}
Runner::~Runner() = default;

Result<std::string> Runner::start(std::string kind, Work work)
{
    return m_inner->start(std::move(kind), std::move(work));
}

Result<void> Runner::cancel(std::string_view id)
{
    return m_inner->cancel(id);
}

Result<Record> Runner::wait(std::string_view id)
{
    return m_inner->wait(id);
}

} // namespace wf::job
