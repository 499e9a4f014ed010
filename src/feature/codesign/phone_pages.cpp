// SPDX-License-Identifier: EUPL-1.2
// Taking part with a code, without an account. A code has 40 bits and works for some days: it is not guessed over a network.
#include "base/percent.hpp"
#include "commons/codesign/code.hpp"
#include "feature/codesign/forms.hpp"
#include "feature/codesign/pages.hpp"
#include "feature/codesign/parts.hpp"
#include "platform/clock/today.hpp"

namespace wf::codesign_pages {

using namespace html;

namespace {

struct Joined {
    codesign::Session session;
    std::vector<codesign::Note> notes;
};

Result<Joined> join(web::Visit const& visit, people::House const& house, std::string_view code)
{
    return visit.store().read([&](store::Session& store) -> Result<Joined> {
        WF_TRY(auto session, codesign::find_by_code(store, house.codesign_key(), code, today_iso()));
        auto notes = codesign::list_notes(store, session);
        return Joined{std::move(session), std::move(notes)};
    });
}

std::string phone_link(web::Visit const& visit, std::string_view below = {})
{
    return visit.link("/sessie/" + percent_encode(codesign::tidy_code(visit.request.part("code")))) +
           std::string{below};
}

web::Frame phone_frame(std::string title)
{
    web::Frame frame;
    frame.title = std::move(title);
    frame.cache = http::Cache::never;
    return frame;
}

Result<http::Response> write_phone(web::Visit const& visit, Joined const& joined, web::Filled<NoteForm> const& filled)
{
    if (auto const refused = web::refuse_form(visit, filled.faults)) return *refused;
    auto const& t = visit.t;
    auto const& session = joined.session;
    auto const stage = std::string{codesign::to_word(session.stage)};
    auto frame = phone_frame(session.question);
    frame.is_renewed = true;
    if (!filled.faults.empty()) frame.status = 400;
    return web::page(visit, frame, [&](Html& page) {
        page(tag::h1, session.question);
        page(tag::p, attr::cls("soft"), stage_sentence(t, session.stage));
        if (visit.request.parameter("gelukt"))
            web::message(page, web::Message::ok, t("codesign.sent"), [&] { page(tag::p, t("codesign.sent.text")); });
        if (session.stage > codesign::Stage::ideas) write_chosen(page, t, joined.notes);
        page(tag::h2, asked_in(t, session.stage));
        web::write_form(page, visit,
                        {.action = phone_link(visit), .prefix = "codesign.note", .submit_key = "codesign.note.submit"},
                        filled, [&] {
                            page(tag::input, attr::named("type", "hidden"), attr::named("name", "stap"),
                                 attr::named("value", stage));
                        });
        page(tag::p, attr::cls("soft"), t("codesign.privacy"));
        auto const shown = shown_in(joined.notes, session.stage);
        page(tag::div, attr::id("stand"), attr::named("data-renew", "10"), attr::named("data-renew-stage", stage),
             attr::named("data-renew-moved", t("codesign.renew.moved")),
             attr::named("data-renew-stop", t("codesign.renew.stop")),
             attr::named("data-renew-go", t("codesign.renew.go")), [&] {
                 page(tag::h2, t.count("codesign.notes", static_cast<std::int64_t>(shown.size())));
                 write_cards(page, t, shown);
             });
    });
}

} // namespace

Result<http::Response> code_page(web::Visit const& visit, people::House& house)
{
    auto const& t = visit.t;
    auto const typed = visit.request.parameter("code");
    if (typed && join(visit, house, *typed))
        return web::see_other(visit.link("/sessie/" + percent_encode(codesign::tidy_code(*typed))));
    auto frame = phone_frame(std::string{t("codesign.code")});
    if (typed) frame.status = 404;
    return web::page(visit, frame, [&](Html& page) {
        page(tag::h1, t("codesign.code"));
        page(tag::p, attr::cls("lead"), t("codesign.code.lead"));
        if (typed)
            web::message(page, web::Message::error, t("error.codesign.unknown_code"),
                         [&] { page(tag::p, t("error.codesign.unknown_code.do")); });
        page(tag::form, attr::cls("form"), attr::named("method", "get"), attr::named("action", visit.link("/sessie")),
             [&] {
                 page(tag::div, attr::cls("field"), [&] {
                     page(tag::label, attr::named("for", "code"), t("codesign.code.field"));
                     page(tag::span, attr::cls("hint"), attr::id("code-hint"), t("codesign.code.hint"));
                     page(tag::input, attr::cls("utrecht-textbox"), attr::id("code"), attr::named("name", "code"),
                          attr::named("type", "text"), attr::named("autocomplete", "off"),
                          attr::named("autocapitalize", "none"), attr::named("spellcheck", "false"),
                          attr::named("aria-describedby", "code-hint"), attr::named("value", typed.value_or("")),
                          attr::bare("required"));
                 });
                 page(tag::p, [&] {
                     page(tag::button, attr::cls("utrecht-button utrecht-button--primary-action"),
                          attr::named("type", "submit"), t("codesign.code.submit"));
                 });
             });
    });
}

Result<http::Response> phone_page(web::Visit const& visit, people::House& house)
{
    WF_TRY(auto const joined, join(visit, house, visit.request.part("code")));
    return write_phone(visit, joined, {});
}

Result<http::Response> phone_answer(web::Visit const& visit, people::House& house)
{
    WF_TRY(auto const joined, join(visit, house, visit.request.part("code")));
    WF_TRY(auto const sent, web::read_form_body(visit.request, web::usual_form_bytes));
    auto filled = web::fill_in(NoteForm{}, sent);
    if (filled.faults.empty()) {
        // An answer to what its writer read, also when the group has gone on meanwhile.
        auto const stage = codesign::read_stage(web::given(sent, "stap")).value_or(joined.session.stage);
        auto const taken = visit.store().write(
            [&](store::Session& store) { return codesign::send(store, joined.session, stage, filled.form.words); });
        if (taken) return web::done(visit, phone_link(visit, "?gelukt=ja"));
        if (taken.error().field.empty()) return taken.error();
        filled.faults.push_back({"woorden", taken.error()});
    }
    return write_phone(visit, joined, filled);
}

} // namespace wf::codesign_pages
