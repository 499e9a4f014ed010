// SPDX-License-Identifier: EUPL-1.2
// A plan: what it says, whose question it answers, what was promised and what came of it.
#include "commons/areas/areas.hpp"
#include "feature/plans/forms.hpp"
#include "feature/plans/pages.hpp"
#include "feature/plans/parts.hpp"

namespace wf::plan_pages {

using namespace html;

namespace {

struct Loaded {
    Here here;
    std::vector<plans::Step> steps;
    std::vector<agenda::Question> questions;
    std::string area_name; ///< empty: no area, or one that we do not have
};

Result<Loaded> load(web::Visit const& visit)
{
    return visit.store().read([&](store::Session& session) -> Result<Loaded> {
        WF_TRY(auto here, find_plan(session, visit));
        auto steps = plans::list_steps(session, here.plan);
        auto questions = plans::list_questions(session, here.plan);
        auto const area = areas::find(session, here.plan.content.areas);
        return Loaded{std::move(here), std::move(steps), std::move(questions), area ? area->name : ""};
    });
}

struct Forms {
    web::Filled<PromiseForm> promise;
    web::Filled<StepForm> step;
    std::string step_id; ///< that `step` is about
    web::Filled<EndForm> end;
};

StepForm step_form(words::Words const& t)
{
    return {"",
            "",
            {{"done", std::string{t("plans.step.done")}, ""},
             {"dropped", std::string{t("plans.step.dropped")}, std::string{t("plans.step.dropped.hint")}}}};
}

EndForm end_form(words::Words const& t, plans::Plan const& plan)
{
    EndForm form;
    if (plan.state == plans::State::active) form.ways.push_back({"closed", std::string{t("plans.end.closed")}, ""});
    form.ways.push_back({"stopped", std::string{t("plans.end.stopped")}, std::string{t("plans.end.stopped.hint")}});
    return form;
}

Forms empty_forms(web::Visit const& visit, plans::Plan const& plan)
{
    return {{}, {step_form(visit.t), {}}, "", {end_form(visit.t, plan), {}}};
}

bool may_change(web::Visit const& visit, Loaded const& loaded)
{
    return visit.may(access::Action::change, "plan_work", loaded.here.workspace.address);
}

std::string here_link(web::Visit const& visit, Loaded const& loaded)
{
    return plans_link(visit, loaded.here.workspace, "/" + loaded.here.plan.id);
}

void write_texts(Html& page, web::Visit const& visit, Loaded const& loaded)
{
    auto const& t = visit.t;
    auto const& content = loaded.here.plan.content;
    std::vector<web::Fact> facts;
    for (auto const& part : plans::parts) {
        auto const& text = content.*part.text;
        if (text.empty() || part.name == "titel") continue;
        bool const is_page = part.name == "plek" || part.name == "bron";
        bool const is_area = part.name == "gebieden" && !loaded.area_name.empty();
        auto const url = is_page ? visit.link(text) : is_area ? visit.link("/buurt/" + text) : std::string{};
        auto shown = part.name == "klaar" ? web::day_of(t, text) : text;
        if (is_area) shown = loaded.area_name;
        facts.push_back({std::string{t("plans.form." + std::string{part.name})}, std::move(shown), url});
    }
    web::facts(page, facts);
}

void write_step(Html& page, web::Visit const& visit, Loaded const& loaded, Forms const& forms, plans::Step const& step)
{
    auto const& t = visit.t;
    using plans::StepState;
    bool const is_open = step.state == StepState::promised;
    page(tag::li,
         attr::cls(step.state == StepState::done ? "done"
                   : is_open                     ? ""
                                                 : "not"),
         [&] {
             page(tag::b, step.words);
             page.text(" ");
             auto const& day = is_open ? step.due : step.ended_on;
             auto const key = "plans.step.is." + std::string{plans::to_word(step.state)};
             if (day.empty()) page.text(t(key));
             else page.text(t(key + ".day", {{"day", web::day_of(t, day)}}));
             if (!step.said.empty()) page(tag::p, step.said);
             if (!is_open || loaded.here.plan.state != plans::State::active || !may_change(visit, loaded)) return;
             bool const is_this = forms.step_id == step.id;
             page(tag::details, attr::when(is_this, attr::bare("open")), [&] {
                 page(tag::summary, t("plans.step"));
                 web::write_form(page, visit,
                                 {.action = here_link(visit, loaded) + "/stappen/" + step.id,
                                  .prefix = "plans.step",
                                  .submit_key = "plans.step.submit",
                                  .id = "stap-" + step.id,
                                  .is_quiet = true},
                                 is_this ? forms.step : web::Filled<StepForm>{step_form(t), {}});
             });
         });
}

void write_steps(Html& page, web::Visit const& visit, Loaded const& loaded, Forms const& forms)
{
    auto const& t = visit.t;
    bool const has_ended =
        loaded.here.plan.state == plans::State::closed || loaded.here.plan.state == plans::State::stopped;
    page(tag::section, attr::id("stappen"), [&] {
        page(tag::h2, t("plans.steps"));
        if (loaded.steps.empty()) page(tag::p, t("plans.steps.none"));
        else
            page(tag::ol, attr::cls("trail"), [&] {
                for (auto const& step : loaded.steps) write_step(page, visit, loaded, forms, step);
            });
        if (has_ended || !may_change(visit, loaded)) return;
        page(tag::details, attr::cls("pane"),
             attr::when(loaded.steps.empty() || !forms.promise.faults.empty(), attr::bare("open")), [&] {
                 page(tag::summary, t("plans.promise"));
                 web::write_form(page, visit,
                                 {.action = here_link(visit, loaded) + "/stappen",
                                  .prefix = "plans.promise",
                                  .submit_key = "plans.promise.submit",
                                  .id = "stap",
                                  .is_quiet = true},
                                 forms.promise);
             });
    });
}

/// What lacks before it can start, or the button that starts it.
void write_start(Html& page, web::Visit const& visit, Loaded const& loaded)
{
    auto const& t = visit.t;
    auto const lacks = plans::missing(loaded.here.plan.content);
    if (lacks.empty()) {
        web::message(page, web::Message::info, t("plans.ready"), [&] {
            page(tag::p, t.count("plans.ready.text", static_cast<std::int64_t>(loaded.questions.size())));
            web::write_button_form(page, visit, here_link(visit, loaded) + "/begin", t("plans.start"));
        });
        return;
    }
    web::message(page, web::Message::warn, t("plans.not_ready"), [&] {
        page(tag::ul, [&] {
            for (auto const name : lacks) page(tag::li, t("plans.form." + std::string{name}));
        });
        page(tag::p, [&] { page(tag::a, attr::href(here_link(visit, loaded) + "/schrijf"), t("plans.write")); });
    });
}

Result<http::Response> write_plan(web::Visit const& visit, Loaded const& loaded, Forms const& forms)
{
    std::vector<web::Fault> faults = forms.promise.faults;
    faults.insert(faults.end(), forms.step.faults.begin(), forms.step.faults.end());
    faults.insert(faults.end(), forms.end.faults.begin(), forms.end.faults.end());
    if (auto const refused = web::refuse_form(visit, faults)) return *refused;
    auto const& t = visit.t;
    auto const& plan = loaded.here.plan;
    auto frame = plan_frame(visit, loaded.here);
    if (!faults.empty()) frame.status = 400;
    return web::page(visit, frame, [&](Html& page) {
        page(tag::h1, plan.content.title);
        page(tag::p, [&] { write_state(page, t, plan); });
        if (visit.request.parameter("samen"))
            web::message(page, web::Message::ok, t("plans.together"), [&] { page(tag::p, t("plans.together.text")); });
        if (plan.state == plans::State::draft && may_change(visit, loaded)) write_start(page, visit, loaded);
        if (!plan.outcome.empty())
            web::message(page, plan.state == plans::State::closed ? web::Message::ok : web::Message::info,
                         t("plans.outcome." + std::string{plans::to_word(plan.state)}),
                         [&] { page(tag::p, plan.outcome); });
        if (!loaded.questions.empty()) {
            page(tag::section, [&] {
                page(tag::h2, t("plans.questions"));
                page(tag::ul, attr::cls("plain ways"), [&] {
                    for (auto const& question : loaded.questions)
                        page(tag::li, [&] {
                            page(tag::a,
                                 attr::href(workspaces::inside(visit, loaded.here.workspace, "/agenda/" + question.id)),
                                 question.words);
                        });
                });
            });
        }
        page(tag::section, [&] {
            page(tag::h2, t("plans.what"));
            write_texts(page, visit, loaded);
            if (may_change(visit, loaded) && plan.state != plans::State::closed && plan.state != plans::State::stopped)
                page(tag::p, attr::cls("row noprint"),
                     [&] { web::link_button(page, here_link(visit, loaded) + "/schrijf", t("plans.write")); });
        });
        write_steps(page, visit, loaded, forms);
        if (plan.is_public()) visit.context.panels->write(page, visit, "work.after", "plan:" + plan.id);
        bool const can_end = plan.state == plans::State::active || plan.state == plans::State::draft;
        if (can_end && may_change(visit, loaded))
            page(tag::details, attr::cls("pane"), attr::when(!forms.end.faults.empty(), attr::bare("open")), [&] {
                page(tag::summary, t("plans.end"));
                web::write_form(page, visit,
                                {.action = here_link(visit, loaded) + "/einde",
                                 .prefix = "plans.end",
                                 .submit_key = "plans.end.submit",
                                 .id = "einde",
                                 .is_quiet = true},
                                forms.end);
            });
    });
}

} // namespace

Result<http::Response> plan_page(web::Visit const& visit, people::House&)
{
    WF_TRY(auto const loaded, load(visit));
    return write_plan(visit, loaded, empty_forms(visit, loaded.here.plan));
}

Result<http::Response> promise_answer(web::Visit const& visit, people::House& house)
{
    WF_TRY(auto const loaded, load(visit));
    WF_TRY(auto const sent, web::read_form_body(visit.request));
    auto forms = empty_forms(visit, loaded.here.plan);
    forms.promise = web::fill_in(PromiseForm{}, sent);
    if (forms.promise.faults.empty()) {
        auto const made = visit.store().write([&](store::Session& session) {
            return plans::promise(session, {house.trail(), visit.actor.person_id}, loaded.here.plan,
                                  forms.promise.form.words, forms.promise.form.due);
        });
        if (made) return web::done(visit, here_link(visit, loaded) + "#stappen");
        forms.promise.faults.push_back({"stap", made.error()});
    }
    return write_plan(visit, loaded, forms);
}

Result<http::Response> step_answer(web::Visit const& visit, people::House& house)
{
    WF_TRY(auto const loaded, load(visit));
    WF_TRY(auto const sent, web::read_form_body(visit.request));
    auto forms = empty_forms(visit, loaded.here.plan);
    forms.step = web::fill_in(step_form(visit.t), sent);
    forms.step_id = visit.request.part("step");
    if (forms.step.faults.empty()) {
        auto const state = plans::read_step_state(forms.step.form.state).value_or(plans::StepState::done);
        auto const ended = visit.store().write([&](store::Session& session) {
            return plans::end_step(session, {house.trail(), visit.actor.person_id}, loaded.here.plan, forms.step_id,
                                   state, forms.step.form.said);
        });
        if (ended) return web::done(visit, here_link(visit, loaded) + "#stappen");
        if (ended.error().kind == Trouble::not_found) return ended.error();
        forms.step.faults.push_back({ended.error().field.empty() ? "af" : "gezegd", ended.error()});
    }
    return write_plan(visit, loaded, forms);
}

Result<http::Response> start_answer(web::Visit const& visit, people::House& house)
{
    WF_TRY(auto const loaded, load(visit));
    WF_TRY_VOID(visit.store().write([&](store::Session& session) {
        return plans::start(session, {house.trail(), visit.actor.person_id}, loaded.here.plan);
    }));
    return web::done(visit, here_link(visit, loaded));
}

Result<http::Response> end_answer(web::Visit const& visit, people::House& house)
{
    WF_TRY(auto const loaded, load(visit));
    WF_TRY(auto const sent, web::read_form_body(visit.request));
    auto forms = empty_forms(visit, loaded.here.plan);
    forms.end = web::fill_in(end_form(visit.t, loaded.here.plan), sent);
    if (forms.end.faults.empty()) {
        auto const ended = visit.store().write([&](store::Session& session) {
            plans::By const by{house.trail(), visit.actor.person_id};
            return forms.end.form.how == "closed" ? plans::close(session, by, loaded.here.plan, forms.end.form.outcome)
                                                  : plans::stop(session, by, loaded.here.plan, forms.end.form.outcome);
        });
        if (ended) return web::done(visit, here_link(visit, loaded));
        forms.end.faults.push_back({ended.error().field == "uitkomst" ? "uitkomst" : "hoe", ended.error()});
    }
    return write_plan(visit, loaded, forms);
}

} // namespace wf::plan_pages
