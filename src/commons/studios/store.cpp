// SPDX-License-Identifier: EUPL-1.2
// A studio and its texts.
#include "base/date.hpp"
#include "base/ids.hpp"
#include "base/text.hpp"
#include "commons/search/search.hpp"
#include "commons/studios/studio_row.hpp"
#include "platform/clock/clock.hpp"
#include "platform/clock/today.hpp"

namespace wf::studios {
namespace {

void keep_version(store::Session& session, Studio const& studio)
{
    session.exec("INSERT INTO studio_version (workspace_id, studio_id, version, written_on, content) "
                 "VALUES ($1, $2, $3, $4, $5)",
                 {studio.workspace_id, studio.id, studio.version, studio.changed_on,
                  writing::to_json(parts, studio.content)});
}

std::optional<Content> find_version(store::Session& session, Studio const& studio, std::int64_t version)
{
    std::optional<Content> found;
    session.query("SELECT content FROM studio_version WHERE workspace_id = $1 AND studio_id = $2 AND version = $3",
                  {studio.workspace_id, studio.id, version},
                  [&](store::Row const& row) { found = writing::read_content<Content>(parts, row.text(0)); });
    return found;
}

Result<void> check_content(Content const& content)
{
    if (trim(content.title).empty()) return Error{Trouble::bad_input, "studio.no_title", "titel", ""};
    for (auto const day : {&Content::from, &Content::until}) {
        if (!(content.*day).empty() && !Date::parse(content.*day))
            return Error{Trouble::bad_input, "studio.bad_period", day == &Content::from ? "van" : "tot", ""};
    }
    if (!content.until.empty() && content.until < content.from)
        return Error{Trouble::bad_input, "studio.bad_period", "tot", ""};
    for (auto const& part : team_parts) {
        if (part.text == &Content::who) continue;
        if (auto const checked = check_count(content.*part.text); !checked) {
            auto error = checked.error();
            error.field = part.name;
            return error;
        }
    }
    return {};
}

/// Once a plan is made or something was done, a studio beside it does not put the question back.
agenda::Status status_after(agenda::Status before)
{
    bool const is_further = before == agenda::Status::in_plan || before == agenda::Status::applied;
    return is_further ? before : agenda::Status::in_studio;
}

} // namespace

Content team_of(Content const& content)
{
    Content team;
    for (auto const& part : team_parts) team.*part.text = content.*part.text;
    return team;
}

void index(store::Session& session, Studio const& studio)
{
    // With its record: what was decided and why is what somebody looks for later.
    auto text = writing::text_of(parts, studio.content) + studio.outcome;
    for (auto const& entry : list_entries(session, studio)) text += " " + entry.words + " " + entry.reason;
    search::keep(session, {studio.workspace_id, std::string{search::kind::studio}, studio.id, studio.content.title,
                           std::move(text), "/werkplaats/{}/studios/" + studio.id, studio.changed_on});
}

void index_all(store::Session& session, std::string_view workspace)
{
    std::vector<Studio> all;
    session.query("SELECT " + std::string{studio_columns} + " FROM studio WHERE workspace_id = $1 ORDER BY studio_id",
                  {workspace}, [&](store::Row const& row) { all.push_back(read_studio(row)); });
    for (auto const& studio : all) index(session, studio);
}

Result<Studio> add(store::Session& session, By const& by, Studio studio, std::span<std::string const> questions)
{
    studio.id = new_uuid_v7();
    studio.state = State::open;
    studio.version = 1;
    studio.made_on = today_iso();
    studio.changed_on = studio.made_on;
    if (studio.content.from.empty()) studio.content.from = studio.made_on;
    WF_TRY_VOID(check_content(studio.content));
    session.exec(
        "INSERT INTO studio (workspace_id, studio_id, title, stems, state, content, outcome, version, made_on, "
        "changed_on, is_invented) VALUES ($1, $2, $3, '', $4, $5, '', $6, $7, $7, $8)",
        {studio.workspace_id, studio.id, studio.content.title, to_word(studio.state),
         writing::to_json(parts, studio.content), studio.version, studio.made_on, studio.is_invented});
    keep_version(session, studio);
    index(session, studio);
    add_group(session, studio, {1, studio.content.from, "", team_of(studio.content)});
    WF_TRY_VOID(note(session, by, studio, "studio.add", writing::changes_of(parts, Content{}, studio.content)));
    for (auto const& id : questions) {
        WF_TRY(auto const question, agenda::find_public(session, studio.workspace_id, id));
        session.exec("INSERT INTO studio_question (workspace_id, studio_id, question_id) VALUES ($1, $2, $3) "
                     "ON CONFLICT (workspace_id, studio_id, question_id) DO NOTHING",
                     {studio.workspace_id, studio.id, id});
        WF_TRY_VOID(agenda::tell(session, by.trail, question,
                                 {"", "", status_after(question.status), studio.content.title,
                                  std::string{agenda::told_by::studio}, studio.id},
                                 by.actor));
    }
    return studio;
}

void store_content(store::Session& session, Studio& studio)
{
    studio.version += 1;
    studio.changed_on = today_iso();
    session.exec("UPDATE studio SET title = $3, content = $4, version = $5, changed_on = $6 "
                 "WHERE workspace_id = $1 AND studio_id = $2",
                 {studio.workspace_id, studio.id, studio.content.title, writing::to_json(parts, studio.content),
                  studio.version, studio.changed_on});
    keep_version(session, studio);
    index(session, studio);
    session.exec("UPDATE studio_group SET team = $3 WHERE workspace_id = $1 AND studio_id = $2 AND until_day = ''",
                 {studio.workspace_id, studio.id, writing::to_json(team_parts, studio.content)});
}

Result<Saved> save(store::Session& session, By const& by, std::string_view workspace, std::string_view id,
                   std::int64_t seen, Content const& mine)
{
    auto studio = find(session, workspace, id);
    if (!studio) return Error{Trouble::not_found, "studio.unknown", std::string{id}, ""};
    if (studio->state == State::ended) return Error{Trouble::conflict, "studio.ended", "", ""};
    writing::Merged<Content> merged{mine};
    if (seen != studio->version) {
        auto const base = find_version(session, *studio, seen);
        if (!base) return Error{Trouble::bad_input, "studio.unknown_version", "titel", ""};
        merged = writing::merge(parts, *base, studio->content, mine);
        if (!merged.clashes.empty())
            return Saved{std::move(*studio), std::move(merged.theirs), std::move(merged.clashes)};
    }
    WF_TRY_VOID(check_content(merged.content));
    auto const changes = writing::changes_of(parts, studio->content, merged.content);
    if (changes.empty()) return Saved{std::move(*studio), std::move(merged.theirs)};
    studio->content = std::move(merged.content);
    store_content(session, *studio);
    WF_TRY_VOID(note(session, by, *studio, "studio.write", changes));
    return Saved{std::move(*studio), std::move(merged.theirs)};
}

Result<Studio> find_open(store::Session& session, Studio const& seen)
{
    auto studio = find(session, seen.workspace_id, seen.id);
    if (!studio) return Error{Trouble::not_found, "studio.unknown", seen.id, ""};
    if (studio->state == State::ended) return Error{Trouble::conflict, "studio.ended", "", ""};
    return std::move(*studio);
}

Result<void> note(store::Session& session, By const& by, Studio const& studio, std::string_view action,
                  std::vector<trail::Change> changes)
{
    return by.note(session, studio.workspace_id, action, "studio", studio.id, std::move(changes));
}

} // namespace wf::studios
