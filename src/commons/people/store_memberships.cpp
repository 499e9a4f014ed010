// SPDX-License-Identifier: EUPL-1.2
#include "base/text.hpp"
#include "commons/people/memberships.hpp"
#include "commons/people/row_parts.hpp"
#include "commons/workspaces/workspaces.hpp"
#include "platform/clock/clock.hpp"

#include <algorithm>

namespace wf::people {
namespace {

struct Part {
    std::string person;
    access::Roles roles;
    std::string since;
};

Part read_part(store::Row const& row)
{
    return {row.string(0), access::read_roles(row.text(1)), row.string(2)};
}

std::vector<Part> load_parts(store::Session& session, std::string_view workspace)
{
    std::vector<Part> parts;
    session.query("SELECT person_id, roles, since FROM membership WHERE workspace_id = $1 ORDER BY person_id",
                  {workspace}, [&](store::Row const& row) { parts.push_back(read_part(row)); });
    return parts;
}

std::optional<Part> find_part(store::Session& session, std::string_view workspace, std::string_view person)
{
    std::optional<Part> part;
    session.query("SELECT person_id, roles, since FROM membership WHERE workspace_id = $1 AND person_id = $2",
                  {workspace, person}, [&](store::Row const& row) { part = read_part(row); });
    return part;
}

} // namespace

std::map<std::string, std::int64_t> count_members(store::Session& session)
{
    std::map<std::string, std::int64_t> counts;
    session.query("SELECT workspace_id, count(*) FROM membership GROUP BY workspace_id ORDER BY workspace_id", {},
                  [&](store::Row const& row) { counts[row.string(0)] = row.integer(1); });
    return counts;
}

std::map<access::Role, std::int64_t> count_roles(store::Session& session, std::string_view workspace)
{
    std::map<access::Role, std::int64_t> counts;
    for (auto const& part : load_parts(session, workspace)) {
        for (auto const role : access::all_roles) {
            if (part.roles.has(role)) counts[role] += 1;
        }
    }
    return counts;
}

bool is_kept(store::Session& session)
{
    auto const top = workspaces::find_top(session);
    return top && count_members(session)[top->id] > 0;
}

std::vector<Member> list_members(store::Session& session, House const& house, std::string_view workspace)
{
    std::vector<Member> members;
    for (auto& part : load_parts(session, workspace)) {
        if (auto account = find_account(session, house, part.person))
            members.push_back({std::move(*account), part.roles, std::move(part.since)});
    }
    // Names are sealed, so that the database cannot sort by them.
    std::sort(members.begin(), members.end(), [](Member const& a, Member const& b) {
        return std::pair{sort_key(a.account.name), a.account.id} < std::pair{sort_key(b.account.name), b.account.id};
    });
    return members;
}

std::optional<Member> find_member(store::Session& session, House const& house, std::string_view workspace,
                                  std::string_view person)
{
    auto const part = find_part(session, workspace, person);
    if (!part) return std::nullopt;
    auto account = find_account(session, house, person);
    if (!account) return std::nullopt;
    return Member{std::move(*account), part->roles, part->since};
}

std::vector<access::Membership> list_memberships(store::Session& session, std::string_view person)
{
    std::vector<access::Membership> memberships;
    session.query("SELECT w.workspace_id, w.address, w.name, m.roles, w.parent_id IS NULL FROM membership m "
                  "JOIN workspace w ON w.workspace_id = m.workspace_id WHERE m.person_id = $1 "
                  "ORDER BY w.sort_key, w.workspace_id",
                  {person}, [&](store::Row const& row) {
                      memberships.push_back({row.string(0), row.string(1), row.string(2),
                                             access::read_roles(row.text(3)), row.integer(4) != 0});
                  });
    return memberships;
}

bool is_last_administrator(store::Session& session, std::string_view workspace, std::string_view person)
{
    bool is_one = false;
    bool has_other = false;
    session.query("SELECT m.person_id, m.roles FROM membership m JOIN account a ON a.person_id = m.person_id "
                  "WHERE m.workspace_id = $1 AND a.blocked_at IS NULL ORDER BY m.person_id",
                  {workspace}, [&](store::Row const& row) {
                      if (!access::read_roles(row.text(1)).has(access::Role::administrator)) return;
                      (row.text(0) == person ? is_one : has_other) = true;
                  });
    return is_one && !has_other;
}

Result<void> check_not_last(store::Session& session, std::string_view person)
{
    for (auto const& membership : list_memberships(session, person)) {
        if (is_last_administrator(session, membership.workspace_id, person))
            return Error{Trouble::conflict, "people.last_administrator", membership.name,
                         "make somebody else an administrator first"};
    }
    return {};
}

Result<void> note_shown(store::Session& session, House const& house, std::string_view workspace,
                        std::span<Member const> members)
{
    processing::Operation whole;
    whole.workspace_id = workspace;
    whole.trace_id = processing::new_trace_id();
    whole.span_id = processing::new_span_id();
    whole.status = processing::Status::ok;
    whole.name = "membership.show";
    whole.start_millis = whole.end_millis = now_millis();
    whole.activity = "accounts";
    house.log().write(session, whole);
    for (auto const& member : members) {
        auto one = whole;
        one.parent_span_id = whole.span_id;
        one.span_id = processing::new_span_id();
        one.subject_id = member.account.id;
        house.log().write(session, one);
    }
    return {};
}

Result<void> set_roles(store::Session& session, House const& house, std::string_view workspace, std::string_view person,
                       access::Roles roles, std::string_view actor)
{
    auto const part = find_part(session, workspace, person);
    auto const before = part ? part->roles : access::Roles{};
    if (!roles.has(access::Role::administrator) && is_last_administrator(session, workspace, person))
        return Error{Trouble::conflict, "people.last_administrator", "", "make somebody else an administrator first"};
    if (roles.empty()) {
        session.exec("DELETE FROM membership WHERE workspace_id = $1 AND person_id = $2", {workspace, person});
    } else {
        session.exec("INSERT INTO membership (workspace_id, person_id, roles, since) VALUES ($1, $2, $3, $4) "
                     "ON CONFLICT (workspace_id, person_id) DO UPDATE SET roles = $3",
                     {workspace, person, access::to_words(roles), moment(now_millis())});
    }
    auto const words = [](access::Roles some) {
        return some.empty() ? std::nullopt : std::optional{access::to_words(some)};
    };
    return tell(session, house, workspace, actor, "membership.roles", "membership", person,
                {{"roles", words(before), words(roles), ""}});
}

} // namespace wf::people
