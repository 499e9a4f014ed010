// SPDX-License-Identifier: EUPL-1.2
#include "base/text.hpp"
#include "commons/agenda/agenda.hpp"
#include "commons/agenda/question_row.hpp"
#include "commons/search/search.hpp"
#include "platform/clock/clock.hpp"
#include "platform/clock/today.hpp"
#include "platform/secret/token.hpp"

namespace wf::agenda {
namespace {

std::optional<std::string> actor_of(std::string_view actor)
{
    return actor.empty() ? std::nullopt : std::optional{std::string{actor}};
}

void add_word(store::Session& session, Question const& question, Word const& word)
{
    session.exec("INSERT INTO question_word (workspace_id, question_id, word_id, told_on, status, words, record_kind, "
                 "record_id) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
                 {question.workspace_id, question.id, new_uuid_v7(), word.told_on, to_word(word.status), word.words,
                  word.record_kind, word.record_id});
}

void set_status(store::Session& session, Question const& question, Status status, std::string_view day)
{
    session.exec("UPDATE question SET status = $3, last_word_on = $4, version = version + 1 WHERE workspace_id = $1 "
                 "AND question_id = $2",
                 {question.workspace_id, question.id, to_word(status), day});
}

trail::Change change_of(std::string field, std::string const& before, std::string const& after)
{
    return {std::move(field), before, after};
}

} // namespace

void index(store::Session& session, Question const& question)
{
    // What nobody read yet is forgotten after a year (data/processing.json): it stands nowhere else.
    if (!question.is_public()) return;
    if (question.status != Status::merged)
        search::keep(session, {question.workspace_id, std::string{search::kind::question}, question.id, question.words,
                               question.theme, "/vragen/{}/vraag/" + question.id, question.last_word_on});
    search::keep(session, {question.workspace_id, std::string{search::kind::asked}, question.id, question.words,
                           question.asked_words, "/werkplaats/{}/agenda/" + question.id, question.last_word_on});
}

void index_all(store::Session& session, std::string_view workspace)
{
    std::vector<Question> all;
    session.query("SELECT " + std::string{question_columns} +
                      " FROM question WHERE workspace_id = $1 ORDER BY question_id",
                  {workspace}, [&](store::Row const& row) { all.push_back(read_question(row)); });
    for (auto const& question : all) index(session, question);
}

Result<Asked> ask(store::Session& session, trail::Trail const& trail, Question question, std::string_view actor)
{
    WF_TRY_VOID(check_origin_page(question.origin.page));
    std::int64_t waiting = 0;
    session.query("SELECT count(*) FROM question WHERE workspace_id = $1 AND status = 'asked'", {question.workspace_id},
                  [&](store::Row const& row) { waiting = row.integer(0); });
    if (waiting >= most_waiting) return Error{Trouble::refused, "agenda.too_many", "", std::to_string(most_waiting)};
    // By chance alone: an id of version 7 would tell the moment.
    question.id = new_uuid_v4();
    question.status = Status::asked;
    question.asked_on = today_iso();
    question.last_word_on = question.asked_on;
    question.version = 1;
    auto token = secret::new_token();
    session.exec(
        "INSERT INTO question (workspace_id, question_id, asked_words, words, stems, asker, area_code, "
        "origin_page, origin_name, theme, national_theme, status, asked_on, last_word_on, link_digest, version, "
        "is_invented) VALUES ($1, $2, $3, '', '', $4, $5, $6, $7, '', '', $8, $9, $9, $10, 1, $11)",
        {question.workspace_id, question.id, question.asked_words, to_word(question.asker), question.area_code,
         question.origin.page, question.origin.name, to_word(question.status), question.asked_on, secret::digest(token),
         question.is_invented});
    WF_TRY_VOID(trail.add(session, {question.workspace_id, actor_of(actor), "question.ask", "question", question.id}));
    return Asked{std::move(question), std::move(token)};
}

Result<void> write(store::Session& session, trail::Trail const& trail, Question const& question, Wording const& wording,
                   std::string_view actor)
{
    auto next = question;
    next.words = wording.words;
    next.area_code = wording.area_code;
    next.theme = wording.theme;
    next.national_theme = wording.national_theme;
    auto const changed =
        session.exec("UPDATE question SET words = $4, area_code = $5, theme = $6, national_theme = $7, "
                     "version = version + 1 WHERE workspace_id = $1 AND question_id = $2 AND version = $3",
                     {question.workspace_id, question.id, question.version, next.words, next.area_code, next.theme,
                      next.national_theme});
    if (changed == 0) return Error{Trouble::conflict, "agenda.overtaken", "", ""};
    if (!question.words.empty() && next.words != question.words)
        session.exec("INSERT INTO question_wording (workspace_id, question_id, version, until_day, words) "
                     "VALUES ($1, $2, $3, $4, $5)",
                     {question.workspace_id, question.id, question.version, today_iso(), question.words});
    index(session, next);
    trail::Entry entry{question.workspace_id, actor_of(actor), "question.write", "question", question.id};
    if (next.words != question.words) entry.changes.push_back(change_of("words", question.words, next.words));
    if (next.area_code != question.area_code)
        entry.changes.push_back(change_of("area", question.area_code, next.area_code));
    if (next.theme != question.theme) entry.changes.push_back(change_of("theme", question.theme, next.theme));
    if (next.national_theme != question.national_theme)
        entry.changes.push_back(change_of("national_theme", question.national_theme, next.national_theme));
    return trail.add(session, entry);
}

Result<void> tell(store::Session& session, trail::Trail const& trail, Question const& question, Word word,
                  std::string_view actor)
{
    if (word.status == Status::not_taken_up && trim(word.words).empty())
        return Error{Trouble::bad_input, "agenda.no_reason", "woord", "say why it is not taken up"};
    bool const stays_inside = word.status == Status::asked;
    if (!stays_inside && question.words.empty())
        return Error{Trouble::bad_input, "agenda.no_words", "woorden", "write the question for the agenda first"};
    word.told_on = today_iso();
    add_word(session, question, word);
    set_status(session, question, word.status, word.told_on);
    if (auto const now = find(session, question.workspace_id, question.id)) index(session, *now);
    // Who asked a question that went on in this one is told the same.
    for (auto const& other : list_merged(session, question)) {
        add_word(session, other, word);
        session.exec("UPDATE question SET last_word_on = $3 WHERE workspace_id = $1 AND question_id = $2",
                     {other.workspace_id, other.id, word.told_on});
    }
    return trail.add(session,
                     {question.workspace_id,
                      actor_of(actor),
                      "question.tell",
                      "question",
                      question.id,
                      {change_of("status", std::string{to_word(question.status)}, std::string{to_word(word.status)})}});
}

Result<void> take_words_away(store::Session& session, trail::Trail const& trail, Question const& question,
                             std::string_view actor)
{
    if (question.words.empty()) {
        if (!actor.empty()) return Error{Trouble::bad_input, "agenda.no_words", "woorden", ""};
        session.exec("DELETE FROM question_word WHERE workspace_id = $1 AND question_id = $2",
                     {question.workspace_id, question.id});
        session.exec("DELETE FROM question WHERE workspace_id = $1 AND question_id = $2",
                     {question.workspace_id, question.id});
        return trail.add(session,
                         {question.workspace_id, actor_of(actor), "question.withdraw", "question", question.id});
    }
    auto blank = question;
    blank.asked_words.clear();
    session.exec("UPDATE question SET asked_words = '', version = version + 1 WHERE workspace_id = $1 AND "
                 "question_id = $2",
                 {question.workspace_id, question.id});
    index(session, blank);
    return trail.add(session, {question.workspace_id, actor_of(actor), "question.blank", "question", question.id});
}

Result<void> merge(store::Session& session, trail::Trail const& trail, Question const& from, Question const& into,
                   std::string_view actor)
{
    if (from.id == into.id) return Error{Trouble::bad_input, "agenda.same", "in", ""};
    if (from.status == Status::merged || into.status == Status::merged)
        return Error{Trouble::conflict, "agenda.merged", "in", ""};
    if (into.words.empty()) return Error{Trouble::bad_input, "agenda.no_words", "in", ""};
    auto const day = today_iso();
    add_word(session, from, {"", day, Status::merged, "", std::string{told_by::question}, into.id});
    session.exec("UPDATE question SET status = 'merged', merged_into = $3, last_word_on = $4, version = version + 1 "
                 "WHERE workspace_id = $1 AND question_id = $2",
                 {from.workspace_id, from.id, into.id, day});
    search::forget(session, from.workspace_id, search::kind::question, from.id);
    // What was merged into the first goes on with it.
    session.exec("UPDATE question SET merged_into = $3 WHERE workspace_id = $1 AND merged_into = $2",
                 {from.workspace_id, from.id, into.id});
    return trail.add(session, {from.workspace_id,
                               actor_of(actor),
                               "question.merge",
                               "question",
                               from.id,
                               {trail::Change{"merged_into", std::nullopt, into.id}}});
}

} // namespace wf::agenda
