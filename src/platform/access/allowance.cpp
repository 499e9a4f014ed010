// SPDX-License-Identifier: EUPL-1.2
#include "platform/access/allowance.hpp"

#include "base/check.hpp"

#include <algorithm>

namespace wf::access {

std::int64_t Allowance::take(std::string_view key, Pace pace, std::int64_t now)
{
    WF_CHECK(pace.at_once > 0 && pace.per_hour > 0);
    constexpr std::int64_t hour = 3'600'000;
    auto const each = std::max<std::int64_t>(1, hour / pace.per_hour);
    std::scoped_lock const lock{m_mutex};
    auto const found = m_places.find(key);
    auto const before = found == m_places.end() ? now : std::max(now, found->second->full_at);
    auto const wait = before + each - now - pace.at_once * each;
    if (wait > 0) return wait;
    if (found != m_places.end()) {
        found->second->full_at = before + each;
        m_known.splice(m_known.begin(), m_known, found->second);
        return 0;
    }
    if (m_known.size() >= m_most) {
        m_places.erase(m_known.back().key);
        m_known.pop_back();
    }
    m_known.push_front({std::string{key}, before + each});
    m_places.emplace(m_known.front().key, m_known.begin());
    return 0;
}

std::size_t Allowance::size()
{
    std::scoped_lock const lock{m_mutex};
    return m_known.size();
}

} // namespace wf::access
