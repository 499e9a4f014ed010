// SPDX-License-Identifier: EUPL-1.2
// One programme: its budget against what was spent, its activities against what was done.
#include "feature/programme/pages.hpp"
#include "feature/programme/parts.hpp"

#include <algorithm>
#include <map>

namespace wf::programme_pages {

using namespace html;
using programme::State;

namespace {

struct Loaded {
    Here here;
    std::vector<programme::Line> lines;
    std::vector<programme::Spent> spent;
    std::vector<programme::Activity> activities;
    std::vector<web::Option> works;
    std::map<std::string, work::Named> named; ///< of activities, by work::Work as text
};

Result<Loaded> load(web::Visit const& visit)
{
    return visit.store().read([&](store::Session& session) -> Result<Loaded> {
        WF_TRY(auto here, find_programme(session, visit));
        Loaded loaded;
        loaded.lines = programme::list_lines(session, here.programme);
        loaded.spent = programme::list_spent(session, here.programme);
        loaded.activities = programme::list_activities(session, here.programme);
        for (auto const& activity : loaded.activities) {
            if (auto named = work::find(session, here.workspace.id, activity.work))
                loaded.named.emplace(activity.work.to_text(), std::move(*named));
        }
        loaded.works = work_options(session, here.workspace.id);
        loaded.here = std::move(here);
        return loaded;
    });
}

struct Forms {
    web::Filled<LineForm> line;
    web::Filled<SpendForm> spend;
    web::Filled<ActivityForm> activity;
    web::Filled<EndForm> end;
    std::string ending; ///< the activity that `end` is about
    [[nodiscard]] std::vector<web::Fault> faults() const
    {
        for (auto const* list : {&line.faults, &spend.faults, &activity.faults, &end.faults}) {
            if (!list->empty()) return *list;
        }
        return {};
    }
};

EndForm end_form(words::Words const& t)
{
    EndForm form;
    form.states = {{"done", std::string{t("programme.end.done")}},
                   {"dropped", std::string{t("programme.end.dropped")}, std::string{t("programme.end.dropped.hint")}}};
    return form;
}

Forms empty_forms(words::Words const& t, Loaded const& loaded)
{
    Forms forms;
    for (auto const& line : loaded.lines) forms.spend.form.lines.push_back({line.id, line.name});
    forms.activity.form.works = loaded.works;
    forms.end.form = end_form(t);
    return forms;
}

std::string here_link(web::Visit const& visit, Loaded const& loaded, std::string_view below = {})
{
    return programme_link(visit, loaded.here.workspace, "/" + loaded.here.programme.id) + std::string{below};
}

bool may_change(web::Visit const& visit, Loaded const& loaded)
{
    return visit.may(access::Action::change, "programme", loaded.here.workspace.address);
}

struct FormPlace {
    std::string below; ///< of the page
    std::string prefix;
    std::string title_key;
    std::string id;
};

/// A form that opens when it is asked for, or when something is wrong in it.
template <class F>
void write_pane(Html& page, web::Visit const& visit, Loaded const& loaded, FormPlace const& place,
                web::Filled<F> const& filled)
{
    page(tag::details, attr::cls("pane noprint"), attr::when(!filled.faults.empty(), attr::bare("open")), [&] {
        page(tag::summary, visit.t(place.title_key));
        web::write_form(page, visit,
                        {.action = here_link(visit, loaded, place.below),
                         .prefix = place.prefix,
                         .submit_key = "programme.keep",
                         .id = place.id,
                         .is_quiet = true},
                        filled);
    });
}

void write_amount(Html& page, words::Words const& t, std::int64_t amount)
{
    page(tag::td, attr::cls("n"), attr::named("data-v", std::to_string(amount)), euros(t, amount));
}

std::int64_t spent_on(Loaded const& loaded, std::string_view line)
{
    std::int64_t sum = 0;
    for (auto const& spent : loaded.spent) {
        if (spent.line_id == line) sum += spent.amount;
    }
    return sum;
}

void write_lines(Html& page, web::Visit const& visit, Loaded const& loaded)
{
    auto const& t = visit.t;
    if (loaded.lines.empty()) {
        page(tag::p, t("programme.budget.none"));
        return;
    }
    std::array const columns{web::Column{"", std::string{t("programme.column.line")}, web::Align::start, false},
                             web::Column{"", std::string{t("programme.column.budgeted")}, web::Align::number, false},
                             web::Column{"", std::string{t("programme.column.spent")}, web::Align::number, false},
                             web::Column{"", std::string{t("programme.column.left")}, web::Align::number, false}};
    web::table(page, visit, t("programme.budget.caption"), columns, "", [&] {
        std::int64_t planned = 0;
        std::int64_t all_spent = 0;
        auto const row = [&](std::string_view name, bool is_national, std::int64_t budgeted, std::int64_t spent) {
            page(tag::tr, [&] {
                page(tag::th, attr::scope("row"), [&] {
                    page.text(name);
                    if (is_national) web::tag_label(page, "", t("programme.national"));
                });
                write_amount(page, t, budgeted);
                write_amount(page, t, spent);
                write_amount(page, t, budgeted - spent);
            });
        };
        for (auto const& line : loaded.lines) {
            auto const spent = spent_on(loaded, line.id);
            row(line.name, line.is_national, line.planned, spent);
            planned += line.planned;
            all_spent += spent;
        }
        row(t("programme.together"), false, planned, all_spent);
    });
}

void write_spent(Html& page, web::Visit const& visit, Loaded const& loaded)
{
    if (loaded.spent.empty()) return;
    auto const& t = visit.t;
    page(tag::details, attr::cls("pane"), [&] {
        page(tag::summary, t("programme.spent"));
        page(tag::ul, attr::cls("plain"), [&] {
            for (auto const& spent : loaded.spent) {
                auto const line = std::find_if(loaded.lines.begin(), loaded.lines.end(),
                                               [&](auto const& one) { return one.id == spent.line_id; });
                auto words = web::day_of(t, spent.on) + ": " + euros(t, spent.amount) + ", " +
                             (line == loaded.lines.end() ? std::string{} : line->name);
                if (!spent.words.empty()) words += ", " + spent.words;
                page(tag::li, words);
            }
        });
    });
}

void write_activity(Html& page, web::Visit const& visit, Loaded const& loaded, Forms const& forms,
                    programme::Activity const& activity)
{
    auto const& t = visit.t;
    bool const is_open = activity.state == State::planned;
    auto const mark = activity.state == State::done ? "done" : is_open ? "" : "not";
    page(tag::li, attr::cls(mark), [&] {
        page(tag::b, activity.name);
        page.text(" " + std::string{t("programme.state." + std::string{programme::to_word(activity.state)})});
        if (auto const found = loaded.named.find(activity.work.to_text()); found != loaded.named.end())
            page(tag::p, [&] {
                page(tag::a, attr::href(workspaces::inside(visit, loaded.here.workspace, found->second.below)),
                     found->second.title);
            });
        auto const number = [&](std::optional<std::int64_t> many) {
            return many ? t.number(static_cast<double>(*many)) : std::string{t("programme.unknown")};
        };
        page(tag::p, t("programme.activity.planned",
                       {{"day", activity.planned_on.empty() ? std::string{t("programme.unknown")}
                                                            : web::day_of(t, activity.planned_on)},
                        {"number", number(activity.planned_number)}}));
        if (!is_open) {
            page(tag::p, t("programme.activity.ended",
                           {{"day", web::day_of(t, activity.ended_on)}, {"number", number(activity.done_number)}}));
            page(tag::p, activity.result);
            return;
        }
        if (!may_change(visit, loaded)) return;
        bool const is_this = forms.ending == activity.id;
        page(tag::details, attr::cls("noprint"), attr::when(is_this, attr::bare("open")), [&] {
            page(tag::summary, t("programme.end"));
            web::write_form(page, visit,
                            {.action = here_link(visit, loaded, "/activiteiten/" + activity.id),
                             .prefix = "programme.end",
                             .submit_key = "programme.keep",
                             .id = "af-" + activity.id,
                             .is_quiet = true},
                            is_this ? forms.end : web::Filled<EndForm>{end_form(t), {}});
        });
    });
}

void write_facts(Html& page, web::Visit const& visit, programme::Programme const& one)
{
    auto const& t = visit.t;
    std::vector<web::Fact> facts{{std::string{t("programme.fact.period")}, period_of(t, one), ""},
                                 {std::string{t("programme.form.gever")}, one.giver, ""}};
    facts.push_back({std::string{t("programme.form.bedrag")},
                     one.amount ? euros(t, *one.amount) : std::string{t("programme.unknown")}, ""});
    if (!one.source.empty()) facts.push_back({std::string{t("programme.form.bron")}, one.source, ""});
    web::facts(page, facts);
}

Result<http::Response> write_programme(web::Visit const& visit, Loaded const& loaded, Forms const& forms)
{
    auto const faults = forms.faults();
    if (auto const refused = web::refuse_form(visit, faults)) return *refused;
    auto const& t = visit.t;
    auto const& one = loaded.here.programme;
    auto frame =
        workspaces::frame_inside(visit, one.name, loaded.here.workspace,
                                 {{std::string{t("programme.title")}, programme_link(visit, loaded.here.workspace)}});
    if (!faults.empty()) frame.status = 400;
    bool const may = may_change(visit, loaded);
    return web::page(visit, frame, [&](Html& page) {
        page(tag::h1, one.name);
        if (one.is_invented) page(tag::p, [&] { web::tag_label(page, "made", t("programme.invented")); });
        write_facts(page, visit, one);
        if (may)
            page(tag::p, attr::cls("row noprint"),
                 [&] { web::link_button(page, here_link(visit, loaded, "/schrijf"), t("programme.write")); });
        page(tag::section, attr::id("begroting"), [&] {
            page(tag::h2, t("programme.budget"));
            write_lines(page, visit, loaded);
            write_spent(page, visit, loaded);
            if (!may) return;
            write_pane(page, visit, loaded, {"/begroting", "programme.line", "programme.line", "post"}, forms.line);
            if (!loaded.lines.empty())
                write_pane(page, visit, loaded, {"/uitgaven", "programme.spend", "programme.spend", "uitgave"},
                           forms.spend);
        });
        page(tag::section, attr::id("activiteiten"), [&] {
            page(tag::h2, t("programme.activities"));
            if (loaded.activities.empty()) page(tag::p, t("programme.activities.none"));
            else
                page(tag::ol, attr::cls("trail"), [&] {
                    for (auto const& activity : loaded.activities) write_activity(page, visit, loaded, forms, activity);
                });
            if (may)
                write_pane(page, visit, loaded,
                           {"/activiteiten", "programme.activity", "programme.activity", "activiteit"}, forms.activity);
        });
    });
}

/// What the four forms below have in common: read, try, and say what is wrong beside the field.
template <class F, class Work>
Result<http::Response> answer_form(web::Visit const& visit, Loaded const& loaded, Forms& forms, web::Filled<F>& filled,
                                   std::string_view otherwise, std::string_view section, Work&& work)
{
    WF_TRY(auto const sent, web::read_form_body(visit.request));
    filled = web::fill_in(filled.form, sent);
    if (filled.faults.empty()) {
        auto const done =
            visit.store().write([&](store::Session& session) -> Result<void> { return work(session, filled.form); });
        if (done) return web::done(visit, here_link(visit, loaded, section));
        if (done.error().kind == Trouble::not_found) return done.error();
        filled.faults.push_back(web::fault_of(done.error(), otherwise));
    }
    return write_programme(visit, loaded, forms);
}

} // namespace

Result<http::Response> programme_page(web::Visit const& visit, people::House&)
{
    WF_TRY(auto const loaded, load(visit));
    return write_programme(visit, loaded, empty_forms(visit.t, loaded));
}

Result<http::Response> line_answer(web::Visit const& visit, people::House& house)
{
    WF_TRY(auto const loaded, load(visit));
    auto forms = empty_forms(visit.t, loaded);
    return answer_form(visit, loaded, forms, forms.line, "post", "#begroting",
                       [&](store::Session& session, LineForm const& form) -> Result<void> {
                           WF_TRY_VOID(
                               programme::add_line(session, {house.trail(), visit.actor.person_id},
                                                   loaded.here.programme,
                                                   {"", form.name, form.planned.value_or(0), form.is_national}));
                           return {};
                       });
}

Result<http::Response> spend_answer(web::Visit const& visit, people::House& house)
{
    WF_TRY(auto const loaded, load(visit));
    auto forms = empty_forms(visit.t, loaded);
    return answer_form(visit, loaded, forms, forms.spend, "bedrag", "#begroting",
                       [&](store::Session& session, SpendForm const& form) {
                           return programme::spend(session, {house.trail(), visit.actor.person_id},
                                                   loaded.here.programme,
                                                   {form.line, form.amount.value_or(0), form.day, form.words});
                       });
}

Result<http::Response> activity_answer(web::Visit const& visit, people::House& house)
{
    WF_TRY(auto const loaded, load(visit));
    auto forms = empty_forms(visit.t, loaded);
    return answer_form(visit, loaded, forms, forms.activity, "naam", "#activiteiten",
                       [&](store::Session& session, ActivityForm const& form) -> Result<void> {
                           programme::Activity activity;
                           activity.name = form.name;
                           activity.planned_on = form.day;
                           activity.planned_number = form.number;
                           WF_TRY(activity.work, work::read(form.about));
                           WF_TRY_VOID(programme::add_activity(session, {house.trail(), visit.actor.person_id},
                                                               loaded.here.programme, activity));
                           return {};
                       });
}

Result<http::Response> end_activity_answer(web::Visit const& visit, people::House& house)
{
    WF_TRY(auto const loaded, load(visit));
    auto forms = empty_forms(visit.t, loaded);
    forms.ending = visit.request.part("activity");
    return answer_form(visit, loaded, forms, forms.end, "staat", "#activiteiten",
                       [&](store::Session& session, EndForm const& form) {
                           programme::Activity ended;
                           ended.id = forms.ending;
                           ended.state = programme::read_state(form.state).value_or(State::done);
                           ended.ended_on = form.day;
                           ended.done_number = form.number;
                           ended.result = form.result;
                           return programme::end_activity(session, {house.trail(), visit.actor.person_id},
                                                          loaded.here.programme, ended);
                       });
}

} // namespace wf::programme_pages
