// SPDX-License-Identifier: EUPL-1.2
#include "app/daily_care.hpp"

#include "base/date.hpp"
#include "commons/runs/runs.hpp"
#include "platform/clock/clock.hpp"

namespace wf::app {
namespace {

Result<void> note(store::Store& store, trail::Trail const& trail, std::vector<processing::Removed> const& removed)
{
    trail::Entry entry;
    entry.workspace_id = runs::public_workspace;
    entry.actor = trail::program_actor;
    entry.action = "retention.run";
    entry.kind = "retention";
    for (auto const& line : removed) {
        if (line.rows > 0) entry.changes.push_back({line.table, std::to_string(line.rows) + " rows", {}, {}});
    }
    if (entry.changes.empty()) return {};
    return store.write([&](store::Session& session) { return trail.add(session, entry); });
}

} // namespace

Result<std::vector<processing::Removed>> remove_what_is_past(store::Store& store, trail::Trail const& trail)
{
    WF_TRY(auto removed, processing::apply_retention(store, processing::Processing::built_in(), Timestamp{now_millis()},
                                                     processing::Extent::remove));
    WF_TRY_VOID(note(store, trail, removed));
    return removed;
}

void DailyCare::look(std::chrono::steady_clock::time_point now)
{
    if (now < m_next) return;
    m_next = now + std::chrono::hours{24};
    auto const work = [this](job::Progress&) -> Result<std::string> {
        WF_TRY(auto const removed, remove_what_is_past(m_store, m_trail));
        std::int64_t rows = 0;
        for (auto const& one : removed) rows += one.rows;
        return std::to_string(rows) + " rows past their time";
    };
    // A full queue: tomorrow is another day.
    static_cast<void>(m_runner.start("retention", work).has_value());
}

} // namespace wf::app
