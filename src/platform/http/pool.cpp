// SPDX-License-Identifier: EUPL-1.2
#include "platform/http/pool.hpp"

#include "base/check.hpp"

#include <utility>

namespace wf::http {

Pool::Pool(int workers, std::size_t queue) : m_limit{queue}
{
    WF_CHECK(workers > 0);
    m_threads.reserve(static_cast<std::size_t>(workers));
    for (int i = 0; i < workers; ++i) m_threads.emplace_back([this] { work(); });
}

Pool::~Pool()
{
    stop();
}

bool Pool::try_post(Task task)
{
    {
        std::lock_guard const lock{m_mutex};
        if (m_stopped || m_waiting.size() >= m_limit) return false;
        m_waiting.push_back(std::move(task));
    }
    m_change.notify_one();
    return true;
}

void Pool::stop()
{
    std::deque<Task> dropped; // destroyed outside the lock: a task may own much
    {
        std::lock_guard const lock{m_mutex};
        m_stopped = true;
        dropped.swap(m_waiting);
    }
    m_change.notify_all();
    for (auto& thread : m_threads) {
        if (thread.joinable()) thread.join();
    }
}

void Pool::work()
{
    for (;;) {
        Task task;
        {
            std::unique_lock lock{m_mutex};
            m_change.wait(lock, [this] { return m_stopped || !m_waiting.empty(); });
            if (m_stopped) return;
            task = std::move(m_waiting.front());
            m_waiting.pop_front();
        }
        task();
    }
}

} // namespace wf::http
