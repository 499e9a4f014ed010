// SPDX-License-Identifier: EUPL-1.2
#include "feature/workspace/forms.hpp"
#include "feature/workspace/pages.hpp"
#include "feature/workspace/parts.hpp"

namespace wf::workspace_pages {

using namespace html;

namespace {

struct Loaded {
    workspaces::Workspace workspace;
    people::Member member;
};

Result<Loaded> load(web::Visit const& visit, people::House const& house)
{
    return visit.store().read([&](store::Session& session) -> Result<Loaded> {
        WF_TRY(auto workspace, workspaces::find_here(session, visit));
        auto const person = visit.request.part("person");
        auto member = people::find_member(session, house, workspace.id, person);
        if (!member) return Error{Trouble::not_found, "people.unknown", std::string{person}, ""};
        return Loaded{std::move(workspace), std::move(*member)};
    });
}

RolesForm form_of(web::Visit const& visit, access::Roles roles)
{
    RolesForm form{{}, role_options(visit.t)};
    for (auto const role : access::all_roles) {
        if (roles.has(role)) form.roles.emplace_back(access::to_word(role));
    }
    return form;
}

std::string people_link(web::Visit const& visit, workspaces::Workspace const& workspace)
{
    return visit.link("/werkplaats/" + workspace.address + "/mensen");
}

Result<http::Response> write_person(web::Visit const& visit, Loaded const& loaded, web::Filled<RolesForm> const& filled)
{
    if (auto const refused = web::refuse_form(visit, filled.faults)) return *refused;
    auto const& t = visit.t;
    auto const& account = loaded.member.account;
    auto frame = frame_of(visit, account.name, &loaded.workspace);
    frame.crumbs.insert(frame.crumbs.end() - 1,
                        web::Crumb{std::string{t("workspace.people")}, people_link(visit, loaded.workspace)});
    if (!filled.faults.empty()) frame.status = 400;
    return web::page(visit, frame, [&](Html& page) {
        page(tag::h1, account.name);
        page(tag::p, attr::cls("lead"), account.mail);
        auto const here = people_link(visit, loaded.workspace) + "/" + account.id;
        page(tag::section, attr::cls("pane"), [&] {
            web::write_form(page, visit,
                            {.action = here, .prefix = "workspace.person", .submit_key = "workspace.person.submit"},
                            filled);
        });
        page(tag::section, [&] {
            page(tag::h2, t("workspace.person.remove"));
            page(tag::p, t("workspace.person.remove.text"));
            web::write_button_form(page, visit, here + "/weg", t("workspace.person.remove.submit"));
        });
    });
}

} // namespace

Result<http::Response> person_page(web::Visit const& visit, people::House& house)
{
    WF_TRY(auto const loaded, load(visit, house));
    WF_TRY_VOID(visit.store().write([&](store::Session& session) {
        return people::note_shown(session, house, loaded.workspace.id, {&loaded.member, 1});
    }));
    return write_person(visit, loaded, {form_of(visit, loaded.member.roles), {}});
}

Result<http::Response> person_answer(web::Visit const& visit, people::House& house)
{
    WF_TRY(auto const loaded, load(visit, house));
    WF_TRY(auto const sent, web::read_form_body(visit.request));
    auto filled = web::fill_in(form_of(visit, {}), sent);
    if (filled.faults.empty()) {
        auto const changed = visit.store().write([&](store::Session& session) {
            return people::set_roles(session, house, loaded.workspace.id, loaded.member.account.id,
                                     to_roles(filled.form.roles), visit.actor.person_id);
        });
        if (changed) {
            house.memory().forget();
            return web::done(visit, people_link(visit, loaded.workspace));
        }
        filled.faults.push_back({"rollen", changed.error()});
    }
    return write_person(visit, loaded, filled);
}

Result<http::Response> remove_answer(web::Visit const& visit, people::House& house)
{
    WF_TRY(auto const loaded, load(visit, house));
    auto const removed = visit.store().write([&](store::Session& session) {
        return people::set_roles(session, house, loaded.workspace.id, loaded.member.account.id, {},
                                 visit.actor.person_id);
    });
    house.memory().forget();
    if (removed) return web::done(visit, people_link(visit, loaded.workspace));
    return write_person(visit, loaded, {form_of(visit, loaded.member.roles), {{"rollen", removed.error()}}});
}

} // namespace wf::workspace_pages
