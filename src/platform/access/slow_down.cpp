// SPDX-License-Identifier: EUPL-1.2
#include "platform/access/slow_down.hpp"

#include <algorithm>

namespace wf::access {

std::int64_t SlowDown::wait_of(std::string_view key, std::int64_t now)
{
    std::scoped_lock const lock{m_mutex};
    auto const found = m_places.find(key);
    if (found == m_places.end()) return 0;
    auto const& known = *found->second;
    if (now - known.last >= m_pace.forget_millis || known.failures < m_pace.free) return 0;
    constexpr int most_doublings = 40;
    auto const doublings = std::min(known.failures - m_pace.free, most_doublings);
    auto const wait = std::min(m_pace.first_millis << doublings, m_pace.most_millis);
    return std::max<std::int64_t>(0, known.last + wait - now);
}

void SlowDown::failed(std::string_view key, std::int64_t now)
{
    std::scoped_lock const lock{m_mutex};
    auto const found = m_places.find(key);
    if (found != m_places.end()) {
        auto& known = *found->second;
        if (now - known.last >= m_pace.forget_millis) known.failures = 0;
        ++known.failures;
        known.last = now;
        m_known.splice(m_known.begin(), m_known, found->second);
        return;
    }
    if (m_known.size() >= m_most) {
        m_places.erase(m_known.back().key);
        m_known.pop_back();
    }
    m_known.push_front({std::string{key}, 1, now});
    m_places.emplace(m_known.front().key, m_known.begin());
}

void SlowDown::succeeded(std::string_view key)
{
    std::scoped_lock const lock{m_mutex};
    auto const found = m_places.find(key);
    if (found == m_places.end()) return;
    auto const place = found->second;
    m_places.erase(found);
    m_known.erase(place);
}

std::size_t SlowDown::size()
{
    std::scoped_lock const lock{m_mutex};
    return m_known.size();
}

} // namespace wf::access
