// SPDX-License-Identifier: EUPL-1.2
// A fixed number of threads before a queue of bounded length: work that does not fit is refused at once, not kept
// waiting.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace wf::http {

class Pool {
public:
    /// A task must not throw: what it may throw is its own to catch.
    using Task = std::function<void()>;

    Pool(int workers, std::size_t queue);
    ~Pool();
    Pool(Pool const&) = delete;
    Pool& operator=(Pool const&) = delete;

    /// False when `queue` tasks are waiting already, or after stop().
    [[nodiscard]] bool try_post(Task task);
    /// Running tasks are waited for; waiting ones are thrown away. Called twice is fine.
    void stop();

private:
    void work();

    std::size_t const m_limit;
    std::mutex m_mutex;
    std::condition_variable m_change;
    std::deque<Task> m_waiting;
    bool m_stopped{false};
    std::vector<std::thread> m_threads;
};

} // namespace wf::http
