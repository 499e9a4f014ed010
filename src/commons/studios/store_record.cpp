// SPDX-License-Identifier: EUPL-1.2
// What is added to a studio: entries, a next group, its end.
#include "base/date.hpp"
#include "base/ids.hpp"
#include "base/text.hpp"
#include "commons/studios/studio_row.hpp"
#include "platform/clock/clock.hpp"
#include "platform/clock/today.hpp"

#include <algorithm>

namespace wf::studios {
namespace {

/// Numbers a new cycle, or sees that an old one goes on where it was.
Result<void> place_in_cycle(store::Session& session, Studio const& studio, Entry& entry)
{
    auto const cycles = cycles_of(list_entries(session, studio));
    if (entry.cycle == 0) {
        if (entry.stage != Stage::plan) return Error{Trouble::bad_input, "studio.stage_order", "stap", "new"};
        entry.cycle = cycles.empty() ? 1 : cycles.back().number + 1;
        return {};
    }
    auto const found =
        std::find_if(cycles.begin(), cycles.end(), [&](Cycle const& cycle) { return cycle.number == entry.cycle; });
    if (found == cycles.end())
        return Error{Trouble::bad_input, "studio.no_cycle", "ronde", std::to_string(entry.cycle)};
    if (!found->is_open()) return Error{Trouble::conflict, "studio.cycle_closed", "ronde", std::to_string(entry.cycle)};
    if (entry.stage != found->stage() && entry.stage != found->next())
        return Error{Trouble::bad_input, "studio.stage_order", "stap", std::string{to_word(found->stage())}};
    return {};
}

Result<void> check_entry(Entry const& entry)
{
    if (entry.kind == Kind::handover) return Error{Trouble::bad_input, "studio.not_by_hand", "", ""};
    if (trim(entry.words).empty()) return Error{Trouble::bad_input, "studio.no_words", "woorden", ""};
    if (entry.kind == Kind::decision && trim(entry.reason).empty())
        return Error{Trouble::bad_input, "studio.no_reason", "omdat", ""};
    if (entry.kind == Kind::source || entry.kind == Kind::material) WF_TRY_VOID(check_link(entry.link));
    return {};
}

} // namespace

void add_group(store::Session& session, Studio const& studio, Group const& group)
{
    session.exec("INSERT INTO studio_group (workspace_id, studio_id, number, from_day, until_day, team) "
                 "VALUES ($1, $2, $3, $4, $5, $6)",
                 {studio.workspace_id, studio.id, group.number, group.from, group.until,
                  writing::to_json(team_parts, group.team)});
}

void end_group(store::Session& session, Studio const& studio, std::int64_t number, std::string_view day)
{
    session.exec("UPDATE studio_group SET until_day = $4 WHERE workspace_id = $1 AND studio_id = $2 AND number = $3",
                 {studio.workspace_id, studio.id, number, day});
}

void add_entry(store::Session& session, Studio const& studio, Entry& entry)
{
    entry.id = new_uuid_v7();
    entry.written_on = today_iso();
    session.exec(
        "INSERT INTO studio_entry (workspace_id, studio_id, entry_id, kind, words, reason, link, cycle, stage, "
        "group_number, written_on) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
        {studio.workspace_id, studio.id, entry.id, to_word(entry.kind), entry.words, entry.reason, entry.link,
         entry.cycle, entry.kind == Kind::cycle ? to_word(entry.stage) : "", entry.group, entry.written_on});
    session.exec("UPDATE studio SET changed_on = $3 WHERE workspace_id = $1 AND studio_id = $2",
                 {studio.workspace_id, studio.id, entry.written_on});
    auto now = studio;
    now.changed_on = entry.written_on;
    index(session, now);
}

Result<Entry> write(store::Session& session, By const& by, Studio const& seen, Entry entry)
{
    WF_TRY(auto const studio, find_open(session, seen));
    WF_TRY_VOID(check_entry(entry));
    entry.words = trim(entry.words);
    entry.reason = entry.kind == Kind::decision ? std::string{trim(entry.reason)} : std::string{};
    if (entry.kind != Kind::source && entry.kind != Kind::material) entry.link.clear();
    if (entry.kind == Kind::cycle) WF_TRY_VOID(place_in_cycle(session, studio, entry));
    else entry.cycle = 0;
    entry.group = list_groups(session, studio).back().number;
    add_entry(session, studio, entry);
    std::vector<trail::Change> changes{{"entry", std::nullopt, entry.id},
                                       {"kind", std::nullopt, std::string{to_word(entry.kind)}},
                                       {"words", std::nullopt, entry.words}};
    if (!entry.reason.empty()) changes.push_back({"reason", std::nullopt, entry.reason});
    if (!entry.link.empty()) changes.push_back({"link", std::nullopt, entry.link});
    WF_TRY_VOID(note(session, by, studio, "studio.entry", std::move(changes)));
    return entry;
}

Result<Group> hand_over(store::Session& session, By const& by, Studio const& seen, NewGroup const& next)
{
    WF_TRY(auto studio, find_open(session, seen));
    if (trim(next.team.who).empty()) return Error{Trouble::bad_input, "studio.no_who", "wie", ""};
    for (auto const& part : team_parts) {
        if (part.text == &Content::who) continue;
        if (!check_count(next.team.*part.text))
            return Error{Trouble::bad_input, "studio.bad_count", std::string{part.name}, ""};
    }
    auto const leaving = list_groups(session, studio).back();
    if (!Date::parse(next.from) || next.from < leaving.from)
        return Error{Trouble::bad_input, "studio.bad_period", "vanaf", leaving.from};
    end_group(session, studio, leaving.number, next.from);
    Group group{leaving.number + 1, next.from, "", team_of(next.team)};
    add_group(session, studio, group);
    for (auto const& part : team_parts) studio.content.*part.text = group.team.*part.text;
    store_content(session, studio);
    Entry entry;
    entry.kind = Kind::handover;
    entry.words = trim(next.words);
    entry.group = group.number;
    add_entry(session, studio, entry);
    auto changes = writing::changes_of(team_parts, leaving.team, group.team);
    changes.push_back({"group", std::to_string(leaving.number), std::to_string(group.number)});
    WF_TRY_VOID(note(session, by, studio, "studio.hand_over", std::move(changes)));
    return group;
}

Result<void> end(store::Session& session, By const& by, Studio const& seen, std::string_view outcome)
{
    WF_TRY(auto const studio, find_open(session, seen));
    if (trim(outcome).empty()) return Error{Trouble::bad_input, "studio.no_outcome", "uitkomst", ""};
    auto const today = today_iso();
    session.exec(
        "UPDATE studio SET state = $3, outcome = $4, changed_on = $5 WHERE workspace_id = $1 AND studio_id = $2",
        {studio.workspace_id, studio.id, to_word(State::ended), trim(outcome), today});
    auto ended = studio;
    ended.outcome = trim(outcome);
    ended.changed_on = today;
    index(session, ended);
    auto const last = list_groups(session, studio).back();
    end_group(session, studio, last.number,
              std::max(last.from, today)); // it may have been handed over from a day to come
    WF_TRY_VOID(note(session, by, studio, "studio.end",
                     {{"state", std::string{to_word(State::open)}, std::string{to_word(State::ended)}},
                      {"outcome", std::nullopt, std::string{trim(outcome)}}}));
    for (auto const& question : list_questions(session, studio)) {
        if (question.status == agenda::Status::merged) continue; // hears it by the one that it went on in
        // What was found out is no answer yet; a plan that came of it keeps its place.
        auto const status = question.status == agenda::Status::in_studio ? agenda::Status::on_agenda : question.status;
        WF_TRY_VOID(agenda::tell(session, by.trail, question,
                                 {"", "", status, std::string{trim(outcome)},
                                  std::string{agenda::told_by::ended_studio}, studio.id},
                                 by.actor));
    }
    return {};
}

} // namespace wf::studios
