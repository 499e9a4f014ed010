// SPDX-License-Identifier: EUPL-1.2
#include "commons/people/memberships.hpp"
#include "feature/admin/forms.hpp"
#include "feature/admin/invite.hpp"
#include "feature/admin/pages.hpp"
#include "feature/admin/parts.hpp"
#include "platform/web/redirect.hpp"

namespace wf::admin {

using namespace html;

namespace {

constexpr std::string_view list_address = "/beheer/werkplaatsen";

/// A workspace that nobody is in: its invitation was lost, or went to a wrong address. Where people are, they invite the others.
Result<workspaces::Workspace> find_empty(store::Session& session, web::Visit const& visit)
{
    auto const address = visit.request.part("address");
    auto workspace = workspaces::find_by_address(session, address);
    if (!workspace)
        return Error{Trouble::not_found, "admin.no_workspace", std::string{address}, "there is no such workspace"};
    if (people::count_members(session).contains(workspace->id))
        return Error{Trouble::conflict, "admin.has_members", workspace->name, "its administrator invites the others"};
    return std::move(*workspace);
}

Result<http::Response> write(web::Visit const& visit, workspaces::Workspace const& workspace,
                             web::Filled<InviteForm> const& filled)
{
    if (auto const refused = web::refuse_form(visit, filled.faults)) return *refused;
    return write_page(
        visit, list_address, "admin.invite",
        [&](Html& page) {
            page(tag::p, attr::cls("lead"), visit.t("admin.invite.lead", {{"workspace", workspace.name}}));
            web::write_form(page, visit,
                            {.action = visit.link(std::string{list_address} + "/" + workspace.address),
                             .prefix = "admin.workspaces.form",
                             .submit_key = "admin.invite.submit"},
                            filled);
        },
        filled.faults.empty() ? 200 : 400);
}

} // namespace

Result<void> invite_administrator(store::Session& session, web::Visit const& visit, people::House const& house,
                                  workspaces::Workspace const& workspace, std::string_view mail)
{
    WF_TRY(auto const invited,
           people::invite(session, house, workspace.id, mail, {access::Role::administrator}, visit.actor.person_id));
    auto const link = web::absolute_link(visit, visit.link("/uitnodiging/" + invited.token));
    return house.post()(session,
                        {invited.invitation.mail, visit.t("admin.invitation.subject", {{"workspace", workspace.name}}),
                         visit.t("admin.invitation.letter", {{"workspace", workspace.name}, {"link", link}})});
}

Result<http::Response> invite_page(web::Visit const& visit, Office&)
{
    WF_TRY(auto const workspace,
           visit.store().read([&](store::Session& session) { return find_empty(session, visit); }));
    return write(visit, workspace, {});
}

Result<http::Response> invite_answer(web::Visit const& visit, Office& office)
{
    WF_TRY(auto const sent, web::read_form_body(visit.request, web::small_form_bytes));
    WF_TRY(auto const workspace,
           visit.store().read([&](store::Session& session) { return find_empty(session, visit); }));
    auto const filled = web::fill_in(InviteForm{}, sent);
    if (!filled.faults.empty()) return write(visit, workspace, filled);
    WF_TRY_VOID(visit.store().write([&](store::Session& session) {
        return invite_administrator(session, visit, *office.house, workspace, filled.form.mail);
    }));
    return web::done(visit, visit.link(list_address));
}

} // namespace wf::admin
