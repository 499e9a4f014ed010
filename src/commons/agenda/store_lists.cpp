// SPDX-License-Identifier: EUPL-1.2
#include "base/check.hpp"
#include "base/ids.hpp"
#include "base/text.hpp"
#include "commons/agenda/agenda.hpp"
#include "commons/agenda/question_row.hpp"
#include "commons/search/search.hpp"
#include "platform/secret/token.hpp"

namespace wf::agenda {
namespace {

std::string select(std::string_view rest)
{
    return "SELECT " + std::string{question_columns} + " FROM question WHERE workspace_id = $1 " + std::string{rest};
}

std::optional<Question> find_one(store::Session& session, std::string_view workspace, std::string_view rest,
                                 std::string_view value)
{
    std::optional<Question> found;
    session.query(select(rest), {workspace, value}, [&](store::Row const& row) { found = read_question(row); });
    return found;
}

/// One text for every choice: what is not chosen is empty.
std::string const chosen =
    "AND (status = $2 OR ($2 = '' AND status <> 'merged')) AND ($3 = 0 OR (words <> '' AND status <> 'asked')) "
    "AND ($4 = '' OR asker = $4) AND ($5 = '' OR area_code = $5) AND ($6 = '' OR origin_page = $6) "
    "AND ($7 = '' OR national_theme = $7) " +
    search::sql_of_list("question_id", 8, "'question', $12");

struct Chosen {
    explicit Chosen(Choice const& choice)
        : status{choice.status ? to_word(*choice.status) : ""},
          asker{choice.asker ? to_word(*choice.asker) : ""},
          sought{search::sought_words(choice.sought)},
          as_asked{choice.also_as_asked ? search::kind::asked : std::string_view{}}
    {
    }
    std::string_view status;
    std::string_view asker;
    search::Words sought;
    std::string_view as_asked; ///< a second kind to seek in
};

} // namespace

Question read_question(store::Row const& row)
{
    auto const asker = read_asker(row.text(4));
    auto const status = read_status(row.text(10));
    WF_CHECK(asker && status);
    return {row.string(0),
            row.string(1),
            row.string(2),
            row.string(3),
            *asker,
            row.string(5),
            {row.string(6), row.string(7)},
            row.string(8),
            row.string(9),
            *status,
            row.string(11),
            row.string(12),
            row.string(13),
            row.integer(14),
            row.integer(15) != 0};
}

std::optional<Question> find(store::Session& session, std::string_view workspace, std::string_view id)
{
    if (!Uuid::parse(id)) return std::nullopt;
    return find_one(session, workspace, "AND question_id = $2", id);
}

Result<Question> find_public(store::Session& session, std::string_view workspace, std::string_view id)
{
    auto question = find(session, workspace, id);
    if (!question || !question->is_public()) return Error{Trouble::not_found, "agenda.unknown", std::string{id}, ""};
    return std::move(*question);
}

std::optional<Question> find_by_link(store::Session& session, std::string_view workspace, std::string_view token)
{
    return find_one(session, workspace, "AND link_digest = $2", secret::digest(token));
}

std::vector<Word> list_words(store::Session& session, Question const& question)
{
    std::vector<Word> words;
    session.query(
        "SELECT word_id, told_on, status, words, record_kind, record_id FROM question_word "
        "WHERE workspace_id = $1 AND question_id = $2 ORDER BY word_id",
        {question.workspace_id, question.id}, [&](store::Row const& row) {
            auto const status = read_status(row.text(2));
            WF_CHECK(status.has_value());
            words.push_back({row.string(0), row.string(1), *status, row.string(3), row.string(4), row.string(5)});
        });
    return words;
}

std::vector<Question> list_merged(store::Session& session, Question const& into)
{
    std::vector<Question> all;
    session.query(select("AND merged_into = $2 ORDER BY asked_on, question_id"), {into.workspace_id, into.id},
                  [&](store::Row const& row) { all.push_back(read_question(row)); });
    return all;
}

std::vector<Earlier> list_earlier(store::Session& session, Question const& question)
{
    std::vector<Earlier> all;
    session.query("SELECT words, until_day FROM question_wording WHERE workspace_id = $1 AND question_id = $2 "
                  "ORDER BY version",
                  {question.workspace_id, question.id}, [&](store::Row const& row) {
                      all.push_back({row.string(0), row.string(1)});
                  });
    return all;
}

std::vector<Question> list(store::Session& session, Choice const& choice)
{
    Chosen const by{choice};
    std::vector<Question> all;
    session.query(select(chosen + "ORDER BY last_word_on, question_id LIMIT $13 OFFSET $14"),
                  {choice.workspace_id, by.status, choice.only_public, by.asker, choice.area_code, choice.origin_page,
                   choice.national_theme, by.sought[0], by.sought[1], by.sought[2], by.sought[3], by.as_asked,
                   choice.limit, choice.skip},
                  [&](store::Row const& row) { all.push_back(read_question(row)); });
    return all;
}

std::int64_t count(store::Session& session, Choice const& choice)
{
    Chosen const by{choice};
    std::int64_t found = 0;
    session.query("SELECT count(*) FROM question WHERE workspace_id = $1 " + chosen,
                  {choice.workspace_id, by.status, choice.only_public, by.asker, choice.area_code, choice.origin_page,
                   choice.national_theme, by.sought[0], by.sought[1], by.sought[2], by.sought[3], by.as_asked},
                  [&](store::Row const& row) { found = row.integer(0); });
    return found;
}

Tally tally(store::Session& session, std::string_view workspace)
{
    Tally tally;
    session.query("SELECT status, asker, words <> '' AS written, national_theme <> '' AS national, count(*) "
                  "FROM question WHERE workspace_id = $1 GROUP BY status, asker, written, national",
                  {workspace}, [&](store::Row const& row) {
                      auto const status = read_status(row.text(0));
                      auto const asker = read_asker(row.text(1));
                      WF_CHECK(status && asker);
                      auto const many = row.integer(4);
                      tally.by_status[*status] += many;
                      if (*status == Status::asked || *status == Status::merged || row.integer(2) == 0) return;
                      tally.by_asker[*asker] += many;
                      if (row.integer(3) != 0) tally.with_national_theme += many;
                  });
    return tally;
}

} // namespace wf::agenda
