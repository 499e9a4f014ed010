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

/// How many records have this word, counted to `most`; `where`: more about them, as SQL.
std::int64_t count_up_to(store::Session& session, std::string_view workspace, std::string_view word, std::int64_t most,
                         std::string const& where = {})
{
    std::int64_t many = 0;
    session.query("SELECT count(*) FROM (SELECT 1 FROM search_stem WHERE workspace_id = $1 AND stem = $2 " + where +
                      "LIMIT $3) AS some",
                  {workspace, word, most}, [&](store::Row const& row) { many = row.integer(0); });
    return many;
}

/// What is sought, as the statements below have it: $1 to $6.
struct Sought {
    std::string_view workspace;
    Words words; ///< rarest first: the list of the first one is walked, the others are looked up
    std::string may;
    bool is_common{false}; ///< also the rarest
};

Sought make_sought(store::Session& session, std::string_view workspace, Words const& words, std::string may,
                   std::int64_t common)
{
    std::vector<std::pair<std::int64_t, std::string>> counted;
    for (auto const& word : words) {
        if (!word.empty()) counted.emplace_back(count_up_to(session, workspace, word, common), word);
    }
    std::stable_sort(counted.begin(), counted.end(), [](auto const& a, auto const& b) { return a.first < b.first; });
    Sought sought{workspace, {}, std::move(may), !counted.empty() && counted.front().first >= common};
    for (std::size_t i = 0; i < counted.size(); ++i) sought.words[i] = std::move(counted[i].second);
    return sought;
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

/// The record of `of` has the word of $n, or no such word is sought.
std::string has(int n, std::string const& of, std::string const& where = {})
{
    auto const word = "$" + std::to_string(n);
    return "AND (" + word +
           " = '' OR EXISTS (SELECT 1 FROM search_stem w WHERE w.workspace_id = $1 AND w.stem = " + word +
           " AND w.kind = " + of + ".kind AND w.record_id = " + of + ".record_id " + where + ")) ";
}

std::string const others_too = has(3, "s") + has(4, "s") + has(5, "s");
std::string const list_of_first =
    "s.workspace_id = $1 AND s.stem = $2 AND $6 LIKE '%|' || s.kind || '|%' " + others_too;

/// From the list of the first word to the records, all of them sorted: for a word that few have.
std::string in_list(std::string const& where = {})
{
    // CROSS JOIN: from the few that have the word to their records, not the other way.
    return "search_stem s CROSS JOIN search_record r "
           "WHERE r.workspace_id = $1 AND r.kind = s.kind AND r.record_id = s.record_id AND " +
           list_of_first + where + "ORDER BY s.in_title DESC, r.day DESC, r.kind, r.record_id LIMIT $7";
}

/// The records from the newest on until there are enough: for a word that many have.
std::string by_day(std::string const& where)
{
    return "search_record r WHERE r.workspace_id = $1 AND $6 LIKE '%|' || r.kind || '|%' " + has(2, "r", where) +
           has(3, "r") + has(4, "r") + has(5, "r") + "ORDER BY r.day DESC, r.kind, r.record_id LIMIT $7";
}

void read_found(store::Session& session, Sought const& sought, std::string const& from, std::int64_t limit,
                std::vector<Found>& found)
{
    session.query("SELECT r.kind, r.record_id, r.title, r.link, r.day FROM " + from,
                  {sought.workspace, sought.words[0], sought.words[1], sought.words[2], sought.words[3], sought.may,
                   limit},
                  [&](store::Row const& row) {
                      found.push_back({row.string(0), row.string(1), row.string(2), row.string(3), row.string(4)});
                  });
}

void find_common(store::Session& session, Sought const& sought, Limits const& limits, std::vector<Found>& found)
{
    auto const in_title = count_up_to(session, sought.workspace, sought.words[0], limits.common, "AND in_title ");
    auto const titles = in_title < limits.common ? in_list("AND s.in_title ") : by_day("AND w.in_title ");
    read_found(session, sought, titles, limits.found, found);
    auto const left = limits.found - static_cast<std::int64_t>(found.size());
    if (left > 0) read_found(session, sought, by_day("AND NOT w.in_title "), left, found);
}

void count_all(store::Session& session, Sought const& sought, std::int64_t most, Answer& answer)
{
    std::int64_t sum = 0;
    session.query("SELECT kind, count(*) FROM (SELECT s.kind FROM search_stem s WHERE " + list_of_first +
                      "LIMIT $7) AS some GROUP BY kind ORDER BY kind",
                  {sought.workspace, sought.words[0], sought.words[1], sought.words[2], sought.words[3], sought.may,
                   most + 1},
                  [&](store::Row const& row) { sum += answer.all[row.string(0)] = row.integer(1); });
    answer.has_more = sum > most;
    if (answer.has_more) answer.all.clear();
}

} // namespace

std::vector<store::Migration> migrations()
{
    return {{"0045_search", std::string{embedded::commons_search::find("schema.sql")}},
            {"0050_search_common", std::string{embedded::commons_search::find("common.sql")}}};
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
            std::function<bool(std::string_view)> const& may_read, Limits const& limits)
{
    Answer answer;
    auto const sought = make_sought(session, workspace, sought_words(typed), readable(may_read), limits.common);
    if (sought.words[0].empty()) return answer;
    if (sought.is_common) find_common(session, sought, limits, answer.found);
    else read_found(session, sought, in_list(), limits.found, answer.found);
    count_all(session, sought, limits.counted, answer);
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
