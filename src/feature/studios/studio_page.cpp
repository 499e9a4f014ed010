// SPDX-License-Identifier: EUPL-1.2
// A studio: what it is about, its record with a form for each kind of entry, and its end.
#include "base/text.hpp"
#include "feature/studios/forms.hpp"
#include "feature/studios/pages.hpp"
#include "feature/studios/record.hpp"
#include "platform/clock/today.hpp"

namespace wf::studio_pages {

using namespace html;

namespace {

using studios::Kind;

struct Loaded {
    Here here;
    studios::Handover record;
    std::vector<codesign::Session> sessions;
};

Result<Loaded> load(web::Visit const& visit)
{
    return visit.store().read([&](store::Session& session) -> Result<Loaded> {
        WF_TRY(auto here, studios::find_here(session, visit));
        auto record = studios::make_handover(session, here.studio, today_iso());
        auto sessions = codesign::list_of_studio(session, here.workspace.id, here.studio.id);
        return Loaded{std::move(here), std::move(record), std::move(sessions)};
    });
}

struct Forms {
    web::Filled<LogForm> log;
    web::Filled<DecisionForm> decision;
    web::Filled<CycleForm> cycle;
    web::Filled<LinkForm> source;
    web::Filled<LinkForm> material;
    web::Filled<EndForm> end;

    [[nodiscard]] std::vector<web::Fault> faults() const
    {
        std::vector<web::Fault> all;
        for (auto const* list :
             {&log.faults, &decision.faults, &cycle.faults, &source.faults, &material.faults, &end.faults})
            all.insert(all.end(), list->begin(), list->end());
        return all;
    }
};

/// An open cycle and its next stage are chosen beforehand: that is what most often comes next.
CycleForm cycle_form(words::Words const& t, std::vector<studios::Cycle> const& cycles)
{
    CycleForm form;
    form.cycle = "0";
    form.stage = studios::to_word(studios::Stage::plan);
    for (auto const& cycle : cycles) {
        auto const next = cycle.next();
        if (!next) continue;
        form.cycle = std::to_string(cycle.number);
        form.stage = studios::to_word(*next);
        form.cycles.push_back({form.cycle, t("studios.cycle.number", {{"number", form.cycle}}),
                               std::string{t("studios.next." + form.stage)}});
    }
    form.cycles.push_back({"0", std::string{t("studios.cycle.new")}, ""});
    for (auto const stage : studios::all_stages) {
        auto const word = std::string{studios::to_word(stage)};
        form.stages.push_back(
            {word, std::string{t("studios.stage." + word)}, std::string{t("studios.stage.hint." + word)}});
    }
    return form;
}

Forms empty_forms(web::Visit const& visit, Loaded const& loaded)
{
    Forms forms;
    forms.cycle.form = cycle_form(visit.t, loaded.record.cycles);
    return forms;
}

/// A form below the part of the record that it adds to; `word`: of the kind, in the address and in the words.
template <class F>
void write_entry_form(Html& page, web::Visit const& visit, Loaded const& loaded, Kind kind,
                      web::Filled<F> const& filled)
{
    if (!may_change(visit, loaded.here)) return;
    auto const word = std::string{studios::to_word(kind)};
    auto const prefix = "studios." + word;
    page(tag::details, attr::cls("pane noprint"), attr::when(!filled.faults.empty(), attr::bare("open")), [&] {
        page(tag::summary, visit.t(prefix + ".add"));
        web::write_form(page, visit,
                        {.action = studios::link_to(visit, loaded.here, "/verslag/" + word),
                         .prefix = prefix,
                         .submit_key = "studios.entry.submit",
                         .id = word,
                         .is_quiet = true},
                        filled);
    });
}

void write_section(Html& page, words::Words const& t, std::string_view id, std::string_view heading,
                   std::function<void()> const& body)
{
    page(tag::section, attr::id(id), [&] {
        page(tag::h2, t(heading));
        body();
    });
}

void write_head(Html& page, web::Visit const& visit, Loaded const& loaded)
{
    auto const& t = visit.t;
    auto const& studio = loaded.here.studio;
    auto const& group = loaded.record.groups.back();
    page(tag::h1, studio.content.title);
    page(tag::p, [&] { write_state(page, t, studio); });
    page(tag::p, attr::cls("lead"),
         t(studio.state == studios::State::open ? "studios.lead" : "studios.lead.ended",
           {{"number", std::to_string(group.number)}, {"period", period_words(t, group.from, group.until)}}));
    if (visit.request.parameter("samen"))
        web::message(page, web::Message::ok, t("studios.together"), [&] { page(tag::p, t("studios.together.text")); });
    if (!studio.outcome.empty())
        web::message(page, web::Message::ok, t("studios.outcome"), [&] { page(tag::p, studio.outcome); });
    page(tag::p, attr::cls("row noprint"), [&] {
        web::link_button(page, studios::link_to(visit, loaded.here, "/overdracht"), t("studios.handover"),
                         web::Button::primary);
        if (may_change(visit, loaded.here))
            web::link_button(page, studios::link_to(visit, loaded.here, "/schrijf"), t("studios.write"));
        if (visit.may(access::Action::read, "reflection", loaded.here.workspace.address))
            web::link_button(page, studios::link_to(visit, loaded.here, "/terugblik"), t("studios.reflection"));
    });
}

void write_end(Html& page, web::Visit const& visit, Loaded const& loaded, Forms const& forms)
{
    if (!may_change(visit, loaded.here)) return;
    page(tag::details, attr::cls("pane noprint"), attr::when(!forms.end.faults.empty(), attr::bare("open")), [&] {
        page(tag::summary, visit.t("studios.end"));
        page(tag::p, visit.t("studios.end.lead"));
        web::write_form(page, visit,
                        {.action = studios::link_to(visit, loaded.here, "/einde"),
                         .prefix = "studios.end",
                         .submit_key = "studios.end.submit",
                         .id = "einde",
                         .is_quiet = true},
                        forms.end);
    });
}

Result<http::Response> write_studio(web::Visit const& visit, Loaded const& loaded, Forms const& forms)
{
    auto const faults = forms.faults();
    if (auto const refused = web::refuse_form(visit, faults)) return *refused;
    auto const& t = visit.t;
    auto const& record = loaded.record;
    auto frame = studio_frame(visit, loaded.here);
    if (!faults.empty()) frame.status = 400;
    return web::page(visit, frame, [&](Html& page) {
        write_head(page, visit, loaded);
        write_section(page, t, "vraag", "studios.questions",
                      [&] { write_questions(page, visit, loaded.here, record.questions); });
        write_section(page, t, "afspraken", "studios.agreements",
                      [&] { write_agreements(page, t, record.studio.content); });
        write_section(page, t, "rondes", "studios.cycles", [&] {
            write_cycles(page, t, record.cycles);
            write_entry_form(page, visit, loaded, Kind::cycle, forms.cycle);
        });
        write_section(page, t, "besluiten", "studios.decisions", [&] {
            write_decisions(page, t, record.decisions);
            write_entry_form(page, visit, loaded, Kind::decision, forms.decision);
        });
        write_section(page, t, "sessies", "studios.sessions", [&] {
            write_sessions(page, visit, loaded.here, loaded.sessions);
            if (may_change(visit, loaded.here))
                page(tag::p, attr::cls("row noprint"), [&] {
                    web::link_button(page, studios::link_to(visit, loaded.here, "/sessie/nieuw"),
                                     t("studios.sessions.begin"));
                });
        });
        write_section(page, t, "bronnen", "studios.sources", [&] {
            write_links(page, visit, record.sources);
            write_entry_form(page, visit, loaded, Kind::source, forms.source);
        });
        write_section(page, t, "materiaal", "studios.materials", [&] {
            write_links(page, visit, record.materials);
            write_entry_form(page, visit, loaded, Kind::material, forms.material);
        });
        write_section(page, t, "logboek", "studios.log", [&] {
            write_log(page, t, record);
            write_entry_form(page, visit, loaded, Kind::log, forms.log);
        });
        write_section(page, t, "groepen", "studios.groups", [&] { write_groups(page, t, record.groups); });
        visit.context.panels->write(page, visit, "work.after", "studio:" + record.studio.id);
        write_end(page, visit, loaded, forms);
    });
}

/// Reads the form of that kind into `forms`; what was written, when nothing is wrong with it.
std::optional<studios::Entry> read_entry(Forms& forms, Kind kind, http::Pairs const& sent)
{
    studios::Entry entry;
    entry.kind = kind;
    auto const fill = [&](auto& filled) {
        filled = web::fill_in(filled.form, sent);
        entry.words = filled.form.words;
        return filled.faults.empty();
    };
    bool is_good = false;
    switch (kind) {
    case Kind::log: is_good = fill(forms.log); break;
    case Kind::decision:
        is_good = fill(forms.decision);
        entry.reason = forms.decision.form.reason;
        break;
    case Kind::cycle:
        is_good = fill(forms.cycle);
        entry.cycle = parse_integer(forms.cycle.form.cycle).value_or(0);
        entry.stage = studios::read_stage(forms.cycle.form.stage).value_or(studios::Stage::plan);
        break;
    case Kind::source:
    case Kind::material: {
        auto& filled = kind == Kind::source ? forms.source : forms.material;
        is_good = fill(filled);
        entry.link = filled.form.link;
        break;
    }
    case Kind::handover: break;
    }
    return is_good ? std::optional{entry} : std::nullopt;
}

std::vector<web::Fault>& faults_of(Forms& forms, Kind kind)
{
    switch (kind) {
    case Kind::decision: return forms.decision.faults;
    case Kind::cycle: return forms.cycle.faults;
    case Kind::source: return forms.source.faults;
    case Kind::material: return forms.material.faults;
    default: return forms.log.faults;
    }
}

std::string_view section_of(Kind kind)
{
    switch (kind) {
    case Kind::decision: return "#besluiten";
    case Kind::cycle: return "#rondes";
    case Kind::source: return "#bronnen";
    case Kind::material: return "#materiaal";
    default: return "#logboek";
    }
}

} // namespace

Result<http::Response> studio_page(web::Visit const& visit, people::House&)
{
    WF_TRY(auto const loaded, load(visit));
    return write_studio(visit, loaded, empty_forms(visit, loaded));
}

Result<http::Response> add_entry(web::Visit const& visit, people::House& house, Kind kind)
{
    WF_TRY(auto const loaded, load(visit));
    WF_TRY(auto const sent, web::read_form_body(visit.request));
    auto forms = empty_forms(visit, loaded);
    if (auto const entry = read_entry(forms, kind, sent)) {
        auto const written = visit.store().write([&](store::Session& session) {
            return studios::write(session, {house.trail(), visit.actor.person_id}, loaded.here.studio, *entry);
        });
        if (written) return web::done(visit, studios::link_to(visit, loaded.here, section_of(kind)));
        // An ended studio has no form in which to say it.
        if (written.error().code == "studio.ended") return written.error();
        faults_of(forms, kind).push_back(web::fault_of(written.error(), "woorden"));
    }
    return write_studio(visit, loaded, forms);
}

Result<http::Response> end_answer(web::Visit const& visit, people::House& house)
{
    WF_TRY(auto const loaded, load(visit));
    WF_TRY(auto const sent, web::read_form_body(visit.request));
    auto forms = empty_forms(visit, loaded);
    forms.end = web::fill_in(EndForm{}, sent);
    if (forms.end.faults.empty()) {
        auto const ended = visit.store().write([&](store::Session& session) {
            return studios::end(session, {house.trail(), visit.actor.person_id}, loaded.here.studio,
                                forms.end.form.outcome);
        });
        if (ended) return web::done(visit, studios::link_to(visit, loaded.here));
        if (ended.error().code == "studio.ended") return ended.error();
        forms.end.faults.push_back(web::fault_of(ended.error(), "uitkomst"));
    }
    return write_studio(visit, loaded, forms);
}

} // namespace wf::studio_pages
