// SPDX-License-Identifier: EUPL-1.2
#include "base/check.hpp"
#include "base/text.hpp"
#include "commons/search/search.hpp"

#include <algorithm>
#include <set>

namespace wf::embedded::commons_search {
std::string_view find(std::string_view name);
}

namespace wf::search {
namespace {

/// Raise when words are made otherwise; the list of words that mean the same counts by itself.
constexpr std::string_view rules_version = "1";

std::string made_by()
{
    // FNV-1a: to know one list from another, not to keep anything safe.
    std::uint64_t digest = 14'695'981'039'346'656'037ULL;
    for (auto const sign : embedded::commons_search::find("synonyms.json")) {
        digest ^= static_cast<unsigned char>(sign);
        digest *= 1'099'511'628'211ULL;
    }
    return std::string{rules_version} + "-" + std::to_string(digest);
}

using Stems = std::map<std::string, bool>; ///< is it in the title

Stems stems_of(Record const& record)
{
    Stems all;
    for (auto& word : words_of(record.text)) all.emplace(std::move(word), false);
    for (auto& word : words_of(record.title)) all.insert_or_assign(std::move(word), true);
    return all;
}

/// Rarest first: the list of the first one is walked, the others are looked up.
std::vector<std::string> rarest_first(store::Session& session, std::string_view workspace, Words const& words)
{
    constexpr int enough = 2'000; // beyond this all are common
    std::vector<std::pair<std::int64_t, std::string>> counted;
    for (auto const& word : words) {
        if (word.empty()) continue;
        session.query(
            "SELECT count(*) FROM (SELECT 1 FROM search_stem WHERE workspace_id = $1 AND stem = $2 LIMIT $3) AS some",
            {workspace, word, enough}, [&](store::Row const& row) { counted.emplace_back(row.integer(0), word); });
    }
    std::stable_sort(counted.begin(), counted.end(), [](auto const& a, auto const& b) { return a.first < b.first; });
    std::vector<std::string> ordered;
    for (auto& [times, word] : counted) ordered.push_back(std::move(word));
    return ordered;
}

/// "|question|plan|": the kinds that who seeks may read, for LIKE.
std::string readable(std::function<bool(std::string_view)> const& may_read)
{
    std::string all = "|";
    for (auto const& [kind, needs] : kinds) {
        if (needs.empty() || may_read(needs)) all += std::string{kind} + "|";
    }
    return all;
}

constexpr std::string_view matching =
    "s.workspace_id = $1 AND s.stem = $2 AND $6 LIKE '%|' || s.kind || '|%' "
    "AND ($3 = '' OR EXISTS (SELECT 1 FROM search_stem b WHERE b.workspace_id = $1 AND b.stem = $3 AND b.kind = s.kind "
    "AND b.record_id = s.record_id)) "
    "AND ($4 = '' OR EXISTS (SELECT 1 FROM search_stem c WHERE c.workspace_id = $1 AND c.stem = $4 AND c.kind = s.kind "
    "AND c.record_id = s.record_id)) "
    "AND ($5 = '' OR EXISTS (SELECT 1 FROM search_stem d WHERE d.workspace_id = $1 AND d.stem = $5 AND d.kind = s.kind "
    "AND d.record_id = s.record_id)) ";

} // namespace

std::vector<store::Migration> migrations()
{
    return {{"0045_search", std::string{embedded::commons_search::find("schema.sql")}}};
}

void keep(store::Session& session, Record const& record)
{
    WF_CHECK(std::any_of(kinds.begin(), kinds.end(), [&](auto const& one) { return one.first == record.kind; }));
    auto wanted = stems_of(record);
    session.exec("INSERT INTO search_record (workspace_id, kind, record_id, title, link, day) "
                 "VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (workspace_id, kind, record_id) DO UPDATE SET "
                 "title = excluded.title, link = excluded.link, day = excluded.day",
                 {record.workspace_id, record.kind, record.id, record.title, record.link, record.day});
    // Most words of a text stay when somebody changes it: only what is other is written.
    std::vector<std::string> gone;
    session.query(
        "SELECT stem, in_title FROM search_stem WHERE workspace_id = $1 AND kind = $2 AND record_id = $3 ORDER BY stem",
        {record.workspace_id, record.kind, record.id}, [&](store::Row const& row) {
            auto const found = wanted.find(row.string(0));
            if (found != wanted.end() && found->second == (row.integer(1) != 0)) wanted.erase(found);
            else gone.push_back(row.string(0));
        });
    for (auto const& stem : gone)
        session.exec("DELETE FROM search_stem WHERE workspace_id = $1 AND stem = $2 AND kind = $3 AND record_id = $4",
                     {record.workspace_id, stem, record.kind, record.id});
    for (auto const& [stem, in_title] : wanted)
        session.exec(
            "INSERT INTO search_stem (workspace_id, stem, kind, record_id, in_title) VALUES ($1, $2, $3, $4, $5)",
            {record.workspace_id, stem, record.kind, record.id, in_title});
}

void forget(store::Session& session, std::string_view workspace, std::string_view kind, std::string_view id)
{
    session.exec("DELETE FROM search_stem WHERE workspace_id = $1 AND kind = $2 AND record_id = $3",
                 {workspace, kind, id});
    session.exec("DELETE FROM search_record WHERE workspace_id = $1 AND kind = $2 AND record_id = $3",
                 {workspace, kind, id});
}

std::string sql_of_list(std::string_view id, int first, std::string_view of_kinds)
{
    std::string sql;
    for (std::size_t i = 0; i < Words{}.size(); ++i) {
        auto const word = "$" + std::to_string(first + static_cast<int>(i));
        sql += "AND (" + word + " = '' OR " + std::string{id} +
               " IN (SELECT record_id FROM search_stem WHERE workspace_id = $1 AND stem = " + word + " AND kind IN (" +
               std::string{of_kinds} + "))) ";
    }
    return sql;
}

Answer find(store::Session& session, std::string_view workspace, std::string_view typed,
            std::function<bool(std::string_view)> const& may_read, std::int64_t limit)
{
    Answer answer;
    auto words = rarest_first(session, workspace, sought_words(typed));
    if (words.empty()) return answer;
    words.resize(Words{}.size());
    auto const may = readable(may_read);
    // CROSS JOIN: from the few that have the word to their records, not the other way.
    session.query(
        "SELECT r.kind, r.record_id, r.title, r.link, r.day FROM search_stem s CROSS JOIN search_record r "
        "WHERE r.workspace_id = $1 AND r.kind = s.kind AND r.record_id = s.record_id AND " +
            std::string{matching} + "ORDER BY s.in_title DESC, r.day DESC, r.kind, r.record_id LIMIT $7",
        {workspace, words[0], words[1], words[2], words[3], may, limit}, [&](store::Row const& row) {
            answer.found.push_back({row.string(0), row.string(1), row.string(2), row.string(3), row.string(4)});
        });
    session.query("SELECT s.kind, count(*) FROM search_stem s WHERE " + std::string{matching} +
                      "GROUP BY s.kind ORDER BY s.kind",
                  {workspace, words[0], words[1], words[2], words[3], may},
                  [&](store::Row const& row) { answer.all[row.string(0)] = row.integer(1); });
    return answer;
}

bool is_made(store::Session& session, std::string_view workspace)
{
    std::string version;
    session.query("SELECT version FROM search_made WHERE workspace_id = $1", {workspace},
                  [&](store::Row const& row) { version = row.string(0); });
    return version == made_by();
}

void begin_anew(store::Session& session, std::string_view workspace)
{
    session.exec("DELETE FROM search_stem WHERE workspace_id = $1", {workspace});
    session.exec("DELETE FROM search_record WHERE workspace_id = $1", {workspace});
    session.exec("INSERT INTO search_made (workspace_id, version) VALUES ($1, $2) "
                 "ON CONFLICT (workspace_id) DO UPDATE SET version = excluded.version",
                 {workspace, made_by()});
}

} // namespace wf::search
