// SPDX-License-Identifier: EUPL-1.2
// From draft to started to ended, and the steps in between.
#include "base/text.hpp"
#include "commons/plans/plan_row.hpp"
#include "platform/clock/clock.hpp"
#include "platform/clock/today.hpp"

namespace wf::plans {
namespace {

/// As it is inside this transaction: two people may press at the same moment.
Result<Plan> as_it_is(store::Session& session, Plan const& seen)
{
    auto plan = find(session, seen.workspace_id, seen.id);
    if (!plan) return Error{Trouble::not_found, "plan.unknown", seen.id, ""};
    return std::move(*plan);
}

bool has_ended(Plan const& plan)
{
    return plan.state == State::closed || plan.state == State::stopped;
}

Result<void> check_ready(Plan const& plan)
{
    auto const lacks = missing(plan.content);
    if (lacks.empty()) return {};
    return Error{Trouble::bad_input, "plan.not_ready", std::string{lacks.front()}, ""};
}

Result<void> set_state(store::Session& session, By const& by, Plan const& plan, State state, std::string_view outcome)
{
    session.exec("UPDATE plan SET state = $3, outcome = $4, changed_on = $5 WHERE workspace_id = $1 AND plan_id = $2",
                 {plan.workspace_id, plan.id, to_word(state), outcome, today_iso()});
    if (auto const now = find(session, plan.workspace_id, plan.id)) index(session, *now);
    return note(session, by, plan, "plan.state",
                {{"state", std::string{to_word(plan.state)}, std::string{to_word(state)}}});
}

} // namespace

Result<void> start(store::Session& session, By const& by, Plan const& seen)
{
    WF_TRY(auto const plan, as_it_is(session, seen));
    if (plan.state != State::draft) return Error{Trouble::conflict, "plan.not_draft", "", ""};
    WF_TRY_VOID(check_ready(plan));
    WF_TRY_VOID(set_state(session, by, plan, State::active, ""));
    return tell_askers(session, by, plan,
                       {"", "", agenda::Status::in_plan, plan.content.title, std::string{agenda::told_by::plan},
                        plan.id});
}

Result<void> close(store::Session& session, By const& by, Plan const& seen, std::string_view outcome)
{
    WF_TRY(auto const plan, as_it_is(session, seen));
    if (plan.state != State::active) return Error{Trouble::conflict, "plan.not_active", "", ""};
    WF_TRY_VOID(check_ready(plan));
    if (trim(outcome).empty()) return Error{Trouble::bad_input, "plan.no_outcome", "uitkomst", ""};
    std::int64_t open = 0;
    for (auto const& step : list_steps(session, plan)) open += step.state == StepState::promised ? 1 : 0;
    if (open > 0) return Error{Trouble::conflict, "plan.open_steps", "", std::to_string(open)};
    WF_TRY_VOID(set_state(session, by, plan, State::closed, trim(outcome)));
    return tell_askers(session, by, plan,
                       {"", "", agenda::Status::answered, std::string{trim(outcome)},
                        std::string{agenda::told_by::plan}, plan.id});
}

Result<void> stop(store::Session& session, By const& by, Plan const& seen, std::string_view why)
{
    WF_TRY(auto const plan, as_it_is(session, seen));
    if (has_ended(plan)) return Error{Trouble::conflict, "plan.ended", "", ""};
    if (trim(why).empty()) return Error{Trouble::bad_input, "plan.no_outcome", "uitkomst", ""};
    WF_TRY_VOID(set_state(session, by, plan, State::stopped, trim(why)));
    if (plan.state == State::draft) return {}; // nobody was told that it would come
    // The question is on the agenda again: that this plan stopped is no answer to it.
    return tell_askers(session, by, plan,
                       {"", "", agenda::Status::on_agenda, std::string{trim(why)},
                        std::string{agenda::told_by::stopped_plan}, plan.id});
}

Result<Step> promise(store::Session& session, By const& by, Plan const& seen, std::string_view words,
                     std::string_view due)
{
    WF_TRY(auto const plan, as_it_is(session, seen));
    if (has_ended(plan)) return Error{Trouble::conflict, "plan.ended", "", ""};
    if (trim(words).empty()) return Error{Trouble::bad_input, "plan.no_words", "stap", ""};
    Step step{new_uuid_v7(), std::string{trim(words)}, today_iso(), std::string{due}};
    session.exec(
        "INSERT INTO plan_step (workspace_id, plan_id, step_id, words, promised_on, due, state, ended_on, said) "
        "VALUES ($1, $2, $3, $4, $5, $6, $7, '', '')",
        {plan.workspace_id, plan.id, step.id, step.words, step.promised_on, step.due, to_word(step.state)});
    WF_TRY_VOID(note(session, by, plan, "plan.promise", {{"step", std::nullopt, step.words}}));
    return step;
}

Result<void> end_step(store::Session& session, By const& by, Plan const& seen, std::string_view step, StepState state,
                      std::string_view said)
{
    WF_TRY(auto const plan, as_it_is(session, seen));
    if (plan.state != State::active) return Error{Trouble::conflict, "plan.not_active", "", ""};
    if (state == StepState::dropped && trim(said).empty())
        return Error{Trouble::bad_input, "plan.no_outcome", "gezegd", ""};
    std::optional<Step> found;
    for (auto& one : list_steps(session, plan)) {
        if (one.id == step) found = std::move(one);
    }
    if (!found) return Error{Trouble::not_found, "plan.no_step", std::string{step}, ""};
    if (found->state != StepState::promised) return Error{Trouble::conflict, "plan.step_ended", "", ""};
    session.exec("UPDATE plan_step SET state = $4, ended_on = $5, said = $6 WHERE workspace_id = $1 AND plan_id = $2 "
                 "AND step_id = $3",
                 {plan.workspace_id, plan.id, step, to_word(state), today_iso(), trim(said)});
    WF_TRY_VOID(note(session, by, plan, "plan.step",
                     {{"state", std::string{to_word(StepState::promised)}, std::string{to_word(state)}}}));
    bool const done = state == StepState::done;
    auto words = found->words;
    if (!trim(said).empty()) words += ". " + std::string{trim(said)};
    return tell_askers(session, by, plan,
                       {"", "", done ? agenda::Status::applied : agenda::Status::in_plan, std::move(words),
                        std::string{done ? agenda::told_by::step : agenda::told_by::dropped_step}, found->id});
}

} // namespace wf::plans
