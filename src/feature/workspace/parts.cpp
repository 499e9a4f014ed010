// SPDX-License-Identifier: EUPL-1.2
#include "feature/workspace/parts.hpp"

#include "base/date.hpp"
#include "platform/web/roles.hpp"

namespace wf::workspace_pages {

web::Frame frame_of(web::Visit const& visit, std::string title, workspaces::Workspace const* workspace)
{
    if (workspace != nullptr && title != workspace->name)
        return workspaces::frame_inside(visit, std::move(title), *workspace);
    web::Frame frame;
    frame.cache = http::Cache::never;
    if (workspace != nullptr)
        frame.crumbs = {{std::string{visit.t("workspace.mine")}, visit.link("/mijn")}, {title, ""}};
    frame.title = std::move(title);
    return frame;
}

std::vector<web::Option> role_options(words::Words const& t)
{
    std::vector<web::Option> options;
    for (auto const role : access::all_roles) {
        if (access::everybody.has(role)) continue;
        auto const word = std::string{access::to_word(role)};
        options.push_back({word, web::role_word(t, role), std::string{t("workspace.role." + word)}});
    }
    return options;
}

access::Roles to_roles(std::vector<std::string> const& words)
{
    access::Roles roles;
    for (auto const& word : words) {
        if (auto const role = access::read_role(word)) roles.add(*role);
    }
    return roles;
}

Result<std::string> invite_by_letter(store::Session& session, web::Visit const& visit, people::House const& house,
                                     workspaces::Workspace const& workspace, std::string_view mail, access::Roles roles)
{
    WF_TRY(auto const invited, people::invite(session, house, workspace.id, mail, roles, visit.actor.person_id));
    auto const link = web::absolute_link(visit, visit.link("/uitnodiging/" + invited.token));
    auto const& t = visit.t;
    WF_TRY_VOID(
        house.post()(session, {invited.invitation.mail, t("workspace.letter.subject", {{"workspace", workspace.name}}),
                               t("workspace.letter.text", {{"workspace", workspace.name},
                                                           {"name", visit.actor.name},
                                                           {"roles", web::role_list(t, roles)},
                                                           {"link", link}})}));
    return link;
}

} // namespace wf::workspace_pages
