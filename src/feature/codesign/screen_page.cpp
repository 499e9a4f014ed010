// SPDX-License-Identifier: EUPL-1.2
// What stands on the wall: readable from the back of the room. Its script fetches it again every few seconds.
#include "feature/codesign/pages.hpp"
#include "feature/codesign/parts.hpp"
#include "platform/web/qr.hpp"

namespace wf::codesign_pages {

using namespace html;

namespace {

void write_code(Html& page, web::Visit const& visit, people::House const& house, codesign::Session const& session)
{
    auto const& t = visit.t;
    page(tag::aside, attr::cls("join"), attr::label(t("codesign.join")), [&] {
        web::qr_code(page, web::absolute_link(visit, phone_path(house, session)), t("codesign.join.square"));
        page(tag::p, to_type_over(web::absolute_link(visit, "/sessie")));
        page(tag::p, attr::cls("code"), codesign::code_of(house.codesign_key(), session));
    });
}

void write_stage_now(Html& page, words::Words const& t, Here const& here)
{
    auto const& session = here.session;
    if (session.state == codesign::State::ended) {
        page(tag::p, attr::cls("stage"), t("codesign.decided"));
        page(tag::p, attr::cls("ask"), session.decision);
        page(tag::p, [&] {
            page(tag::b, t("codesign.because"));
            page.text(" " + session.reason);
        });
        return;
    }
    page(tag::p, attr::cls("stage"), stage_sentence(t, session.stage));
    page(tag::p, attr::cls("ask"), asked_in(t, session.stage));
    if (session.stage > codesign::Stage::ideas) write_chosen(page, t, here.notes);
    auto const shown = shown_in(here.notes, session.stage);
    page(tag::h2, t.count("codesign.notes", static_cast<std::int64_t>(shown.size())));
    write_cards(page, t, shown);
}

} // namespace

Result<http::Response> screen_page(web::Visit const& visit, people::House& house)
{
    WF_TRY(auto const here, load_session(visit));
    auto const& t = visit.t;
    bool const is_open = here.session.state == codesign::State::open;
    auto frame = session_frame(visit, here, std::string{t("codesign.screen")});
    frame.is_renewed = is_open;
    return web::page(visit, frame, [&](Html& page) {
        page(tag::div, attr::cls("beamer"), [&] {
            page(tag::div, [&] {
                page(tag::h1, here.session.question);
                page(tag::div, attr::id("stand"), attr::when(is_open, attr::named("data-renew", "4")),
                     attr::named("data-renew-stop", t("codesign.renew.stop")),
                     attr::named("data-renew-go", t("codesign.renew.go")), [&] { write_stage_now(page, t, here); });
                page(tag::p, attr::cls("row noprint"),
                     [&] { page(tag::a, attr::href(session_link(visit, here)), t("codesign.to_session")); });
            });
            if (is_open) write_code(page, visit, house, here.session);
        });
    });
}

} // namespace wf::codesign_pages
