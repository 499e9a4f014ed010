// SPDX-License-Identifier: EUPL-1.2
// The handover: what a new group needs to go on, on screen and on paper, made from the record alone; and giving over to that group.
#include "feature/studios/forms.hpp"
#include "feature/studios/pages.hpp"
#include "feature/studios/record.hpp"
#include "platform/clock/today.hpp"

namespace wf::studio_pages {

using namespace html;

namespace {

struct Loaded {
    Here here;
    studios::Handover handover;
    std::vector<codesign::Session> sessions;
};

Result<Loaded> load(web::Visit const& visit)
{
    return visit.store().read([&](store::Session& session) -> Result<Loaded> {
        WF_TRY(auto here, studios::find_here(session, visit));
        auto handover = studios::make_handover(session, here.studio, today_iso());
        auto sessions = codesign::list_of_studio(session, here.workspace.id, here.studio.id);
        return Loaded{std::move(here), std::move(handover), std::move(sessions)};
    });
}

HandoverForm empty_form()
{
    HandoverForm form;
    form.from = today_iso();
    return form;
}

void write_first(Html& page, words::Words const& t, std::vector<studios::Task> const& tasks)
{
    if (tasks.empty()) {
        page(tag::p, t("studios.first.none"));
        return;
    }
    page(tag::ol, [&] {
        for (auto const& task : tasks) {
            auto const key = "studios.first." + std::string{studios::to_word(task.what)};
            page(tag::li, [&] {
                if (!task.stage) {
                    page.text(t(key));
                    return;
                }
                auto const next = std::string{t("studios.next." + std::string{studios::to_word(*task.stage)})};
                page.text(t(key, {{"number", std::to_string(task.cycle)}, {"next", next}}));
            });
        }
    });
}

/// What is known and where from: what was seen in the cycles, and the sources.
void write_known(Html& page, web::Visit const& visit, studios::Handover const& handover)
{
    auto const& t = visit.t;
    if (!handover.studio.outcome.empty()) page(tag::p, handover.studio.outcome);
    if (handover.found.empty()) page(tag::p, t("studios.found.none"));
    else
        page(tag::ul, [&] {
            for (auto const& entry : handover.found) {
                page(tag::li, [&] {
                    page.text(entry.words + " ");
                    page(tag::span, attr::cls("soft"),
                         t("studios.found.from",
                           {{"number", std::to_string(entry.cycle)}, {"day", web::day_of(t, entry.written_on)}}));
                });
            }
        });
    page(tag::h3, t("studios.sources"));
    write_links(page, visit, handover.sources);
}

void write_next_group(Html& page, web::Visit const& visit, Loaded const& loaded,
                      web::Filled<HandoverForm> const& filled)
{
    if (!may_change(visit, loaded.here)) return;
    page(tag::details, attr::id("geef-over"), attr::cls("pane noprint"),
         attr::when(!filled.faults.empty(), attr::bare("open")), [&] {
             page(tag::summary, visit.t("studios.next"));
             page(tag::p, visit.t("studios.next.lead"));
             web::write_form(page, visit,
                             {.action = studios::link_to(visit, loaded.here, "/overdracht"),
                              .prefix = "studios.next",
                              .submit_key = "studios.next.submit",
                              .id = "groep",
                              .is_quiet = true},
                             filled);
         });
}

Result<http::Response> write_handover(web::Visit const& visit, Loaded const& loaded,
                                      web::Filled<HandoverForm> const& filled)
{
    if (auto const refused = web::refuse_form(visit, filled.faults)) return *refused;
    auto const& t = visit.t;
    auto const& handover = loaded.handover;
    auto frame = studio_frame(visit, loaded.here, std::string{t("studios.handover")});
    if (!filled.faults.empty()) frame.status = 400;
    return web::page(visit, frame, [&](Html& page) {
        auto const section = [&](std::string_view heading, std::function<void()> const& body) {
            page(tag::section, [&] {
                page(tag::h2, t(heading));
                body();
            });
        };
        page(tag::h1, t("studios.handover.of", {{"title", handover.studio.content.title}}));
        page(tag::p, [&] { write_state(page, t, handover.studio); });
        page(tag::p, attr::cls("lead"), t("studios.handover.lead", {{"day", web::day_of(t, today_iso())}}));
        section("studios.first", [&] { write_first(page, t, handover.first); });
        section("studios.questions", [&] { write_questions(page, visit, loaded.here, handover.questions); });
        section("studios.known", [&] { write_known(page, visit, handover); });
        section("studios.decisions", [&] { write_decisions(page, t, handover.decisions); });
        section("studios.sessions", [&] { write_sessions(page, visit, loaded.here, loaded.sessions); });
        section("studios.cycles", [&] { write_cycles(page, t, handover.cycles); });
        section("studios.materials", [&] { write_links(page, visit, handover.materials); });
        section("studios.agreements", [&] { write_agreements(page, t, handover.studio.content); });
        section("studios.plans", [&] { write_plans(page, visit, loaded.here, handover.plans); });
        section("studios.log", [&] { write_log(page, t, handover); });
        section("studios.groups", [&] { write_groups(page, t, handover.groups); });
        write_next_group(page, visit, loaded, filled);
        page(tag::p, attr::cls("row noprint"),
             [&] { page(tag::a, attr::href(studios::link_to(visit, loaded.here)), t("studios.back")); });
    });
}

} // namespace

Result<http::Response> handover_page(web::Visit const& visit, people::House&)
{
    WF_TRY(auto const loaded, load(visit));
    return write_handover(visit, loaded, {empty_form(), {}});
}

Result<http::Response> handover_answer(web::Visit const& visit, people::House& house)
{
    WF_TRY(auto const loaded, load(visit));
    WF_TRY(auto const sent, web::read_form_body(visit.request));
    auto filled = web::fill_in(HandoverForm{}, sent);
    if (filled.faults.empty()) {
        auto const& form = filled.form;
        auto const begun = visit.store().write([&](store::Session& session) {
            return studios::hand_over(session, {house.trail(), visit.actor.person_id}, loaded.here.studio,
                                      {form.from, form.team, form.words});
        });
        if (begun) return web::done(visit, studios::link_to(visit, loaded.here, "/overdracht"));
        if (begun.error().code == "studio.ended") return begun.error();
        filled.faults.push_back(web::fault_of(begun.error(), "wie"));
    }
    return write_handover(visit, loaded, filled);
}

} // namespace wf::studio_pages
