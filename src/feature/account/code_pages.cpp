// SPDX-License-Identifier: EUPL-1.2
#include "feature/account/forms.hpp"
#include "feature/account/pages.hpp"
#include "feature/account/parts.hpp"
#include "platform/secret/one_time_code.hpp"
#include "platform/web/qr.hpp"

namespace wf::account {

using namespace html;

namespace {

struct Setup {
    people::Account account;
    std::string secret;
};

/// The secret that waits to be confirmed; made at the first look.
Result<Setup> find_setup(web::Visit const& visit, people::House& house)
{
    auto const& person = visit.actor.person_id;
    return visit.store().write([&](store::Session& session) -> Result<Setup> {
        auto account = people::find_account(session, house, person);
        if (!account) return Error{Trouble::not_found, "people.unknown", "", ""};
        auto secret = people::find_code_secret(session, house, person);
        if (!secret) {
            WF_TRY(secret, people::begin_code(session, house, person));
        }
        return Setup{std::move(*account), std::move(*secret)};
    });
}

/// In groups of four, as people type over.
std::string in_groups(std::string const& text)
{
    std::string grouped;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (i > 0 && i % 4 == 0) grouped += ' ';
        grouped += text[i];
    }
    return grouped;
}

Result<http::Response> write_setup(web::Visit const& visit, Setup const& setup,
                                   web::Filled<ConfirmCodeForm> const& filled)
{
    return form_page(visit, "account.code", visit.link("/mijn/code") + keep_target(visit), filled, {}, [&](Html& page) {
        auto const& t = visit.t;
        page(tag::ol, attr::cls("steps"), [&] {
            page(tag::li, t("account.code.step_app"));
            page(tag::li, [&] {
                page(tag::p, t("account.code.step_scan"));
                web::qr_code(page, secret::code_address(setup.secret, "Weefsel", setup.account.mail),
                             t("account.code.picture"));
                page(tag::p, [&] {
                    page.text(t("account.code.by_hand"));
                    page.text(" ");
                    page(tag::code, attr::cls("secret"), in_groups(secret::to_base32(setup.secret)));
                });
            });
            page(tag::li, t("account.code.step_type"));
        });
    });
}

http::Response write_recovery(web::Visit const& visit, std::vector<std::string> const& codes, std::string const& next)
{
    return web::page(visit, frame_of(visit, "account.recovery"), [&](Html& page) {
        auto const& t = visit.t;
        page(tag::h1, t("account.recovery"));
        web::message(page, web::Message::ok, t("account.code.is_on"), [&] { page(tag::p, t("account.recovery.why")); });
        page(tag::ul, attr::cls("codes"), [&] {
            for (auto const& code : codes) page(tag::li, [&] { page(tag::code, code); });
        });
        page(tag::p, attr::cls("row"),
             [&] { web::link_button(page, next, t("account.recovery.kept"), web::Button::primary); });
    });
}

Result<http::Response> write_off(web::Visit const& visit, web::Filled<PasswordForm> const& filled)
{
    return form_page(visit, "account.code_off", visit.link("/mijn/code/uit"), filled);
}

} // namespace

Result<http::Response> code_page(web::Visit const& visit, people::House& house)
{
    WF_TRY(auto const setup, find_setup(visit, house));
    if (setup.account.has_code) return web::see_other(visit.link("/mijn"));
    return write_setup(visit, setup, {ConfirmCodeForm{"", "", setup.account.has_password}, {}});
}

Result<http::Response> code_answer(web::Visit const& visit, people::House& house)
{
    WF_TRY(auto const setup, find_setup(visit, house));
    if (setup.account.has_code) return web::see_other(visit.link("/mijn"));
    WF_TRY(auto const sent, web::read_form_body(visit.request));
    auto filled = web::fill_in(ConfirmCodeForm{"", "", setup.account.has_password}, sent);
    if (filled.faults.empty() && filled.form.asks_password) {
        auto const right = check_own_password(visit, house, filled.form.password);
        if (!right) filled.faults.push_back(fault_of("wachtwoord", right.error()));
    }
    if (!filled.faults.empty()) return write_setup(visit, setup, filled);
    auto const& person = visit.actor.person_id;
    auto const codes = visit.store().write([&](store::Session& session) -> Result<std::vector<std::string>> {
        WF_TRY(auto made, people::confirm_code(session, house, person, filled.form.code));
        WF_TRY_VOID(tell_by_letter(session, visit, house, person, "account.changed.code_on"));
        return made;
    });
    if (!codes) {
        filled.faults.push_back(fault_of("code", codes.error()));
        filled.form.code.clear();
        return write_setup(visit, setup, filled);
    }
    // This browser has now proved both; the others must log in again.
    WF_TRY(auto const token, visit.store().write([&](store::Session& session) -> Result<std::string> {
        people::end_logins(session, person, "");
        return people::begin_login(session, house, person, people::Proof::two_factors, device_of(visit));
    }));
    house.memory().forget();
    auto response = write_recovery(visit, *codes, target_of(visit));
    set_login_cookie(response, token);
    return response;
}

Result<http::Response> code_off_page(web::Visit const& visit, people::House&)
{
    return write_off(visit, {});
}

Result<http::Response> code_off_answer(web::Visit const& visit, people::House& house)
{
    WF_TRY(auto const sent, web::read_form_body(visit.request));
    auto filled = web::fill_in(PasswordForm{}, sent);
    if (filled.faults.empty()) {
        auto const right = check_own_password(visit, house, filled.form.password);
        if (!right) filled.faults.push_back(fault_of("wachtwoord", right.error()));
    }
    if (!filled.faults.empty()) return write_off(visit, filled);
    auto const& person = visit.actor.person_id;
    // Logins that were proved with the phone must not outlive it.
    auto const changed = visit.store().write([&](store::Session& session) -> Result<void> {
        people::end_logins(session, person, "");
        WF_TRY_VOID(people::turn_off_code(session, house, person, person));
        return tell_by_letter(session, visit, house, person, "account.changed.code_off");
    });
    if (!changed) return changed.error();
    return let_in(visit, house, person, people::Proof::password, visit.link("/mijn"), Entry::is_in);
}

} // namespace wf::account
