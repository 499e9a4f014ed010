// SPDX-License-Identifier: EUPL-1.2
#include "commons/areas/names.hpp"
#include "commons/people/memberships.hpp"
#include "feature/admin/forms.hpp"
#include "feature/admin/invite.hpp"
#include "feature/admin/pages.hpp"
#include "feature/admin/parts.hpp"
#include "platform/web/moments.hpp"
#include "platform/web/redirect.hpp"

#include <algorithm>
#include <array>

namespace wf::admin {

using namespace html;

namespace {

constexpr std::string_view address = "/beheer/werkplaatsen";

/// The one above all others is made at the first set-up, and stays the only one of its kind.
constexpr std::array kinds{workspaces::Kind::werkplaats, workspaces::Kind::municipality, workspaces::Kind::provider};

std::string kind_word(words::Words const& t, workspaces::Kind kind)
{
    return std::string{t("admin.workspaces.kind." + std::string{workspaces::to_word(kind)})};
}

struct Loaded {
    std::vector<workspaces::Workspace> workspaces;
    std::map<std::string, std::int64_t> members;
    std::vector<areas::Named> municipalities;
};

Loaded load(web::Visit const& visit)
{
    return visit.store().read([](store::Session& session) {
        return Loaded{workspaces::list(session), people::count_members(session),
                      areas::list_names(session, AreaLevel::municipality)};
    });
}

WorkspaceForm empty_form(web::Visit const& visit, Loaded const& loaded)
{
    WorkspaceForm form;
    for (auto const kind : kinds)
        form.kinds.push_back({std::string{workspaces::to_word(kind)}, kind_word(visit.t, kind)});
    if (loaded.municipalities.empty()) return form;
    form.municipalities.push_back({std::string{none}, std::string{visit.t("admin.workspaces.no_municipality")}});
    for (auto const& one : loaded.municipalities) form.municipalities.push_back({one.code, one.name});
    return form;
}

std::string municipality_of(Loaded const& loaded, std::string const& code)
{
    auto const found = std::find_if(loaded.municipalities.begin(), loaded.municipalities.end(),
                                    [&](areas::Named const& one) { return one.code == code; });
    return found == loaded.municipalities.end() ? code : found->name;
}

void write_list(Html& page, web::Visit const& visit, Loaded const& loaded)
{
    auto const& t = visit.t;
    std::array const columns{web::Column{"", std::string{t("admin.workspaces.name")}, web::Align::start, false},
                             web::Column{"", std::string{t("admin.workspaces.kind")}, web::Align::start, false},
                             web::Column{"", std::string{t("admin.workspaces.municipality")}, web::Align::start, true},
                             web::Column{"", std::string{t("admin.workspaces.members")}, web::Align::number, false},
                             web::Column{"", std::string{t("admin.workspaces.since")}, web::Align::start, true}};
    web::table(page, visit, t("admin.workspaces.caption"), columns, "", [&] {
        for (auto const& workspace : loaded.workspaces) {
            auto const count = loaded.members.find(workspace.id);
            page(tag::tr, [&] {
                page(tag::th, attr::scope("row"), workspace.name);
                page(tag::td, kind_word(t, workspace.kind));
                page(tag::td, attr::cls("wide"),
                     workspace.area_code.empty() ? std::string{"–"} : municipality_of(loaded, workspace.area_code));
                page(tag::td, attr::cls("n"), [&] {
                    if (count != loaded.members.end()) {
                        page.text(t.number(static_cast<double>(count->second)));
                        return;
                    }
                    page.text("0 ");
                    page(tag::a, attr::href(visit.link(std::string{address} + "/" + workspace.address)),
                         attr::label(t("admin.invite.again_for", {{"workspace", workspace.name}})),
                         t("admin.invite.again"));
                });
                page(tag::td, attr::cls("wide"), web::day_of(t, workspace.created_at));
            });
        }
    });
}

Result<http::Response> write(web::Visit const& visit, Loaded const& loaded, web::Filled<WorkspaceForm> const& filled)
{
    if (auto const refused = web::refuse_form(visit, filled.faults)) return *refused;
    return write_page(
        visit, address, "admin.workspaces",
        [&](Html& page) {
            auto const& t = visit.t;
            page(tag::p, attr::cls("lead"), t("admin.workspaces.lead"));
            // With faults the form comes first: that is what has to be done.
            if (filled.faults.empty()) write_list(page, visit, loaded);
            if (!visit.may(access::Action::manage, "installation")) return;
            page(tag::section, [&] {
                page(tag::h2, attr::id("nieuw"), t("admin.workspaces.new"));
                page(tag::p, t("admin.workspaces.new_text"));
                web::write_form(page, visit,
                                {.action = visit.link(address),
                                 .prefix = "admin.workspaces.form",
                                 .submit_key = "admin.workspaces.submit"},
                                filled);
            });
        },
        filled.faults.empty() ? 200 : 400);
}

/// The workspace, what stands in the trail of it, and the letter: all or nothing.
Result<void> add(web::Visit const& visit, people::House const& house, WorkspaceForm const& form)
{
    auto const kind = workspaces::read_kind(form.kind);
    auto const area = form.area == none ? std::string{} : form.area;
    return visit.store().write([&](store::Session& session) -> Result<void> {
        auto const top = workspaces::find_top(session);
        if (!top || !kind) return Error{Trouble::conflict, "people.no_top", "", "the first set-up was not finished"};
        WF_TRY(auto const made, workspaces::add(session, form.name, *kind, area));
        trail::Entry entry{top->id, visit.actor.person_id, "workspace.add", "workspace", made.id};
        entry.changes = {{"name", std::nullopt, made.name}, {"kind", std::nullopt, form.kind}};
        if (!area.empty()) entry.changes.push_back({"area_code", std::nullopt, area});
        WF_TRY_VOID(house.trail().add(session, entry));
        return invite_administrator(session, visit, house, made, form.mail);
    });
}

} // namespace

Result<http::Response> workspaces_page(web::Visit const& visit, Office&)
{
    auto const loaded = load(visit);
    return write(visit, loaded, {empty_form(visit, loaded), {}});
}

Result<http::Response> workspaces_answer(web::Visit const& visit, Office& office)
{
    WF_TRY(auto const sent, web::read_form_body(visit.request));
    auto const loaded = load(visit);
    auto filled = web::fill_in(empty_form(visit, loaded), sent);
    if (filled.form.area.empty()) filled.form.area = none;
    auto const wanted = workspaces::make_address(filled.form.name);
    bool const is_taken = std::any_of(loaded.workspaces.begin(), loaded.workspaces.end(),
                                      [&](workspaces::Workspace const& one) { return one.address == wanted; });
    if (is_taken) filled.faults.push_back({"naam", {Trouble::conflict, "admin.name_taken", "naam", ""}});
    if (!filled.faults.empty()) return write(visit, loaded, filled);
    WF_TRY_VOID(add(visit, *office.house, filled.form));
    return web::done(visit, visit.link(address));
}

} // namespace wf::admin
