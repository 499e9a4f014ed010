// SPDX-License-Identifier: EUPL-1.2
#include "commons/partners/known.hpp"

#include "base/check.hpp"
#include "commons/workspaces/workspaces.hpp"
#include "platform/json/json.hpp"

#include <algorithm>

namespace wf::embedded::commons_partners {
std::string_view find(std::string_view name);
}

namespace wf::partners {
namespace {

std::string text_of(json::Value const& value, std::string_view name)
{
    auto const* member = value.find(name);
    if (member == nullptr) return {};
    WF_CHECK(member->text() != nullptr);
    return *member->text();
}

bool yes_of(json::Value const& value, std::string_view name)
{
    auto const* member = value.find(name);
    WF_CHECK(member != nullptr && member->boolean().has_value());
    return *member->boolean();
}

Proof proof_of(json::Value const& value)
{
    return {text_of(value, "source"), text_of(value, "looked_on"), yes_of(value, "checked")};
}

/// A text, or one with a source of its own; else it has that of its row.
std::pair<std::string, Proof> read_known(json::Value const& value, Proof const& of_row)
{
    bool const has_own = value.object() != nullptr;
    WF_CHECK(has_own || value.text() != nullptr);
    auto proof = has_own ? proof_of(value) : of_row;
    WF_CHECK(check_proof(proof).has_value());
    return {has_own ? text_of(value, "text") : *value.text(), std::move(proof)};
}

KnownWerkplaats read_werkplaats(json::Value const& row)
{
    KnownWerkplaats werkplaats;
    werkplaats.name = text_of(row, "name");
    auto const of_row = proof_of(row);
    auto const* facts = row.find("facts");
    WF_CHECK(facts != nullptr && facts->object() != nullptr);
    for (auto const& [name, value] : *facts->object()) {
        WF_CHECK(std::find(fact_names.begin(), fact_names.end(), name) != fact_names.end());
        auto const [text, proof] = read_known(value, of_row);
        werkplaats.facts.emplace_back(name, FactContent{text, proof.source, proof.looked_on,
                                                        std::string{proof.is_checked ? yes : ""}});
    }
    if (auto const* themes = row.find("themes"); themes != nullptr) {
        WF_CHECK(themes->array() != nullptr);
        for (auto const& theme : *themes->array()) {
            auto const [text, proof] = read_known(theme, of_row);
            werkplaats.themes.push_back({"", text, "", proof});
        }
    }
    if (auto const* word = row.find("studio"); word != nullptr)
        werkplaats.studio = {text_of(*word, "one"), text_of(*word, "many")};
    return werkplaats;
}

std::vector<KnownWerkplaats> read_all()
{
    auto const document = json::read(embedded::commons_partners::find("werkplaatsen.json"));
    WF_CHECK(document.has_value());
    auto const* rows = document->find("werkplaatsen");
    WF_CHECK(rows != nullptr && rows->array() != nullptr);
    std::vector<KnownWerkplaats> all;
    for (auto const& row : *rows->array()) all.push_back(read_werkplaats(row));
    return all;
}

Result<workspaces::Workspace> find_or_add(store::Session& session, By const& by, std::string const& name, Added& added)
{
    if (auto found = workspaces::find_by_address(session, workspaces::make_address(name))) return std::move(*found);
    WF_TRY(auto made, workspaces::add(session, name, workspaces::Kind::werkplaats, ""));
    added.workspaces += 1;
    auto const top = workspaces::find_top(session);
    WF_CHECK(top.has_value());
    WF_TRY_VOID(by.note(session, top->id, "workspace.add", "workspace", made.id, {{"name", std::nullopt, made.name}}));
    return made;
}

Result<void> fill(store::Session& session, By const& by, std::string const& id, KnownWerkplaats const& known,
                  Added& added)
{
    auto const facts = list_facts(session, id);
    for (auto const& [name, content] : known.facts) {
        auto const there = std::find_if(facts.begin(), facts.end(),
                                        [&, &wanted = name](Fact const& one) { return one.name == wanted; });
        if (there->version > 0) continue;
        WF_TRY(auto const saved, save_fact(session, by, id, name, 0, content));
        WF_CHECK(saved.clashes.empty());
        added.facts += 1;
    }
    if (!has_themes(session, id)) {
        for (auto const& theme : known.themes) {
            WF_TRY_VOID(add_theme(session, by, id, theme));
            added.themes += 1;
        }
    }
    if (known.studio.one.empty() || find_word(session, id, Term::studio).version > 0) return {};
    WF_TRY_VOID(save_word(session, by, id, Term::studio, 0, known.studio));
    added.words += 1;
    return {};
}

} // namespace

std::vector<KnownWerkplaats> const& known_werkplaatsen()
{
    static std::vector<KnownWerkplaats> const all = read_all();
    return all;
}

Result<Added> add_known(store::Session& session, By const& by)
{
    Added added;
    // Below the one above all others, which the first administrator takes over.
    if (!workspaces::find_top(session))
        WF_TRY_VOID(workspaces::add(session, "Beheer", workspaces::Kind::association, ""));
    for (auto const& known : known_werkplaatsen()) {
        WF_TRY(auto const workspace, find_or_add(session, by, known.name, added));
        if (workspace.kind != workspaces::Kind::werkplaats) continue; // somebody else has that name
        WF_TRY_VOID(fill(session, by, workspace.id, known, added));
    }
    return added;
}

} // namespace wf::partners
