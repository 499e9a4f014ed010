// SPDX-License-Identifier: EUPL-1.2
// One question: as everybody sees it, and as who asked it follows it by a private link.
#include "feature/agenda/pages.hpp"
#include "feature/agenda/parts.hpp"

#include <algorithm>

namespace wf::agenda_pages {

using namespace html;

namespace {

struct Loaded {
    workspaces::Workspace workspace;
    Way way;
};

/// Where the question is among the steps that it can take; one that it did not take stays empty.
void write_steps(Html& page, words::Words const& t, Way const& way)
{
    using agenda::Status;
    auto const now = way.question.status;
    if (now == Status::not_taken_up) return;
    auto const was_there = [&](Status step) {
        return step == Status::asked || step == now ||
               std::any_of(way.words.begin(), way.words.end(),
                           [&](agenda::Word const& word) { return word.status == step; });
    };
    page(tag::ol, attr::cls("steps"), attr::label(t("agenda.steps")), [&] {
        for (auto const step : {Status::asked, Status::on_agenda, Status::in_studio, Status::in_plan, Status::applied,
                                Status::answered}) {
            page(tag::li, attr::cls(was_there(step) ? "done" : ""),
                 attr::when(step == now, attr::named("aria-current", "step")), status_words(t, step));
        }
    });
}

} // namespace

Result<http::Response> question_page(web::Visit const& visit, people::House&)
{
    WF_TRY(auto const loaded, visit.store().read([&](store::Session& session) -> Result<Loaded> {
        WF_TRY(auto workspace, workspaces::find_here(session, visit));
        // What was not looked at yet is not there for others; not even that it is there.
        WF_TRY(auto question, agenda::find_public(session, workspace.id, visit.request.part("question")));
        if (question.status == agenda::Status::merged) {
            if (auto into = agenda::find(session, workspace.id, question.merged_into)) question = std::move(*into);
        }
        auto way = load_way(session, question);
        return Loaded{std::move(workspace), std::move(way)};
    }));
    auto const& t = visit.t;
    auto const& question = loaded.way.question;
    auto frame = public_frame(visit, loaded.workspace, question.words);
    return web::page(visit, frame, [&](Html& page) {
        page(tag::h1, question.words);
        page(tag::p, [&] { write_status(page, t, question); });
        write_steps(page, t, loaded.way);
        write_about(page, visit, loaded.way);
        write_way(page, visit, loaded.way);
        page(tag::p, attr::cls("row noprint"), [&] {
            page(tag::a, attr::href(in_public(visit, loaded.workspace)),
                 t("agenda.all_of", {{"werkplaats", loaded.workspace.name}}));
            if (visit.may(access::Action::read, "agenda", loaded.workspace.address))
                page(tag::a, attr::href(workspaces::inside(visit, loaded.workspace, "/agenda/" + question.id)),
                     t("agenda.to_desk"));
        });
    });
}

Result<http::Response> follow_page(web::Visit const& visit, people::House&)
{
    struct Followed {
        Loaded loaded;
        agenda::Question asked; ///< as it was asked; the way is that of the one it went on in
    };
    WF_TRY(auto const followed, visit.store().read([&](store::Session& session) -> Result<Followed> {
        WF_TRY(auto workspace, workspaces::find_here(session, visit));
        auto const asked = agenda::find_by_link(session, workspace.id, visit.request.part("token"));
        if (!asked) return Error{Trouble::not_found, "agenda.no_such_link", "", ""};
        auto question = *asked;
        if (question.status == agenda::Status::merged) {
            if (auto into = agenda::find(session, workspace.id, question.merged_into)) question = std::move(*into);
        }
        auto way = load_way(session, question);
        return Followed{{std::move(workspace), std::move(way)}, *asked};
    }));
    auto const& t = visit.t;
    auto const& way = followed.loaded.way;
    auto const& workspace = followed.loaded.workspace;
    auto frame = public_frame(visit, workspace, std::string{t("agenda.yours")});
    return web::page(visit, frame, [&](Html& page) {
        page(tag::h1, t("agenda.yours"));
        write_asked(page, t, followed.asked);
        page(tag::p, attr::cls("lead"),
             t("agenda.yours." + std::string{agenda::to_word(way.question.status)},
               {{"werkplaats", workspace.name}, {"ago", ago(t, followed.asked.last_word_on)}}));
        if (visit.request.parameter("nieuw")) {
            web::message(page, web::Message::ok, t("agenda.asked"), [&] {
                page(tag::p, t("agenda.asked.keep"));
                page(tag::p, [&] {
                    page(tag::code, attr::cls("secret breaks"),
                         web::absolute_link(visit, in_public(visit, workspace,
                                                             "/volg/" + std::string{visit.request.part("token")})));
                });
                page(tag::p, t("agenda.asked.no_name"));
            });
        }
        write_steps(page, t, way);
        if (followed.asked.status == agenda::Status::merged)
            web::message(page, web::Message::info, t("agenda.yours.merged"), [&] { page(tag::p, way.question.words); });
        write_about(page, visit, way);
        write_way(page, visit, way);
        if (way.question.is_public())
            page(tag::p, [&] {
                page(tag::a, attr::href(in_public(visit, workspace, "/vraag/" + way.question.id)),
                     t("agenda.yours.public"));
            });
        page(tag::p, attr::cls("soft"), t("agenda.yours.private"));
        if (followed.asked.asked_words.empty()) return;
        page(tag::details, attr::cls("noprint"), [&] {
            page(tag::summary, t("agenda.take_away"));
            page(tag::p, t(followed.asked.words.empty() ? "agenda.take_away.all" : "agenda.take_away.words"));
            web::write_button_form(page, visit,
                                   in_public(visit, workspace,
                                             "/volg/" + std::string{visit.request.part("token")} + "/weg"),
                                   t("agenda.take_away.submit"));
        });
    });
}

Result<http::Response> take_away_answer(web::Visit const& visit, people::House& house)
{
    struct Done {
        workspaces::Workspace workspace;
        bool is_gone;
    };
    WF_TRY(auto const done, visit.store().write([&](store::Session& session) -> Result<Done> {
        WF_TRY(auto workspace, workspaces::find_here(session, visit));
        auto const asked = agenda::find_by_link(session, workspace.id, visit.request.part("token"));
        if (!asked) return Error{Trouble::not_found, "agenda.no_such_link", "", ""};
        WF_TRY_VOID(agenda::take_words_away(session, house.trail(), *asked, ""));
        return Done{std::move(workspace), asked->words.empty()};
    }));
    if (!done.is_gone)
        return web::done(visit, in_public(visit, done.workspace, "/volg/" + std::string{visit.request.part("token")}));
    auto const& t = visit.t;
    auto const frame = public_frame(visit, done.workspace, std::string{t("agenda.taken_away")});
    return web::page(visit, frame, [&](Html& page) {
        page(tag::h1, t("agenda.taken_away"));
        page(tag::p, attr::cls("lead"), t("agenda.taken_away.text"));
    });
}

} // namespace wf::agenda_pages
