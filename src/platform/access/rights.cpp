// SPDX-License-Identifier: EUPL-1.2
#include "platform/access/rights.hpp"

#include "base/check.hpp"
#include "platform/json/json.hpp"

#include <algorithm>

namespace wf::embedded::platform_access {
std::string_view find(std::string_view name);
}

namespace wf::access {
namespace {

Error bad(std::string field, std::string detail)
{
    return {Trouble::bad_input, "access.bad_rights", std::move(field), std::move(detail)};
}

std::optional<Where> read_where(std::string_view word)
{
    if (word == "everywhere") return Where::everywhere;
    if (word == "workspace") return Where::workspace;
    if (word == "top") return Where::top;
    if (word == "own") return Where::own;
    return std::nullopt;
}

std::optional<Action> read_action(std::string_view word)
{
    auto const found =
        std::find_if(all_actions.begin(), all_actions.end(), [&](Action action) { return to_word(action) == word; });
    return found == all_actions.end() ? std::nullopt : std::optional{*found};
}

Result<Roles> read_role_list(json::Value const& value, std::string const& place)
{
    if (value.array() == nullptr) return bad(place, "a list of roles is wanted");
    Roles roles;
    for (auto const& entry : *value.array()) {
        auto const* word = entry.text();
        if (word == nullptr) return bad(place, "a role is a word");
        if (*word == "members") {
            for (auto const role : all_roles) {
                if (!everybody.has(role)) roles.add(role);
            }
        } else if (auto const role = read_role(*word)) {
            roles.add(*role);
        } else {
            return bad(place, "there is no role " + *word);
        }
    }
    return roles;
}

Result<std::string> read_text(json::Value const& value, std::string_view key, std::string const& place)
{
    auto const* member = value.find(key);
    if (member == nullptr || member->text() == nullptr || member->text()->empty())
        return bad(place, "\"" + std::string{key} + "\" is missing");
    return *member->text();
}

Result<Rights::Kind> read_kind(json::Value const& value, std::string const& place)
{
    Rights::Kind kind;
    WF_TRY(kind.name, read_text(value, "kind", place));
    WF_TRY(kind.nl, read_text(value, "nl", place));
    WF_TRY(kind.en, read_text(value, "en", place));
    WF_TRY(auto const word, read_text(value, "where", place));
    auto const where = read_where(word);
    if (!where) return bad(place, "\"where\" is everywhere, workspace, top or own");
    kind.where = *where;
    auto const* may = value.find("may");
    if (may == nullptr || may->object() == nullptr || may->object()->empty()) return bad(place, "\"may\" is missing");
    for (auto const& [name, roles] : *may->object()) {
        auto const action = read_action(name);
        if (!action) return bad(place, "there is no action " + name);
        WF_TRY(auto const read, read_role_list(roles, place + "." + name));
        if (read.empty() != (kind.where == Where::own))
            return bad(place, "name roles, except for one's own records, which any account may use");
        bool const open = read.has_any(everybody);
        if (open && kind.where != Where::everywhere) return bad(place, "guests and residents have no workspace");
        if (!open && kind.where == Where::everywhere) return bad(place, "a role needs a workspace to have it in");
        kind.lines.push_back({*action, read});
    }
    return kind;
}

/// Of a person in a workspace: those of its roles that count now.
Roles counting(Membership const& membership, Roles careful, bool two_factors)
{
    auto roles = membership.roles;
    if (!two_factors) {
        for (auto const role : all_roles) {
            if (careful.has(role)) roles.remove(role);
        }
    }
    return roles;
}

} // namespace

std::string_view to_word(Action action)
{
    switch (action) {
    case Action::read: return "read";
    case Action::add: return "add";
    case Action::change: return "change";
    case Action::remove: return "remove";
    case Action::review: return "review";
    case Action::manage: return "manage";
    }
    throw Bug{"an action that is none"};
}

Rights const& Rights::built_in()
{
    static auto const rights = [] {
        auto read = Rights::read(embedded::platform_access::find("rights.json"));
        if (!read) throw Bug{"data/rights.json: " + to_line(read.error())};
        return std::move(*read);
    }();
    return rights;
}

Result<Rights> Rights::read(std::string_view bytes)
{
    WF_TRY(auto const document, json::read(bytes));
    Rights rights;
    if (auto const* careful = document.find("two_factors")) {
        WF_TRY(rights.m_careful, read_role_list(*careful, "two_factors"));
    }
    auto const* kinds = document.find("kinds");
    if (kinds == nullptr || kinds->array() == nullptr) return bad("kinds", "a list is wanted");
    for (auto const& value : *kinds->array()) {
        WF_TRY(auto kind, read_kind(value, "kinds[" + std::to_string(rights.m_kinds.size()) + "]"));
        if (rights.find(kind.name) != nullptr) return bad(kind.name, "this kind stands in the table twice");
        rights.m_kinds.push_back(std::move(kind));
    }
    return rights;
}

Rights::Kind const* Rights::find(std::string_view kind) const
{
    auto const found = std::find_if(m_kinds.begin(), m_kinds.end(), [&](auto const& one) { return one.name == kind; });
    return found == m_kinds.end() ? nullptr : &*found;
}

bool Rights::knows(Needs const& needs) const
{
    auto const* kind = find(needs.kind);
    return kind != nullptr && std::any_of(kind->lines.begin(), kind->lines.end(),
                                          [&](Line const& line) { return line.action == needs.action; });
}

Verdict Rights::judge(Actor const& actor, Needs const& needs, std::string_view workspace) const
{
    auto const* kind = find(needs.kind);
    auto const no = actor.has_account() ? Verdict::refused : Verdict::needs_login;
    if (kind == nullptr) return Verdict::refused;
    auto const line = std::find_if(kind->lines.begin(), kind->lines.end(),
                                   [&](Line const& one) { return one.action == needs.action; });
    if (line == kind->lines.end()) return Verdict::refused;
    Membership const* membership = nullptr;
    switch (kind->where) {
    case Where::everywhere: return Verdict::allowed; // read() lets only what is open to all stand here
    case Where::own: return actor.has_account() ? Verdict::allowed : no;
    case Where::workspace: membership = actor.in(workspace); break;
    case Where::top: membership = actor.top(); break;
    }
    if (membership == nullptr || !membership->roles.has_any(line->roles)) return no;
    return counting(*membership, m_careful, actor.two_factors).has_any(line->roles) ? Verdict::allowed
                                                                                    : Verdict::needs_factor;
}

std::string to_markdown(Rights const& rights)
{
    std::string out =
        "# Rights\n\nGenerated by `weefsel docs` from `data/rights.json`: change that, not this file.\n\nWhat does not stand in this table may not be done, by nobody. *Where* says in which workspace "
        "somebody must have the role.\n";
    out +=
        "Roles that count only after logging in with a second proof (a code): " + to_words(rights.careful()) + ".\n\n";
    out += "| kind | action | where | roles |\n|---|---|---|---|\n";
    for (auto const& kind : rights.kinds()) {
        for (auto const& line : kind.lines) {
            std::string_view where = "";
            switch (kind.where) {
            case Where::everywhere: where = "everywhere"; break;
            case Where::workspace: where = "the workspace named in the address"; break;
            case Where::top: where = "the workspace above all others"; break;
            case Where::own: where = "one's own"; break;
            }
            out += "| `" + kind.name + "` " + kind.en + " | " + std::string{to_word(line.action)} + " | " +
                   std::string{where} + " | ";
            auto const words = to_words(line.roles);
            out += (words.empty() ? "every account" : words) + " |\n";
        }
    }
    return out;
}

} // namespace wf::access
