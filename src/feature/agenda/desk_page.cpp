// SPDX-License-Identifier: EUPL-1.2
// The agenda for the people of a werkplaats: what waits to be looked at, and who waits longest for a word.
#include "base/text.hpp"
#include "feature/agenda/pages.hpp"
#include "feature/agenda/parts.hpp"
#include "platform/web/links.hpp"

namespace wf::agenda_pages {

using namespace html;

namespace {

constexpr std::int64_t page_size = 50;

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
    auto const from = visit.request.parameter("vanaf");
    auto const skip = from ? parse_integer(*from) : std::optional<std::int64_t>{0};
    if (!skip || *skip < 0) return Error{Trouble::bad_input, "agenda.bad_number", "vanaf", std::string{*from}};
    auto const sought = std::string{visit.request.parameter("zoek").value_or("").substr(0, 200)};
    WF_TRY(auto const loaded, visit.store().read([&](store::Session& session) -> Result<Loaded> {
        WF_TRY(auto workspace, workspaces::find_here(session, visit));
        agenda::Choice waiting{.workspace_id = workspace.id, .status = agenda::Status::asked, .only_public = false};
        waiting.limit = agenda::most_waiting;
        agenda::Choice others{.workspace_id = workspace.id, .sought = sought, .skip = *skip, .limit = page_size};
        Loaded found{
            std::move(workspace), agenda::list(session, waiting), agenda::list(session, others), {}, 0, *skip, sought};
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
            page(tag::form, attr::cls("form seek noprint"), attr::named("method", "get"), attr::role("search"), [&] {
                page(tag::div, attr::cls("field"), [&] {
                    page(tag::label, attr::named("for", "zoek"), t("agenda.seek"));
                    page(tag::input, attr::cls("utrecht-textbox"), attr::id("zoek"), attr::named("name", "zoek"),
                         attr::named("type", "search"), attr::named("value", loaded.sought));
                });
                page(tag::p, [&] {
                    page(tag::button, attr::cls("utrecht-button utrecht-button--secondary-action"),
                         attr::named("type", "submit"), t("agenda.seek.submit"));
                });
            });
            if (loaded.questions.empty())
                web::empty(
                    page, t("agenda.none"), [&] { page(tag::p, t("agenda.desk.none")); }, web::Level::h3);
            else write_questions(page, visit, loaded, loaded.questions, "agenda.desk.all");
            page(tag::p, attr::cls("row noprint"), [&] {
                if (loaded.skip > 0)
                    page(tag::a,
                         attr::href(web::link_with(visit, "vanaf",
                                                   std::to_string(std::max<std::int64_t>(0, loaded.skip - page_size)))),
                         t("agenda.earlier"));
                if (loaded.skip + page_size < loaded.found)
                    page(tag::a, attr::href(web::link_with(visit, "vanaf", std::to_string(loaded.skip + page_size))),
                         t("agenda.later"));
            });
        });
        auto const no = count_of(loaded.tally, agenda::Status::not_taken_up);
        if (no > 0) page(tag::p, attr::cls("soft"), t.count("agenda.desk.not_taken_up", no));
    });
}

} // namespace wf::agenda_pages
