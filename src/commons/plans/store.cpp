// SPDX-License-Identifier: EUPL-1.2
#include "base/ids.hpp"
#include "base/text.hpp"
#include "commons/plans/plan_row.hpp"
#include "commons/search/search.hpp"
#include "platform/clock/clock.hpp"
#include "platform/clock/today.hpp"

namespace wf::plans {
namespace {

void keep_version(store::Session& session, Plan const& plan)
{
    session.exec("INSERT INTO plan_version (workspace_id, plan_id, version, written_on, content) "
                 "VALUES ($1, $2, $3, $4, $5)",
                 {plan.workspace_id, plan.id, plan.version, plan.changed_on, writing::to_json(parts, plan.content)});
}

std::optional<Content> find_version(store::Session& session, std::string_view workspace, std::string_view id,
                                    std::int64_t version)
{
    std::optional<Content> found;
    session.query("SELECT content FROM plan_version WHERE workspace_id = $1 AND plan_id = $2 AND version = $3",
                  {workspace, id, version},
                  [&](store::Row const& row) { found = writing::read_content<Content>(parts, row.text(0)); });
    return found;
}

} // namespace

void index(store::Session& session, Plan const& plan)
{
    search::keep(session, {plan.workspace_id, std::string{search::kind::plan}, plan.id, plan.content.title,
                           writing::text_of(parts, plan.content) + plan.outcome, "/werkplaats/{}/plannen/" + plan.id,
                           plan.changed_on});
}

void index_all(store::Session& session, std::string_view workspace)
{
    std::vector<Plan> all;
    session.query("SELECT " + std::string{plan_columns} + " FROM plan WHERE workspace_id = $1 ORDER BY plan_id",
                  {workspace}, [&](store::Row const& row) { all.push_back(read_plan(row)); });
    for (auto const& plan : all) index(session, plan);
}

Result<Plan> add(store::Session& session, By const& by, Plan plan, std::span<std::string const> questions)
{
    if (trim(plan.content.title).empty()) return Error{Trouble::bad_input, "plan.no_title", "titel", ""};
    plan.id = new_uuid_v7();
    plan.state = State::draft;
    plan.version = 1;
    plan.made_on = today_iso();
    plan.changed_on = plan.made_on;
    session.exec(
        "INSERT INTO plan (workspace_id, plan_id, title, stems, due, state, content, outcome, version, made_on, "
        "changed_on, is_invented) VALUES ($1, $2, $3, '', $4, $5, $6, '', $7, $8, $8, $9)",
        {plan.workspace_id, plan.id, plan.content.title, plan.content.due, to_word(plan.state),
         writing::to_json(parts, plan.content), plan.version, plan.made_on, plan.is_invented});
    keep_version(session, plan);
    index(session, plan);
    for (auto const& question : questions) {
        WF_TRY_VOID(agenda::find_public(session, plan.workspace_id, question));
        session.exec("INSERT INTO plan_question (workspace_id, plan_id, question_id) VALUES ($1, $2, $3) "
                     "ON CONFLICT (workspace_id, plan_id, question_id) DO NOTHING",
                     {plan.workspace_id, plan.id, question});
    }
    WF_TRY_VOID(note(session, by, plan, "plan.add", writing::changes_of(parts, Content{}, plan.content)));
    return plan;
}

std::optional<Plan> find(store::Session& session, std::string_view workspace, std::string_view id)
{
    if (!Uuid::parse(id)) return std::nullopt;
    std::optional<Plan> found;
    session.query("SELECT " + std::string{plan_columns} + " FROM plan WHERE workspace_id = $1 AND plan_id = $2",
                  {workspace, id}, [&](store::Row const& row) { found = read_plan(row); });
    return found;
}

Result<Saved> save(store::Session& session, By const& by, std::string_view workspace, std::string_view id,
                   std::int64_t seen, Content const& mine)
{
    auto plan = find(session, workspace, id);
    if (!plan) return Error{Trouble::not_found, "plan.unknown", std::string{id}, ""};
    if (plan->state == State::closed || plan->state == State::stopped)
        return Error{Trouble::conflict, "plan.ended", "", ""};
    if (trim(mine.title).empty()) return Error{Trouble::bad_input, "plan.no_title", "titel", ""};
    Merged merged{mine};
    if (seen != plan->version) {
        auto const base = find_version(session, workspace, id, seen);
        if (!base) return Error{Trouble::bad_input, "plan.unknown_version", "_versie_plan", ""};
        merged = merge(*base, plan->content, mine);
        if (!merged.clashes.empty())
            return Saved{std::move(*plan), std::move(merged.theirs), std::move(merged.clashes)};
    }
    // A plan that runs keeps what it could not have started without.
    if (auto const lacks = missing(merged.content); plan->state == State::active && !lacks.empty())
        return Error{Trouble::bad_input, "plan.not_ready", std::string{lacks.front()}, ""};
    auto const changes = writing::changes_of(parts, plan->content, merged.content);
    if (changes.empty()) return Saved{std::move(*plan), std::move(merged.theirs)};
    plan->content = std::move(merged.content);
    plan->version += 1;
    plan->changed_on = today_iso();
    session.exec("UPDATE plan SET title = $3, due = $4, content = $5, version = $6, changed_on = $7 "
                 "WHERE workspace_id = $1 AND plan_id = $2",
                 {plan->workspace_id, plan->id, plan->content.title, plan->content.due,
                  writing::to_json(parts, plan->content), plan->version, plan->changed_on});
    keep_version(session, *plan);
    index(session, *plan);
    WF_TRY_VOID(note(session, by, *plan, "plan.write", changes));
    return Saved{std::move(*plan), std::move(merged.theirs)};
}

Result<void> note(store::Session& session, By const& by, Plan const& plan, std::string_view action,
                  std::vector<trail::Change> changes)
{
    return by.note(session, plan.workspace_id, action, "plan", plan.id, std::move(changes));
}

Result<void> tell_askers(store::Session& session, By const& by, Plan const& plan, agenda::Word const& word)
{
    for (auto const& question : list_questions(session, plan)) {
        if (question.status == agenda::Status::merged) continue; // hears it by the one that it went on in
        auto told = word;
        // That something was done stays so when a later step does not come off.
        if (word.record_kind == agenda::told_by::dropped_step) told.status = question.status;
        WF_TRY_VOID(agenda::tell(session, by.trail, question, told, by.actor));
    }
    return {};
}

} // namespace wf::plans
