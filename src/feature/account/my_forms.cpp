// SPDX-License-Identifier: EUPL-1.2
#include "feature/account/forms.hpp"
#include "feature/account/pages.hpp"
#include "feature/account/parts.hpp"

namespace wf::account {
namespace {

Result<http::Response> write_name(web::Visit const& visit, web::Filled<NameForm> const& filled)
{
    return form_page(visit, "account.name", visit.link("/mijn/naam"), filled);
}

Result<http::Response> write_password(web::Visit const& visit, web::Filled<ChangePasswordForm> const& filled)
{
    return form_page(visit, "account.password", visit.link("/mijn/wachtwoord"), filled);
}

ChangePasswordForm empty_password_form(web::Visit const& visit)
{
    return {"", {"", {visit.actor.name, visit.context.settings->text("site.place")}}};
}

} // namespace

Result<http::Response> name_page(web::Visit const& visit, people::House&)
{
    return write_name(visit, {NameForm{visit.actor.name}, {}});
}

Result<http::Response> name_answer(web::Visit const& visit, people::House& house)
{
    WF_TRY(auto const sent, web::read_form_body(visit.request));
    auto const filled = web::fill_in(NameForm{}, sent);
    if (!filled.faults.empty()) return write_name(visit, filled);
    auto const& person = visit.actor.person_id;
    WF_TRY_VOID(visit.store().write(
        [&](store::Session& session) { return people::set_name(session, house, person, filled.form.name, person); }));
    house.memory().forget();
    return web::done(visit, visit.link("/mijn"));
}

Result<http::Response> password_page(web::Visit const& visit, people::House&)
{
    return write_password(visit, {empty_password_form(visit), {}});
}

Result<http::Response> password_answer(web::Visit const& visit, people::House& house)
{
    WF_TRY(auto const sent, web::read_form_body(visit.request));
    auto filled = web::fill_in(empty_password_form(visit), sent);
    if (filled.faults.empty()) {
        auto const right = check_own_password(visit, house, filled.form.old_password);
        if (!right) filled.faults.push_back(fault_of("huidig", right.error()));
    }
    if (!filled.faults.empty()) return write_password(visit, filled);
    auto const hash = secret::hash_password(filled.form.fresh.password, house.password_key());
    auto const& person = visit.actor.person_id;
    auto const changed = visit.store().write([&](store::Session& session) -> Result<void> {
        WF_TRY_VOID(people::set_password(session, house, person, hash, person, visit.actor.session_id));
        return tell_by_letter(session, visit, house, person, "account.changed.password");
    });
    if (!changed) return changed.error();
    // A new password, a new cookie: who had copied the old one is out.
    return let_in(visit, house, person, visit.actor.two_factors ? people::Proof::two_factors : people::Proof::password,
                  visit.link("/mijn"), Entry::is_in);
}

} // namespace wf::account
