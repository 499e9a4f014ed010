// SPDX-License-Identifier: EUPL-1.2
#include "platform/access/actor.hpp"

#include "base/check.hpp"
#include "base/text.hpp"

#include <algorithm>

namespace wf::access {

std::string_view to_word(Role role)
{
    switch (role) {
    case Role::guest: return "guest";
    case Role::resident: return "resident";
    case Role::volunteer: return "volunteer";
    case Role::worker: return "worker";
    case Role::researcher: return "researcher";
    case Role::coordinator: return "coordinator";
    case Role::procurement: return "procurement";
    case Role::administrator: return "administrator";
    }
    throw Bug{"a role that is none"};
}

std::optional<Role> read_role(std::string_view word)
{
    auto const found =
        std::find_if(all_roles.begin(), all_roles.end(), [&](Role role) { return to_word(role) == word; });
    return found == all_roles.end() ? std::nullopt : std::optional{*found};
}

std::string to_words(Roles roles)
{
    std::string words;
    for (auto const role : all_roles) {
        if (!roles.has(role)) continue;
        if (!words.empty()) words += ',';
        words += to_word(role);
    }
    return words;
}

Roles read_roles(std::string_view words)
{
    Roles roles;
    for (auto const word : split(words, ',')) {
        if (auto const role = read_role(word)) roles.add(*role);
    }
    return roles;
}

Membership const* Actor::in(std::string_view workspace_address) const
{
    auto const found = std::find_if(memberships.begin(), memberships.end(),
                                    [&](auto const& one) { return one.address == workspace_address; });
    return found == memberships.end() ? nullptr : &*found;
}

Membership const* Actor::top() const
{
    auto const found = std::find_if(memberships.begin(), memberships.end(), [](auto const& one) { return one.is_top; });
    return found == memberships.end() ? nullptr : &*found;
}

Actor const& nobody()
{
    static Actor const actor;
    return actor;
}

} // namespace wf::access
