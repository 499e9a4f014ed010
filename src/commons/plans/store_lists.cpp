// SPDX-License-Identifier: EUPL-1.2
#include "base/check.hpp"
#include "commons/plans/plan_row.hpp"
#include "commons/search/search.hpp"

namespace wf::plans {
namespace {

std::string const chosen =
    "FROM plan WHERE workspace_id = $1 AND ($2 = '' OR state = $2) " + search::sql_of_list("plan_id", 3, "'plan'");

constexpr std::string_view open_and_dated = "workspace_id = $1 AND state IN ('active', 'draft') AND due <> '' ";
constexpr std::string_view open_promises =
    "FROM plan_step JOIN plan ON plan.workspace_id = plan_step.workspace_id AND plan.plan_id = plan_step.plan_id "
    "WHERE plan_step.workspace_id = $1 AND plan_step.state = 'promised' AND plan_step.due <> '' "
    "AND plan.state IN ('active', 'draft') ";

constexpr std::string_view step_columns = "plan_id, step_id, words, promised_on, due, state, ended_on, said";

Step read_step(store::Row const& row)
{
    auto const state = read_step_state(row.text(5));
    WF_CHECK(state.has_value());
    return {row.string(1), row.string(2), row.string(3), row.string(4), *state, row.string(6), row.string(7)};
}

} // namespace

Plan read_plan(store::Row const& row)
{
    auto const state = read_state(row.text(3));
    WF_CHECK(state.has_value());
    return {row.string(0), row.string(1), writing::read_content<Content>(parts, row.text(2)),
            *state,        row.string(4), row.integer(5),
            row.string(6), row.string(7), row.integer(8) != 0};
}

std::vector<Step> list_steps(store::Session& session, Plan const& plan)
{
    std::vector<Step> steps;
    session.query("SELECT " + std::string{step_columns} +
                      " FROM plan_step WHERE workspace_id = $1 AND plan_id = $2 ORDER BY step_id",
                  {plan.workspace_id, plan.id}, [&](store::Row const& row) { steps.push_back(read_step(row)); });
    return steps;
}

std::map<std::string, std::vector<Step>> list_all_steps(store::Session& session, std::string_view workspace)
{
    std::map<std::string, std::vector<Step>> all;
    session.query("SELECT " + std::string{step_columns} +
                      " FROM plan_step WHERE workspace_id = $1 ORDER BY plan_id, step_id",
                  {workspace}, [&](store::Row const& row) { all[row.string(0)].push_back(read_step(row)); });
    return all;
}

std::vector<agenda::Question> list_questions(store::Session& session, Plan const& plan)
{
    std::vector<std::string> ids;
    session.query("SELECT question_id FROM plan_question WHERE workspace_id = $1 AND plan_id = $2 ORDER BY question_id",
                  {plan.workspace_id, plan.id}, [&](store::Row const& row) { ids.push_back(row.string(0)); });
    std::vector<agenda::Question> questions;
    for (auto const& id : ids) {
        auto question = agenda::find(session, plan.workspace_id, id);
        WF_CHECK(question.has_value()); // nothing is ever removed from the agenda
        questions.push_back(std::move(*question));
    }
    return questions;
}

std::vector<Plan> list_of_question(store::Session& session, std::string_view workspace, std::string_view question)
{
    std::vector<std::string> ids;
    session.query("SELECT plan_id FROM plan_question WHERE workspace_id = $1 AND question_id = $2 ORDER BY plan_id",
                  {workspace, question}, [&](store::Row const& row) { ids.push_back(row.string(0)); });
    std::vector<Plan> plans;
    for (auto const& id : ids) {
        auto plan = find(session, workspace, id);
        WF_CHECK(plan.has_value());
        plans.push_back(std::move(*plan));
    }
    return plans;
}

std::vector<Plan> list(store::Session& session, Choice const& choice)
{
    auto const sought = search::sought_words(choice.sought);
    std::vector<Plan> all;
    session.query("SELECT " + std::string{plan_columns} + " " + chosen +
                      "ORDER BY (state = 'active') DESC, (state = 'draft') DESC, due, plan_id LIMIT $7 OFFSET $8",
                  {choice.workspace_id, choice.state ? to_word(*choice.state) : "", sought[0], sought[1], sought[2],
                   sought[3], choice.limit, choice.skip},
                  [&](store::Row const& row) { all.push_back(read_plan(row)); });
    return all;
}

std::vector<Dated> list_dated(store::Session& session, std::string_view workspace, std::int64_t most)
{
    std::vector<Dated> all;
    session.query("SELECT plan_id, title, due, changed_on FROM plan WHERE " + std::string{open_and_dated} +
                      "ORDER BY due, plan_id LIMIT $2",
                  {workspace, most}, [&](store::Row const& row) {
                      all.push_back({row.string(0), row.string(1), row.string(2), row.string(3)});
                  });
    return all;
}

std::vector<Promise> list_promises(store::Session& session, std::string_view workspace, std::int64_t most)
{
    std::vector<Promise> all;
    session.query("SELECT plan_step.step_id, plan_step.words, plan_step.promised_on, plan_step.due, plan.plan_id, "
                  "plan.title " +
                      std::string{open_promises} + "ORDER BY plan_step.due, plan_step.step_id LIMIT $2",
                  {workspace, most}, [&](store::Row const& row) {
                      all.push_back({{row.string(0), row.string(1), row.string(2), row.string(3), StepState::promised},
                                     row.string(4),
                                     row.string(5)});
                  });
    return all;
}

Days count_days(store::Session& session, std::string_view workspace, std::string_view today)
{
    Days days;
    auto const add = [&](store::Row const& row) {
        days.all += row.integer(0);
        days.past += row.integer(1);
    };
    session.query("SELECT count(*), count(*) FILTER (WHERE due < $2) FROM plan WHERE " + std::string{open_and_dated},
                  {workspace, today}, add);
    session.query("SELECT count(*), count(*) FILTER (WHERE plan_step.due < $2) " + std::string{open_promises},
                  {workspace, today}, add);
    return days;
}

std::int64_t count(store::Session& session, Choice const& choice)
{
    auto const sought = search::sought_words(choice.sought);
    std::int64_t found = 0;
    session.query("SELECT count(*) " + chosen,
                  {choice.workspace_id, choice.state ? to_word(*choice.state) : "", sought[0], sought[1], sought[2],
                   sought[3]},
                  [&](store::Row const& row) { found = row.integer(0); });
    return found;
}

std::map<State, std::int64_t> tally(store::Session& session, std::string_view workspace)
{
    std::map<State, std::int64_t> all;
    session.query("SELECT state, count(*) FROM plan WHERE workspace_id = $1 GROUP BY state", {workspace},
                  [&](store::Row const& row) {
                      auto const state = read_state(row.text(0));
                      WF_CHECK(state.has_value());
                      all[*state] = row.integer(1);
                  });
    return all;
}

} // namespace wf::plans
