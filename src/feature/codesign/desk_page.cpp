// SPDX-License-Identifier: EUPL-1.2
// A session for the people of the workspace: while it runs what its leader sees, after its end what it came to.
#include "base/characters.hpp"
#include "feature/codesign/desk.hpp"
#include "feature/codesign/pages.hpp"

namespace wf::codesign_pages {

using namespace html;
using codesign::Note;
using codesign::Shown;
using codesign::Stage;

namespace {

void write_strip(Html& page, words::Words const& t, codesign::Session const& session)
{
    bool const ended = session.state == codesign::State::ended;
    page(tag::ol, attr::cls("steps"), [&] {
        for (auto const stage : codesign::all_stages) {
            bool const is_now = !ended && stage == session.stage;
            page(tag::li, attr::cls(ended || stage <= session.stage ? "done" : ""),
                 attr::when(is_now, attr::named("aria-current", "step")), stage_words(t, stage));
        }
    });
}

void write_how_to_join(Html& page, web::Visit const& visit, people::House const& house, Here const& here)
{
    auto const& t = visit.t;
    page(tag::p, [&] {
        page.text(t("codesign.join.address", {{"address", to_type_over(web::absolute_link(visit, "/sessie"))}}));
        page.text(" ");
        page(tag::code, attr::cls("secret"), codesign::code_of(house.codesign_key(), here.session));
    });
    page(tag::p, attr::cls("row noprint"), [&] {
        web::link_button(page, session_link(visit, here, "/scherm"), t("codesign.screen"), web::Button::primary);
        web::link_button(page, session_link(visit, here, "/papier"), t("codesign.sheets"));
    });
}

void write_move(Html& page, web::Visit const& visit, Here const& here, std::optional<Stage> to, std::string_view key)
{
    if (!to) return;
    web::write_button_form(page, visit, session_link(visit, here, "/stap"),
                           visit.t(key, {{"stage", stage_words(visit.t, *to)}}),
                           {{"van", std::string{codesign::to_word(here.session.stage)}},
                            {"naar", std::string{codesign::to_word(*to)}}});
}

void write_now(Html& page, web::Visit const& visit, people::House const& house, Here const& here)
{
    auto const& t = visit.t;
    page(tag::section, attr::cls("pane"), [&] {
        page(tag::h2, stage_sentence(t, here.session.stage));
        page(tag::p, attr::cls("lead"), asked_in(t, here.session.stage));
        if (here.session.stage == Stage::prototype && chosen_of(here.notes).empty())
            web::message(
                page, web::Message::info, t("codesign.none_chosen"),
                [&] { page(tag::p, t("codesign.none_chosen.text")); }, web::Level::h3);
        write_how_to_join(page, visit, house, here);
        page(tag::div, attr::cls("row noprint"), [&] {
            write_move(page, visit, here, codesign::after(here.session.stage), "codesign.on");
            write_move(page, visit, here, codesign::before(here.session.stage), "codesign.back");
        });
    });
}

void write_note_button(Html& page, web::Visit const& visit, Here const& here, Note const& note, std::string_view what)
{
    auto const number = std::to_string(note.number);
    web::write_button_form(page, visit, session_link(visit, here, "/briefje/" + number),
                           visit.t("codesign.note." + std::string{what}, {{"number", number}}),
                           {{"doe", std::string{what}}});
}

void write_note(Html& page, web::Visit const& visit, Here const& here, Note const& note)
{
    auto const& t = visit.t;
    page(tag::li, attr::id("briefje-" + std::to_string(note.number)), [&] {
        page(tag::p, attr::cls("words"), [&] {
            page(tag::span, attr::cls("soft"), std::to_string(note.number) + ". ");
            page.text(note.words);
        });
        if (note.medium == codesign::Medium::paper) web::tag_label(page, "", t("codesign.note.paper"));
        if (note.is_chosen())
            page(tag::p, [&] {
                web::tag_label(page, "ok", t("codesign.note.chosen"));
                page.text(" ");
                page(tag::b, t("codesign.because"));
                page.text(" " + note.chosen_because);
            });
        if (!may_lead(visit, here)) return;
        page(tag::div, attr::cls("row noprint"), [&] {
            write_note_button(page, visit, here, note, note.shown == Shown::yes ? "hide" : "show");
            if (note.is_chosen()) write_note_button(page, visit, here, note, "leave_out");
        });
    });
}

void write_hidden_notes(Html& page, web::Visit const& visit, Here const& here, Stage stage)
{
    if (!visit.may(access::Action::change, "studio", here.place.workspace.address)) return;
    std::vector<Note> hidden;
    for (auto const& note : here.notes) {
        if (note.stage == stage && note.shown == Shown::no) hidden.push_back(note);
    }
    if (hidden.empty()) return;
    page(tag::details, attr::cls("noprint"), [&] {
        page(tag::summary, visit.t.count("codesign.hidden", static_cast<std::int64_t>(hidden.size())));
        page(tag::ul, attr::cls("cards plain"), [&] {
            for (auto const& note : hidden) write_note(page, visit, here, note);
        });
    });
}

void write_choose_form(Html& page, web::Visit const& visit, Here const& here, DeskForms const& forms)
{
    if (!may_lead(visit, here) || forms.choose.form.notes.empty()) return;
    page(tag::details, attr::cls("pane noprint"), attr::when(!forms.choose.faults.empty(), attr::bare("open")), [&] {
        page(tag::summary, visit.t("codesign.choose"));
        web::write_form(page, visit,
                        {.action = session_link(visit, here, "/kies"),
                         .prefix = "codesign.choose",
                         .submit_key = "codesign.choose.submit",
                         .id = "kies",
                         .is_quiet = true},
                        forms.choose);
    });
}

void write_stage(Html& page, web::Visit const& visit, Here const& here, Stage stage, DeskForms const& forms)
{
    auto const& t = visit.t;
    auto const shown = shown_in(here.notes, stage);
    page(tag::section, attr::id(codesign::to_word(stage)), [&] {
        page(tag::h2, stage_words(t, stage));
        page(tag::p, attr::cls("soft"), asked_in(t, stage));
        if (shown.empty()) page(tag::p, t("codesign.notes.none"));
        else
            page(tag::ul, attr::cls("cards plain"), [&] {
                for (auto const& note : shown) write_note(page, visit, here, note);
            });
        write_hidden_notes(page, visit, here, stage);
        if (stage == Stage::ideas) write_choose_form(page, visit, here, forms);
    });
}

void write_paper_form(Html& page, web::Visit const& visit, Here const& here, DeskForms const& forms)
{
    page(tag::details, attr::cls("pane noprint"), attr::when(!forms.paper.faults.empty(), attr::bare("open")), [&] {
        page(tag::summary, visit.t("codesign.paper"));
        page(tag::p, visit.t("codesign.paper.lead"));
        web::write_form(page, visit,
                        {.action = session_link(visit, here, "/papier"),
                         .prefix = "codesign.paper",
                         .submit_key = "codesign.paper.submit",
                         .id = "papier",
                         .is_quiet = true},
                        forms.paper);
    });
}

void write_close_form(Html& page, web::Visit const& visit, Here const& here, DeskForms const& forms)
{
    page(tag::section, attr::cls("pane noprint"), [&] {
        page(tag::h2, visit.t("codesign.close"));
        page(tag::p, visit.t("codesign.close.lead"));
        web::write_form(page, visit,
                        {.action = session_link(visit, here, "/besluit"),
                         .prefix = "codesign.close",
                         .submit_key = "codesign.close.submit",
                         .id = "besluit"},
                        forms.close);
    });
}

void write_head(Html& page, web::Visit const& visit, Here const& here)
{
    auto const& t = visit.t;
    auto const& session = here.session;
    bool const ended = session.state == codesign::State::ended;
    page(tag::h1, session.question);
    page(tag::p, [&] {
        web::tag_label(page, ended ? "ok" : "", t("codesign.state." + std::string{codesign::to_word(session.state)}));
        if (session.is_invented) {
            page.text(" ");
            web::tag_label(page, "made", t("codesign.invented"));
        }
    });
    page(tag::p, attr::cls("lead"),
         t("codesign.lead", {{"day", web::day_of(t, session.day)}, {"studio", here.place.studio.content.title}}));
    write_strip(page, t, session);
    if (ended)
        web::message(page, web::Message::ok, t("codesign.decided"), [&] {
            page(tag::p, session.decision);
            page(tag::p, [&] {
                page(tag::b, t("codesign.because"));
                page.text(" " + session.reason);
            });
        });
}

} // namespace

std::vector<web::Fault> DeskForms::faults() const
{
    std::vector<web::Fault> all;
    for (auto const* list : {&paper.faults, &choose.faults, &close.faults})
        all.insert(all.end(), list->begin(), list->end());
    return all;
}

DeskForms empty_forms(web::Visit const& visit, Here const& here)
{
    DeskForms forms;
    forms.paper.form.stage = codesign::to_word(here.session.stage);
    for (auto const stage : codesign::all_stages) {
        if (stage > here.session.stage) break;
        forms.paper.form.stages.push_back({std::string{codesign::to_word(stage)}, stage_words(visit.t, stage)});
    }
    constexpr std::size_t longest_choice = 90;
    for (auto const& note : shown_in(here.notes, Stage::ideas)) {
        auto const number = std::to_string(note.number);
        forms.choose.form.notes.push_back(
            {number, number + ". " + std::string{first_characters(note.words, longest_choice)}});
    }
    return forms;
}

Result<http::Response> write_desk(web::Visit const& visit, people::House const& house, Here const& here,
                                  DeskForms const& forms)
{
    auto const faults = forms.faults();
    if (auto const refused = web::refuse_form(visit, faults)) return *refused;
    auto frame = session_frame(visit, here);
    if (!faults.empty()) frame.status = 400;
    bool const leads = may_lead(visit, here);
    bool const ended = here.session.state == codesign::State::ended;
    return web::page(visit, frame, [&](Html& page) {
        write_head(page, visit, here);
        if (leads) write_now(page, visit, house, here);
        if (leads && here.session.stage == Stage::decision) write_close_form(page, visit, here, forms);
        if (leads) write_paper_form(page, visit, here, forms);
        for (auto const stage : codesign::all_stages) {
            if (ended || stage <= here.session.stage) write_stage(page, visit, here, stage, forms);
        }
        page(tag::p, attr::cls("row noprint"), [&] {
            page(tag::a, attr::href(studios::link_to(visit, here.place)), visit.t("codesign.to_studio"));
            if (ended || !leads)
                page(tag::a, attr::href(session_link(visit, here, "/scherm")), visit.t("codesign.screen"));
        });
    });
}

Result<http::Response> desk_page(web::Visit const& visit, people::House& house)
{
    WF_TRY(auto const here, load_session(visit));
    return write_desk(visit, house, here, empty_forms(visit, here));
}

} // namespace wf::codesign_pages
