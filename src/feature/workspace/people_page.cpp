// SPDX-License-Identifier: EUPL-1.2
#include "feature/workspace/forms.hpp"
#include "feature/workspace/pages.hpp"
#include "feature/workspace/parts.hpp"
#include "platform/web/moments.hpp"
#include "platform/web/problem.hpp"
#include "platform/web/roles.hpp"

namespace wf::workspace_pages {

using namespace html;

namespace {

using access::Action;
constexpr std::size_t most_invited_at_once = 200;

struct Loaded {
    workspaces::Workspace workspace;
    std::vector<people::Member> members;
    std::vector<people::Invitation> invitations;
};

Result<Loaded> load(web::Visit const& visit, people::House const& house)
{
    return visit.store().read([&](store::Session& session) -> Result<Loaded> {
        WF_TRY(auto workspace, workspaces::find_here(session, visit));
        auto members = people::list_members(session, house, workspace.id);
        auto invitations = people::list_invitations(session, house, workspace.id);
        return Loaded{std::move(workspace), std::move(members), std::move(invitations)};
    });
}

std::string base_of(web::Visit const& visit, workspaces::Workspace const& workspace)
{
    return visit.link("/werkplaats/" + workspace.address);
}

void write_members(Html& page, web::Visit const& visit, Loaded const& loaded)
{
    auto const& t = visit.t;
    bool const may_change = visit.may(Action::change, "membership", loaded.workspace.address);
    std::vector<web::Column> columns{{"", std::string{t("workspace.column.name")}, web::Align::start, false},
                                     {"", std::string{t("workspace.column.roles")}, web::Align::start, false},
                                     {"", std::string{t("workspace.column.code")}, web::Align::start, true},
                                     {"", std::string{t("workspace.column.since")}, web::Align::start, true}};
    web::table(page, visit, t("workspace.people.caption"), columns, "", [&] {
        for (auto const& member : loaded.members) {
            page(tag::tr, [&] {
                page(tag::th, attr::scope("row"), [&] {
                    auto const url = base_of(visit, loaded.workspace) + "/mensen/" + member.account.id;
                    if (may_change) page(tag::a, attr::href(url), member.account.name);
                    else page.text(member.account.name);
                    // An address is for who lets people in; colleagues know each other's names.
                    if (may_change) page(tag::span, attr::cls("hint"), member.account.mail);
                });
                page(tag::td, [&] {
                    page.text(web::role_list(t, member.roles));
                    if (member.account.is_blocked) {
                        page.text(" ");
                        web::tag_label(page, "bad", t("workspace.blocked"));
                    }
                });
                page(tag::td, attr::cls("wide"),
                     t(member.account.has_code ? "workspace.code.yes" : "workspace.code.no"));
                page(tag::td, attr::cls("wide"), web::day_of(t, member.since));
            });
        }
    });
}

void write_invitations(Html& page, web::Visit const& visit, Loaded const& loaded)
{
    auto const& t = visit.t;
    if (loaded.invitations.empty()) return;
    page(tag::section, [&] {
        page(tag::h2, t("workspace.invitations"));
        std::vector<web::Column> const columns{{"", std::string{t("workspace.column.mail")}, web::Align::start, false},
                                               {"", std::string{t("workspace.column.roles")}, web::Align::start, false},
                                               {"", std::string{t("workspace.column.until")}, web::Align::start, true},
                                               {"", std::string{t("workspace.column.withdraw")}, web::Align::start,
                                                false}};
        web::table(page, visit, t("workspace.invitations.caption"), columns, "", [&] {
            for (auto const& one : loaded.invitations) {
                page(tag::tr, [&] {
                    page(tag::th, attr::scope("row"), one.mail);
                    page(tag::td, web::role_list(t, one.roles));
                    page(tag::td, attr::cls("wide"), web::day_of(t, one.ends_at));
                    page(tag::td, [&] {
                        web::write_button_form(page, visit, base_of(visit, loaded.workspace) + "/uitnodigingen",
                                               t("workspace.withdraw"), {{"uitnodiging", one.id}});
                    });
                });
            }
        });
    });
}

struct Forms {
    web::Filled<InviteForm> one;
    web::Filled<InviteListForm> list{};
};

Forms empty_forms(web::Visit const& visit)
{
    return {{InviteForm{"", {}, role_options(visit.t)}, {}}};
}

Result<http::Response> write_people(web::Visit const& visit, Loaded const& loaded, Forms const& forms)
{
    auto const& t = visit.t;
    auto const& faults = forms.one.faults.empty() ? forms.list.faults : forms.one.faults;
    if (auto const refused = web::refuse_form(visit, faults)) return *refused;
    auto frame = frame_of(visit, std::string{t("workspace.people")}, &loaded.workspace);
    if (!faults.empty()) frame.status = 400;
    return web::page(visit, frame, [&](Html& page) {
        page(tag::h1, t("workspace.people"));
        page(tag::p, attr::cls("lead"),
             t.count("workspace.people.lead", static_cast<std::int64_t>(loaded.members.size())));
        write_members(page, visit, loaded);
        if (!visit.may(Action::add, "membership", loaded.workspace.address)) return;
        write_invitations(page, visit, loaded);
        auto const base = base_of(visit, loaded.workspace);
        page(tag::section, attr::id("uitnodigen"), attr::cls("pane"), [&] {
            page(tag::h2, t("workspace.invite"));
            page(tag::p, t("workspace.invite.lead"));
            web::write_form(page, visit,
                            {.action = base + "/mensen",
                             .prefix = "workspace.invite",
                             .submit_key = "workspace.invite.submit",
                             .id = "een"},
                            forms.one);
        });
        page(tag::details, attr::when(!forms.list.faults.empty(), attr::bare("open")), [&] {
            page(tag::summary, t("workspace.invite_list"));
            page(tag::p, t("workspace.invite_list.lead"));
            page(tag::pre, "mail,rollen\nf.yilmaz@voorbeeld.nl,researcher\nj.jansen@voorbeeld.nl,worker|coordinator");
            web::write_form(page, visit,
                            {.action = base + "/mensen/lijst",
                             .prefix = "workspace.invite_list",
                             .submit_key = "workspace.invite_list.submit",
                             .id = "lijst",
                             .is_quiet = true},
                            forms.list);
        });
    });
}

/// Without a mail server the letter waits for ever: who invited passes the link on.
http::Response write_link_to_pass_on(web::Visit const& visit, std::string const& link, std::string const& next)
{
    auto const& t = visit.t;
    return web::page(visit, frame_of(visit, std::string{t("workspace.invited")}, nullptr), [&](Html& page) {
        page(tag::h1, t("workspace.invited"));
        web::message(page, web::Message::warn, t("workspace.invited.no_mail"), [&] {
            page(tag::p, t("workspace.invited.pass_on"));
            page(tag::p, [&] { page(tag::code, attr::cls("secret"), link); });
        });
        page(tag::p, [&] { page(tag::a, attr::href(next), t("workspace.people")); });
    });
}

} // namespace

Result<http::Response> people_page(web::Visit const& visit, people::House& house)
{
    WF_TRY(auto const loaded, load(visit, house));
    // Before the answer goes out: who looked at data about whom can be told afterwards.
    WF_TRY_VOID(visit.store().write([&](store::Session& session) {
        return people::note_shown(session, house, loaded.workspace.id, loaded.members);
    }));
    return write_people(visit, loaded, empty_forms(visit));
}

Result<http::Response> invite_answer(web::Visit const& visit, people::House& house)
{
    WF_TRY(auto const sent, web::read_form_body(visit.request));
    auto forms = empty_forms(visit);
    forms.one = web::fill_in(forms.one.form, sent);
    if (forms.one.faults.empty()) {
        auto const link = visit.store().write([&](store::Session& session) -> Result<std::string> {
            WF_TRY(auto const workspace, workspaces::find_here(session, visit));
            return invite_by_letter(session, visit, house, workspace, forms.one.form.mail,
                                    to_roles(forms.one.form.roles));
        });
        if (link) {
            auto const next = visit.link("/werkplaats/" + std::string{web::workspace_of(visit.request)} + "/mensen");
            if (!visit.context.settings->text("mail.server").empty()) return web::done(visit, next);
            return write_link_to_pass_on(visit, *link, next);
        }
        auto error = link.error();
        forms.one.faults.push_back({error.field == "rollen" ? "rollen" : "mail", std::move(error)});
    }
    WF_TRY(auto const loaded, load(visit, house));
    return write_people(visit, loaded, forms);
}

Result<http::Response> invite_list_answer(web::Visit const& visit, people::House& house)
{
    WF_TRY(auto const sent, web::read_form_body(visit.request));
    auto forms = empty_forms(visit);
    forms.list = web::fill_in(InviteListForm{}, sent);
    auto const fault = [&](std::size_t line, std::string const& words) {
        forms.list.faults.push_back({"lijst", {Trouble::bad_input, "workspace.bad_line", std::to_string(line), words}});
    };
    if (forms.list.faults.empty()) {
        web::FormNames names;
        auto empty = forms.one.form;
        fields(names, empty);
        auto const rows = web::read_form_rows(forms.list.form.list, names.names, most_invited_at_once);
        if (!rows) {
            forms.list.faults.push_back({"lijst", rows.error()});
        } else {
            // All or nothing: who mends one line sends the same list again.
            auto const done = visit.store().write([&](store::Session& session) -> Result<std::string> {
                WF_TRY(auto const workspace, workspaces::find_here(session, visit));
                forms.list.faults.clear();
                for (std::size_t i = 0; i < rows->rows.size(); ++i) {
                    auto const row = web::fill_in(forms.one.form, rows->rows[i]);
                    for (auto const& one : row.faults)
                        fault(rows->lines[i], one.name + ": " + web::explain(visit.t, one.error).title);
                    if (!row.faults.empty()) continue;
                    auto const invited =
                        invite_by_letter(session, visit, house, workspace, row.form.mail, to_roles(row.form.roles));
                    if (!invited) fault(rows->lines[i], web::explain(visit.t, invited.error()).title);
                }
                if (!forms.list.faults.empty()) return Error{Trouble::bad_input, "workspace.bad_line", "", ""};
                return base_of(visit, workspace) + "/mensen";
            });
            if (done) return web::done(visit, *done);
            if (forms.list.faults.empty()) return done.error();
        }
    }
    WF_TRY(auto const loaded, load(visit, house));
    return write_people(visit, loaded, forms);
}

Result<http::Response> withdraw_answer(web::Visit const& visit, people::House& house)
{
    WF_TRY(auto const sent, web::read_form_body(visit.request));
    WF_TRY(auto const next, visit.store().write([&](store::Session& session) -> Result<std::string> {
        WF_TRY(auto const workspace, workspaces::find_here(session, visit));
        WF_TRY_VOID(
            people::withdraw(session, house, workspace.id, web::given(sent, "uitnodiging"), visit.actor.person_id));
        return base_of(visit, workspace) + "/mensen";
    }));
    return web::done(visit, next);
}

} // namespace wf::workspace_pages
