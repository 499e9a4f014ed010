// SPDX-License-Identifier: EUPL-1.2
#include "feature/admin/checkup.hpp"

#include "platform/clock/clock.hpp"

namespace wf::admin {

std::shared_ptr<Checked const> Checkup::ask()
{
    std::lock_guard const lock{m_mutex};
    auto const now = now_millis();
    // A clock that was set back makes the answer old, too.
    if (m_kept && now >= m_kept->at_millis && now - m_kept->at_millis < lasts) return m_kept;
    auto checked = m_examine ? m_examine() : Checked{};
    checked.at_millis = now;
    m_kept = std::make_shared<Checked const>(std::move(checked));
    return m_kept;
}

} // namespace wf::admin
