// SPDX-License-Identifier: EUPL-1.2
#include "base/date.hpp"
#include "feature/account/forms.hpp"
#include "feature/account/outside.hpp"
#include "feature/account/pages.hpp"
#include "feature/account/parts.hpp"
#include "platform/clock/clock.hpp"
#include "platform/web/moments.hpp"

namespace wf::account {

using namespace html;

namespace {

constexpr std::string_view path = "/mijn/ingelogd";
constexpr std::string_view all_others = "anders";
constexpr std::int64_t fresh_millis = 10 * 60'000;

struct Asked {
    people::Account account;
    EndLoginsForm form;
    bool is_fresh{false}; ///< this browser logged in a few minutes ago
};

/// Who asks, from where else that one is logged in, and what must be proved.
Result<Asked> prepare(web::Visit const& visit, people::House& house)
{
    auto const& t = visit.t;
    auto const fresh_since = Timestamp{now_millis() - fresh_millis}.to_iso();
    return visit.store().read([&](store::Session& session) -> Result<Asked> {
        auto account = people::find_account(session, house, visit.actor.person_id);
        if (!account) return Error{Trouble::not_found, "people.unknown", "", ""};
        Asked asked{std::move(*account), {std::string{all_others}}};
        asked.form.logins.push_back({std::string{all_others}, std::string{t("account.logins.all_others")}});
        for (auto const& login : people::list_logins(session, house, visit.actor.person_id)) {
            if (login.id == visit.actor.session_id) {
                asked.is_fresh = login.started_at >= fresh_since;
                continue;
            }
            auto const device = login.device.empty() ? std::string{t("account.my.unknown_device")} : login.device;
            asked.form.logins.push_back(
                {login.id, device,
                 std::string{t("account.logins.since", {{"moment", web::moment_of(t, login.started_at)}})}});
        }
        if (!asked.account.has_password) asked.form.again = asked.account.has_code ? Again::code : Again::fresh_login;
        return asked;
    });
}

Result<http::Response> write_logins(web::Visit const& visit, Outside* outside, Asked const& asked,
                                    web::Filled<EndLoginsForm> const& filled)
{
    return form_page(visit, "account.logins", visit.link(path), filled, {}, [&](Html& page) {
        if (asked.form.again != Again::fresh_login || asked.is_fresh) return;
        page(tag::p, visit.t("account.logins.come_again"));
        write_outside_button(page, visit, outside, Errand::log_in, visit.link(path));
    });
}

Result<void> prove_again(web::Visit const& visit, people::House& house, Asked const& asked, EndLoginsForm const& form)
{
    switch (asked.form.again) {
    case Again::password: return check_own_password(visit, house, form.password);
    case Again::code: return people::check_code(visit.store(), house, asked.account, form.code, visit.request.peer);
    case Again::fresh_login: break;
    }
    if (asked.is_fresh) return {};
    return Error{Trouble::bad_input, "people.login_not_fresh", "",
                 "log in again, and end the others within ten minutes"};
}

std::string_view field_of(Again again)
{
    return again == Again::password ? "wachtwoord" : again == Again::code ? "code" : "login";
}

} // namespace

Result<http::Response> logins_page(web::Visit const& visit, people::House& house, Outside* outside)
{
    WF_TRY(auto const asked, prepare(visit, house));
    return write_logins(visit, outside, asked, {asked.form, {}});
}

Result<http::Response> logins_answer(web::Visit const& visit, people::House& house, Outside* outside)
{
    WF_TRY(auto const asked, prepare(visit, house));
    WF_TRY(auto const sent, web::read_form_body(visit.request));
    auto filled = web::fill_in(asked.form, sent);
    auto& form = filled.form;
    if (filled.faults.empty()) {
        auto const right = prove_again(visit, house, asked, form);
        if (!right) filled.faults.push_back(fault_of(field_of(form.again), right.error()));
    }
    form.code.clear();
    if (!filled.faults.empty()) return write_logins(visit, outside, asked, filled);
    WF_TRY_VOID(visit.store().write([&](store::Session& session) -> Result<void> {
        if (form.which == all_others) people::end_logins(session, visit.actor.person_id, visit.actor.session_id);
        else people::end_one_login(session, visit.actor.person_id, form.which);
        return {};
    }));
    house.memory().forget();
    return web::done(visit, visit.link("/mijn") + "#ingelogd");
}

} // namespace wf::account
