// SPDX-License-Identifier: EUPL-1.2
// One question for the people of a werkplaats: write it for the agenda, give who asked a word, let it go on in another one.
#include "base/characters.hpp"
#include "commons/agenda/theme_words.hpp"
#include "commons/studios/studios.hpp"
#include "commons/writing/pages.hpp"
#include "feature/agenda/forms.hpp"
#include "feature/agenda/pages.hpp"
#include "feature/agenda/parts.hpp"

namespace wf::agenda_pages {

using namespace html;

namespace {

constexpr std::size_t longest_words = 300;

struct Loaded {
    workspaces::Workspace workspace;
    Way way;
    WordingForm wording;
    TellForm tell;
    MergeForm merge;
    std::vector<agenda::Question> joined;
    std::vector<studios::Studio> studios;
};

struct Forms {
    web::Filled<WordingForm> wording;
    web::Filled<TellForm> tell;
    web::Filled<MergeForm> merge;
};

std::vector<web::Option> status_options(words::Words const& t)
{
    using agenda::Status;
    std::vector<web::Option> options;
    for (auto const status :
         {Status::on_agenda, Status::in_studio, Status::applied, Status::answered, Status::not_taken_up}) {
        auto const word = std::string{agenda::to_word(status)};
        options.push_back({word, status_words(t, status), std::string{t("agenda.status." + word + ".hint")}});
    }
    return options;
}

Result<Loaded> load(web::Visit const& visit)
{
    return visit.store().read([&](store::Session& session) -> Result<Loaded> {
        WF_TRY(auto workspace, workspaces::find_here(session, visit));
        auto const id = visit.request.part("question");
        auto const question = agenda::find(session, workspace.id, id);
        if (!question) return Error{Trouble::not_found, "agenda.unknown", std::string{id}, ""};
        Loaded loaded{std::move(workspace), load_way(session, *question), {}, {}, {}, {}, {}};
        loaded.wording = {question->words.empty() ? std::string{first_characters(question->asked_words, longest_words)}
                                                  : question->words,
                          question->area_code,
                          question->theme,
                          question->national_theme,
                          workspaces::area_options(session, loaded.workspace),
                          agenda::national_theme_options(visit.t, {"", std::string{visit.t("agenda.no_national")}})};
        loaded.tell = {std::string{agenda::to_word(question->status == agenda::Status::asked ? agenda::Status::on_agenda
                                                                                             : question->status)},
                       "", status_options(visit.t)};
        agenda::Choice others{.workspace_id = loaded.workspace.id, .limit = 200};
        for (auto const& other : agenda::list(session, others)) {
            if (other.id != question->id) loaded.merge.others.push_back({other.id, other.words});
        }
        loaded.joined = agenda::list_merged(session, *question);
        loaded.studios = studios::list_of_question(session, loaded.workspace.id, question->id);
        return loaded;
    });
}

Forms forms_of(Loaded const& loaded)
{
    return {{loaded.wording, {}}, {loaded.tell, {}}, {loaded.merge, {}}};
}

std::string here(web::Visit const& visit, Loaded const& loaded)
{
    return workspaces::inside(visit, loaded.workspace, "/agenda/" + loaded.way.question.id);
}

void write_studios(Html& page, web::Visit const& visit, Loaded const& loaded)
{
    if (loaded.studios.empty()) return;
    page(tag::section, [&] {
        page(tag::h2, visit.t("agenda.desk.studios"));
        page(tag::ul, attr::cls("plain ways"), [&] {
            for (auto const& studio : loaded.studios)
                page(tag::li, [&] {
                    page(tag::a, attr::href(workspaces::inside(visit, loaded.workspace, "/studios/" + studio.id)),
                         studio.content.title);
                });
        });
    });
}

void write_forms(Html& page, web::Visit const& visit, Loaded const& loaded, Forms const& forms)
{
    auto const& t = visit.t;
    page(tag::section, attr::cls("pane"), [&] {
        page(tag::h2, t("agenda.wording"));
        page(tag::p, t("agenda.wording.lead"));
        web::write_form(page, visit,
                        {.action = here(visit, loaded),
                         .prefix = "agenda.wording",
                         .submit_key = "agenda.wording.submit",
                         .id = "woorden"},
                        forms.wording, [&] { writing::write_seen(page, loaded.way.question.version); });
    });
    page(tag::section, attr::cls("pane"), [&] {
        page(tag::h2, t("agenda.tell"));
        page(tag::p, t("agenda.tell.lead"));
        web::write_form(page, visit,
                        {.action = here(visit, loaded) + "/woord",
                         .prefix = "agenda.tell",
                         .submit_key = "agenda.tell.submit",
                         .id = "woord"},
                        forms.tell);
    });
    if (!loaded.way.question.words.empty() && !loaded.way.question.asked_words.empty())
        page(tag::details, [&] {
            page(tag::summary, t("agenda.blank"));
            page(tag::p, t("agenda.blank.lead"));
            web::write_button_form(page, visit, here(visit, loaded) + "/weg", t("agenda.blank.submit"));
        });
    if (loaded.merge.others.empty() && forms.merge.faults.empty()) return;
    page(tag::details, attr::when(!forms.merge.faults.empty(), attr::bare("open")), [&] {
        page(tag::summary, t("agenda.merge"));
        page(tag::p, t("agenda.merge.lead"));
        web::write_form(page, visit,
                        {.action = here(visit, loaded) + "/samen",
                         .prefix = "agenda.merge",
                         .submit_key = "agenda.merge.submit",
                         .id = "samen",
                         .is_quiet = true},
                        forms.merge);
    });
}

Result<http::Response> write_page(web::Visit const& visit, Loaded const& loaded, Forms const& forms)
{
    auto const& t = visit.t;
    std::vector<web::Fault> faults;
    for (auto const* list : {&forms.wording.faults, &forms.tell.faults, &forms.merge.faults})
        faults.insert(faults.end(), list->begin(), list->end());
    if (auto const refused = web::refuse_form(visit, faults)) return *refused;
    auto const& question = loaded.way.question;
    auto const title = question.words.empty() ? std::string{t("agenda.desk.one")} : question.words;
    auto frame = workspaces::frame_inside(visit, title, loaded.workspace,
                                          {{std::string{t("agenda.desk")},
                                            workspaces::inside(visit, loaded.workspace, "/agenda")}});
    if (!faults.empty()) frame.status = 400;
    return web::page(visit, frame, [&](Html& page) {
        page(tag::h1, title);
        page(tag::p, [&] { write_status(page, t, question); });
        page(tag::h2, t("agenda.as_asked"));
        write_asked(page, t, question);
        for (auto const& other : loaded.joined) write_asked(page, t, other);
        write_about(page, visit, loaded.way);
        if (question.status == agenda::Status::merged) {
            web::message(page, web::Message::info, t("agenda.desk.merged"), [&] {
                page(tag::p, [&] {
                    page(tag::a,
                         attr::href(workspaces::inside(visit, loaded.workspace, "/agenda/" + question.merged_into)),
                         t("agenda.desk.merged_into"));
                });
            });
        } else if (visit.may(access::Action::change, "agenda", loaded.workspace.address)) {
            write_forms(page, visit, loaded, forms);
        }
        write_way(page, visit, loaded.way);
        write_studios(page, visit, loaded);
        page(tag::p, attr::cls("row noprint"), [&] {
            if (question.is_public()) {
                page(tag::a, attr::href(in_public(visit, loaded.workspace, "/vraag/" + question.id)),
                     t("agenda.desk.as_public"));
                if (visit.may(access::Action::add, "studio", loaded.workspace.address))
                    page(tag::a,
                         attr::href(workspaces::inside(visit, loaded.workspace, "/studios/nieuw?vraag=" + question.id)),
                         t("agenda.desk.begin_studio"));
                if (visit.may(access::Action::add, "plan_work", loaded.workspace.address))
                    page(tag::a,
                         attr::href(workspaces::inside(visit, loaded.workspace, "/plannen/nieuw?vraag=" + question.id)),
                         t("agenda.desk.make_plan"));
            }
        });
    });
}

} // namespace

Result<http::Response> moderate_page(web::Visit const& visit, people::House&)
{
    WF_TRY(auto const loaded, load(visit));
    return write_page(visit, loaded, forms_of(loaded));
}

Result<http::Response> wording_answer(web::Visit const& visit, people::House& house)
{
    WF_TRY(auto const loaded, load(visit));
    WF_TRY(auto const sent, web::read_form_body(visit.request));
    auto forms = forms_of(loaded);
    forms.wording = web::fill_in(loaded.wording, sent);
    if (forms.wording.faults.empty()) {
        auto const& form = forms.wording.form;
        auto question = loaded.way.question;
        question.version = writing::read_seen(sent, question.version);
        auto const written = visit.store().write([&](store::Session& session) {
            return agenda::write(session, house.trail(), question,
                                 {form.words, form.area, form.theme, form.national_theme}, visit.actor.person_id);
        });
        if (written) return web::done(visit, here(visit, loaded) + "#woord");
        forms.wording.faults.push_back({"woorden", written.error()});
    }
    return write_page(visit, loaded, forms);
}

Result<http::Response> tell_answer(web::Visit const& visit, people::House& house)
{
    WF_TRY(auto const loaded, load(visit));
    WF_TRY(auto const sent, web::read_form_body(visit.request));
    auto forms = forms_of(loaded);
    forms.tell = web::fill_in(loaded.tell, sent);
    if (forms.tell.faults.empty()) {
        auto const status = agenda::read_status(forms.tell.form.status).value_or(agenda::Status::on_agenda);
        auto const told = visit.store().write([&](store::Session& session) {
            return agenda::tell(session, house.trail(), loaded.way.question,
                                {"", "", status, forms.tell.form.words, "", ""}, visit.actor.person_id);
        });
        if (told) return web::done(visit, here(visit, loaded));
        forms.tell.faults.push_back({told.error().field == "woord" ? "woord" : "staat", told.error()});
    }
    return write_page(visit, loaded, forms);
}

Result<http::Response> blank_answer(web::Visit const& visit, people::House& house)
{
    WF_TRY(auto const loaded, load(visit));
    WF_TRY_VOID(visit.store().write([&](store::Session& session) {
        return agenda::take_words_away(session, house.trail(), loaded.way.question, visit.actor.person_id);
    }));
    return web::done(visit, here(visit, loaded));
}

Result<http::Response> merge_answer(web::Visit const& visit, people::House& house)
{
    WF_TRY(auto const loaded, load(visit));
    WF_TRY(auto const sent, web::read_form_body(visit.request));
    auto forms = forms_of(loaded);
    forms.merge = web::fill_in(loaded.merge, sent);
    if (forms.merge.faults.empty()) {
        auto const merged = visit.store().write([&](store::Session& session) -> Result<void> {
            auto const into = agenda::find(session, loaded.workspace.id, forms.merge.form.into);
            if (!into) return Error{Trouble::not_found, "agenda.unknown", forms.merge.form.into, ""};
            return agenda::merge(session, house.trail(), loaded.way.question, *into, visit.actor.person_id);
        });
        if (merged)
            return web::done(visit, workspaces::inside(visit, loaded.workspace, "/agenda/" + forms.merge.form.into));
        forms.merge.faults.push_back({"in", merged.error()});
    }
    return write_page(visit, loaded, forms);
}

} // namespace wf::agenda_pages
