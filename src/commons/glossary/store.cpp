// SPDX-License-Identifier: EUPL-1.2
#include "base/check.hpp"
#include "base/ids.hpp"
#include "base/text.hpp"
#include "commons/glossary/glossary.hpp"
#include "platform/clock/clock.hpp"
#include "platform/clock/today.hpp"

namespace wf::glossary {
namespace {

constexpr std::string_view columns = "workspace_id, term_id, content, state, version, made_on, changed_on";

LocalTerm read_term(store::Row const& row)
{
    auto const state = read_state(row.text(3));
    WF_CHECK(state.has_value());
    return {row.string(0), row.string(1), writing::read_content<Content>(parts, row.text(2)), *state, row.integer(4),
            row.string(5), row.string(6)};
}

Result<void> check(Content const& content)
{
    if (trim(content.word).empty()) return Error{Trouble::bad_input, "glossary.no_word", "woord", ""};
    if (trim(content.meaning).empty()) return Error{Trouble::bad_input, "glossary.no_meaning", "betekenis", ""};
    if (!content.shared.empty() && find_shared(content.shared) == nullptr)
        return Error{Trouble::bad_input, "glossary.unknown_shared", "naast", content.shared};
    return {};
}

void keep_version(store::Session& session, LocalTerm const& term)
{
    session.exec("INSERT INTO local_term_version (workspace_id, term_id, "
                 "version, written_on, content) "
                 "VALUES ($1, $2, $3, $4, $5)",
                 {term.workspace_id, term.id, term.version, term.changed_on, writing::to_json(parts, term.content)});
}

std::optional<Content> find_version(store::Session& session, LocalTerm const& term, std::int64_t version)
{
    std::optional<Content> found;
    session.query("SELECT content FROM local_term_version WHERE workspace_id = "
                  "$1 AND term_id = $2 AND version = $3",
                  {term.workspace_id, term.id, version},
                  [&](store::Row const& row) { found = writing::read_content<Content>(parts, row.text(0)); });
    return found;
}

Result<void> note(store::Session& session, By const& by, LocalTerm const& term, std::string_view action,
                  std::vector<trail::Change> changes)
{
    return by.note(session, term.workspace_id, action, "local_term", term.id, std::move(changes));
}

/// As it is inside this transaction: two people may press at the same moment.
Result<LocalTerm> find_shown(store::Session& session, std::string_view workspace, std::string_view id)
{
    auto term = find(session, workspace, id);
    if (!term) return Error{Trouble::not_found, "glossary.unknown", std::string{id}, ""};
    if (term->state == State::retired) return Error{Trouble::conflict, "glossary.retired", "", ""};
    return std::move(*term);
}

} // namespace

Result<LocalTerm> add(store::Session& session, By const& by, std::string_view workspace, Content const& content)
{
    WF_TRY_VOID(check(content));
    LocalTerm term{std::string{workspace}, new_uuid_v7(), content, State::shown, 1, today_iso(), ""};
    term.changed_on = term.made_on;
    session.exec("INSERT INTO local_term (workspace_id, term_id, content, "
                 "sort_key, state, version, made_on, "
                 "changed_on) VALUES ($1, $2, $3, $4, $5, $6, $7, $7)",
                 {term.workspace_id, term.id, writing::to_json(parts, content), sort_key(content.word),
                  to_word(term.state), term.version, term.made_on});
    keep_version(session, term);
    WF_TRY_VOID(note(session, by, term, "local_term.add", writing::changes_of(parts, Content{}, content)));
    return term;
}

std::optional<LocalTerm> find(store::Session& session, std::string_view workspace, std::string_view id)
{
    if (!Uuid::parse(id)) return std::nullopt;
    std::optional<LocalTerm> found;
    session.query("SELECT " + std::string{columns} + " FROM local_term WHERE workspace_id = $1 AND term_id = $2",
                  {workspace, id}, [&](store::Row const& row) { found = read_term(row); });
    return found;
}

std::vector<LocalTerm> list(store::Session& session, std::string_view workspace, State state)
{
    std::vector<LocalTerm> all;
    session.query("SELECT " + std::string{columns} +
                      " FROM local_term WHERE workspace_id = $1 AND state = $2 "
                      "ORDER BY sort_key, term_id",
                  {workspace, to_word(state)}, [&](store::Row const& row) { all.push_back(read_term(row)); });
    return all;
}

Result<Saved> save(store::Session& session, By const& by, std::string_view workspace, std::string_view id,
                   std::int64_t seen, Content const& mine)
{
    WF_TRY(auto term, find_shown(session, workspace, id));
    WF_TRY_VOID(check(mine));
    writing::Merged<Content> merged{mine};
    if (seen != term.version) {
        auto const base = find_version(session, term, seen);
        if (!base) return Error{Trouble::bad_input, "glossary.unknown_version", "woord", ""};
        merged = writing::merge(parts, *base, term.content, mine);
        if (!merged.clashes.empty()) return Saved{std::move(term), std::move(merged.theirs), std::move(merged.clashes)};
    }
    auto const changes = writing::changes_of(parts, term.content, merged.content);
    if (changes.empty()) return Saved{std::move(term), std::move(merged.theirs)};
    term.content = std::move(merged.content);
    term.version += 1;
    term.changed_on = today_iso();
    session.exec("UPDATE local_term SET content = $3, sort_key = $4, version = "
                 "$5, changed_on = $6 "
                 "WHERE workspace_id = $1 AND term_id = $2",
                 {term.workspace_id, term.id, writing::to_json(parts, term.content), sort_key(term.content.word),
                  term.version, term.changed_on});
    keep_version(session, term);
    WF_TRY_VOID(note(session, by, term, "local_term.write", changes));
    return Saved{std::move(term), std::move(merged.theirs)};
}

Result<void> retire(store::Session& session, By const& by, std::string_view workspace, std::string_view id)
{
    WF_TRY(auto const term, find_shown(session, workspace, id));
    session.exec("UPDATE local_term SET state = $3, changed_on = $4 WHERE workspace_id = "
                 "$1 AND term_id = $2",
                 {term.workspace_id, term.id, to_word(State::retired), today_iso()});
    return note(session, by, term, "local_term.retire",
                {{"state", std::string{to_word(State::shown)}, std::string{to_word(State::retired)}}});
}

} // namespace wf::glossary
