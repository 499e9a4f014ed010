// SPDX-License-Identifier: EUPL-1.2
// What belongs to one programme: budget, what was spent, activities.
#include "base/check.hpp"
#include "base/date.hpp"
#include "base/ids.hpp"
#include "base/text.hpp"
#include "commons/programme/programme_row.hpp"
#include "platform/clock/clock.hpp"

#include <algorithm>

namespace wf::programme {
namespace {

Error bad_amount(std::string_view field, std::int64_t amount)
{
    return {Trouble::bad_input, "programme.bad_amount", std::string{field}, std::to_string(amount)};
}

Result<void> check_number(std::optional<std::int64_t> number, std::string_view field)
{
    constexpr std::int64_t most = 1'000'000;
    if (!number || (*number >= 0 && *number <= most)) return {};
    return bad_amount(field, *number);
}

template <class List>
auto find_in(List const& list, std::string_view id)
{
    return std::find_if(list.begin(), list.end(), [&](auto const& one) { return one.id == id; });
}

} // namespace

std::vector<Line> list_lines(store::Session& session, Programme const& programme)
{
    std::vector<Line> lines;
    session.query("SELECT line_id, name, planned, is_national FROM budget_line "
                  "WHERE workspace_id = $1 AND programme_id = $2 ORDER BY line_id",
                  {programme.workspace_id, programme.id}, [&](store::Row const& row) {
                      lines.push_back({row.string(0), row.string(1), row.integer(2), row.integer(3) != 0});
                  });
    return lines;
}

std::vector<Spent> list_spent(store::Session& session, Programme const& programme)
{
    std::vector<Spent> all;
    session.query("SELECT line_id, amount, spent_on, words FROM budget_spent "
                  "WHERE workspace_id = $1 AND programme_id = $2 ORDER BY spent_on, spent_id",
                  {programme.workspace_id, programme.id}, [&](store::Row const& row) {
                      all.push_back({row.string(0), row.integer(1), row.string(2), row.string(3)});
                  });
    return all;
}

std::vector<Activity> list_activities(store::Session& session, Programme const& programme)
{
    std::vector<Activity> all;
    session.query(
        "SELECT activity_id, name, planned_on, planned_number, work_kind, work_id, state, ended_on, done_number, result "
        "FROM programme_activity WHERE workspace_id = $1 AND programme_id = $2 ORDER BY activity_id",
        {programme.workspace_id, programme.id}, [&](store::Row const& row) {
            auto const kind = work::read_kind(row.text(4));
            auto const state = read_state(row.text(6));
            WF_CHECK(kind && state);
            all.push_back({row.string(0),
                           row.string(1),
                           row.string(2),
                           row.maybe_integer(3),
                           {*kind, row.string(5)},
                           *state,
                           row.string(7),
                           row.maybe_integer(8),
                           row.string(9)});
        });
    return all;
}

Result<Line> add_line(store::Session& session, By const& by, Programme const& programme, Line line)
{
    WF_TRY_VOID(check_words(line.name, "post"));
    if (line.planned < 0 || line.planned > most_euros) return bad_amount("begroot", line.planned);
    line.id = new_uuid_v7();
    session.exec("INSERT INTO budget_line (workspace_id, programme_id, line_id, name, planned, is_national) "
                 "VALUES ($1, $2, $3, $4, $5, $6)",
                 {programme.workspace_id, programme.id, line.id, line.name, line.planned, line.is_national});
    WF_TRY_VOID(note(session, by, {programme.workspace_id, programme.id, "programme.budget"},
                     {{"line", std::nullopt, line.name}, {"planned", std::nullopt, std::to_string(line.planned)}}));
    return line;
}

Result<void> spend(store::Session& session, By const& by, Programme const& programme, Spent const& spent)
{
    auto const lines = list_lines(session, programme);
    auto const line = find_in(lines, spent.line_id);
    if (line == lines.end()) return Error{Trouble::bad_input, "programme.no_line", "post", spent.line_id};
    if (spent.amount == 0 || std::abs(spent.amount) > most_euros) return bad_amount("bedrag", spent.amount);
    WF_TRY_VOID(check_past(spent.on, "dag"));
    if (spent.amount < 0) WF_TRY_VOID(check_words(spent.words, "woorden"));
    session.exec("INSERT INTO budget_spent (workspace_id, programme_id, line_id, spent_id, amount, spent_on, words) "
                 "VALUES ($1, $2, $3, $4, $5, $6, $7)",
                 {programme.workspace_id, programme.id, spent.line_id, new_uuid_v7(), spent.amount, spent.on,
                  trim(spent.words)});
    return note(session, by, {programme.workspace_id, programme.id, "programme.spend"},
                {{"line", std::nullopt, line->name},
                 {"amount", std::nullopt, std::to_string(spent.amount)},
                 {"on", std::nullopt, spent.on}});
}

Result<Activity> add_activity(store::Session& session, By const& by, Programme const& programme, Activity activity)
{
    WF_TRY_VOID(check_words(activity.name, "naam"));
    if (!activity.planned_on.empty() && !Date::parse(activity.planned_on))
        return Error{Trouble::bad_input, "programme.bad_day", "dag", activity.planned_on};
    WF_TRY_VOID(check_number(activity.planned_number, "aantal"));
    WF_TRY_VOID(work::check(session, programme.workspace_id, activity.work));
    activity.id = new_uuid_v7();
    activity.state = State::planned;
    session.exec(
        "INSERT INTO programme_activity (workspace_id, programme_id, activity_id, name, planned_on, planned_number, "
        "work_kind, work_id, state, ended_on, done_number, result) "
        "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, '', NULL, '')",
        {programme.workspace_id, programme.id, activity.id, activity.name, activity.planned_on, activity.planned_number,
         work::to_word(activity.work.kind), activity.work.id, to_word(activity.state)});
    WF_TRY_VOID(note(session, by, {programme.workspace_id, programme.id, "programme.activity"},
                     {{"activity", std::nullopt, activity.name}}));
    return activity;
}

Result<void> end_activity(store::Session& session, By const& by, Programme const& programme, Activity const& ended)
{
    auto const all = list_activities(session, programme);
    auto const found = find_in(all, ended.id);
    if (found == all.end()) return Error{Trouble::not_found, "programme.no_activity", ended.id, ""};
    if (found->state != State::planned || ended.state == State::planned)
        return Error{Trouble::conflict, "programme.activity_ended", "staat", ""};
    WF_TRY_VOID(check_past(ended.ended_on, "dag"));
    WF_TRY_VOID(check_words(ended.result, "resultaat"));
    WF_TRY_VOID(check_number(ended.done_number, "aantal"));
    session.exec("UPDATE programme_activity SET state = $4, ended_on = $5, done_number = $6, result = $7 "
                 "WHERE workspace_id = $1 AND programme_id = $2 AND activity_id = $3",
                 {programme.workspace_id, programme.id, ended.id, to_word(ended.state), ended.ended_on,
                  ended.done_number, trim(ended.result)});
    return note(session, by, {programme.workspace_id, programme.id, "programme.activity_end"},
                {{"activity", std::nullopt, found->name},
                 {"state", std::string{to_word(found->state)}, std::string{to_word(ended.state)}},
                 {"result", std::nullopt, std::string{trim(ended.result)}}});
}

} // namespace wf::programme
