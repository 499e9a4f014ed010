// SPDX-License-Identifier: EUPL-1.2
// Programmes themselves, and publications.
#include "base/check.hpp"
#include "base/date.hpp"
#include "base/ids.hpp"
#include "base/text.hpp"
#include "commons/programme/programme_row.hpp"
#include "platform/clock/clock.hpp"
#include "platform/clock/today.hpp"

namespace wf::programme {
namespace {

constexpr std::string_view columns =
    "workspace_id, programme_id, name, from_day, until_day, giver, amount, source, version, "
    "made_on, is_invented";

Programme read_programme(store::Row const& row)
{
    return {row.string(0),        row.string(1), row.string(2),  row.string(3), row.string(4),       row.string(5),
            row.maybe_integer(6), row.string(7), row.integer(8), row.string(9), row.integer(10) != 0};
}

Result<void> check_programme(Programme const& programme)
{
    WF_TRY_VOID(check_words(programme.name, "naam"));
    WF_TRY_VOID(check_words(programme.giver, "gever"));
    if (!Date::parse(programme.from)) return Error{Trouble::bad_input, "programme.bad_period", "van", programme.from};
    if (!Date::parse(programme.until) || programme.until < programme.from)
        return Error{Trouble::bad_input, "programme.bad_period", "tot", programme.until};
    if (!programme.amount) return {};
    WF_TRY_VOID(check_words(programme.source, "bron")); // an amount without where it stands is hearsay
    if (*programme.amount < 0 || *programme.amount > most_euros)
        return Error{Trouble::bad_input, "programme.bad_amount", "bedrag", std::to_string(*programme.amount)};
    return {};
}

std::optional<std::string> text_of(std::optional<std::int64_t> number)
{
    return number ? std::optional{std::to_string(*number)} : std::nullopt;
}

std::vector<trail::Change> changes_of(Programme const& before, Programme const& after)
{
    std::vector<trail::Change> changes;
    auto const compare = [&](std::string_view name, std::string const& was, std::string const& is) {
        if (was != is) changes.push_back({std::string{name}, was, is});
    };
    compare("name", before.name, after.name);
    compare("from", before.from, after.from);
    compare("until", before.until, after.until);
    compare("giver", before.giver, after.giver);
    compare("source", before.source, after.source);
    if (before.amount != after.amount) changes.push_back({"amount", text_of(before.amount), text_of(after.amount)});
    return changes;
}

} // namespace

Result<void> check_words(std::string_view words, std::string_view field)
{
    if (!trim(words).empty()) return {};
    return Error{Trouble::bad_input, "programme.no_words", std::string{field}, ""};
}

Result<void> check_past(std::string_view day, std::string_view field)
{
    if (Date::parse(day) && day <= today_iso()) return {};
    return Error{Trouble::bad_input, "programme.bad_day", std::string{field}, std::string{day}};
}

Result<void> note(store::Session& session, By const& by, Noted const& about, std::vector<trail::Change> changes)
{
    return by.note(session, about.workspace, about.action, "programme", about.id, std::move(changes));
}

Result<Programme> add(store::Session& session, By const& by, Programme programme)
{
    WF_TRY_VOID(check_programme(programme));
    programme.id = new_uuid_v7();
    programme.version = 1;
    programme.made_on = today_iso();
    session.exec(
        "INSERT INTO programme (workspace_id, programme_id, name, from_day, until_day, giver, amount, source, version, "
        "made_on, is_invented) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
        {programme.workspace_id, programme.id, programme.name, programme.from, programme.until, programme.giver,
         programme.amount, programme.source, programme.version, programme.made_on, programme.is_invented});
    WF_TRY_VOID(note(session, by, {programme.workspace_id, programme.id, "programme.add"}, changes_of({}, programme)));
    return programme;
}

Result<void> save(store::Session& session, By const& by, Programme const& programme)
{
    auto const found = find(session, programme.workspace_id, programme.id);
    if (!found) return Error{Trouble::not_found, "programme.unknown", programme.id, ""};
    if (found->version != programme.version) return Error{Trouble::conflict, "programme.overtaken", "naam", ""};
    WF_TRY_VOID(check_programme(programme));
    auto changes = changes_of(*found, programme);
    if (changes.empty()) return {};
    session.exec("UPDATE programme SET name = $3, from_day = $4, until_day = $5, giver = $6, amount = $7, source = $8, "
                 "version = version + 1 WHERE workspace_id = $1 AND programme_id = $2",
                 {programme.workspace_id, programme.id, programme.name, programme.from, programme.until,
                  programme.giver, programme.amount, programme.source});
    return note(session, by, {programme.workspace_id, programme.id, "programme.write"}, std::move(changes));
}

std::optional<Programme> find(store::Session& session, std::string_view workspace, std::string_view id)
{
    if (!Uuid::parse(id)) return std::nullopt;
    std::optional<Programme> found;
    session.query("SELECT " + std::string{columns} + " FROM programme WHERE workspace_id = $1 AND programme_id = $2",
                  {workspace, id}, [&](store::Row const& row) { found = read_programme(row); });
    return found;
}

std::vector<Programme> list(store::Session& session, std::string_view workspace)
{
    std::vector<Programme> all;
    session.query("SELECT " + std::string{columns} +
                      " FROM programme WHERE workspace_id = $1 ORDER BY from_day DESC, programme_id",
                  {workspace}, [&](store::Row const& row) { all.push_back(read_programme(row)); });
    return all;
}

Result<Publication> publish(store::Session& session, By const& by, Publication publication)
{
    WF_TRY_VOID(check_words(publication.title, "titel"));
    WF_TRY_VOID(check_words(publication.place, "waar"));
    WF_TRY_VOID(check_past(publication.on, "dag"));
    WF_TRY_VOID(check_link(publication.link));
    WF_TRY_VOID(work::check(session, publication.workspace_id, publication.work));
    publication.id = new_uuid_v7();
    session.exec(
        "INSERT INTO publication (workspace_id, publication_id, kind, title, place, published_on, link, work_kind, "
        "work_id, is_invented) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
        {publication.workspace_id, publication.id, to_word(publication.medium), publication.title, publication.place,
         publication.on, publication.link, work::to_word(publication.work.kind), publication.work.id,
         publication.is_invented});
    WF_TRY_VOID(note(session, by, {publication.workspace_id, publication.id, "publication.add"},
                     {{"title", std::nullopt, publication.title},
                      {"place", std::nullopt, publication.place},
                      {"on", std::nullopt, publication.on}}));
    return publication;
}

std::vector<Publication> list_publications(store::Session& session, std::string_view workspace)
{
    std::vector<Publication> all;
    session.query(
        "SELECT workspace_id, publication_id, kind, title, place, published_on, link, work_kind, work_id, is_invented "
        "FROM publication WHERE workspace_id = $1 ORDER BY published_on, publication_id",
        {workspace}, [&](store::Row const& row) {
            auto const medium = read_medium(row.text(2));
            auto const kind = work::read_kind(row.text(7));
            WF_CHECK(medium && kind);
            all.push_back({row.string(0),
                           row.string(1),
                           *medium,
                           row.string(3),
                           row.string(4),
                           row.string(5),
                           row.string(6),
                           {*kind, row.string(8)},
                           row.integer(9) != 0});
        });
    return all;
}

} // namespace wf::programme
