// SPDX-License-Identifier: EUPL-1.2
// Notes of a session: sent, typed over from paper, taken off the screen, chosen.
#include "base/characters.hpp"
#include "base/text.hpp"
#include "commons/codesign/session_row.hpp"
#include "platform/clock/today.hpp"

#include <algorithm>

namespace wf::codesign {
namespace {

constexpr std::string_view note_columns = "number, stage, words, medium, shown, chosen_because, written_on";

Note read_note(store::Row const& row)
{
    return {row.integer(0),
            read_stage(row.text(1)).value_or(Stage::question),
            row.string(2),
            read_medium(row.text(3)).value_or(Medium::phone),
            row.text(4) == to_word(Shown::no) ? Shown::no : Shown::yes,
            row.string(5),
            row.string(6)};
}

/// On one line, as it stands on a card.
std::string in_one_line(std::string_view words)
{
    std::string line{trim(words)};
    std::replace_if(
        line.begin(), line.end(), [](char c) { return c == '\n' || c == '\r' || c == '\t'; }, ' ');
    return line;
}

/// The highest number, which is how many there are: none is removed while the session is open.
std::int64_t last_number(store::Session& store, Session const& session)
{
    std::int64_t last = 0;
    store.query("SELECT coalesce(max(number), 0) FROM codesign_note WHERE workspace_id = $1 AND session_id = $2",
                {session.workspace_id, session.id}, [&](store::Row const& row) { last = row.integer(0); });
    return last;
}

Result<void> add_notes(store::Session& store, Session const& session, Stage stage, Medium medium,
                       std::vector<std::string> const& notes)
{
    if (stage > session.stage)
        return Error{Trouble::bad_input, "codesign.too_early", "stap", std::string{to_word(session.stage)}};
    auto number = last_number(store, session);
    if (number + static_cast<std::int64_t>(notes.size()) > most_notes)
        return Error{Trouble::refused, "codesign.full", "woorden", std::to_string(most_notes)};
    auto const today = today_iso();
    for (auto const& words : notes)
        store.exec("INSERT INTO codesign_note (workspace_id, session_id, number, stage, words, medium, shown, "
                   "chosen_because, written_on) VALUES ($1, $2, $3, $4, $5, $6, $7, '', $8)",
                   {session.workspace_id, session.id, ++number, to_word(stage), words, to_word(medium),
                    to_word(Shown::yes), today});
    return {};
}

void set_chosen(store::Session& store, Session const& session, std::int64_t number, std::string_view because)
{
    store.exec(
        "UPDATE codesign_note SET chosen_because = $4 WHERE workspace_id = $1 AND session_id = $2 AND number = $3",
        {session.workspace_id, session.id, number, because});
}

} // namespace

std::vector<Note> list_notes(store::Session& store, Session const& session)
{
    std::vector<Note> all;
    store.query("SELECT " + std::string{note_columns} +
                    " FROM codesign_note WHERE workspace_id = $1 AND session_id = $2 ORDER BY number",
                {session.workspace_id, session.id}, [&](store::Row const& row) { all.push_back(read_note(row)); });
    return all;
}

Result<Note> find_note(store::Session& store, Session const& session, std::int64_t number)
{
    std::optional<Note> found;
    store.query("SELECT " + std::string{note_columns} +
                    " FROM codesign_note WHERE workspace_id = $1 AND session_id = $2 AND number = $3",
                {session.workspace_id, session.id, number}, [&](store::Row const& row) { found = read_note(row); });
    if (!found) return Error{Trouble::not_found, "codesign.no_note", "", std::to_string(number)};
    return std::move(*found);
}

Result<void> send(store::Session& store, Session const& seen, Stage stage, std::string_view words)
{
    WF_TRY(auto const session, find_open(store, seen));
    auto const line = in_one_line(words);
    if (line.empty()) return Error{Trouble::bad_input, "codesign.no_words", "woorden", ""};
    if (count_characters(line) > longest_note) return Error{Trouble::bad_input, "codesign.too_long", "woorden", "1"};
    // Who sent it must not be found among the few in a room: nothing in the trail.
    return add_notes(store, session, stage, Medium::phone, {line});
}

Result<std::int64_t> type_in(store::Session& store, studios::By const& by, Session const& seen, Stage stage,
                             std::string_view lines)
{
    WF_TRY(auto const session, find_open(store, seen));
    std::vector<std::string> notes;
    std::size_t number = 0;
    for (auto const& one : split(lines, '\n')) {
        ++number;
        auto line = in_one_line(one);
        if (line.empty()) continue;
        if (count_characters(line) > longest_note)
            return Error{Trouble::bad_input, "codesign.too_long", "woorden", std::to_string(number)};
        notes.push_back(std::move(line));
    }
    if (notes.empty()) return Error{Trouble::bad_input, "codesign.no_words", "woorden", ""};
    if (notes.size() > most_paper_notes)
        return Error{Trouble::bad_input, "codesign.too_many_lines", "woorden", std::to_string(most_paper_notes)};
    WF_TRY_VOID(add_notes(store, session, stage, Medium::paper, notes));
    auto const count = static_cast<std::int64_t>(notes.size());
    WF_TRY_VOID(
        note(store, by, session, "codesign.paper",
             {{"stage", std::nullopt, std::string{to_word(stage)}}, {"notes", std::nullopt, std::to_string(count)}}));
    return count;
}

Result<void> set_shown(store::Session& store, studios::By const& by, Session const& seen, std::int64_t number,
                       Shown shown)
{
    WF_TRY(auto const session, find_open(store, seen));
    WF_TRY(auto const found, find_note(store, session, number));
    if (found.shown == shown) return {};
    // What is off the screen is not what the group goes on with.
    if (shown == Shown::no) set_chosen(store, session, number, "");
    store.exec("UPDATE codesign_note SET shown = $4 WHERE workspace_id = $1 AND session_id = $2 AND number = $3",
               {session.workspace_id, session.id, number, to_word(shown)});
    return note(store, by, session, shown == Shown::no ? "codesign.hide" : "codesign.show",
                {{"note", std::nullopt, std::to_string(number)}});
}

Result<void> choose(store::Session& store, studios::By const& by, Session const& seen, std::int64_t number,
                    std::string_view because)
{
    WF_TRY(auto const session, find_open(store, seen));
    WF_TRY(auto const found, find_note(store, session, number));
    if (found.stage != Stage::ideas || found.shown == Shown::no)
        return Error{Trouble::conflict, "codesign.no_idea", "omdat", std::to_string(number)};
    auto const reason = trim(because);
    if (reason.empty()) return Error{Trouble::bad_input, "codesign.no_reason", "omdat", ""};
    set_chosen(store, session, number, reason);
    return note(store, by, session, "codesign.choose",
                {{"note", std::nullopt, std::to_string(number)}, {"reason", std::nullopt, std::string{reason}}});
}

Result<void> leave_out(store::Session& store, studios::By const& by, Session const& seen, std::int64_t number)
{
    WF_TRY(auto const session, find_open(store, seen));
    WF_TRY(auto const found, find_note(store, session, number));
    if (!found.is_chosen()) return {};
    set_chosen(store, session, number, "");
    return note(store, by, session, "codesign.leave_out", {{"note", std::nullopt, std::to_string(number)}});
}

} // namespace wf::codesign
