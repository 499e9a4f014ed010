// SPDX-License-Identifier: EUPL-1.2
#include "commons/people/login_memory.hpp"

namespace wf::people {

KnownActor LoginMemory::find(std::string_view token, std::int64_t now)
{
    std::scoped_lock const lock{m_mutex};
    auto const found = m_kept.find(token);
    if (found == m_kept.end()) return nullptr;
    if (found->second.until > now && found->second.until <= now + lasts) return found->second.actor;
    m_kept.erase(found);
    return nullptr;
}

void LoginMemory::keep(std::string_view token, KnownActor actor, std::int64_t now)
{
    std::scoped_lock const lock{m_mutex};
    // What is full begins anew: it fills again within the two seconds that it would have lasted.
    if (m_kept.size() >= most) m_kept.clear();
    m_kept.insert_or_assign(std::string{token}, Kept{std::move(actor), now + lasts});
}

void LoginMemory::forget()
{
    std::scoped_lock const lock{m_mutex};
    m_kept.clear();
}

} // namespace wf::people
