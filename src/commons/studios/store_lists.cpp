// SPDX-License-Identifier: EUPL-1.2
#include "base/check.hpp"
#include "base/ids.hpp"
#include "commons/search/search.hpp"
#include "commons/studios/studio_row.hpp"

namespace wf::studios {
namespace {

std::string const chosen = "FROM studio WHERE workspace_id = $1 AND ($2 = '' OR state = $2) " +
                           search::sql_of_list("studio_id", 3, "'studio'");

constexpr std::string_view entry_columns =
    "studio_id, entry_id, kind, words, reason, link, cycle, stage, group_number, written_on";

Entry read_entry(store::Row const& row)
{
    auto const kind = read_kind(row.text(2));
    auto const stage = read_stage(row.text(7));
    WF_CHECK(kind && (stage || *kind != Kind::cycle));
    return {row.string(1),
            *kind,
            row.string(3),
            row.string(4),
            row.string(5),
            row.integer(6),
            stage.value_or(Stage::plan),
            row.integer(8),
            row.string(9)};
}

constexpr std::string_view group_columns = "studio_id, number, from_day, until_day, team";

Group read_group(store::Row const& row)
{
    return {row.integer(1), row.string(2), row.string(3), writing::read_content<Content>(team_parts, row.text(4))};
}

std::string_view word_of(std::optional<State> state)
{
    return state ? to_word(*state) : std::string_view{};
}

} // namespace

Studio read_studio(store::Row const& row)
{
    auto const state = read_state(row.text(3));
    WF_CHECK(state.has_value());
    return {row.string(0), row.string(1), writing::read_content<Content>(parts, row.text(2)),
            *state,        row.string(4), row.integer(5),
            row.string(6), row.string(7), row.integer(8) != 0};
}

std::optional<Studio> find(store::Session& session, std::string_view workspace, std::string_view id)
{
    if (!Uuid::parse(id)) return std::nullopt;
    std::optional<Studio> found;
    session.query("SELECT " + std::string{studio_columns} + " FROM studio WHERE workspace_id = $1 AND studio_id = $2",
                  {workspace, id}, [&](store::Row const& row) { found = read_studio(row); });
    return found;
}

std::vector<Entry> list_entries(store::Session& session, Studio const& studio)
{
    std::vector<Entry> entries;
    session.query("SELECT " + std::string{entry_columns} +
                      " FROM studio_entry WHERE workspace_id = $1 AND studio_id = $2 ORDER BY entry_id",
                  {studio.workspace_id, studio.id}, [&](store::Row const& row) { entries.push_back(read_entry(row)); });
    return entries;
}

std::vector<Group> list_groups(store::Session& session, Studio const& studio)
{
    std::vector<Group> groups;
    session.query("SELECT " + std::string{group_columns} +
                      " FROM studio_group WHERE workspace_id = $1 AND studio_id = $2 ORDER BY number",
                  {studio.workspace_id, studio.id}, [&](store::Row const& row) { groups.push_back(read_group(row)); });
    WF_CHECK(!groups.empty()); // the first one begins with the studio
    return groups;
}

std::map<std::string, std::vector<Entry>> list_all_entries(store::Session& session, std::string_view workspace)
{
    std::map<std::string, std::vector<Entry>> all;
    session.query("SELECT " + std::string{entry_columns} +
                      " FROM studio_entry WHERE workspace_id = $1 ORDER BY studio_id, entry_id",
                  {workspace}, [&](store::Row const& row) { all[row.string(0)].push_back(read_entry(row)); });
    return all;
}

std::map<std::string, std::vector<Group>> list_all_groups(store::Session& session, std::string_view workspace)
{
    std::map<std::string, std::vector<Group>> all;
    session.query("SELECT " + std::string{group_columns} +
                      " FROM studio_group WHERE workspace_id = $1 ORDER BY studio_id, number",
                  {workspace}, [&](store::Row const& row) { all[row.string(0)].push_back(read_group(row)); });
    return all;
}

std::map<std::string, std::vector<Group>> list_groups_from(store::Session& session, std::string_view workspace,
                                                           std::string_view day)
{
    std::map<std::string, std::vector<Group>> all;
    session.query("SELECT " + std::string{group_columns} +
                      " FROM studio_group WHERE workspace_id = $1 AND from_day >= $2 ORDER BY studio_id, number",
                  {workspace, day}, [&](store::Row const& row) { all[row.string(0)].push_back(read_group(row)); });
    return all;
}

std::vector<agenda::Question> list_questions(store::Session& session, Studio const& studio)
{
    std::vector<std::string> ids;
    session.query(
        "SELECT question_id FROM studio_question WHERE workspace_id = $1 AND studio_id = $2 ORDER BY question_id",
        {studio.workspace_id, studio.id}, [&](store::Row const& row) { ids.push_back(row.string(0)); });
    std::vector<agenda::Question> questions;
    for (auto const& id : ids) {
        auto question = agenda::find(session, studio.workspace_id, id);
        WF_CHECK(question.has_value()); // nothing is ever removed from the agenda
        questions.push_back(std::move(*question));
    }
    return questions;
}

std::vector<Studio> list_of_question(store::Session& session, std::string_view workspace, std::string_view question)
{
    std::vector<std::string> ids;
    session.query(
        "SELECT studio_id FROM studio_question WHERE workspace_id = $1 AND question_id = $2 ORDER BY studio_id",
        {workspace, question}, [&](store::Row const& row) { ids.push_back(row.string(0)); });
    std::vector<Studio> studios;
    for (auto const& id : ids) {
        auto studio = find(session, workspace, id);
        WF_CHECK(studio.has_value());
        studios.push_back(std::move(*studio));
    }
    return studios;
}

std::vector<Studio> list(store::Session& session, Choice const& choice)
{
    auto const sought = search::sought_words(choice.sought);
    std::vector<Studio> all;
    session.query("SELECT " + std::string{studio_columns} + " " + chosen +
                      "ORDER BY (state = 'open') DESC, changed_on DESC, studio_id LIMIT $7 OFFSET $8",
                  {choice.workspace_id, word_of(choice.state), sought[0], sought[1], sought[2], sought[3], choice.limit,
                   choice.skip},
                  [&](store::Row const& row) { all.push_back(read_studio(row)); });
    return all;
}

std::vector<Studio> list_open(store::Session& session, std::string_view workspace)
{
    std::vector<Studio> all;
    session.query("SELECT " + std::string{studio_columns} +
                      " FROM studio WHERE workspace_id = $1 AND state = 'open' ORDER BY studio_id",
                  {workspace}, [&](store::Row const& row) { all.push_back(read_studio(row)); });
    return all;
}

std::int64_t count(store::Session& session, Choice const& choice)
{
    auto const sought = search::sought_words(choice.sought);
    std::int64_t found = 0;
    session.query("SELECT count(*) " + chosen,
                  {choice.workspace_id, word_of(choice.state), sought[0], sought[1], sought[2], sought[3]},
                  [&](store::Row const& row) { found = row.integer(0); });
    return found;
}

std::map<State, std::int64_t> tally(store::Session& session, std::string_view workspace)
{
    std::map<State, std::int64_t> all;
    session.query("SELECT state, count(*) FROM studio WHERE workspace_id = $1 GROUP BY state", {workspace},
                  [&](store::Row const& row) {
                      auto const state = read_state(row.text(0));
                      WF_CHECK(state.has_value());
                      all[*state] = row.integer(1);
                  });
    return all;
}

} // namespace wf::studios
