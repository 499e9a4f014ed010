// SPDX-License-Identifier: EUPL-1.2
// Sessions: opened, moved, closed, found.
#include "base/date.hpp"
#include "base/ids.hpp"
#include "base/text.hpp"
#include "commons/codesign/code.hpp"
#include "commons/codesign/session_row.hpp"
#include "platform/clock/clock.hpp"
#include "platform/clock/today.hpp"

namespace wf::codesign {
namespace {

constexpr std::string_view session_columns =
    "workspace_id, session_id, studio_id, question, day, stage, state, decision, "
    "reason, entry_id, ended_on, is_invented";

Session read_session(store::Row const& row)
{
    Session session;
    session.workspace_id = row.string(0);
    session.id = row.string(1);
    session.studio_id = row.string(2);
    session.question = row.string(3);
    session.day = row.string(4);
    session.stage = read_stage(row.text(5)).value_or(Stage::question);
    session.state = row.text(6) == to_word(State::ended) ? State::ended : State::open;
    session.decision = row.string(7);
    session.reason = row.string(8);
    session.entry_id = row.string(9);
    session.ended_on = row.string(10);
    session.is_invented = row.integer(11) != 0;
    return session;
}

/// Does it still take notes? A studio that ended takes nothing any more.
bool takes_notes(store::Session& store, Session const& session, std::string_view today)
{
    if (session.state == State::ended) return false;
    auto const day = Date::parse(session.day);
    if (!day || day->plus_days(days_with_code).to_iso() < today) return false;
    auto const studio = studios::find(store, session.workspace_id, session.studio_id);
    return studio && studio->state == studios::State::open;
}

} // namespace

Result<void> note(store::Session& store, studios::By const& by, Session const& session, std::string_view action,
                  std::vector<trail::Change> changes)
{
    return by.note(store, session.workspace_id, action, "codesign", session.id, std::move(changes));
}

Result<Session> find_open(store::Session& store, Session const& seen)
{
    auto session = find(store, seen.workspace_id, seen.id);
    if (!session) return Error{Trouble::not_found, "codesign.unknown", seen.id, ""};
    if (session->state == State::ended) return Error{Trouble::conflict, "codesign.ended", "", ""};
    return std::move(*session);
}

Result<Session> open(store::Session& store, studios::By const& by, secret::Key const& key,
                     studios::Studio const& studio, Session session)
{
    auto const now = studios::find(store, studio.workspace_id, studio.id);
    if (!now) return Error{Trouble::not_found, "studio.unknown", studio.id, ""};
    if (now->state == studios::State::ended) return Error{Trouble::conflict, "studio.ended", "", ""};
    session.question = trim(session.question);
    if (session.question.empty()) return Error{Trouble::bad_input, "codesign.no_question", "vraag", ""};
    if (!Date::parse(session.day)) return Error{Trouble::bad_input, "codesign.bad_day", "dag", session.day};
    session.workspace_id = studio.workspace_id;
    session.studio_id = studio.id;
    session.id = new_uuid_v7();
    session.stage = Stage::question;
    session.state = State::open;
    store.exec(
        "INSERT INTO codesign_session (workspace_id, session_id, studio_id, question, day, stage, state, decision, "
        "reason, entry_id, ended_on, is_invented) VALUES ($1, $2, $3, $4, $5, $6, $7, '', '', NULL, '', $8)",
        {session.workspace_id, session.id, session.studio_id, session.question, session.day, to_word(session.stage),
         to_word(session.state), session.is_invented});
    store.exec("INSERT INTO codesign_code (code_digest, workspace_id, session_id) VALUES ($1, $2, $3)",
               {digest_of_code(key, make_code(key, session.id)), session.workspace_id, session.id});
    WF_TRY_VOID(note(store, by, session, "codesign.open",
                     {{"studio", std::nullopt, session.studio_id},
                      {"question", std::nullopt, session.question},
                      {"day", std::nullopt, session.day}}));
    return session;
}

std::optional<Session> find(store::Session& store, std::string_view workspace, std::string_view id)
{
    if (!Uuid::parse(id)) return std::nullopt;
    std::optional<Session> found;
    store.query("SELECT " + std::string{session_columns} +
                    " FROM codesign_session WHERE workspace_id = $1 AND session_id = $2",
                {workspace, id}, [&](store::Row const& row) { found = read_session(row); });
    return found;
}

std::vector<Session> list_of_studio(store::Session& store, std::string_view workspace, std::string_view studio)
{
    std::vector<Session> all;
    store.query(
        "SELECT " + std::string{session_columns} +
            " FROM codesign_session WHERE workspace_id = $1 AND studio_id = $2 ORDER BY day DESC, session_id DESC",
        {workspace, studio}, [&](store::Row const& row) { all.push_back(read_session(row)); });
    return all;
}

Result<Session> find_by_code(store::Session& store, secret::Key const& key, std::string_view typed,
                             std::string_view today)
{
    auto const unknown = Error{Trouble::not_found, "codesign.unknown_code", "", ""};
    std::optional<std::pair<std::string, std::string>> place;
    store.query("SELECT workspace_id, session_id FROM codesign_code WHERE code_digest = $1",
                {digest_of_code(key, tidy_code(typed))}, [&](store::Row const& row) {
                    place = {row.string(0), row.string(1)};
                });
    if (!place) return unknown;
    auto session = find(store, place->first, place->second);
    if (!session || !takes_notes(store, *session, today)) return unknown;
    return std::move(*session);
}

Result<void> move(store::Session& store, studios::By const& by, Session const& seen, Stage from, Stage to)
{
    WF_TRY(auto const session, find_open(store, seen));
    if (session.stage != from)
        return Error{Trouble::conflict, "codesign.moved", "", std::string{to_word(session.stage)}};
    if (to != after(from) && to != before(from))
        return Error{Trouble::bad_input, "codesign.stage_order", "naar", std::string{to_word(from)}};
    store.exec("UPDATE codesign_session SET stage = $3 WHERE workspace_id = $1 AND session_id = $2",
               {session.workspace_id, session.id, to_word(to)});
    return note(store, by, session, "codesign.stage",
                {{"stage", std::string{to_word(from)}, std::string{to_word(to)}}});
}

Result<void> close(store::Session& store, studios::By const& by, Session const& seen, std::string_view decision,
                   std::string_view reason)
{
    WF_TRY(auto const session, find_open(store, seen));
    if (session.stage != Stage::decision) return Error{Trouble::conflict, "codesign.not_at_decision", "", ""};
    auto const studio = studios::find(store, session.workspace_id, session.studio_id);
    if (!studio) return Error{Trouble::not_found, "studio.unknown", session.studio_id, ""};
    studios::Entry entry;
    entry.kind = studios::Kind::decision;
    entry.words = decision;
    entry.reason = reason;
    WF_TRY(auto const written, studios::write(store, by, *studio, std::move(entry)));
    store.exec("UPDATE codesign_session SET state = $3, decision = $4, reason = $5, entry_id = $6, ended_on = $7 "
               "WHERE workspace_id = $1 AND session_id = $2",
               {session.workspace_id, session.id, to_word(State::ended), written.words, written.reason, written.id,
                today_iso()});
    store.exec("DELETE FROM codesign_code WHERE workspace_id = $1 AND session_id = $2",
               {session.workspace_id, session.id});
    return note(store, by, session, "codesign.close",
                {{"state", std::string{to_word(State::open)}, std::string{to_word(State::ended)}},
                 {"entry", std::nullopt, written.id}});
}

} // namespace wf::codesign
