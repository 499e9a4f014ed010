// SPDX-License-Identifier: EUPL-1.2
// The programmes of a workspace and what it published.
#include "feature/programme/pages.hpp"
#include "feature/programme/parts.hpp"
#include "feature/programme/views.hpp"

namespace wf::programme_pages {

using namespace html;

namespace {

struct Loaded {
    workspaces::Workspace workspace;
    std::vector<programme::Programme> programmes;
    std::vector<ProgrammeRow> rows;
    std::vector<programme::Publication> publications;
    std::vector<web::Option> works;
};

ProgrammeRow make_row(store::Session& session, programme::Programme const& one)
{
    ProgrammeRow row{one.id, one.name, one.from, one.until, one.giver, one.amount, web::maybe(one.source)};
    for (auto const& line : programme::list_lines(session, one)) row.budgeted += line.planned;
    for (auto const& spent : programme::list_spent(session, one)) row.spent += spent.amount;
    for (auto const& activity : programme::list_activities(session, one)) {
        ++row.activities;
        if (activity.state == programme::State::done) ++row.activities_done;
    }
    row.invented = one.is_invented;
    return row;
}

Result<Loaded> load(web::Visit const& visit)
{
    return visit.store().read([&](store::Session& session) -> Result<Loaded> {
        Loaded loaded;
        WF_TRY(loaded.workspace, workspaces::find_here(session, visit));
        loaded.programmes = programme::list(session, loaded.workspace.id);
        for (auto const& one : loaded.programmes) loaded.rows.push_back(make_row(session, one));
        loaded.publications = programme::list_publications(session, loaded.workspace.id);
        loaded.works = work_options(session, loaded.workspace.id);
        return loaded;
    });
}

struct Forms {
    web::Filled<ProgrammeForm> programme;
    web::Filled<PublicationForm> publication;
};

Forms empty_forms(web::Visit const& visit, Loaded const& loaded)
{
    Forms forms;
    for (auto const medium : programme::all_media) {
        auto const word = std::string{programme::to_word(medium)};
        forms.publication.form.media.push_back({word, std::string{visit.t("programme.medium." + word)}});
    }
    forms.publication.form.works = loaded.works;
    return forms;
}

void write_programmes(Html& page, web::Visit const& visit, Loaded const& loaded)
{
    auto const& t = visit.t;
    if (loaded.rows.empty()) {
        web::empty(page, t("programme.none"), [&] { page(tag::p, t("programme.none.text")); });
        return;
    }
    std::array const columns{web::Column{"", std::string{t("programme.column.name")}, web::Align::start, false},
                             web::Column{"", std::string{t("programme.column.giver")}, web::Align::start, true},
                             web::Column{"", std::string{t("programme.column.budgeted")}, web::Align::number, false},
                             web::Column{"", std::string{t("programme.column.spent")}, web::Align::number, false}};
    web::table(page, visit, t("programme.caption"), columns, "", [&] {
        for (auto const& row : loaded.rows)
            page(tag::tr, [&] {
                page(tag::th, attr::scope("row"), [&] {
                    page(tag::a, attr::href(programme_link(visit, loaded.workspace, "/" + row.id)), row.name);
                    if (row.invented) web::tag_label(page, "made", t("programme.invented"));
                });
                page(tag::td, attr::cls("wide"), row.giver);
                page(tag::td, attr::cls("n"), attr::named("data-v", std::to_string(row.budgeted)),
                     euros(t, row.budgeted));
                page(tag::td, attr::cls("n"), attr::named("data-v", std::to_string(row.spent)), euros(t, row.spent));
            });
    });
}

void write_publications(Html& page, web::Visit const& visit, Loaded const& loaded)
{
    auto const& t = visit.t;
    if (loaded.publications.empty()) {
        page(tag::p, t("programme.publications.none"));
        return;
    }
    page(tag::ul, attr::cls("plain ways"), [&] {
        for (auto const& one : loaded.publications)
            page(tag::li, [&] {
                if (one.link.empty()) page(tag::b, one.title);
                else page(tag::a, attr::href(one.link.starts_with('/') ? visit.link(one.link) : one.link), one.title);
                page.text(", " + one.place + ", " + web::day_of(t, one.on) + " ");
                web::tag_label(page, "", t("programme.medium." + std::string{programme::to_word(one.medium)}));
                if (one.is_invented) web::tag_label(page, "made", t("programme.invented"));
            });
    });
}

Result<http::Response> write_all(web::Visit const& visit, Loaded const& loaded, Forms const& forms)
{
    auto const& faults = forms.programme.faults.empty() ? forms.publication.faults : forms.programme.faults;
    if (auto const refused = web::refuse_form(visit, faults)) return *refused;
    auto const& t = visit.t;
    auto const here = programme_link(visit, loaded.workspace);
    auto frame = workspaces::frame_inside(visit, std::string{t("programme.title")}, loaded.workspace);
    frame.formats = {{"JSON", here + ".json"}, {"CSV", here + ".csv"}};
    if (!faults.empty()) frame.status = 400;
    bool const may_add = visit.may(access::Action::add, "programme", loaded.workspace.address);
    return web::page(visit, frame, [&](Html& page) {
        page(tag::h1, t("programme.title"));
        page(tag::p, attr::cls("lead"), t("programme.lead"));
        write_programmes(page, visit, loaded);
        page(tag::p, [&] {
            page(tag::a, attr::href(workspaces::inside(visit, loaded.workspace, "/verantwoording")),
                 t("programme.accounting"));
        });
        if (may_add)
            page(tag::details, attr::cls("pane"), attr::when(!forms.programme.faults.empty(), attr::bare("open")), [&] {
                page(tag::summary, t("programme.new"));
                web::write_form(page, visit,
                                {.action = here,
                                 .prefix = "programme.form",
                                 .submit_key = "programme.form.submit",
                                 .id = "programma"},
                                forms.programme);
            });
        page(tag::section, attr::id("publicaties"), [&] {
            page(tag::h2, t("programme.publications"));
            write_publications(page, visit, loaded);
            if (!may_add) return;
            page(tag::details, attr::cls("pane"), attr::when(!forms.publication.faults.empty(), attr::bare("open")),
                 [&] {
                     page(tag::summary, t("programme.publication"));
                     web::write_form(page, visit,
                                     {.action = workspaces::inside(visit, loaded.workspace, "/publicaties"),
                                      .prefix = "programme.publication",
                                      .submit_key = "programme.publication.submit",
                                      .id = "publicatie"},
                                     forms.publication);
                 });
        });
    });
}

} // namespace

Result<http::Response> programmes_page(web::Visit const& visit, people::House&)
{
    WF_TRY(auto const loaded, load(visit));
    web::Table<ProgrammesSummary, ProgrammeRow> const view{{loaded.workspace.name,
                                                            static_cast<std::int64_t>(loaded.rows.size()),
                                                            static_cast<std::int64_t>(loaded.publications.size())},
                                                           loaded.rows};
    return web::answer_fresh(
        visit, [&] { return view; }, [&] { return write_all(visit, loaded, empty_forms(visit, loaded)); });
}

Result<http::Response> add_answer(web::Visit const& visit, people::House& house)
{
    WF_TRY(auto const loaded, load(visit));
    WF_TRY(auto const sent, web::read_form_body(visit.request));
    auto forms = empty_forms(visit, loaded);
    forms.programme = web::fill_in(ProgrammeForm{}, sent);
    if (forms.programme.faults.empty()) {
        programme::Programme base;
        base.workspace_id = loaded.workspace.id;
        auto const added = visit.store().write([&](store::Session& session) {
            return programme::add(session, {house.trail(), visit.actor.person_id},
                                  programme_of(forms.programme.form, base));
        });
        if (added) return web::done(visit, programme_link(visit, loaded.workspace, "/" + added->id));
        forms.programme.faults.push_back(web::fault_of(added.error(), "naam"));
    }
    return write_all(visit, loaded, forms);
}

Result<http::Response> publish_answer(web::Visit const& visit, people::House& house)
{
    WF_TRY(auto const loaded, load(visit));
    WF_TRY(auto const sent, web::read_form_body(visit.request));
    auto forms = empty_forms(visit, loaded);
    forms.publication = web::fill_in(forms.publication.form, sent);
    if (forms.publication.faults.empty()) {
        auto const& form = forms.publication.form;
        auto const added = visit.store().write([&](store::Session& session) -> Result<programme::Publication> {
            programme::Publication one;
            one.workspace_id = loaded.workspace.id;
            one.medium = programme::read_medium(form.medium).value_or(programme::Medium::other);
            one.title = form.title;
            one.place = form.place;
            one.on = form.day;
            one.link = form.link;
            WF_TRY(one.work, work::read(form.about));
            return programme::publish(session, {house.trail(), visit.actor.person_id}, one);
        });
        if (added) return web::done(visit, programme_link(visit, loaded.workspace, "#publicaties"));
        forms.publication.faults.push_back(web::fault_of(added.error(), "titel"));
    }
    return write_all(visit, loaded, forms);
}

} // namespace wf::programme_pages
