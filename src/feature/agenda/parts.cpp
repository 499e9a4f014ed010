// SPDX-License-Identifier: EUPL-1.2
#include "feature/agenda/parts.hpp"

#include "base/date.hpp"
#include "commons/agenda/theme_words.hpp"
#include "commons/agenda/told.hpp"
#include "platform/clock/today.hpp"

namespace wf::agenda_pages {

using namespace html;

std::string in_public(web::Visit const& visit, workspaces::Workspace const& workspace, std::string_view below)
{
    return visit.link("/vragen/" + workspace.address) + std::string{below};
}

web::Frame public_frame(web::Visit const& visit, workspaces::Workspace const& workspace, std::string title)
{
    web::Frame frame;
    frame.section = "questions";
    frame.cache = http::Cache::never;
    frame.crumbs.push_back({std::string{visit.t("agenda.title")}, visit.link("/vragen")});
    if (title.empty()) {
        title = workspace.name;
    } else {
        frame.crumbs.push_back({workspace.name, in_public(visit, workspace)});
    }
    frame.crumbs.push_back({title, ""});
    frame.title = std::move(title);
    return frame;
}

std::string status_words(words::Words const& t, agenda::Status status)
{
    return std::string{t("agenda.status." + std::string{agenda::to_word(status)})};
}

std::string asker_words(words::Words const& t, agenda::Asker asker)
{
    return std::string{t("agenda.asker." + std::string{agenda::to_word(asker)})};
}

void write_status(Html& page, words::Words const& t, agenda::Question const& question)
{
    using agenda::Status;
    bool const is_done = question.status == Status::applied || question.status == Status::answered;
    web::tag_label(page, is_done ? "ok" : "", status_words(t, question.status));
    if (question.is_invented) {
        page.text(" ");
        web::tag_label(page, "made", t("agenda.invented"));
    }
}

std::int64_t days_between(std::string const& from, std::string const& to)
{
    auto const first = Date::parse(from);
    auto const second = Date::parse(to);
    return first && second ? second->days_since_epoch() - first->days_since_epoch() : 0;
}

std::string ago(words::Words const& t, std::string const& day)
{
    auto const days = days_between(day, today_iso());
    if (days <= 0) return std::string{t("agenda.today")};
    return t.count("agenda.ago", days);
}

Way load_way(store::Session& session, agenda::Question const& question)
{
    Way way{question, agenda::list_words(session, question), {}, {}, 0, agenda::list_earlier(session, question)};
    for (auto& plan : plans::list_of_question(session, question.workspace_id, question.id)) {
        if (!plan.is_public()) continue;
        auto steps = plans::list_steps(session, plan);
        way.plans.push_back({std::move(plan), std::move(steps)});
    }
    if (!question.area_code.empty()) {
        if (auto const area = areas::find(session, question.area_code)) way.area_name = area->name;
    }
    way.joined = static_cast<std::int64_t>(agenda::list_merged(session, question).size());
    return way;
}

namespace {

void write_step(Html& page, words::Words const& t, plans::Step const& step)
{
    using plans::StepState;
    auto const state = std::string{plans::to_word(step.state)};
    page(tag::li,
         attr::cls(step.state == StepState::done      ? "done"
                   : step.state == StepState::dropped ? "not"
                                                      : ""),
         [&] {
             page(tag::b, step.words);
             page.text(" ");
             auto const& day = step.state == StepState::promised ? step.due : step.ended_on;
             if (day.empty()) page.text(t("agenda.step." + state));
             else page.text(t("agenda.step." + state + ".day", {{"day", web::day_of(t, day)}}));
             if (!step.said.empty()) page(tag::p, step.said);
         });
}

void write_plan(Html& page, web::Visit const& visit, Planned const& planned)
{
    auto const& t = visit.t;
    auto const& content = planned.plan.content;
    page(tag::section, attr::cls("pane"), [&] {
        page(tag::h3, content.title);
        page(tag::p, [&] {
            web::tag_label(page, planned.plan.state == plans::State::closed ? "ok" : "",
                           t("agenda.plan." + std::string{plans::to_word(planned.plan.state)}));
            if (planned.plan.is_invented) {
                page.text(" ");
                web::tag_label(page, "made", t("agenda.invented"));
            }
        });
        if (!content.change.empty()) page(tag::p, content.change);
        std::vector<web::Fact> facts{{std::string{t("agenda.plan.owner")}, content.owner, ""},
                                     {std::string{t("agenda.plan.due")}, web::day_of(t, content.due), ""},
                                     {std::string{t("agenda.plan.indicator")}, content.indicator, ""}};
        if (!content.baseline.empty()) {
            auto const url = content.baseline_run.empty() ? std::string{} : visit.link(content.baseline_run);
            facts.push_back({std::string{t("agenda.plan.baseline")}, content.baseline, url});
        }
        if (!planned.plan.outcome.empty())
            facts.push_back({std::string{t("agenda.plan.outcome")}, planned.plan.outcome, ""});
        web::facts(page, facts);
        if (planned.steps.empty()) return;
        page(tag::h4, t("agenda.plan.steps"));
        page(tag::ol, attr::cls("trail"), [&] {
            for (auto const& step : planned.steps) write_step(page, t, step);
        });
    });
}

} // namespace

void write_asked(Html& page, words::Words const& t, agenda::Question const& question)
{
    if (question.asked_words.empty()) page(tag::p, attr::cls("soft"), t("agenda.words_away"));
    else page(tag::blockquote, attr::cls("said"), question.asked_words);
}

void write_way(Html& page, web::Visit const& visit, Way const& way)
{
    auto const& t = visit.t;
    page(tag::section, [&] {
        page(tag::h2, t("agenda.way"));
        agenda::write_told(page, t, way.question, way.words);
    });
    if (!way.earlier.empty() && way.question.is_public())
        page(tag::details, [&] {
            page(tag::summary, t("agenda.earlier_words"));
            page(tag::ul, attr::cls("plain"), [&] {
                for (auto const& earlier : way.earlier)
                    page(tag::li, [&] {
                        page(tag::b, earlier.words);
                        page.text(" " + t("agenda.until", {{"day", web::day_of(t, earlier.until)}}));
                    });
            });
        });
    if (way.plans.empty()) return;
    page(tag::section, [&] {
        page(tag::h2, t("agenda.plans"));
        for (auto const& plan : way.plans) write_plan(page, visit, plan);
    });
}

void write_about(Html& page, web::Visit const& visit, Way const& way)
{
    auto const& t = visit.t;
    auto const& question = way.question;
    std::vector<web::Fact> facts{{std::string{t("agenda.fact.asker")}, asker_words(t, question.asker), ""},
                                 {std::string{t("agenda.fact.asked")}, web::day_of(t, question.asked_on), ""},
                                 {std::string{t("agenda.fact.word")}, ago(t, question.last_word_on), ""}};
    if (!way.area_name.empty()) {
        auto const code = parse_area_code(question.area_code);
        std::string path = "/buurt/";
        if (code && code->level() == AreaLevel::district) path = "/wijk/";
        if (code && code->level() == AreaLevel::municipality) path = "/gemeente/";
        facts.push_back({std::string{t("agenda.fact.area")}, way.area_name, visit.link(path + question.area_code)});
    }
    if (!question.origin.page.empty())
        facts.push_back({std::string{t("agenda.fact.origin")},
                         question.origin.name.empty() ? question.origin.page : question.origin.name,
                         visit.link(question.origin.page)});
    if (!question.theme.empty()) facts.push_back({std::string{t("agenda.fact.theme")}, question.theme, ""});
    if (!question.national_theme.empty())
        facts.push_back(
            {std::string{t("agenda.fact.national")}, agenda::national_theme_words(t, question.national_theme), ""});
    if (way.joined > 0)
        facts.push_back({std::string{t("agenda.fact.joined")}, t.count("agenda.joined", way.joined), ""});
    web::facts(page, facts);
}

std::vector<web::Option> asker_options(words::Words const& t)
{
    std::vector<web::Option> options;
    for (auto const asker : agenda::all_askers) {
        auto const word = std::string{agenda::to_word(asker)};
        options.push_back({word, std::string{t("agenda.as." + word)}});
    }
    return options;
}

} // namespace wf::agenda_pages
