// SPDX-License-Identifier: EUPL-1.2
#include "base/date.hpp"
#include "commons/workspaces/workspaces.hpp"
#include "feature/admin/pages.hpp"
#include "feature/admin/parts.hpp"
#include "platform/clock/clock.hpp"
#include "platform/mail/outbox.hpp"
#include "platform/web/form.hpp"
#include "platform/web/moments.hpp"
#include "platform/web/redirect.hpp"

#include <algorithm>
#include <array>

namespace wf::admin {

using namespace html;

namespace {

constexpr std::string_view address = "/beheer/post";
constexpr int most_listed = 100;

bool may_be_sent_again(mail::State state)
{
    return state == mail::State::failed || state == mail::State::unsure;
}

std::string_view modifier_of(mail::State state)
{
    switch (state) {
    case mail::State::sent: return "ok";
    case mail::State::failed: return "bad";
    case mail::State::unsure: return "made";
    case mail::State::waiting:
    case mail::State::sending: break;
    }
    return "run";
}

void write_row(Html& page, web::Visit const& visit, mail::Entry const& entry)
{
    auto const& t = visit.t;
    page(tag::tr, [&] {
        page(tag::th, attr::scope("row"),
             [&] { page(tag::span, attr::cls("when"), web::moment_of(t, entry.created_at)); });
        page(tag::td, [&] {
            web::tag_label(page, modifier_of(entry.state),
                           t("admin.mail.state." + std::string{mail::to_word(entry.state)}));
        });
        page(tag::td, attr::cls("n"), t.number(entry.attempts));
        page(tag::td, [&] {
            auto const key = "admin.mail.error." + entry.last_error;
            if (t.has(key)) page.text(t(key));
            else
                page(tag::span, attr::when(visit.language() != words::Language::en, attr::lang("en")),
                     entry.last_error);
        });
        page(tag::td, [&] {
            if (may_be_sent_again(entry.state))
                web::write_button_form(page, visit, visit.link(address), t("admin.mail.again"), {{"id", entry.id}});
        });
    });
}

void write_entries(Html& page, web::Visit const& visit, std::vector<mail::Entry> const& entries)
{
    auto const& t = visit.t;
    if (entries.empty()) {
        web::empty(page, t("admin.mail.none"), [&] { page(tag::p, t("admin.mail.none_text")); });
        return;
    }
    std::array const columns{web::Column{"", std::string{t("admin.mail.created")}, web::Align::start, false},
                             web::Column{"", std::string{t("admin.mail.state")}, web::Align::start, false},
                             web::Column{"", std::string{t("admin.mail.attempts")}, web::Align::number, false},
                             web::Column{"", std::string{t("admin.mail.error")}, web::Align::start, false},
                             web::Column{"", std::string{t("admin.mail.do")}, web::Align::start, false}};
    web::table(page, visit, t("admin.mail.caption"), columns, "", [&] {
        for (auto const& entry : entries) write_row(page, visit, entry);
    });
    if (entries.size() == static_cast<std::size_t>(most_listed))
        page(tag::p, attr::cls("small soft"), t("admin.mail.more"));
}

} // namespace

Result<http::Response> mail_page(web::Visit const& visit, Office&)
{
    auto const entries = visit.store().read([](store::Session& session) { return mail::recent(session, most_listed); });
    auto const& server = visit.context.settings->text("mail.server");
    return write_page(visit, address, "admin.mail", [&](Html& page) {
        auto const& t = visit.t;
        page(tag::p, attr::cls("lead"), t("admin.mail.lead"));
        if (server.empty())
            web::message(page, web::Message::warn, t("admin.mail.no_server"),
                         [&] { page(tag::p, t("admin.mail.no_server_text")); });
        if (std::any_of(entries.begin(), entries.end(),
                        [](mail::Entry const& entry) { return entry.state == mail::State::unsure; }))
            page(tag::p, t("admin.mail.unsure_text"));
        write_entries(page, visit, entries);
    });
}

Result<http::Response> mail_answer(web::Visit const& visit, Office& office)
{
    WF_TRY(auto const sent, web::read_form_body(visit.request, web::small_form_bytes));
    auto const id = std::string{web::given(sent, "id")};
    auto const again = visit.store().write([&](store::Session& session) -> Result<void> {
        WF_TRY_VOID(mail::resend(session, id, Timestamp{now_millis()}));
        auto const top = workspaces::find_top(session);
        if (!top) return Error{Trouble::conflict, "people.no_top", "", "the first set-up was not finished"};
        return office.house->trail().add(session, {top->id, visit.actor.person_id, "mail.resend", "mail", id});
    });
    if (!again) return again.error();
    return web::done(visit, visit.link(address));
}

} // namespace wf::admin
