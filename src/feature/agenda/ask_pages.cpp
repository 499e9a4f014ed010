// SPDX-License-Identifier: EUPL-1.2
// Asking: no account, no name; in one's own words.
#include "base/characters.hpp"
#include "base/percent.hpp"
#include "feature/agenda/forms.hpp"
#include "feature/agenda/pages.hpp"
#include "feature/agenda/parts.hpp"

namespace wf::agenda_pages {

using namespace html;

namespace {

struct Loaded {
    workspaces::Workspace workspace;
    AskForm form;
    agenda::Origin origin;
};

Result<Loaded> load(web::Visit const& visit)
{
    constexpr std::size_t most_of_a_name = 200;
    agenda::Origin origin{std::string{visit.request.parameter("bij").value_or("")},
                          std::string{first_characters(visit.request.parameter("naam").value_or(""), most_of_a_name)}};
    WF_TRY_VOID(agenda::check_origin_page(origin.page));
    return visit.store().read([&](store::Session& session) -> Result<Loaded> {
        WF_TRY(auto workspace, workspaces::find_here(session, visit));
        AskForm form;
        form.askers = asker_options(visit.t);
        form.areas = workspaces::area_options(session, workspace);
        return Loaded{std::move(workspace), std::move(form), std::move(origin)};
    });
}

Result<http::Response> write_ask(web::Visit const& visit, Loaded const& loaded, web::Filled<AskForm> const& filled)
{
    if (auto const refused = web::refuse_form(visit, filled.faults)) return *refused;
    auto const& t = visit.t;
    auto frame = public_frame(visit, loaded.workspace, std::string{t("agenda.ask")});
    if (!filled.faults.empty()) frame.status = 400;
    auto action = in_public(visit, loaded.workspace, "/stel");
    if (!loaded.origin.page.empty())
        action += "?bij=" + percent_encode(loaded.origin.page) + "&naam=" + percent_encode(loaded.origin.name);
    return web::page(visit, frame, [&](Html& page) {
        page(tag::h1, t("agenda.ask"));
        page(tag::p, attr::cls("lead"), t("agenda.ask.lead", {{"werkplaats", loaded.workspace.name}}));
        if (!loaded.origin.page.empty())
            web::facts(page, std::array{web::Fact{std::string{t("agenda.fact.origin")},
                                                  loaded.origin.name.empty() ? loaded.origin.page : loaded.origin.name,
                                                  visit.link(loaded.origin.page)}});
        web::write_form(page, visit, {.action = action, .prefix = "agenda.ask", .submit_key = "agenda.ask.submit"},
                        filled);
        page(tag::p, attr::cls("soft"), t("agenda.ask.privacy"));
    });
}

} // namespace

Result<http::Response> ask_page(web::Visit const& visit, people::House&)
{
    WF_TRY(auto const loaded, load(visit));
    return write_ask(visit, loaded, {loaded.form, {}});
}

Result<http::Response> ask_answer(web::Visit const& visit, people::House& house)
{
    WF_TRY(auto const loaded, load(visit));
    WF_TRY(auto const sent, web::read_form_body(visit.request, web::usual_form_bytes));
    auto filled = web::fill_in(loaded.form, sent);
    if (!filled.faults.empty()) return write_ask(visit, loaded, filled);
    agenda::Question question;
    question.workspace_id = loaded.workspace.id;
    question.asked_words = filled.form.words;
    question.asker = agenda::read_asker(filled.form.asker).value_or(agenda::Asker::resident);
    question.area_code = filled.form.area;
    question.origin = loaded.origin;
    // Who has an account asks as somebody of that kind too, and not by name: the question counts, not who.
    auto const asked =
        visit.store().write([&](store::Session& session) { return agenda::ask(session, house.trail(), question, ""); });
    if (!asked) {
        filled.faults.push_back({"vraag", asked.error()});
        return write_ask(visit, loaded, filled);
    }
    return web::done(visit, in_public(visit, loaded.workspace, "/volg/" + asked->token + "?nieuw=ja"));
}

} // namespace wf::agenda_pages
