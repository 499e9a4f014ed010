// SPDX-License-Identifier: EUPL-1.2
#include "app/check_installation.hpp"

#include "app/doctor_look.hpp"
#include "app/features.hpp"

namespace wf::app {
namespace {

admin::Health health_of(Health health)
{
    switch (health) {
    case Health::ok: return admin::Health::ok;
    case Health::warn: return admin::Health::warn;
    case Health::wrong: break;
    }
    return admin::Health::wrong;
}

} // namespace

admin::Checked check_installation(settings::Settings const& settings)
{
    auto const seen = look_at_installation(settings, all_migrations(make_features()));
    admin::Checked checked;
    for (auto& finding : diagnose(seen))
        checked.findings.push_back({finding.subject, health_of(finding.health), finding.what, finding.remedy});
    checked.database_bytes = seen.database_bytes;
    checked.log_bytes = seen.log_bytes;
    checked.free_bytes = seen.free_bytes;
    checked.last_backup = seen.last_backup;
    return checked;
}

} // namespace wf::app
