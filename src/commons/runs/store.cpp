// SPDX-License-Identifier: EUPL-1.2
#include "base/check.hpp"
#include "base/date.hpp"
#include "commons/runs/runs.hpp"
#include "platform/clock/clock.hpp"
#include "platform/json/json.hpp"

namespace wf::embedded::commons_runs {
std::string_view find(std::string_view name);
}

namespace wf::runs {
namespace {

// The order in which read_run takes them.
constexpr std::string_view columns =
    "r.workspace_id, r.id, r.kind, r.subject, r.method, r.method_version, r.code_version, r.settings, r.answer, r.basis, "
    "r.created_at, r.is_current";

Run read_run(store::Row const& row)
{
    Run run;
    run.workspace = row.string(0);
    run.id = row.string(1);
    run.kind = row.string(2);
    run.subject = row.string(3);
    run.method = row.string(4);
    run.method_version = row.string(5);
    run.code_version = row.string(6);
    run.settings = row.string(7);
    run.answer = row.string(8);
    run.basis = row.string(9);
    run.created_at = row.string(10);
    run.current = row.integer(11) != 0;
    return run;
}

/// `rest` begins with the tables, where `run r` is among them.
std::vector<Run> load(store::Session& session, std::string_view rest, std::initializer_list<store::Value> parameters)
{
    std::vector<Run> runs;
    session.query(std::string{"SELECT "}.append(columns).append(" FROM ").append(rest), parameters,
                  [&](store::Row const& row) { runs.push_back(read_run(row)); });
    for (auto& run : runs) {
        session.query("SELECT input_id FROM run_input WHERE workspace_id = $1 AND run_id = $2 ORDER BY input_id",
                      {run.workspace, run.id}, [&](store::Row const& row) { run.inputs.push_back(row.string(0)); });
    }
    return runs;
}

std::optional<Run> first(std::vector<Run> runs)
{
    if (runs.empty()) return std::nullopt;
    return std::move(runs.front());
}

void settle(std::string& object)
{
    if (object.empty()) object = "{}";
    auto const read = json::read(object);
    WF_CHECK(read.has_value() && read->object() != nullptr);
}

} // namespace

std::vector<store::Migration> migrations()
{
    return {{"0004_runs", std::string{embedded::commons_runs::find("schema.sql")}}};
}

std::string publish(store::Session& session, Run run)
{
    WF_CHECK(!run.kind.empty() && !run.workspace.empty());
    settle(run.settings);
    settle(run.answer);
    settle(run.basis);
    if (run.id.empty()) run.id = new_uuid_v7();
    WF_CHECK(!find(session, run.id, run.workspace).has_value());
    std::string const now = Timestamp{now_millis()}.to_iso();

    session.exec(
        "UPDATE run SET is_current = FALSE WHERE workspace_id = $1 AND kind = $2 AND subject = $3 AND is_current",
        {run.workspace, run.kind, run.subject});
    session.exec(
        "INSERT INTO run (workspace_id, id, kind, subject, method, method_version, code_version, settings, answer,"
        " basis, created_at, is_current) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, TRUE)",
        {run.workspace, run.id, run.kind, run.subject, run.method, run.method_version, run.code_version, run.settings,
         run.answer, run.basis, now});
    std::vector<store::Value> rows;
    rows.reserve(run.inputs.size() * 3);
    for (auto const& input : run.inputs) {
        rows.emplace_back(run.workspace);
        rows.emplace_back(run.id);
        rows.emplace_back(input);
    }
    session.batch("INSERT INTO run_input (workspace_id, run_id, input_id) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING",
                  3, rows);
    return run.id;
}

std::optional<Run> find(store::Session& session, std::string_view id, std::string_view workspace)
{
    return first(load(session, "run r WHERE r.workspace_id = $1 AND r.id = $2", {workspace, id}));
}

std::optional<Run> find_current(store::Session& session, std::string_view kind, std::string_view subject,
                                std::string_view workspace)
{
    return first(load(session, "run r WHERE r.workspace_id = $1 AND r.kind = $2 AND r.subject = $3 AND r.is_current",
                      {workspace, kind, subject}));
}

std::vector<Run> list(store::Session& session, int limit, std::string_view workspace)
{
    WF_CHECK(limit >= 0);
    return load(session, "run r WHERE r.workspace_id = $1 ORDER BY r.created_at DESC, r.id DESC LIMIT $2",
                {workspace, limit});
}

std::vector<Run> list_using(store::Session& session, std::string_view input_id, std::string_view workspace)
{
    return load(session,
                "run_input i JOIN run r ON r.workspace_id = i.workspace_id AND r.id = i.run_id"
                " WHERE i.workspace_id = $1 AND i.input_id = $2 ORDER BY r.created_at DESC, r.id DESC",
                {workspace, input_id});
}

std::vector<Run> take_down_using(store::Session& session, std::string_view input_id)
{
    auto taken = load(session,
                      "run_input i JOIN run r ON r.workspace_id = i.workspace_id AND r.id = i.run_id"
                      " WHERE i.input_id = $1 AND r.is_current ORDER BY r.created_at DESC, r.id DESC",
                      {input_id});
    for (auto const& run : taken)
        session.exec("UPDATE run SET is_current = FALSE WHERE workspace_id = $1 AND id = $2", {run.workspace, run.id});
    return taken;
}

std::vector<Missing> list_missing(store::Session& session)
{
    std::vector<Missing> missing;
    session.query("SELECT workspace_id, kind, subject FROM run GROUP BY workspace_id, kind, subject "
                  "HAVING count(*) FILTER (WHERE is_current) = 0 ORDER BY workspace_id, kind, subject",
                  {}, [&](store::Row const& row) {
                      missing.push_back({row.string(0), row.string(1), row.string(2)});
                  });
    return missing;
}

} // namespace wf::runs
