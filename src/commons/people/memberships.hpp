// SPDX-License-Identifier: EUPL-1.2
// Which part people have in a workspace, and how they come to it: by an invitation.
#pragma once

#include "commons/people/accounts.hpp"

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace wf::people {

struct Member {
    Account account;
    access::Roles roles;
    std::string since;
};
/// How many people have a part in each workspace that has any, by its id.
[[nodiscard]] std::map<std::string, std::int64_t> count_members(store::Session& session);
/// How many people have each role in a workspace; who has two counts in both.
[[nodiscard]] std::map<access::Role, std::int64_t> count_roles(store::Session& session, std::string_view workspace);
/// Has the workspace above all others somebody in it? It can be there without: the demonstration makes it so.
[[nodiscard]] bool is_kept(store::Session& session);
/// By name.
[[nodiscard]] std::vector<Member> list_members(store::Session& session, House const& house, std::string_view workspace);
[[nodiscard]] std::optional<Member> find_member(store::Session& session, House const& house, std::string_view workspace,
                                                std::string_view person);
[[nodiscard]] std::vector<access::Membership> list_memberships(store::Session& session, std::string_view person);

/// In the log of processing of this workspace: data about these people were shown; a line of the whole, and below it one for each.
Result<void> note_shown(store::Session& session, House const& house, std::string_view workspace,
                        std::span<Member const> members);

/// No roles: no longer part of it. Error: people.last_administrator (nobody would be left who may let people in).
Result<void> set_roles(store::Session& session, House const& house, std::string_view workspace, std::string_view person,
                       access::Roles roles, std::string_view actor);

struct Invitation {
    std::string workspace_id;
    std::string id;
    std::string mail;
    access::Roles roles;
    std::string created_at;
    std::string ends_at;
};
struct Invited {
    Invitation invitation;
    std::string token; ///< goes into the letter, and nowhere else
};
/// Holds for 14 days; a second one to the same address takes the place of the first. Errors: people.bad_mail, people.no_roles,
/// people.is_member.
Result<Invited> invite(store::Session& session, House const& house, std::string_view workspace, std::string_view mail,
                       access::Roles roles, std::string_view actor);
[[nodiscard]] std::vector<Invitation> list_invitations(store::Session& session, House const& house,
                                                       std::string_view workspace);
/// Nothing when it is not there, used, or past its day.
[[nodiscard]] std::optional<Invitation> find_invitation(store::Session& session, House const& house,
                                                        std::string_view token);
/// The person gets the roles, besides those that are there, and the invitation is used up.
Result<void> accept(store::Session& session, House const& house, Invitation const& invitation, std::string_view person);
Result<void> withdraw(store::Session& session, House const& house, std::string_view workspace, std::string_view id,
                      std::string_view actor);

} // namespace wf::people
