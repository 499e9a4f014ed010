// SPDX-License-Identifier: EUPL-1.2
#include "feature/account/forms.hpp"
#include "feature/account/outside.hpp"
#include "feature/account/pages.hpp"
#include "feature/account/parts.hpp"
#include "platform/clock/clock.hpp"

namespace wf::account {

using namespace html;

namespace {

Result<http::Response> write_login(web::Visit const& visit, Outside const* outside,
                                   web::Filled<LoginForm> const& filled)
{
    auto const& t = visit.t;
    return form_page(visit, "account.login", visit.link("/inloggen") + keep_target(visit), filled, [&](Html& page) {
        write_outside_button(page, visit, outside, Errand::log_in, visit.request.parameter("naar").value_or(""));
        page(tag::p, [&] { page(tag::a, attr::href(visit.link("/wachtwoord-vergeten")), t("account.forgotten")); });
        page(tag::p, attr::cls("soft"), t("account.login.no_account"));
    });
}

/// Somebody may have looked over a shoulder: who has the phone hears of it, once an hour.
Result<void> tell_of_used_code(web::Visit const& visit, people::House& house, std::string const& person)
{
    if (!house.is_worth_a_letter("code:" + person, now_millis())) return {};
    return visit.store().write([&](store::Session& session) {
        return tell_by_letter(session, visit, house, person, "account.changed.code_again");
    });
}

Result<http::Response> write_code(web::Visit const& visit, web::Filled<CodeForm> const& filled)
{
    return form_page(visit, "account.login_code", visit.link("/inloggen/code") + keep_target(visit), filled);
}

} // namespace

Result<http::Response> login_page(web::Visit const& visit, people::House&, Outside* outside)
{
    if (visit.actor.has_account()) return web::see_other(target_of(visit));
    return write_login(visit, outside, {});
}

Result<http::Response> login_answer(web::Visit const& visit, people::House& house, Outside* outside)
{
    WF_TRY(auto const sent, web::read_form_body(visit.request));
    auto filled = web::fill_in(LoginForm{}, sent);
    if (!filled.faults.empty()) return write_login(visit, outside, filled);
    auto& form = filled.form;
    auto const account = people::check_login(visit.store(), house, {form.mail, form.password, visit.request.peer});
    if (!account) {
        filled.faults.push_back(fault_of("mail", account.error()));
        return write_login(visit, outside, filled);
    }
    if (!account->has_code) return let_in(visit, house, account->id, people::Proof::password, target_of(visit));
    return let_in(visit, house, account->id, people::Proof::password_code_waits,
                  visit.link("/inloggen/code") + keep_target(visit));
}

Result<http::Response> login_code_page(web::Visit const& visit, people::House& house)
{
    auto const waiting = visit.store().read(
        [&](store::Session& session) { return people::find_waiting(session, house, token_of(visit)); });
    if (!waiting) return web::see_other(visit.link("/inloggen") + keep_target(visit));
    return write_code(visit, {});
}

Result<http::Response> login_code_answer(web::Visit const& visit, people::House& house)
{
    auto const waiting = visit.store().read(
        [&](store::Session& session) { return people::find_waiting(session, house, token_of(visit)); });
    // Ten minutes went by, or nothing was begun.
    if (!waiting) return web::see_other(visit.link("/inloggen") + keep_target(visit));
    WF_TRY(auto const sent, web::read_form_body(visit.request));
    auto filled = web::fill_in(CodeForm{}, sent);
    if (filled.faults.empty()) {
        auto const right = people::check_code(visit.store(), house, *waiting, filled.form.code, visit.request.peer);
        if (right) return let_in(visit, house, waiting->id, people::Proof::two_factors, target_of(visit));
        if (right.error().code == "people.code_again") WF_TRY_VOID(tell_of_used_code(visit, house, waiting->id));
        filled.faults.push_back(fault_of("code", right.error()));
    }
    filled.form.code.clear();
    return write_code(visit, filled);
}

Result<http::Response> logout_answer(web::Visit const& visit, people::House& house)
{
    WF_TRY_VOID(visit.store().write([&](store::Session& session) -> Result<void> {
        people::end_login(session, token_of(visit));
        return {};
    }));
    house.note(watch::Kind::logout, visit.actor.person_id, visit.request.peer);
    house.memory().forget();
    auto response = web::done(visit, visit.link("/"));
    clear_login_cookie(response);
    return response;
}

} // namespace wf::account
