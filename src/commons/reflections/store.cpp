// SPDX-License-Identifier: EUPL-1.2
#include "base/characters.hpp"
#include "base/text.hpp"
#include "commons/reflections/reflections.hpp"
#include "commons/workspaces/workspaces.hpp"
#include "platform/clock/clock.hpp"
#include "platform/clock/today.hpp"

#include <algorithm>
#include <tuple>

namespace wf::embedded::commons_reflections {
std::string_view find(std::string_view name);
}

namespace wf::reflections {
namespace {

/// Bound to the seal: one that is moved to another row does not open there.
std::string place_of(std::string_view id)
{
    return "reflection:" + std::string{id};
}

struct SealedRow {
    std::string studio_id;
    std::string person_id;
    std::string sealed;
    Reflection reflection; ///< without words
};

constexpr std::string_view row_columns = "studio_id, person_id, reflection_id, sealed, written_on, shared_on";

SealedRow read_row(store::Row const& row)
{
    return {row.string(0), row.string(1), std::string{row.bytes(3)}, {row.string(2), "", row.string(4), row.string(5)}};
}

Result<void> open_row(secret::Key const& key, SealedRow& row)
{
    WF_TRY(row.reflection.words, secret::open(key, row.sealed, place_of(row.reflection.id)));
    return {};
}

Result<std::vector<Reflection>> open_all(store::Session& session, trail::PersonKeys const& keys,
                                         std::vector<SealedRow> rows, std::string_view person)
{
    std::vector<Reflection> opened;
    if (rows.empty()) return opened;
    WF_TRY(auto const key, keys.find(session, person));
    for (auto& row : rows) {
        WF_TRY_VOID(open_row(key, row));
        opened.push_back(std::move(row.reflection));
    }
    return opened;
}

Result<void> set_shared(store::Session& session, Place const& place, std::string_view id, std::string_view day)
{
    auto const changed = session.exec("UPDATE reflection SET shared_on = $5 WHERE workspace_id = $1 AND studio_id = $2 "
                                      "AND person_id = $3 AND reflection_id = $4",
                                      {place.workspace_id, place.studio_id, place.person_id, id, day});
    if (changed == 0) return Error{Trouble::not_found, "reflection.unknown", std::string{id}, ""};
    return {};
}

/// A deleted row stays behind in the file until its room is used again; zeros of the same length take its place first.
void blot(store::Session& session, std::string_view workspace, SealedRow const& row)
{
    std::string const zeros(row.sealed.size(), '\0');
    session.exec("UPDATE reflection SET sealed = $5 WHERE workspace_id = $1 AND studio_id = $2 AND person_id = $3 AND "
                 "reflection_id = $4",
                 {workspace, row.studio_id, row.person_id, row.reflection.id, store::Bytes{zeros}});
}

std::vector<SealedRow> rows_of_person(store::Session& session, std::string_view workspace, std::string_view person)
{
    std::vector<SealedRow> rows;
    session.query("SELECT " + std::string{row_columns} +
                      " FROM reflection WHERE workspace_id = $1 AND person_id = $2 ORDER BY reflection_id",
                  {workspace, person}, [&](store::Row const& row) { rows.push_back(read_row(row)); });
    return rows;
}

std::vector<SealedRow> rows_of_place(store::Session& session, Place const& place)
{
    std::vector<SealedRow> rows;
    session.query("SELECT " + std::string{row_columns} +
                      " FROM reflection WHERE workspace_id = $1 AND studio_id = $2 AND person_id = $3 "
                      "ORDER BY reflection_id DESC",
                  {place.workspace_id, place.studio_id, place.person_id},
                  [&](store::Row const& row) { rows.push_back(read_row(row)); });
    return rows;
}

} // namespace

std::vector<store::Migration> migrations()
{
    return {{"0044_reflection", std::string{embedded::commons_reflections::find("schema.sql")}}};
}

Result<void> write(store::Session& session, trail::PersonKeys const& keys, Place const& place, std::string_view words)
{
    auto const text = trim(words);
    if (text.empty()) return Error{Trouble::bad_input, "reflection.no_words", "woorden", ""};
    if (count_characters(text) > longest_reflection)
        return Error{Trouble::bad_input, "reflection.too_long", "woorden", std::to_string(longest_reflection)};
    std::int64_t count = 0;
    session.query("SELECT count(*) FROM reflection WHERE workspace_id = $1 AND studio_id = $2 AND person_id = $3",
                  {place.workspace_id, place.studio_id, place.person_id},
                  [&](store::Row const& row) { count = row.integer(0); });
    if (count >= most_of_one_person)
        return Error{Trouble::refused, "reflection.too_many", "woorden", std::to_string(most_of_one_person)};
    WF_TRY(auto const key, keys.find(session, place.person_id));
    auto const id = new_uuid_v7();
    auto const sealed = secret::seal(key, text, place_of(id));
    session.exec(
        "INSERT INTO reflection (workspace_id, studio_id, person_id, reflection_id, sealed, written_on, shared_on) "
        "VALUES ($1, $2, $3, $4, $5, $6, '')",
        {place.workspace_id, place.studio_id, place.person_id, id, store::Bytes{sealed}, today_iso()});
    return {};
}

Result<std::vector<Reflection>> list_own(store::Session& session, trail::PersonKeys const& keys, Place const& place)
{
    return open_all(session, keys, rows_of_place(session, place), place.person_id);
}

Result<std::vector<Reflection>> list_shared(store::Session& session, trail::PersonKeys const& keys, Place const& place)
{
    std::vector<SealedRow> rows;
    session.query("SELECT " + std::string{row_columns} +
                      " FROM reflection WHERE workspace_id = $1 AND studio_id = $2 AND shared_on <> '' "
                      "ORDER BY shared_on, reflection_id",
                  {place.workspace_id, place.studio_id}, [&](store::Row const& row) { rows.push_back(read_row(row)); });
    std::vector<Reflection> shared;
    for (auto& row : rows) {
        auto const key = keys.find(session, row.person_id);
        if (!key) continue;
        WF_TRY_VOID(open_row(*key, row));
        row.reflection.id.clear();
        shared.push_back(std::move(row.reflection));
    }
    std::sort(shared.begin(), shared.end(), [](Reflection const& a, Reflection const& b) {
        return std::tie(b.shared_on, a.words) < std::tie(a.shared_on, b.words);
    });
    return shared;
}

Result<void> share(store::Session& session, Place const& place, std::string_view id)
{
    return set_shared(session, place, id, today_iso());
}

Result<void> take_back(store::Session& session, Place const& place, std::string_view id)
{
    return set_shared(session, place, id, "");
}

Result<void> remove(store::Session& session, Place const& place, std::string_view id)
{
    for (auto const& row : rows_of_place(session, place)) {
        if (row.reflection.id != id) continue;
        blot(session, place.workspace_id, row);
        session.exec("DELETE FROM reflection WHERE workspace_id = $1 AND studio_id = $2 AND person_id = $3 AND "
                     "reflection_id = $4",
                     {place.workspace_id, place.studio_id, place.person_id, id});
        return {};
    }
    return Error{Trouble::not_found, "reflection.unknown", std::string{id}, ""};
}

Result<std::vector<Kept>> list_of_person(store::Session& session, trail::PersonKeys const& keys,
                                         std::string_view person)
{
    std::vector<Kept> all;
    for (auto const& workspace : workspaces::list(session)) {
        for (auto& row : rows_of_person(session, workspace.id, person)) {
            WF_TRY(auto const key, keys.find(session, person));
            WF_TRY_VOID(open_row(key, row));
            all.push_back({workspace.id, row.studio_id, std::move(row.reflection)});
        }
    }
    return all;
}

void forget_person(store::Session& session, std::string_view person)
{
    for (auto const& workspace : workspaces::list(session)) {
        for (auto const& row : rows_of_person(session, workspace.id, person)) blot(session, workspace.id, row);
        session.exec("DELETE FROM reflection WHERE workspace_id = $1 AND person_id = $2", {workspace.id, person});
    }
}

} // namespace wf::reflections
