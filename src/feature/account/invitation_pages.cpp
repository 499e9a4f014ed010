// SPDX-License-Identifier: EUPL-1.2
#include "commons/people/memberships.hpp"
#include "commons/workspaces/workspaces.hpp"
#include "feature/account/forms.hpp"
#include "feature/account/outside.hpp"
#include "feature/account/pages.hpp"
#include "feature/account/parts.hpp"
#include "platform/web/roles.hpp"

namespace wf::account {

using namespace html;

namespace {

struct Found {
    people::Invitation invitation;
    std::string workspace;
    std::optional<people::Account> account; ///< who has the address already
};

Result<Found> find(web::Visit const& visit, people::House const& house)
{
    return visit.store().read([&](store::Session& session) -> Result<Found> {
        auto invitation = people::find_invitation(session, house, visit.request.part("token"));
        if (!invitation) house.note(watch::Kind::link_wrong, "", visit.request.peer);
        if (!invitation) return Error{Trouble::not_found, "people.no_invitation", "", "ask for a new one"};
        auto const workspace = workspaces::find(session, invitation->workspace_id);
        auto account = people::find_by_mail(session, house, invitation->mail);
        return Found{std::move(*invitation), workspace ? workspace->name : "", std::move(account)};
    });
}

WelcomeForm empty_form(web::Visit const& visit, Found const& found)
{
    WelcomeForm form;
    form.about = {found.invitation.mail, found.workspace, visit.context.settings->text("site.place")};
    return form;
}

void write_for_what(Html& page, web::Visit const& visit, Found const& found)
{
    page(tag::p, attr::cls("lead"),
         visit.t("account.invitation.for",
                 {{"workspace", found.workspace}, {"roles", web::role_list(visit.t, found.invitation.roles)}}));
}

Result<http::Response> write_welcome(web::Visit const& visit, Outside const* outside, Found const& found,
                                     web::Filled<WelcomeForm> const& filled)
{
    auto const before = [&](Html& page) {
        write_for_what(page, visit, found);
        if (outside != nullptr) {
            page(tag::p, visit.t("account.invitation.outside", {{"name", name_of_outside(visit)}}));
            write_outside_button(page, visit, outside, Errand::invitation, visit.request.part("token"));
            page(tag::h2, visit.t("account.invitation.otherwise"));
        }
        page(tag::p, visit.t("account.invitation.mail", {{"mail", found.invitation.mail}}));
    };
    return form_page(visit, "account.invitation", visit.request.target, filled, {}, before);
}

/// Somebody who has an account already only says yes, after logging in with it.
http::Response write_yes(web::Visit const& visit, Found const& found)
{
    return web::page(visit, frame_of(visit, "account.invitation"), [&](Html& page) {
        auto const& t = visit.t;
        page(tag::h1, t("account.invitation"));
        write_for_what(page, visit, found);
        if (visit.actor.person_id == found.account->id) {
            web::write_button_form(page, visit, visit.request.target, t("account.invitation.accept"));
            return;
        }
        page(tag::p, t("account.invitation.has_account", {{"mail", found.invitation.mail}}));
        page(tag::p, [&] {
            web::link_button(page, visit.link("/inloggen") + "?naar=" + visit.request.target, t("account.login"),
                             web::Button::primary);
        });
    });
}

} // namespace

Result<http::Response> invitation_page(web::Visit const& visit, people::House& house, Outside* outside)
{
    WF_TRY(auto const found, find(visit, house));
    if (found.account) return write_yes(visit, found);
    return write_welcome(visit, outside, found, {empty_form(visit, found), {}, false});
}

Result<http::Response> invitation_answer(web::Visit const& visit, people::House& house, Outside* outside)
{
    WF_TRY(auto const found, find(visit, house));
    auto const after = next_after_invitation(visit, found.invitation.roles);
    if (found.account) {
        if (visit.actor.person_id != found.account->id)
            return Error{Trouble::forbidden, "people.other_account", "", "log in with the invited address"};
        WF_TRY_VOID(visit.store().write([&](store::Session& session) {
            return people::accept(session, house, found.invitation, found.account->id);
        }));
        house.memory().forget();
        return web::done(visit, visit.actor.two_factors ? visit.link("/mijn") : after);
    }
    WF_TRY(auto const sent, web::read_form_body(visit.request));
    auto const filled = web::fill_in(empty_form(visit, found), sent);
    if (!filled.faults.empty()) return write_welcome(visit, outside, found, filled);
    auto const hash = secret::hash_password(filled.form.password, house.password_key());
    WF_TRY(auto const id, visit.store().write([&](store::Session& session) -> Result<std::string> {
        WF_TRY(auto person, people::add_account(session, house, found.invitation.mail, filled.form.name,
                                                words::to_code(visit.language())));
        WF_TRY_VOID(people::set_password(session, house, person, hash, person, ""));
        WF_TRY_VOID(people::accept(session, house, found.invitation, person));
        return person;
    }));
    return let_in(visit, house, id, people::Proof::password, after, Entry::is_new);
}

} // namespace wf::account
