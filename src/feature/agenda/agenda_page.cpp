// SPDX-License-Identifier: EUPL-1.2
// What is asked, for everybody: the agendas there are, and one of them.
#include "base/characters.hpp"
#include "base/percent.hpp"
#include "base/text.hpp"
#include "commons/people/memberships.hpp"
#include "feature/agenda/pages.hpp"
#include "feature/agenda/parts.hpp"
#include "feature/agenda/priority_parts.hpp"
#include "feature/agenda/views.hpp"
#include "platform/clock/today.hpp"
#include "platform/web/paging.hpp"

namespace wf::agenda_pages {

using namespace html;

namespace {

struct Loaded {
    workspaces::Workspace workspace;
    agenda::Choice choice;
    agenda::Tally tally;
    std::vector<agenda::Question> questions;
    std::int64_t found{0};
    std::vector<priorities::Round> rounds; ///< closed ones
};

Result<agenda::Choice> read_choice(web::Visit const& visit)
{
    agenda::Choice choice;
    WF_TRY(auto const looked, web::read_looked(visit));
    choice.sought = looked.sought;
    choice.skip = looked.from;
    choice.limit = web::rows_on_a_page;
    auto const given = [&](std::string_view name) {
        return std::string{trim(visit.request.parameter(name).value_or(""))};
    };
    if (auto const word = given("staat"); !word.empty()) {
        choice.status = agenda::read_status(word);
        if (!choice.status) return Error{Trouble::bad_input, "agenda.no_such_status", "staat", word};
    }
    if (auto const word = given("wie"); !word.empty()) {
        choice.asker = agenda::read_asker(word);
        if (!choice.asker) return Error{Trouble::bad_input, "agenda.no_such_asker", "wie", word};
    }
    return choice;
}

QuestionRow make_row(agenda::Question const& question)
{
    QuestionRow row;
    row.id = question.id;
    row.words = question.words;
    row.status = agenda::to_word(question.status);
    row.asker = agenda::to_word(question.asker);
    row.area = web::maybe(question.area_code);
    row.theme = web::maybe(question.theme);
    row.national_theme = web::maybe(question.national_theme);
    row.stands_on = web::maybe(question.origin.page);
    row.asked_on = question.asked_on;
    row.last_word_on = question.last_word_on;
    row.days_since_word = days_between(question.last_word_on, today_iso());
    row.invented = question.is_invented;
    return row;
}

std::int64_t residents_of(agenda::Tally const& tally)
{
    auto const found = tally.by_asker.find(agenda::Asker::resident);
    return found == tally.by_asker.end() ? 0 : found->second;
}

web::Table<AgendaSummary, QuestionRow> make_view(Loaded const& loaded)
{
    web::Table<AgendaSummary, QuestionRow> view;
    view.summary = {loaded.workspace.name,
                    loaded.tally.all_public(),
                    residents_of(loaded.tally),
                    loaded.tally.with_national_theme,
                    loaded.found,
                    web::next_row(loaded.choice.skip, loaded.found)};
    for (auto const& question : loaded.questions) view.rows.push_back(make_row(question));
    return view;
}

void write_ask_button(Html& page, web::Visit const& visit, workspaces::Workspace const& workspace)
{
    page(tag::p, attr::cls("row noprint"), [&] {
        web::link_button(page, in_public(visit, workspace, "/stel"), visit.t("agenda.ask"), web::Button::primary);
    });
}

/// The sentence first: how many, and whose.
void write_sentence(Html& page, web::Visit const& visit, agenda::Tally const& tally)
{
    auto const& t = visit.t;
    auto const all = tally.all_public();
    page(tag::p, attr::cls("lead"), [&] {
        page.text(t.count("agenda.sentence", all));
        if (all > 0) page.text(" " + t.count("agenda.sentence.residents", residents_of(tally)));
    });
    if (all == 0) return;
    page(tag::p, attr::cls("soft"),
         t.count("agenda.national_share", tally.with_national_theme, {{"all", t.number(static_cast<double>(all))}}));
}

void write_filter(Html& page, web::Visit const& visit, Loaded const& loaded)
{
    auto const& t = visit.t;
    web::write_seek(page, visit, "agenda", in_public(visit, loaded.workspace), loaded.choice.sought, [&] {
        page(tag::div, attr::cls("field"), [&] {
            page(tag::label, attr::named("for", "staat"), t("agenda.seek.status"));
            page(tag::select, attr::cls("utrecht-select"), attr::id("staat"), attr::named("name", "staat"), [&] {
                page(tag::option, attr::named("value", ""), t("agenda.seek.all"));
                for (auto const status : agenda::all_statuses) {
                    if (status == agenda::Status::asked || status == agenda::Status::merged) continue;
                    page(tag::option, attr::named("value", agenda::to_word(status)),
                         attr::when(loaded.choice.status == status, attr::bare("selected")), status_words(t, status));
                }
            });
        });
    });
}

void write_questions(Html& page, web::Visit const& visit, Loaded const& loaded)
{
    auto const& t = visit.t;
    if (loaded.questions.empty()) {
        web::empty(page, t("agenda.none"), [&] { page(tag::p, t("agenda.none.text")); });
        return;
    }
    std::array const columns{web::Column{"", std::string{t("agenda.column.question")}, web::Align::start, false},
                             web::Column{"", std::string{t("agenda.column.status")}, web::Align::start, false},
                             web::Column{"", std::string{t("agenda.column.asker")}, web::Align::start, true},
                             web::Column{"", std::string{t("agenda.column.word")}, web::Align::start, true}};
    web::table(page, visit, t("agenda.caption", {{"werkplaats", loaded.workspace.name}}), columns, "", [&] {
        for (auto const& question : loaded.questions) {
            page(tag::tr, [&] {
                page(tag::th, attr::scope("row"), [&] {
                    page(tag::a, attr::href(in_public(visit, loaded.workspace, "/vraag/" + question.id)),
                         question.words);
                });
                page(tag::td, [&] { write_status(page, t, question); });
                page(tag::td, attr::cls("wide"), asker_words(t, question.asker));
                page(tag::td, attr::cls("wide"), ago(t, question.last_word_on));
            });
        }
    });
    web::write_turns(page, visit, "agenda", loaded.choice.skip, loaded.found);
}

constexpr std::size_t most_of_a_name = 200;

void write_rounds(Html& page, web::Visit const& visit, Loaded const& loaded)
{
    if (loaded.rounds.empty()) return;
    page(tag::section, [&] {
        page(tag::h2, visit.t("priority.rounds"));
        page(tag::ul, attr::cls("plain ways"), [&] {
            for (auto const& round : loaded.rounds)
                page(tag::li, [&] {
                    page(tag::a, attr::href(in_public(visit, loaded.workspace, "/keuze/" + round.id)), round.title);
                    page.text(", " + web::day_of(visit.t, round.closed_on));
                });
        });
    });
}

/// Who comes from a page ("?bij=/kansen") asks about it: "/stel?bij=..."; else empty.
Result<std::string> ask_link(web::Visit const& visit)
{
    auto const origin = std::string{visit.request.parameter("bij").value_or("")};
    WF_TRY_VOID(agenda::check_origin_page(origin));
    if (origin.empty()) return std::string{};
    return "/stel?bij=" + percent_encode(origin) +
           "&naam=" + percent_encode(first_characters(visit.request.parameter("naam").value_or(""), most_of_a_name));
}

Result<Loaded> load(store::Session& session, workspaces::Workspace workspace, agenda::Choice choice)
{
    choice.workspace_id = workspace.id;
    auto tally = agenda::tally(session, workspace.id);
    auto questions = agenda::list(session, choice);
    auto const found = choice.is_everything() ? tally.all_public() : agenda::count(session, choice);
    std::vector<priorities::Round> rounds;
    for (auto& round : priorities::list(session, workspace.id)) {
        if (!round.is_open && priorities::turnout(session, round).all() >= priorities::least_ballots)
            rounds.push_back(std::move(round));
    }
    return Loaded{std::move(workspace), std::move(choice), std::move(tally), std::move(questions), found,
                  std::move(rounds)};
}

} // namespace

Result<http::Response> agendas_page(web::Visit const& visit, people::House&)
{
    struct Agenda {
        workspaces::Workspace workspace;
        agenda::Tally tally;
    };
    auto const agendas = visit.store().read([&](store::Session& session) {
        std::vector<Agenda> all;
        auto const members = people::count_members(session);
        for (auto& workspace : workspaces::list(session)) {
            auto tally = agenda::tally(session, workspace.id);
            // Where nobody reads, nobody should be sent to ask: a werkplaats that is only known here. The one above all others keeps
            // the installation. Each has an agenda once somebody asked it something.
            bool const is_read = !workspace.is_top() && members.contains(workspace.id);
            if (!is_read && tally.by_status.empty()) continue;
            all.push_back({std::move(workspace), std::move(tally)});
        }
        return all;
    });
    WF_TRY(auto const ask, ask_link(visit));
    if (agendas.size() == 1) return web::see_other(in_public(visit, agendas.front().workspace, ask));
    auto const& t = visit.t;
    web::Frame frame;
    frame.title = t("agenda.title");
    frame.section = "questions";
    frame.cache = http::Cache::never;
    return web::page(visit, frame, [&](Html& page) {
        page(tag::h1, t("agenda.title"));
        page(tag::p, attr::cls("lead"), t(ask.empty() ? "agenda.lead" : "agenda.lead.ask"));
        if (agendas.empty()) {
            web::empty(page, t("agenda.no_werkplaats"), [&] { page(tag::p, t("agenda.no_werkplaats.text")); });
            return;
        }
        page(tag::ul, attr::cls("plain ways"), [&] {
            for (auto const& one : agendas) {
                page(tag::li, [&] {
                    page(tag::a, attr::href(in_public(visit, one.workspace, ask)), one.workspace.name);
                    page.text(": " + t.count("agenda.sentence", one.tally.all_public()));
                });
            }
        });
        page(tag::p, [&] { page(tag::a, attr::href(visit.link("/werkplaatsen")), t("agenda.to_werkplaatsen")); });
    });
}

Result<http::Response> agenda_page(web::Visit const& visit, people::House&)
{
    WF_TRY(auto choice, read_choice(visit));
    WF_TRY(auto const loaded, visit.store().read([&](store::Session& session) -> Result<Loaded> {
        WF_TRY(auto workspace, workspaces::find_here(session, visit));
        return load(session, std::move(workspace), choice);
    }));
    return web::answer_fresh(
        visit, [&] { return make_view(loaded); },
        [&]() -> Result<http::Response> {
            auto frame = public_frame(visit, loaded.workspace, "");
            auto const here = in_public(visit, loaded.workspace);
            frame.formats = {{"JSON", here + ".json"}, {"CSV", here + ".csv"}};
            return web::page(visit, frame, [&](Html& page) {
                page(tag::h1, visit.t("agenda.of", {{"werkplaats", loaded.workspace.name}}));
                write_sentence(page, visit, loaded.tally);
                write_ask_button(page, visit, loaded.workspace);
                if (loaded.tally.all_public() > 0) write_filter(page, visit, loaded);
                write_questions(page, visit, loaded);
                write_rounds(page, visit, loaded);
                if (loaded.workspace.kind == workspaces::Kind::werkplaats)
                    page(tag::p, attr::cls("noprint"), [&] {
                        page(tag::a, attr::href(workspaces::inside(visit, loaded.workspace, "/netwerk")),
                             visit.t("agenda.to_network"));
                    });
            });
        });
}

} // namespace wf::agenda_pages
