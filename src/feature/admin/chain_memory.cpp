// SPDX-License-Identifier: EUPL-1.2
#include "feature/admin/chain_memory.hpp"

#include "platform/clock/clock.hpp"

namespace wf::admin {

ChainAnswer ChainMemory::verify(store::Session& session, std::string const& workspace_id)
{
    auto const head = trail::head(session, workspace_id);
    auto const now = now_millis();
    {
        std::lock_guard const lock{m_mutex};
        auto const found = m_kept.find(workspace_id);
        if (found != m_kept.end() && found->second.verified.head == head && now >= found->second.at_millis &&
            now - found->second.at_millis < lasts)
            return found->second;
    }
    ChainAnswer answer{trail::verify(session, workspace_id), now};
    std::lock_guard const lock{m_mutex};
    return m_kept[workspace_id] = std::move(answer);
}

} // namespace wf::admin
