// SPDX-License-Identifier: EUPL-1.2
// Opening a session: with the question of the studio, or another one, and a day.
#include "base/characters.hpp"
#include "feature/codesign/forms.hpp"
#include "feature/codesign/pages.hpp"
#include "feature/codesign/parts.hpp"
#include "platform/clock/today.hpp"

namespace wf::codesign_pages {

using namespace html;

namespace {

struct Beginning {
    InStudio place;
    BeginForm form;
};

Result<Beginning> load(web::Visit const& visit)
{
    return visit.store().read([&](store::Session& store) -> Result<Beginning> {
        WF_TRY(auto place, studios::find_here(store, visit));
        if (place.studio.state == studios::State::ended) return Error{Trouble::conflict, "studio.ended", "", ""};
        auto const questions = studios::list_questions(store, place.studio);
        constexpr std::size_t longest_question = 300;
        auto const& words = questions.empty() ? place.studio.content.title : questions.front().words;
        BeginForm form{std::string{first_characters(words, longest_question)}, today_iso()};
        return Beginning{std::move(place), std::move(form)};
    });
}

Result<http::Response> write_begin(web::Visit const& visit, InStudio const& place, web::Filled<BeginForm> const& filled)
{
    if (auto const refused = web::refuse_form(visit, filled.faults)) return *refused;
    auto const& t = visit.t;
    auto frame = workspaces::frame_inside(visit, std::string{t("codesign.begin")}, place.workspace,
                                          studios::crumbs_to(visit, place));
    if (!filled.faults.empty()) frame.status = 400;
    return web::page(visit, frame, [&](Html& page) {
        page(tag::h1, t("codesign.begin"));
        page(tag::p, attr::cls("lead"), t("codesign.begin.lead"));
        web::write_form(page, visit,
                        {.action = studios::link_to(visit, place, "/sessie/nieuw"),
                         .prefix = "codesign.begin",
                         .submit_key = "codesign.begin.submit"},
                        filled);
    });
}

} // namespace

Result<http::Response> begin_page(web::Visit const& visit, people::House&)
{
    WF_TRY(auto const beginning, load(visit));
    return write_begin(visit, beginning.place, {beginning.form, {}});
}

Result<http::Response> begin_answer(web::Visit const& visit, people::House& house)
{
    WF_TRY(auto const beginning, load(visit));
    WF_TRY(auto const sent, web::read_form_body(visit.request));
    auto filled = web::fill_in(BeginForm{}, sent);
    if (!filled.faults.empty()) return write_begin(visit, beginning.place, filled);
    codesign::Session session;
    session.question = filled.form.question;
    session.day = filled.form.day;
    auto const opened = visit.store().write([&](store::Session& store) {
        return codesign::open(store, {house.trail(), visit.actor.person_id}, house.codesign_key(),
                              beginning.place.studio, session);
    });
    if (opened) return web::done(visit, studios::link_to(visit, beginning.place, "/sessie/" + opened->id));
    if (opened.error().kind != Trouble::bad_input) return opened.error();
    filled.faults.push_back(web::fault_of(opened.error(), "vraag"));
    return write_begin(visit, beginning.place, filled);
}

} // namespace wf::codesign_pages
