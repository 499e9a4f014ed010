// SPDX-License-Identifier: EUPL-1.2
#include "commons/people/leave.hpp"
#include "feature/account/forms.hpp"
#include "feature/account/pages.hpp"
#include "feature/account/parts.hpp"

namespace wf::account {

using namespace html;

Result<http::Response> data_page(web::Visit const& visit, people::House& house)
{
    WF_TRY(auto body, visit.store().write([&](store::Session& session) {
        return people::export_person(session, house, visit.actor.person_id);
    }));
    http::Response response;
    response.content_type = "application/json; charset=utf-8";
    response.body = std::move(body);
    response.headers.emplace_back("Content-Disposition", "attachment; filename=\"weefsel-mijn-gegevens.json\"");
    web::add_security_headers(response);
    return response;
}

namespace {

bool has_password(web::Visit const& visit)
{
    return visit.store()
        .read([&](store::Session& session) { return people::find_password(session, visit.actor.person_id); })
        .has_value();
}

Result<http::Response> write_leave(web::Visit const& visit, web::Filled<LeaveForm> const& filled)
{
    return form_page(visit, "account.leave", visit.link("/mijn/verwijderen"), filled, {}, [&](Html& page) {
        auto const& t = visit.t;
        page(tag::ul, [&] {
            for (auto const* key : {"account.leave.gone", "account.leave.stays", "account.leave.backups"})
                page(tag::li, t(key));
        });
        page(tag::p, [&] { page(tag::a, attr::href(visit.link("/mijn/gegevens")), t("account.my.export")); });
    });
}

} // namespace

Result<http::Response> leave_page(web::Visit const& visit, people::House&)
{
    return write_leave(visit, {LeaveForm{false, "", has_password(visit)}, {}});
}

Result<http::Response> leave_answer(web::Visit const& visit, people::House& house)
{
    WF_TRY(auto const sent, web::read_form_body(visit.request));
    auto filled = web::fill_in(LeaveForm{false, "", has_password(visit)}, sent);
    auto const person = visit.actor.person_id;
    if (filled.faults.empty() && filled.form.asks_password) {
        auto const right = check_own_password(visit, house, filled.form.password);
        if (!right) filled.faults.push_back(fault_of("wachtwoord", right.error()));
    }
    if (!filled.faults.empty()) return write_leave(visit, filled);
    auto const erased = visit.store().write(
        [&](store::Session& session) { return people::erase_person(session, house, person, person); });
    if (!erased) {
        filled.faults.push_back(fault_of("zeker", erased.error()));
        return write_leave(visit, filled);
    }
    house.memory().forget();
    visit.store().announce_change(); // kept pages may still show runs that used them
    auto response = web::page({visit.request, visit.t, visit.context, visit.letters}, frame_of(visit, "account.left"),
                              [&](Html& page) {
                                  page(tag::h1, visit.t("account.left"));
                                  web::message(page, web::Message::ok, visit.t("account.left.done"),
                                               [&] { page(tag::p, visit.t("account.left.text")); });
                              });
    clear_login_cookie(response);
    return response;
}

} // namespace wf::account
