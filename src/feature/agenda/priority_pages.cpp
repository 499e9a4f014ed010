// SPDX-License-Identifier: EUPL-1.2
// What comes first: rounds in which people mark questions, on a screen or on paper, and what can be said of the outcome.
#include "base/text.hpp"
#include "feature/agenda/pages.hpp"
#include "feature/agenda/parts.hpp"
#include "feature/agenda/priority_forms.hpp"
#include "feature/agenda/priority_parts.hpp"

namespace wf::agenda_pages {

using namespace html;

namespace {

std::string rounds_link(web::Visit const& visit, workspaces::Workspace const& workspace, std::string_view below = {})
{
    return workspaces::inside(visit, workspace, "/kiezen" + std::string{below});
}

priorities::By by_of(web::Visit const& visit, people::House& house)
{
    return {house.trail(), visit.actor.person_id};
}

struct Rounds {
    workspaces::Workspace workspace;
    std::vector<priorities::Round> rounds;
    RoundForm form;
};

Result<Rounds> load_rounds(web::Visit const& visit)
{
    return visit.store().read([&](store::Session& session) -> Result<Rounds> {
        WF_TRY(auto workspace, workspaces::find_here(session, visit));
        Rounds loaded{std::move(workspace), {}, {}};
        loaded.rounds = priorities::list(session, loaded.workspace.id);
        agenda::Choice choice{.workspace_id = loaded.workspace.id, .status = agenda::Status::on_agenda};
        choice.limit = static_cast<std::int64_t>(priorities::most_options);
        for (auto const& question : agenda::list(session, choice))
            loaded.form.all.push_back({question.id, question.words});
        loaded.form.marks = priorities::usual_marks(loaded.form.all.size());
        return loaded;
    });
}

Result<http::Response> write_rounds(web::Visit const& visit, Rounds const& loaded, web::Filled<RoundForm> const& filled)
{
    if (auto const refused = web::refuse_form(visit, filled.faults)) return *refused;
    auto const& t = visit.t;
    auto frame = workspaces::frame_inside(visit, std::string{t("priority.title")}, loaded.workspace);
    if (!filled.faults.empty()) frame.status = 400;
    return web::page(visit, frame, [&](Html& page) {
        page(tag::h1, t("priority.title"));
        page(tag::p, attr::cls("lead"), t("priority.lead"));
        if (loaded.rounds.empty()) web::empty(page, t("priority.none"), [&] { page(tag::p, t("priority.none.text")); });
        else
            page(tag::ul, attr::cls("plain ways"), [&] {
                for (auto const& round : loaded.rounds)
                    page(tag::li, [&] {
                        page(tag::a, attr::href(rounds_link(visit, loaded.workspace, "/" + round.id)), round.title);
                        page.text(" ");
                        web::tag_label(page, round.is_open ? "" : "ok",
                                       t(round.is_open ? "priority.open" : "priority.closed"));
                        page.text(" " + web::day_of(t, round.is_open ? round.opened_on : round.closed_on));
                    });
            });
        if (!visit.may(access::Action::change, "priority", loaded.workspace.address)) return;
        page(tag::section, attr::cls("pane"), [&] {
            page(tag::h2, t("priority.begin"));
            if (loaded.form.all.size() < 2) {
                page(tag::p, t("priority.begin.too_few"));
                return;
            }
            web::write_form(page, visit,
                            {.action = rounds_link(visit, loaded.workspace),
                             .prefix = "priority.form",
                             .submit_key = "priority.form.submit"},
                            filled);
        });
    });
}

struct OneRound {
    workspaces::Workspace workspace;
    priorities::Round round;
    priorities::Turnout turnout;
    std::optional<Outcome> outcome;
    std::optional<Error> no_outcome;
    MarkForm marks;
};

Result<OneRound> load_round(web::Visit const& visit, people::House& house)
{
    return visit.store().read([&](store::Session& session) -> Result<OneRound> {
        WF_TRY(auto workspace, workspaces::find_here(session, visit));
        auto const id = visit.request.part("round");
        auto round = priorities::find(session, workspace.id, id);
        if (!round) return Error{Trouble::not_found, "priority.unknown", std::string{id}, ""};
        OneRound loaded{std::move(workspace), std::move(*round), {}, {}, {}, {}};
        loaded.turnout = priorities::turnout(session, loaded.round);
        for (auto const& option : loaded.round.options)
            loaded.marks.options.push_back(
                {std::to_string(option.number), std::to_string(option.number) + ". " + option.words});
        if (loaded.round.is_open) {
            for (auto const number :
                 priorities::marks_of(session, loaded.round,
                                      house.digest_of_voter(loaded.round.id, visit.actor.person_id)))
                loaded.marks.marked.push_back(std::to_string(number));
            return loaded;
        }
        auto order = priorities::outcome(session, loaded.round);
        if (order) loaded.outcome = Outcome{loaded.workspace, loaded.round, loaded.turnout.all(), std::move(*order)};
        else loaded.no_outcome = order.error();
        return loaded;
    });
}

void write_open(Html& page, web::Visit const& visit, OneRound const& loaded, web::Filled<MarkForm> const& marks,
                web::Filled<PaperForm> const& paper)
{
    auto const& t = visit.t;
    auto const here = rounds_link(visit, loaded.workspace, "/" + loaded.round.id);
    page(tag::p, attr::cls("lead"), t.count("priority.mark.lead", loaded.round.marks));
    page(tag::p, attr::cls("soft noprint"), t.count("priority.turnout", loaded.turnout.all()));
    if (visit.may(access::Action::add, "priority", loaded.workspace.address))
        web::write_form(
            page, visit,
            {.action = here, .prefix = "priority.mark", .submit_key = "priority.mark.submit", .id = "kruis"}, marks);
    page(tag::p, attr::cls("soft"), t("priority.mark.secret"));
    if (!visit.may(access::Action::change, "priority", loaded.workspace.address)) return;
    page(tag::section, attr::cls("pane noprint"), [&] {
        page(tag::h2, t("priority.paper"));
        page(tag::p, t("priority.paper.lead"));
        web::write_form(page, visit,
                        {.action = here + "/papier",
                         .prefix = "priority.paper",
                         .submit_key = "priority.paper.submit",
                         .id = "papier",
                         .is_quiet = true},
                        paper);
    });
    page(tag::section, attr::cls("pane noprint"), [&] {
        page(tag::h2, t("priority.close"));
        page(tag::p, t("priority.close.lead"));
        web::write_button_form(page, visit, here + "/sluit", t("priority.close.submit"));
    });
}

Result<http::Response> write_round(web::Visit const& visit, OneRound const& loaded, web::Filled<MarkForm> const& marks,
                                   web::Filled<PaperForm> const& paper)
{
    auto faults = marks.faults;
    faults.insert(faults.end(), paper.faults.begin(), paper.faults.end());
    if (auto const refused = web::refuse_form(visit, faults)) return *refused;
    auto const& t = visit.t;
    auto frame = workspaces::frame_inside(visit, loaded.round.title, loaded.workspace,
                                          {{std::string{t("priority.title")}, rounds_link(visit, loaded.workspace)}});
    if (!faults.empty()) frame.status = 400;
    return web::page(visit, frame, [&](Html& page) {
        page(tag::h1, loaded.round.title);
        if (loaded.round.is_invented) page(tag::p, [&] { web::tag_label(page, "made", t("agenda.invented")); });
        if (loaded.round.is_open) return write_open(page, visit, loaded, marks, paper);
        if (loaded.outcome) {
            write_outcome(page, visit, *loaded.outcome);
            page(tag::p, [&] {
                page(tag::a, attr::href(in_public(visit, loaded.workspace, "/keuze/" + loaded.round.id)),
                     t("priority.public"));
            });
        } else {
            web::empty(page, t("error." + loaded.no_outcome->code), [&] {
                page(tag::p, t("priority.no_outcome", {{"least", std::to_string(priorities::least_ballots)}}));
            });
        }
    });
}

/// "2 5 7" a line; lines without anything are skipped. Error: priority.bad_line (field = the field, detail = which line).
Result<std::vector<std::vector<std::int64_t>>> read_ballots(std::string_view text)
{
    std::vector<std::vector<std::int64_t>> ballots;
    std::size_t line_number = 0;
    for (auto const line : split(text, '\n')) {
        ++line_number;
        std::string even{line};
        std::replace_if(
            even.begin(), even.end(),
            [](char sign) { return sign == ',' || sign == ';' || sign == '\r' || sign == '\t'; }, ' ');
        std::vector<std::int64_t> numbers;
        for (auto const word : split(even, ' ')) {
            if (word.empty()) continue;
            auto const number = parse_integer(word);
            if (!number) return Error{Trouble::bad_input, "priority.bad_line", "briefjes", std::to_string(line_number)};
            numbers.push_back(*number);
        }
        if (!numbers.empty()) ballots.push_back(std::move(numbers));
    }
    return ballots;
}

} // namespace

Result<http::Response> rounds_page(web::Visit const& visit, people::House&)
{
    WF_TRY(auto const loaded, load_rounds(visit));
    return write_rounds(visit, loaded, {loaded.form, {}});
}

Result<http::Response> begin_round_answer(web::Visit const& visit, people::House& house)
{
    WF_TRY(auto const loaded, load_rounds(visit));
    WF_TRY(auto const sent, web::read_form_body(visit.request));
    auto filled = web::fill_in(loaded.form, sent);
    if (filled.faults.empty()) {
        priorities::Round round;
        round.workspace_id = loaded.workspace.id;
        round.title = filled.form.title;
        round.marks = filled.form.marks.value_or(0);
        auto const begun = visit.store().write([&](store::Session& session) {
            return priorities::open(session, by_of(visit, house), round, filled.form.questions);
        });
        if (begun) return web::done(visit, rounds_link(visit, loaded.workspace, "/" + begun->id));
        filled.faults.push_back(web::fault_of(begun.error()));
    }
    return write_rounds(visit, loaded, filled);
}

Result<http::Response> round_page(web::Visit const& visit, people::House& house)
{
    WF_TRY(auto const loaded, load_round(visit, house));
    return write_round(visit, loaded, {loaded.marks, {}}, {});
}

Result<http::Response> mark_answer(web::Visit const& visit, people::House& house)
{
    WF_TRY(auto const loaded, load_round(visit, house));
    WF_TRY(auto const sent, web::read_form_body(visit.request));
    auto empty = loaded.marks;
    empty.marked.clear();
    auto filled = web::fill_in(empty, sent);
    if (filled.faults.empty()) {
        std::vector<std::int64_t> numbers;
        for (auto const& marked : filled.form.marked) numbers.push_back(parse_integer(marked).value_or(0));
        auto const marked = visit.store().write([&](store::Session& session) {
            return priorities::mark(session, loaded.round,
                                    house.digest_of_voter(loaded.round.id, visit.actor.person_id), numbers);
        });
        if (marked) return web::done(visit, rounds_link(visit, loaded.workspace, "/" + loaded.round.id));
        filled.faults.push_back({"keuze", marked.error()});
    }
    return write_round(visit, loaded, filled, {});
}

Result<http::Response> paper_answer(web::Visit const& visit, people::House& house)
{
    WF_TRY(auto const loaded, load_round(visit, house));
    WF_TRY(auto const sent, web::read_form_body(visit.request));
    auto filled = web::fill_in(PaperForm{}, sent);
    if (filled.faults.empty()) {
        auto const added = visit.store().write([&](store::Session& session) -> Result<void> {
            WF_TRY(auto const ballots, read_ballots(filled.form.ballots));
            return priorities::add_paper(session, by_of(visit, house), loaded.round, ballots);
        });
        if (added) return web::done(visit, rounds_link(visit, loaded.workspace, "/" + loaded.round.id));
        filled.faults.push_back({"briefjes", added.error()});
    }
    return write_round(visit, loaded, {loaded.marks, {}}, filled);
}

Result<http::Response> close_round_answer(web::Visit const& visit, people::House& house)
{
    WF_TRY(auto const loaded, load_round(visit, house));
    WF_TRY_VOID(visit.store().write(
        [&](store::Session& session) { return priorities::close(session, by_of(visit, house), loaded.round); }));
    return web::done(visit, rounds_link(visit, loaded.workspace, "/" + loaded.round.id));
}

Result<http::Response> outcome_page(web::Visit const& visit, people::House&)
{
    WF_TRY(auto const outcome, visit.store().read([&](store::Session& session) -> Result<Outcome> {
        WF_TRY(auto workspace, workspaces::find_here(session, visit));
        auto const id = visit.request.part("round");
        auto round = priorities::find(session, workspace.id, id);
        // What is still open is for the werkplaats.
        if (!round || round->is_open) return Error{Trouble::not_found, "priority.unknown", std::string{id}, ""};
        WF_TRY(auto order, priorities::outcome(session, *round));
        auto const ballots = priorities::turnout(session, *round).all();
        return Outcome{std::move(workspace), std::move(*round), ballots, std::move(order)};
    }));
    return web::answer_fresh(
        visit, [&] { return make_view(outcome); },
        [&]() -> Result<http::Response> {
            auto frame = public_frame(visit, outcome.workspace, outcome.round.title);
            auto const here = in_public(visit, outcome.workspace, "/keuze/" + outcome.round.id);
            frame.formats = {{"JSON", here + ".json"}, {"CSV", here + ".csv"}};
            return web::page(visit, frame, [&](Html& page) {
                page(tag::h1, outcome.round.title);
                if (outcome.round.is_invented)
                    page(tag::p, [&] { web::tag_label(page, "made", visit.t("agenda.invented")); });
                write_outcome(page, visit, outcome);
            });
        });
}

} // namespace wf::agenda_pages
