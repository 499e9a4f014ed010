// SPDX-License-Identifier: EUPL-1.2
#include "commons/people/memberships.hpp"
#include "commons/people/row_parts.hpp"
#include "platform/clock/clock.hpp"
#include "platform/secret/token.hpp"

namespace wf::people {
namespace {

constexpr std::int64_t holds_millis = 14LL * 24 * 60 * 60'000;
constexpr std::string_view columns = "workspace_id, id, mail, roles, created_at, ends_at";

Invitation open_invitation(House const& house, store::Row const& row)
{
    Invitation one{row.string(0), row.string(1), "", access::read_roles(row.text(3)), row.string(4), row.string(5)};
    auto mail = secret::open(house.invitation_key(), row.bytes(2), place_of("invitation.mail", one.id));
    if (mail) one.mail = std::move(*mail);
    return one;
}

} // namespace

Result<Invited> invite(store::Session& session, House const& house, std::string_view workspace, std::string_view mail,
                       access::Roles roles, std::string_view actor)
{
    WF_TRY(auto const address, read_mail(mail));
    roles.remove(access::Role::guest);
    roles.remove(access::Role::resident);
    if (roles.empty()) return Error{Trouble::bad_input, "people.no_roles", "rollen", "choose at least one role"};
    if (auto const account = find_by_mail(session, house, address);
        account && find_member(session, house, workspace, account->id))
        return Error{Trouble::conflict, "people.is_member", "mail", "this person is in the workspace already"};
    auto const now = now_millis();
    Invited invited{{std::string{workspace}, new_uuid_v7(), address, roles, moment(now), moment(now + holds_millis)},
                    secret::new_token()};
    auto const& made = invited.invitation;
    auto const digest = house.digest_of(address);
    session.exec("DELETE FROM invitation WHERE workspace_id = $1 AND mail_digest = $2", {workspace, digest});
    auto const sealed = secret::seal(house.invitation_key(), address, place_of("invitation.mail", made.id));
    session.exec(
        "INSERT INTO invitation (workspace_id, id, token_digest, mail_digest, mail, roles, invited_by, created_at, "
        "ends_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        {workspace, made.id, secret::digest(invited.token), digest, store::Bytes{sealed}, access::to_words(roles),
         actor, made.created_at, made.ends_at});
    WF_TRY_VOID(tell(session, house, workspace, actor, "invitation.add", "invitation", made.id,
                     {{"roles", std::nullopt, access::to_words(roles), ""}}));
    return invited;
}

std::vector<Invitation> list_invitations(store::Session& session, House const& house, std::string_view workspace)
{
    std::vector<Invitation> all;
    session.query("SELECT " + std::string{columns} + " FROM invitation WHERE workspace_id = $1 ORDER BY created_at, id",
                  {workspace}, [&](store::Row const& row) { all.push_back(open_invitation(house, row)); });
    return all;
}

std::optional<Invitation> find_invitation(store::Session& session, House const& house, std::string_view token)
{
    std::optional<Invitation> found;
    session.query("SELECT " + std::string{columns} + " FROM invitation WHERE token_digest = $1 AND ends_at > $2",
                  {secret::digest(token), moment(now_millis())},
                  [&](store::Row const& row) { found = open_invitation(house, row); });
    return found;
}

Result<void> accept(store::Session& session, House const& house, Invitation const& invitation, std::string_view person)
{
    if (session.exec("DELETE FROM invitation WHERE workspace_id = $1 AND id = $2",
                     {invitation.workspace_id, invitation.id}) == 0)
        return Error{Trouble::not_found, "people.no_invitation", "", "ask for a new one"};
    auto roles = invitation.roles;
    if (auto const member = find_member(session, house, invitation.workspace_id, person)) roles.add(member->roles);
    return set_roles(session, house, invitation.workspace_id, person, roles, person);
}

Result<void> withdraw(store::Session& session, House const& house, std::string_view workspace, std::string_view id,
                      std::string_view actor)
{
    if (session.exec("DELETE FROM invitation WHERE workspace_id = $1 AND id = $2", {workspace, id}) == 0)
        return Error{Trouble::not_found, "people.no_invitation", std::string{id}, ""};
    return tell(session, house, workspace, actor, "invitation.withdraw", "invitation", id, {});
}

} // namespace wf::people
