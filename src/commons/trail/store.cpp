// SPDX-License-Identifier: EUPL-1.2
#include "base/date.hpp"
#include "base/ids.hpp"
#include "commons/trail/chain.hpp"
#include "commons/trail/changes.hpp"
#include "commons/trail/trail.hpp"
#include "platform/clock/clock.hpp"

#include <functional>
#include <limits>
#include <map>

namespace wf::embedded::commons_trail {
std::string_view find(std::string_view name);
}

namespace wf::trail {
namespace {

constexpr std::string_view columns =
    "SELECT number, at, actor, action, kind, record_id, changes, hash FROM trail_entry";

/// Calls `visit` for the rows of a choice, newest first.
void query(store::Session& session, Choice const& choice, store::RowVisitor const& visit)
{
    auto const below = choice.below.value_or(std::numeric_limits<std::int64_t>::max());
    auto const ask = [&](std::string_view condition, std::initializer_list<store::Value> parameters) {
        session.query(std::string{columns}
                          .append(" WHERE workspace_id = $1 AND number < $2")
                          .append(condition)
                          .append(" ORDER BY number DESC LIMIT $3"),
                      parameters, visit);
    };
    if (choice.record_id && choice.actor)
        ask(" AND record_id = $4 AND actor = $5",
            {choice.workspace_id, below, choice.limit, *choice.record_id, *choice.actor});
    else if (choice.record_id)
        ask(" AND record_id = $4", {choice.workspace_id, below, choice.limit, *choice.record_id});
    else if (choice.actor) ask(" AND actor = $4", {choice.workspace_id, below, choice.limit, *choice.actor});
    else ask("", {choice.workspace_id, below, choice.limit});
}

struct Row {
    SeenEntry entry;
    std::string changes;
};

Row read_row(store::Row const& row)
{
    Row read;
    read.entry.number = row.integer(0);
    read.entry.at = row.string(1);
    if (!row.is_null(2)) read.entry.actor = row.string(2);
    read.entry.action = row.string(3);
    read.entry.kind = row.string(4);
    read.entry.record_id = row.string(5);
    read.changes = row.string(6);
    read.entry.hash = row.string(7);
    return read;
}

} // namespace

std::vector<store::Migration> migrations()
{
    return {{"0031_trail", std::string{embedded::commons_trail::find("schema.sql")}}};
}

Trail::Trail(secret::Key const& installation) : m_keys{installation} {}

Result<void> Trail::add(store::Session& session, Entry const& entry) const
{
    WF_CHECK(!entry.action.empty() && !entry.kind.empty());
    WF_TRY(auto const workspace, Uuid::parse(entry.workspace_id));
    StoredEntry stored;
    stored.workspace_id = workspace.to_string();
    Timestamp const now{now_millis()};
    stored.at = entry.actor ? now.to_iso() : now.utc_date().to_iso();
    if (entry.actor) {
        WF_TRY(auto const actor, Uuid::parse(*entry.actor));
        stored.actor = actor.to_string();
    }
    stored.action = entry.action;
    stored.kind = entry.kind;
    stored.record_id = entry.record_id;
    auto const last = head(session, stored.workspace_id);
    stored.number = last.number + 1;
    stored.before_hash = last.hash;
    WF_TRY(stored.changes, write_changes(entry.changes, stored.workspace_id, stored.number,
                                         [&](std::string const& person) { return m_keys.find(session, person); }));
    stored.hash = hash_of(stored);
    auto const added = session.exec(
        "INSERT INTO trail_entry (workspace_id, number, at, actor, action, kind, record_id, changes, before_hash, hash)"
        " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT DO NOTHING",
        {stored.workspace_id, stored.number, stored.at, stored.actor, stored.action, stored.kind, stored.record_id,
         stored.changes, stored.before_hash, stored.hash});
    if (added == 0)
        return Error{Trouble::conflict, "trail.overtaken", std::to_string(stored.number),
                     "another writer added this entry of the trail at the same moment; try again"};
    return {};
}

std::vector<SeenEntry> Trail::list(store::Session& session, Choice const& choice) const
{
    WF_CHECK(choice.limit >= 0);
    std::vector<Row> rows;
    query(session, choice, [&](store::Row const& row) { rows.push_back(read_row(row)); });

    std::map<std::string, Result<secret::Key>> keys; // of the people on this page, each opened once
    auto const find_key = [&](std::string const& person) {
        auto found = keys.find(person);
        if (found == keys.end()) found = keys.emplace(person, m_keys.find(session, person)).first;
        return found->second;
    };
    std::vector<SeenEntry> entries;
    entries.reserve(rows.size());
    for (auto& row : rows) {
        row.entry.changes = read_changes(row.changes, choice.workspace_id, row.entry.number, find_key);
        entries.push_back(std::move(row.entry));
    }
    return entries;
}

std::vector<std::string> list_workspaces(store::Session& session)
{
    std::vector<std::string> workspaces;
    session.query("SELECT DISTINCT workspace_id FROM trail_entry ORDER BY workspace_id", {},
                  [&](store::Row const& row) { workspaces.push_back(row.string(0)); });
    return workspaces;
}

} // namespace wf::trail
