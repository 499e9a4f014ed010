// SPDX-License-Identifier: EUPL-1.2
#include "feature/account/forms.hpp"
#include "feature/account/pages.hpp"
#include "feature/account/parts.hpp"
#include "platform/clock/clock.hpp"

namespace wf::account {

using namespace html;

namespace {

Result<http::Response> write_forgotten(web::Visit const& visit, web::Filled<MailForm> const& filled)
{
    return form_page(visit, "account.forgotten", visit.link("/wachtwoord-vergeten"), filled);
}

Result<people::Account> find(web::Visit const& visit, people::House const& house)
{
    auto account = visit.store().read(
        [&](store::Session& session) { return people::find_reset(session, house, visit.request.part("token")); });
    if (!account) house.note(watch::Kind::link_wrong, "", visit.request.peer);
    if (!account) return Error{Trouble::not_found, "people.no_reset", "", "ask for a new one"};
    return std::move(*account);
}

NewPasswordForm empty_form(web::Visit const& visit, people::Account const& account)
{
    return {"", {account.mail, account.name, visit.context.settings->text("site.place")}};
}

} // namespace

Result<http::Response> forgotten_page(web::Visit const& visit, people::House&)
{
    return write_forgotten(visit, {});
}

Result<http::Response> forgotten_answer(web::Visit const& visit, people::House& house)
{
    WF_TRY(auto const sent, web::read_form_body(visit.request));
    auto filled = web::fill_in(MailForm{}, sent);
    auto const now = now_millis();
    // Letters are slowed down for each address and for each place that asks, so that nobody can fill somebody's mailbox.
    auto const key = "reset:" + house.digest_of(filled.form.mail);
    if (filled.faults.empty()) {
        if (auto const may = house.check_pace(key, visit.request.peer, now); !may)
            filled.faults.push_back(fault_of("mail", may.error()));
        if (!filled.faults.empty()) house.note(watch::Kind::login_slowed, "", visit.request.peer);
    }
    if (!filled.faults.empty()) return write_forgotten(visit, filled);
    house.note_failure(key, visit.request.peer, now);
    std::string asked_for;
    WF_TRY_VOID(visit.store().write([&](store::Session& session) -> Result<void> {
        auto const reset = people::begin_reset(session, house, filled.form.mail);
        if (!reset) return {};
        asked_for = reset->account.id;
        auto const link = web::absolute_link(visit, visit.link("/nieuw-wachtwoord/" + reset->token));
        return house.post()(session,
                            {reset->account.mail, std::string{visit.t("account.reset.subject")},
                             visit.t("account.reset.letter", {{"name", reset->account.name}, {"link", link}})});
    }));
    house.note(watch::Kind::password_reset_asked, asked_for, visit.request.peer);
    // The same whether somebody has this address or not.
    return web::page(visit, frame_of(visit, "account.forgotten.sent"), [&](Html& page) {
        page(tag::h1, visit.t("account.forgotten.sent"));
        web::message(page, web::Message::info, visit.t("account.forgotten.look"),
                     [&] { page(tag::p, visit.t("account.forgotten.look.text")); });
    });
}

Result<http::Response> reset_page(web::Visit const& visit, people::House& house)
{
    WF_TRY(auto const account, find(visit, house));
    return form_page(visit, "account.reset", visit.request.target,
                     web::Filled<NewPasswordForm>{empty_form(visit, account), {}});
}

Result<http::Response> reset_answer(web::Visit const& visit, people::House& house)
{
    WF_TRY(auto const account, find(visit, house));
    WF_TRY(auto const sent, web::read_form_body(visit.request));
    auto const filled = web::fill_in(empty_form(visit, account), sent);
    if (!filled.faults.empty()) return form_page(visit, "account.reset", visit.request.target, filled);
    auto const hash = secret::hash_password(filled.form.password, house.password_key());
    auto const changed = visit.store().write([&](store::Session& session) -> Result<void> {
        WF_TRY_VOID(people::set_password(session, house, account.id, hash, account.id, ""));
        return tell_by_letter(session, visit, house, account.id, "account.changed.password");
    });
    if (!changed) return changed.error();
    house.memory().forget();
    house.note_success(house.digest_of(account.mail));
    // Not logged in by it: who has a code must still give it.
    return web::done(visit, visit.link("/inloggen"));
}

} // namespace wf::account
