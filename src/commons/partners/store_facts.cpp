// SPDX-License-Identifier: EUPL-1.2
// What is known of a werkplaats, and its themes.
#include "base/check.hpp"
#include "base/ids.hpp"
#include "base/text.hpp"
#include "commons/agenda/agenda.hpp"
#include "commons/partners/partners.hpp"
#include "platform/clock/clock.hpp"
#include "platform/clock/today.hpp"

#include <algorithm>
#include <map>

namespace wf::partners {

std::vector<Fact> list_facts(store::Session& session, std::string_view workspace)
{
    std::map<std::string, Fact, std::less<>> known;
    session.query("SELECT name, content, version, changed_on FROM workspace_fact WHERE workspace_id = $1 ORDER BY name",
                  {workspace}, [&](store::Row const& row) {
                      known[row.string(0)] = {row.string(0),
                                              writing::read_content<FactContent>(fact_parts, row.text(1)),
                                              row.integer(2), row.string(3)};
                  });
    std::vector<Fact> all;
    for (auto const name : fact_names) {
        auto const found = known.find(name);
        all.push_back(found == known.end() ? Fact{std::string{name}, {}, 0, ""} : found->second);
    }
    return all;
}

Result<Saved<Fact>> save_fact(store::Session& session, By const& by, std::string_view workspace, std::string_view name,
                              std::int64_t seen, FactContent const& mine)
{
    auto facts = list_facts(session, workspace);
    auto const found = std::find_if(facts.begin(), facts.end(), [&](Fact const& one) { return one.name == name; });
    if (found == facts.end()) return Error{Trouble::not_found, "partners.no_such_fact", std::string{name}, ""};
    auto fact = std::move(*found);
    auto changes = writing::changes_of(fact_parts, fact.content, mine);
    if (changes.empty()) return Saved<Fact>{std::move(fact)};
    if (seen != fact.version) {
        auto clashes = differing(fact_parts, fact.content, mine);
        return Saved<Fact>{std::move(fact), std::move(clashes)};
    }
    WF_TRY_VOID(check_proof({mine.source, mine.looked_on, mine.checked == yes}));
    if (name == "site") {
        if (auto const checked = check_site(mine.text); !checked)
            return Error{Trouble::bad_input, "partners.bad_site", "tekst", mine.text};
    }
    fact.content = mine;
    fact.version += 1;
    fact.changed_on = today_iso();
    session.exec(
        "INSERT INTO workspace_fact (workspace_id, name, content, version, changed_on) VALUES ($1, $2, $3, $4, $5) "
        "ON CONFLICT (workspace_id, name) DO UPDATE SET content = excluded.content, version = excluded.version, "
        "changed_on = excluded.changed_on",
        {workspace, name, writing::to_json(fact_parts, mine), fact.version, fact.changed_on});
    for (auto& change : changes) change.field = std::string{name} + "." + change.field;
    WF_TRY_VOID(by.note(session, workspace, "workspace_fact.change", "workspace_fact", workspace, std::move(changes)));
    return Saved<Fact>{std::move(fact)};
}

std::vector<Theme> list_themes(store::Session& session, std::string_view workspace)
{
    std::vector<Theme> all;
    session.query("SELECT theme_id, words, national_theme, source, looked_on, is_checked, made_on FROM workspace_theme "
                  "WHERE workspace_id = $1 AND NOT is_retired ORDER BY theme_id",
                  {workspace}, [&](store::Row const& row) {
                      all.push_back({row.string(0), row.string(1), row.string(2),
                                     Proof{row.string(3), row.string(4), row.integer(5) != 0}, false, row.string(6)});
                  });
    return all;
}

bool has_themes(store::Session& session, std::string_view workspace)
{
    bool any = false;
    session.query("SELECT count(*) FROM workspace_theme WHERE workspace_id = $1", {workspace},
                  [&](store::Row const& row) { any = row.integer(0) > 0; });
    return any;
}

Result<Theme> add_theme(store::Session& session, By const& by, std::string_view workspace, Theme theme)
{
    theme.words = trim(theme.words);
    if (theme.words.empty()) return Error{Trouble::bad_input, "partners.no_words", "woorden", ""};
    auto const& national = agenda::national_themes();
    bool const is_national = std::any_of(national.begin(), national.end(), [&](agenda::NationalTheme const& one) {
        return one.id == theme.national_theme;
    });
    if (!theme.national_theme.empty() && !is_national)
        return Error{Trouble::bad_input, "partners.no_such_theme", "landelijk", theme.national_theme};
    WF_TRY_VOID(check_proof(theme.proof));
    auto const there = list_themes(session, workspace);
    if (std::any_of(there.begin(), there.end(),
                    [&](Theme const& other) { return sort_key(other.words) == sort_key(theme.words); }))
        return Error{Trouble::bad_input, "partners.theme_exists", "woorden", theme.words};
    theme.id = new_uuid_v7();
    theme.made_on = today_iso();
    session.exec(
        "INSERT INTO workspace_theme (workspace_id, theme_id, words, national_theme, source, looked_on, is_checked, "
        "is_retired, made_on) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        {workspace, theme.id, theme.words, theme.national_theme, theme.proof.source, theme.proof.looked_on,
         theme.proof.is_checked, false, theme.made_on});
    WF_TRY_VOID(by.note(session, workspace, "workspace_theme.add", "workspace_theme", theme.id,
                        {{"woorden", std::nullopt, theme.words},
                         {"landelijk", std::nullopt, theme.national_theme},
                         {"bron", std::nullopt, theme.proof.source},
                         {"gezien", std::nullopt, theme.proof.looked_on},
                         {"nagekeken", std::nullopt, std::string{theme.proof.is_checked ? yes : ""}}}));
    return theme;
}

Result<void> retire_theme(store::Session& session, By const& by, std::string_view workspace, std::string_view id)
{
    if (!Uuid::parse(id) || session.exec("UPDATE workspace_theme SET is_retired = $3 "
                                         "WHERE workspace_id = $1 AND theme_id = $2 AND NOT is_retired",
                                         {workspace, id, true}) == 0)
        return Error{Trouble::not_found, "partners.unknown", std::string{id}, ""};
    return by.note(session, workspace, "workspace_theme.retire", "workspace_theme", id, {});
}

} // namespace wf::partners
