// SPDX-License-Identifier: EUPL-1.2
#include "base/check.hpp"
#include "base/ids.hpp"
#include "base/text.hpp"
#include "commons/agenda/agenda.hpp"
#include "commons/priorities/priorities.hpp"
#include "platform/clock/clock.hpp"
#include "platform/clock/today.hpp"

#include <algorithm>
#include <set>

namespace wf::embedded::commons_priorities {
std::string_view find(std::string_view name);
}

namespace wf::priorities {
namespace {

constexpr std::string_view columns =
    "workspace_id, round_id, title, marks, state, opened_on, closed_on, is_invented FROM priority_round ";

Round read_round(store::Row const& row)
{
    return {row.string(0),  row.string(1),         row.string(2),
            row.integer(3), row.text(4) == "open", row.string(5),
            row.string(6),  row.integer(7) != 0,   {}};
}

Result<void> note(store::Session& session, By const& by, Round const& round, std::string_view action,
                  std::vector<trail::Change> changes)
{
    return by.note(session, round.workspace_id, action, "priority", round.id, std::move(changes));
}

Result<void> check_marks(Round const& round, std::span<std::int64_t const> numbers)
{
    if (numbers.empty()) return Error{Trouble::bad_input, "priority.no_marks", "keuze", ""};
    std::set<std::int64_t> const once{numbers.begin(), numbers.end()};
    if (static_cast<std::int64_t>(numbers.size()) > round.marks)
        return Error{Trouble::bad_input, "priority.too_many_marks", "keuze", std::to_string(round.marks)};
    for (auto const number : numbers) {
        if (number < 1 || number > static_cast<std::int64_t>(round.options.size()))
            return Error{Trouble::bad_input, "priority.no_option", "keuze", std::to_string(number)};
    }
    if (once.size() != numbers.size()) return Error{Trouble::bad_input, "priority.marked_twice", "keuze", ""};
    return {};
}

/// As it is inside this transaction.
Result<Round> find_open(store::Session& session, Round const& seen)
{
    auto round = find(session, seen.workspace_id, seen.id);
    if (!round) return Error{Trouble::not_found, "priority.unknown", seen.id, ""};
    if (!round->is_open) return Error{Trouble::conflict, "priority.closed", "", ""};
    return std::move(*round);
}

Result<void> check_room(store::Session& session, Round const& round, std::size_t more)
{
    if (turnout(session, round).all() + static_cast<std::int64_t>(more) > most_ballots)
        return Error{Trouble::refused, "priority.full", "", std::to_string(most_ballots)};
    return {};
}

void add_ballot(store::Session& session, Round const& round, std::string_view voter,
                std::span<std::int64_t const> numbers)
{
    auto const id = new_uuid_v4(); // one of version 7 would tell the moment
    session.exec("INSERT INTO priority_ballot (workspace_id, round_id, ballot_id, voter) VALUES ($1, $2, $3, $4)",
                 {round.workspace_id, round.id, id, voter});
    for (auto const number : numbers)
        session.exec("INSERT INTO priority_mark (workspace_id, round_id, ballot_id, number) VALUES ($1, $2, $3, $4)",
                     {round.workspace_id, round.id, id, number});
}

std::string ballot_of(store::Session& session, Round const& round, std::string_view voter)
{
    std::string id;
    if (voter.empty()) return id;
    session.query("SELECT ballot_id FROM priority_ballot WHERE workspace_id = $1 AND round_id = $2 AND voter = $3 "
                  "ORDER BY ballot_id",
                  {round.workspace_id, round.id, voter}, [&](store::Row const& row) { id = row.string(0); });
    return id;
}

} // namespace

std::vector<store::Migration> migrations()
{
    return {{"0047_priorities", std::string{embedded::commons_priorities::find("schema.sql")}}};
}

std::int64_t usual_marks(std::size_t options)
{
    return std::max<std::int64_t>(1, (static_cast<std::int64_t>(options) + 2) / 3);
}

Result<Round> open(store::Session& session, By const& by, Round round, std::span<std::string const> questions)
{
    if (trim(round.title).empty()) return Error{Trouble::bad_input, "priority.no_title", "titel", ""};
    std::set<std::string> const once{questions.begin(), questions.end()};
    if (once.size() < 2) return Error{Trouble::bad_input, "priority.too_few", "vragen", ""};
    if (once.size() > most_options)
        return Error{Trouble::bad_input, "priority.too_many", "vragen", std::to_string(most_options)};
    if (round.marks < 1 || round.marks >= static_cast<std::int64_t>(once.size()))
        return Error{Trouble::bad_input, "priority.bad_marks", "stemmen", std::to_string(once.size() - 1)};
    round.id = new_uuid_v7();
    round.is_open = true;
    round.opened_on = today_iso();
    round.options.clear();
    session.exec("INSERT INTO priority_round (workspace_id, round_id, title, marks, state, opened_on, closed_on, "
                 "is_invented) VALUES ($1, $2, $3, $4, 'open', $5, '', $6)",
                 {round.workspace_id, round.id, trim(round.title), round.marks, round.opened_on, round.is_invented});
    for (auto const& id : once) {
        WF_TRY(auto const question, agenda::find_public(session, round.workspace_id, id));
        Option option{static_cast<std::int64_t>(round.options.size()) + 1, question.id, question.words};
        session.exec("INSERT INTO priority_option (workspace_id, round_id, number, question_id, words) "
                     "VALUES ($1, $2, $3, $4, $5)",
                     {round.workspace_id, round.id, option.number, option.question_id, option.words});
        round.options.push_back(std::move(option));
    }
    WF_TRY_VOID(note(session, by, round, "priority.open", {{"title", std::nullopt, round.title}}));
    return round;
}

std::optional<Round> find(store::Session& session, std::string_view workspace, std::string_view id)
{
    if (!Uuid::parse(id)) return std::nullopt;
    std::optional<Round> found;
    session.query("SELECT " + std::string{columns} + "WHERE workspace_id = $1 AND round_id = $2", {workspace, id},
                  [&](store::Row const& row) { found = read_round(row); });
    if (!found) return found;
    session.query("SELECT number, question_id, words FROM priority_option WHERE workspace_id = $1 AND round_id = $2 "
                  "ORDER BY number",
                  {workspace, id}, [&](store::Row const& row) {
                      found->options.push_back({row.integer(0), row.string(1), row.string(2)});
                  });
    return found;
}

std::vector<Round> list(store::Session& session, std::string_view workspace)
{
    std::vector<Round> all;
    session.query("SELECT " + std::string{columns} + "WHERE workspace_id = $1 ORDER BY round_id DESC", {workspace},
                  [&](store::Row const& row) { all.push_back(read_round(row)); });
    return all;
}

Result<void> mark(store::Session& session, Round const& seen, std::string_view voter,
                  std::span<std::int64_t const> numbers)
{
    WF_CHECK(!voter.empty());
    WF_TRY(auto const round, find_open(session, seen));
    WF_TRY_VOID(check_marks(round, numbers));
    if (auto const before = ballot_of(session, round, voter); before.empty()) {
        WF_TRY_VOID(check_room(session, round, 1));
    } else {
        for (auto const* table : {"priority_mark", "priority_ballot"})
            session.exec("DELETE FROM " + std::string{table} +
                             " WHERE workspace_id = $1 AND round_id = $2 AND ballot_id = $3",
                         {round.workspace_id, round.id, before});
    }
    add_ballot(session, round, voter, numbers);
    return {};
}

Result<void> add_paper(store::Session& session, By const& by, Round const& seen,
                       std::span<std::vector<std::int64_t> const> ballots)
{
    WF_TRY(auto const round, find_open(session, seen));
    if (ballots.empty()) return Error{Trouble::bad_input, "priority.no_marks", "briefjes", ""};
    WF_TRY_VOID(check_room(session, round, ballots.size()));
    for (auto const& ballot : ballots) {
        WF_TRY_VOID(check_marks(round, ballot));
        add_ballot(session, round, "", ballot);
    }
    return note(session, by, round, "priority.paper", {{"ballots", std::nullopt, std::to_string(ballots.size())}});
}

std::vector<std::int64_t> marks_of(store::Session& session, Round const& round, std::string_view voter)
{
    std::vector<std::int64_t> numbers;
    auto const ballot = ballot_of(session, round, voter);
    if (ballot.empty()) return numbers;
    session.query("SELECT number FROM priority_mark WHERE workspace_id = $1 AND round_id = $2 AND ballot_id = $3 "
                  "ORDER BY number",
                  {round.workspace_id, round.id, ballot},
                  [&](store::Row const& row) { numbers.push_back(row.integer(0)); });
    return numbers;
}

Turnout turnout(store::Session& session, Round const& round)
{
    Turnout turnout;
    session.query("SELECT voter <> '' AS account, count(*) FROM priority_ballot WHERE workspace_id = $1 AND "
                  "round_id = $2 GROUP BY account ORDER BY account",
                  {round.workspace_id, round.id}, [&](store::Row const& row) {
                      (row.integer(0) != 0 ? turnout.accounts : turnout.paper) = row.integer(1);
                  });
    return turnout;
}

Result<void> close(store::Session& session, By const& by, Round const& seen)
{
    WF_TRY(auto const round, find_open(session, seen));
    session.exec("UPDATE priority_round SET state = 'closed', closed_on = $3 WHERE workspace_id = $1 AND round_id = $2",
                 {round.workspace_id, round.id, today_iso()});
    session.exec("UPDATE priority_ballot SET voter = '' WHERE workspace_id = $1 AND round_id = $2",
                 {round.workspace_id, round.id});
    return note(session, by, round, "priority.close", {});
}

Result<ranking::OrderResult> outcome(store::Session& session, Round const& round)
{
    if (round.is_open) return Error{Trouble::refused, "priority.still_open", "", ""};
    ranking::OrderInput input;
    input.options = round.options.size();
    std::string before;
    session.query("SELECT b.ballot_id, m.number FROM priority_ballot b JOIN priority_mark m ON m.workspace_id = "
                  "b.workspace_id AND m.round_id = b.round_id AND m.ballot_id = b.ballot_id WHERE b.workspace_id = $1 "
                  "AND b.round_id = $2 ORDER BY b.ballot_id, m.number",
                  {round.workspace_id, round.id}, [&](store::Row const& row) {
                      if (row.text(0) != before) {
                          before = row.string(0);
                          input.ballots.emplace_back();
                      }
                      input.ballots.back().push_back(static_cast<std::size_t>(row.integer(1) - 1));
                  });
    if (static_cast<std::int64_t>(input.ballots.size()) < least_ballots)
        return Error{Trouble::refused, "priority.too_few_ballots", "", std::to_string(least_ballots)};
    auto result = ranking::compute_order(input);
    WF_CHECK(result.status == ranking::Status::answered); // all marks were checked when they came
    return result;
}

} // namespace wf::priorities
