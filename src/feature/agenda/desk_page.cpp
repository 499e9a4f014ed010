// SPDX-License-Identifier: EUPL-1.2
// The agenda for the people of a werkplaats: what waits to be looked at, and who waits longest for a word.
#include "base/text.hpp"
#include "feature/agenda/pages.hpp"
#include "feature/agenda/parts.hpp"
#include "platform/web/paging.hpp"

namespace wf::agenda_pages {

using namespace html;

namespace {

struct Loaded {
    workspaces::Workspace workspace;
    std::vector<agenda::Question> waiting;
    std::vector<agenda::Question> questions;
    agenda::Tally tally;
    std::int64_t found{0};
    std::int64_t skip{0};
    std::string sought;
};

std::int64_t count_of(agenda::Tally const& tally, agenda::Status status)
{
    auto const found = tally.by_status.find(status);
    return found == tally.by_status.end() ? 0 : found->second;
}

void write_questions(Html& page, web::Visit const& visit, Loaded const& loaded,
                     std::vector<agenda::Question> const& questions, std::string_view caption_key)
{
    auto const& t = visit.t;
    std::array const columns{web::Column{"", std::string{t("agenda.column.question")}, web::Align::start, false},
                             web::Column{"", std::string{t("agenda.column.status")}, web::Align::start, false},
                             web::Column{"", std::string{t("agenda.column.asker")}, web::Align::start, true},
                             web::Column{"", std::string{t("agenda.column.word")}, web::Align::start, false}};
    web::table(page, visit, t(caption_key), columns, "", [&] {
        for (auto const& question : questions) {
            page(tag::tr, [&] {
                page(tag::th, attr::scope("row"), [&] {
                    page(tag::a, attr::href(workspaces::inside(visit, loaded.workspace, "/agenda/" + question.id)),
                         question.words.empty() ? question.asked_words : question.words);
                });
                page(tag::td, [&] { write_status(page, t, question); });
                page(tag::td, attr::cls("wide"), asker_words(t, question.asker));
                page(tag::td, ago(t, question.last_word_on));
            });
        }
    });
}

} // namespace

Result<http::Response> desk_page(web::Visit const& visit, people::House&)
{
    WF_TRY(auto const looked, web::read_looked(visit));
    WF_TRY(auto const loaded, visit.store().read([&](store::Session& session) -> Result<Loaded> {
        WF_TRY(auto workspace, workspaces::find_here(session, visit));
        agenda::Choice waiting{.workspace_id = workspace.id, .status = agenda::Status::asked, .only_public = false};
        waiting.limit = agenda::most_waiting;
        agenda::Choice others{.workspace_id = workspace.id,
                              .sought = looked.sought,
                              .also_as_asked = true,
                              .skip = looked.from,
                              .limit = web::rows_on_a_page};
        Loaded found{
            std::move(workspace), agenda::list(session, waiting), agenda::list(session, others), {}, 0, looked.from,
            looked.sought};
        found.tally = agenda::tally(session, found.workspace.id);
        found.found = others.is_everything() ? found.tally.all_public() : agenda::count(session, others);
        return found;
    }));
    auto const& t = visit.t;
    auto const frame = workspaces::frame_inside(visit, std::string{t("agenda.desk")}, loaded.workspace);
    return web::page(visit, frame, [&](Html& page) {
        page(tag::h1, t("agenda.desk"));
        page(tag::p, attr::cls("lead"), [&] {
            page.text(t.count("agenda.desk.waiting", static_cast<std::int64_t>(loaded.waiting.size())));
            page.text(" " + t.count("agenda.sentence", loaded.tally.all_public()));
        });
        page(tag::p, attr::cls("row noprint"), [&] {
            page(tag::a, attr::href(in_public(visit, loaded.workspace)), t("agenda.desk.public"));
            page(tag::a, attr::href(in_public(visit, loaded.workspace, "/stel")), t("agenda.desk.enter"));
            page(tag::a, attr::href(workspaces::inside(visit, loaded.workspace, "/plannen")), t("agenda.desk.plans"));
        });
        if (!loaded.waiting.empty()) {
            page(tag::section, attr::id("nieuw"), [&] {
                page(tag::h2, t("agenda.desk.new"));
                page(tag::p, t("agenda.desk.new.text"));
                write_questions(page, visit, loaded, loaded.waiting, "agenda.desk.new");
            });
        }
        page(tag::section, attr::id("agenda"), [&] {
            page(tag::h2, t("agenda.desk.all"));
            page(tag::p, t("agenda.desk.order"));
            web::write_seek(page, visit, "agenda", workspaces::inside(visit, loaded.workspace, "/agenda"),
                            loaded.sought);
            if (loaded.questions.empty())
                web::empty(
                    page, t("agenda.none"), [&] { page(tag::p, t("agenda.desk.none")); }, web::Level::h3);
            else write_questions(page, visit, loaded, loaded.questions, "agenda.desk.all");
            web::write_turns(page, visit, "agenda", loaded.skip, loaded.found);
        });
        page(tag::p, attr::cls("row noprint"), [&] {
            page(tag::a, attr::href(workspaces::inside(visit, loaded.workspace, "/kiezen")), t("priority.title"));
        });
        auto const no = count_of(loaded.tally, agenda::Status::not_taken_up);
        if (no > 0) page(tag::p, attr::cls("soft"), t.count("agenda.desk.not_taken_up", no));
    });
}

} // namespace wf::agenda_pages
