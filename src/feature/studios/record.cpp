// SPDX-License-Identifier: EUPL-1.2
#include "feature/studios/record.hpp"

#include "commons/agenda/told.hpp"

namespace wf::studio_pages {

using namespace html;

namespace {

std::string key_of(std::string_view prefix, std::string_view word)
{
    return std::string{prefix} + std::string{word};
}

/// A row of the record: when, by which group, and what.
void write_row(Html& page, words::Words const& t, studios::Entry const& entry, std::string_view what = {})
{
    page(tag::b, web::day_of(t, entry.written_on));
    page.text(" ");
    if (!what.empty()) page.text(std::string{what} + ", ");
    page.text(t("studios.by_group", {{"number", std::to_string(entry.group)}}));
    if (!entry.words.empty()) page(tag::p, entry.words);
}

} // namespace

void write_questions(Html& page, web::Visit const& visit, Here const& here, std::vector<studios::Way> const& questions)
{
    auto const& t = visit.t;
    if (questions.empty()) page(tag::p, t("studios.questions.none"));
    for (auto const& way : questions) {
        page(tag::blockquote, attr::cls("said"), way.question.words);
        if (visit.may(access::Action::read, "agenda", here.workspace.address))
            page(tag::p, attr::cls("noprint"), [&] {
                page(tag::a, attr::href(workspaces::inside(visit, here.workspace, "/agenda/" + way.question.id)),
                     t("studios.questions.open"));
            });
        agenda::write_told(page, t, way.question, way.words);
    }
}

void write_agreements(Html& page, words::Words const& t, studios::Content const& content)
{
    auto const said = [&](std::string const& text) { return text.empty() ? std::string{t("studios.not_said")} : text; };
    web::facts(page, std::array{web::Fact{std::string{t("studios.form.over")}, said(content.about), ""},
                                web::Fact{std::string{t("studios.fact.period")},
                                          period_words(t, content.from, content.until), ""},
                                web::Fact{std::string{t("studios.form.wie")}, said(team_words(t, content)), ""},
                                web::Fact{std::string{t("studios.form.ethiek")}, said(content.ethics), ""},
                                web::Fact{std::string{t("studios.form.gegevens")}, said(content.data_plan), ""}});
}

void write_decisions(Html& page, words::Words const& t, std::vector<studios::Entry> const& decisions)
{
    if (decisions.empty()) {
        page(tag::p, t("studios.decisions.none"));
        return;
    }
    page(tag::ol, attr::cls("trail"), [&] {
        for (auto const& entry : decisions) {
            page(tag::li, attr::cls("done"), [&] {
                write_row(page, t, entry);
                page(tag::p, [&] {
                    page(tag::b, t("studios.because"));
                    page.text(" " + entry.reason);
                });
            });
        }
    });
}

void write_cycles(Html& page, words::Words const& t, std::vector<studios::Cycle> const& cycles)
{
    if (cycles.empty()) page(tag::p, t("studios.cycles.none"));
    for (auto const& cycle : cycles) {
        auto const number = std::to_string(cycle.number);
        page(tag::h3, t("studios.cycle.number", {{"number", number}}));
        auto const next = cycle.next();
        page(tag::p, next ? t(key_of("studios.next.", studios::to_word(*next))) : t("studios.cycle.closed"));
        page(tag::ol, attr::cls("trail"), [&] {
            for (auto const& entry : cycle.entries)
                page(tag::li, attr::cls("done"),
                     [&] { write_row(page, t, entry, t(key_of("studios.stage.", studios::to_word(entry.stage)))); });
            if (next) page(tag::li, [&] { page(tag::b, t(key_of("studios.stage.open.", studios::to_word(*next)))); });
        });
    }
}

void write_links(Html& page, web::Visit const& visit, std::vector<studios::Entry> const& entries)
{
    auto const& t = visit.t;
    if (entries.empty()) {
        page(tag::p, t("studios.links.none"));
        return;
    }
    page(tag::ul, attr::cls("plain"), [&] {
        for (auto const& entry : entries) {
            bool const is_ours = entry.link.starts_with('/');
            page(tag::li, [&] {
                page(tag::a, attr::href(is_ours ? visit.link(entry.link) : entry.link), entry.words);
                page.text(" ");
                page(tag::span, attr::cls("soft"),
                     t("studios.link.from", {{"address", entry.link}, {"day", web::day_of(t, entry.written_on)}}));
            });
        }
    });
}

void write_log(Html& page, words::Words const& t, studios::Handover const& handover)
{
    if (handover.log.empty()) {
        page(tag::p, t("studios.log.none"));
        return;
    }
    page(tag::ol, attr::cls("trail"), [&] {
        for (auto const& entry : handover.log) {
            page(tag::li, attr::cls("done"), [&] {
                if (entry.kind != studios::Kind::handover) {
                    write_row(page, t, entry);
                    return;
                }
                auto const& group = handover.groups.at(static_cast<std::size_t>(entry.group - 1));
                page(tag::b, web::day_of(t, entry.written_on));
                page.text(" " + t("studios.handed_over", {{"number", std::to_string(entry.group)},
                                                          {"from", web::day_of(t, group.from)},
                                                          {"who", team_words(t, group.team)}}));
                if (!entry.words.empty()) page(tag::p, entry.words);
            });
        }
    });
}

void write_groups(Html& page, words::Words const& t, std::vector<studios::Group> const& groups)
{
    page(tag::ol, attr::cls("trail"), [&] {
        for (auto const& group : groups) {
            page(tag::li, attr::cls(group.until.empty() ? "" : "done"), [&] {
                page(tag::b, t("studios.group", {{"number", std::to_string(group.number)}}));
                page.text(" " + period_words(t, group.from, group.until));
                if (auto const who = team_words(t, group.team); !who.empty()) page(tag::p, who);
            });
        }
    });
}

void write_plans(Html& page, web::Visit const& visit, Here const& here, std::vector<plans::Plan> const& plans)
{
    auto const& t = visit.t;
    if (plans.empty()) {
        page(tag::p, t("studios.plans.none"));
        return;
    }
    page(tag::ul, attr::cls("plain"), [&] {
        for (auto const& plan : plans) {
            page(tag::li, [&] {
                page(tag::a, attr::href(workspaces::inside(visit, here.workspace, "/plannen/" + plan.id)),
                     plan.content.title);
                page.text(" ");
                web::tag_label(page, plan.state == plans::State::closed ? "ok" : "",
                               t(key_of("studios.plan.", plans::to_word(plan.state))));
            });
        }
    });
}

void write_sessions(Html& page, web::Visit const& visit, Here const& here,
                    std::vector<codesign::Session> const& sessions)
{
    auto const& t = visit.t;
    if (sessions.empty()) {
        page(tag::p, t("studios.sessions.none"));
        return;
    }
    page(tag::ol, attr::cls("trail"), [&] {
        for (auto const& session : sessions) {
            bool const ended = session.state == codesign::State::ended;
            page(tag::li, attr::cls(ended ? "done" : ""), [&] {
                page(tag::b, web::day_of(t, session.day));
                page.text(" ");
                page(tag::a, attr::href(studios::link_to(visit, here, "/sessie/" + session.id)), session.question);
                if (!ended) return;
                page(tag::p, [&] {
                    page(tag::b, t("studios.sessions.decided"));
                    page.text(" " + session.decision);
                });
            });
        }
    });
}

} // namespace wf::studio_pages
