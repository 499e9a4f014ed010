// SPDX-License-Identifier: EUPL-1.2
#include "feature/calc/matrix_rows.hpp"

#include <algorithm>
#include <array>
#include <atomic>
#include <condition_variable>
#include <mutex>
#include <optional>
#include <thread>

namespace wf::calc {
namespace {

/// Lets one after the other through, in the order of their numbers.
class Turns {
public:
    /// work() gives Result<void>; an error stops all that come after.
    template <class Work>
    void take(std::size_t turn, Work const& work)
    {
        std::unique_lock lock{m_mutex};
        m_moved.wait(lock, [&] { return m_stopped || m_next == turn; });
        if (m_stopped) return;
        if (auto done = work(); !done) {
            m_error = std::move(done).error();
            m_stopped = true;
        }
        ++m_next;
        m_moved.notify_all();
    }
    void stop()
    {
        std::lock_guard const lock{m_mutex};
        m_stopped = true;
        m_moved.notify_all();
    }
    /// Does not wait for whoever has its turn.
    [[nodiscard]] bool stopped() const { return m_stopped.load(); }
    [[nodiscard]] std::optional<Error>& error() { return m_error; }

private:
    std::mutex m_mutex;
    std::condition_variable m_moved;
    std::size_t m_next{0};
    std::atomic<bool> m_stopped{false};
    std::optional<Error> m_error;
};

/// Whoever waits for a turn that will not come must hear of it.
class StopUnlessDone {
public:
    explicit StopUnlessDone(Turns& turns) : m_turns{turns} {}
    ~StopUnlessDone()
    {
        if (!m_done) m_turns.stop();
    }
    StopUnlessDone(StopUnlessDone const&) = delete;
    StopUnlessDone& operator=(StopUnlessDone const&) = delete;
    void done() { m_done = true; }

private:
    Turns& m_turns;
    bool m_done{false};
};

std::size_t count_unreached(reach::WalkTimes const& times)
{
    return static_cast<std::size_t>(std::count(times.possible.begin(), times.possible.end(), graph::unreachable));
}

} // namespace

Result<std::size_t> write_matrix(reach::WalkMatrix const& matrix, WalkRows const& rows,
                                 std::span<reach::Destination const> destinations, graph::Ticks limit, Threads threads,
                                 std::function<Result<void>(std::string_view rows)> const& take)
{
    std::size_t const groups = (destinations.size() + reach::matrix_group - 1) / reach::matrix_group;
    std::size_t const most = threads.count() != 0 ? threads.count() : std::max(1U, std::thread::hardware_concurrency());
    std::atomic<std::size_t> next{0};
    std::size_t unreached = 0;
    Turns turns;
    parallel_for(std::min(most, groups), threads, [&](std::size_t) {
        StopUnlessDone guard{turns};
        reach::WalkMatrix::Worker worker{matrix};
        std::array<reach::WalkTimes, reach::matrix_group> times;
        RowText text;
        for (std::size_t group = next++; group < groups && !turns.stopped(); group = next++) {
            std::size_t const begin = group * reach::matrix_group;
            std::size_t const here = std::min(reach::matrix_group, destinations.size() - begin);
            worker.find(destinations.subspan(begin, here), limit, std::span{times}.first(here));
            text.clear();
            std::size_t missing = 0;
            for (std::size_t i = 0; i < here; ++i) {
                rows.append(text, begin + i, times[i]);
                missing += count_unreached(times[i]);
            }
            turns.take(group, [&]() -> Result<void> {
                unreached += missing;
                if (rows.format() == RowFormat::json && group > 0) WF_TRY_VOID(take(","));
                return take(text.text());
            });
        }
        guard.done();
    });
    if (turns.error()) return std::move(*turns.error());
    return unreached;
}

} // namespace wf::calc
