// SPDX-License-Identifier: EUPL-1.2
// The words of a werkplaats, for who works there: write one, alone or at the
// same time as somebody else, and retire one.
#include "commons/workspaces/pages.hpp"
#include "commons/writing/pages.hpp"
#include "feature/glossary/forms.hpp"
#include "feature/glossary/pages.hpp"
#include "platform/web/components.hpp"
#include "platform/web/redirect.hpp"

#include <array>

namespace wf::glossary_pages {

using namespace html;

namespace {

std::vector<web::Option> shared_options(words::Words const& t)
{
    std::vector<web::Option> options{{"", std::string{t("glossary.form.naast.none")}}};
    for (auto const& term : glossary::shared_terms()) options.push_back({term.id, term.nl});
    return options;
}

struct Loaded {
    workspaces::Workspace workspace;
    std::vector<glossary::LocalTerm> shown;
    std::vector<glossary::LocalTerm> retired;
};

Result<Loaded> load(web::Visit const& visit)
{
    return visit.store().read([&](store::Session& session) -> Result<Loaded> {
        WF_TRY(auto workspace, workspaces::find_here(session, visit));
        auto shown = glossary::list(session, workspace.id, glossary::State::shown);
        auto retired = glossary::list(session, workspace.id, glossary::State::retired);
        return Loaded{std::move(workspace), std::move(shown), std::move(retired)};
    });
}

std::string own_link(web::Visit const& visit, workspaces::Workspace const& workspace, std::string const& below = {})
{
    return workspaces::inside(visit, workspace, "/begrippen" + below);
}

void write_terms(Html& page, web::Visit const& visit, Loaded const& loaded)
{
    auto const& t = visit.t;
    if (loaded.shown.empty()) {
        web::empty(page, t("glossary.own.none"), [&] { page(tag::p, t("glossary.own.none.text")); });
        return;
    }
    bool const may = visit.may(access::Action::change, "local_term", loaded.workspace.address);
    std::array const columns{web::Column{"", std::string{t("glossary.form.woord")}, web::Align::start, false},
                             web::Column{"", std::string{t("glossary.form.betekenis")}, web::Align::start, false},
                             web::Column{"", std::string{t("glossary.form.bron")}, web::Align::start, true}};
    web::table(page, visit, t("glossary.own.caption"), columns, "", [&] {
        for (auto const& term : loaded.shown) {
            page(tag::tr, [&] {
                page(tag::th, attr::scope("row"), [&] {
                    if (may)
                        page(tag::a, attr::href(own_link(visit, loaded.workspace, "/" + term.id)), term.content.word);
                    else page.text(term.content.word);
                });
                page(tag::td, term.content.meaning);
                page(tag::td, attr::cls("wide"), term.content.source);
            });
        }
    });
}

Result<http::Response> write_own(web::Visit const& visit, Loaded const& loaded, web::Filled<TermForm> const& filled)
{
    if (auto const refused = web::refuse_form(visit, filled.faults)) return *refused;
    auto const& t = visit.t;
    auto frame = workspaces::frame_inside(visit, std::string{t("glossary.own")}, loaded.workspace);
    if (!filled.faults.empty()) frame.status = 400;
    return web::page(visit, frame, [&](Html& page) {
        page(tag::h1, t("glossary.own"));
        page(tag::p, attr::cls("lead"), t("glossary.own.lead"));
        page(tag::p, attr::cls("row noprint"), [&] {
            page(tag::a, attr::href(visit.link("/begrippen?werkplaats=" + loaded.workspace.address)),
                 t("glossary.own.public"));
        });
        write_terms(page, visit, loaded);
        if (visit.may(access::Action::add, "local_term", loaded.workspace.address)) {
            page(tag::section, attr::cls("pane noprint"), [&] {
                page(tag::h2, t("glossary.add"));
                web::write_form(page, visit,
                                {.action = own_link(visit, loaded.workspace),
                                 .prefix = "glossary.form",
                                 .submit_key = "glossary.form.submit"},
                                filled);
            });
        }
        if (loaded.retired.empty()) return;
        page(tag::details, [&] {
            page(tag::summary, t.count("glossary.retired", static_cast<std::int64_t>(loaded.retired.size())));
            page(tag::ul, [&] {
                for (auto const& term : loaded.retired) page(tag::li, term.content.word + ": " + term.content.meaning);
            });
        });
    });
}

struct Writing {
    workspaces::Workspace workspace;
    glossary::LocalTerm term;
};

Result<Writing> load_writing(web::Visit const& visit)
{
    return visit.store().read([&](store::Session& session) -> Result<Writing> {
        WF_TRY(auto workspace, workspaces::find_here(session, visit));
        auto const id = visit.request.part("term");
        auto term = glossary::find(session, workspace.id, id);
        if (!term) return Error{Trouble::not_found, "glossary.unknown", std::string{id}, ""};
        if (term->state == glossary::State::retired) return Error{Trouble::conflict, "glossary.retired", "", ""};
        return Writing{std::move(workspace), std::move(*term)};
    });
}

Result<http::Response> write_writing(web::Visit const& visit, Writing const& loaded,
                                     web::Filled<TermForm> const& filled, std::vector<std::string_view> const& clashes)
{
    if (auto const refused = web::refuse_form(visit, filled.faults)) return *refused;
    auto const& t = visit.t;
    auto const& term = loaded.term;
    auto frame = workspaces::frame_inside(visit, term.content.word, loaded.workspace,
                                          {{std::string{t("glossary.own")}, own_link(visit, loaded.workspace)}});
    if (!clashes.empty()) frame.status = 409;
    else if (!filled.faults.empty()) frame.status = 400;
    auto const here = own_link(visit, loaded.workspace, "/" + term.id);
    return web::page(visit, frame, [&](Html& page) {
        page(tag::h1, term.content.word);
        writing::write_clashes(page, t, "glossary", glossary::parts, clashes, term.content);
        web::write_form(page, visit, {.action = here, .prefix = "glossary.form", .submit_key = "glossary.form.submit"},
                        filled, [&] { writing::write_seen(page, term.version); });
        page(tag::section, attr::cls("pane"), [&] {
            page(tag::h2, t("glossary.retire"));
            page(tag::p, t("glossary.retire.text"));
            web::write_button_form(page, visit, here + "/weg", t("glossary.retire.submit"));
        });
    });
}

} // namespace

Result<http::Response> own_page(web::Visit const& visit, people::House&)
{
    WF_TRY(auto const loaded, load(visit));
    return write_own(visit, loaded, {TermForm{{}, shared_options(visit.t)}, {}});
}

Result<http::Response> add_answer(web::Visit const& visit, people::House& house)
{
    WF_TRY(auto const loaded, load(visit));
    WF_TRY(auto const sent, web::read_form_body(visit.request));
    auto filled = web::fill_in(TermForm{{}, shared_options(visit.t)}, sent);
    if (!filled.faults.empty()) return write_own(visit, loaded, filled);
    auto const added = visit.store().write([&](store::Session& session) {
        return glossary::add(session, {house.trail(), visit.actor.person_id}, loaded.workspace.id, filled.form.content);
    });
    if (added) return web::done(visit, own_link(visit, loaded.workspace));
    filled.faults.push_back(web::fault_of(added.error()));
    return write_own(visit, loaded, filled);
}

Result<http::Response> write_page(web::Visit const& visit, people::House&)
{
    WF_TRY(auto const loaded, load_writing(visit));
    return write_writing(visit, loaded, {TermForm{loaded.term.content, shared_options(visit.t)}, {}}, {});
}

Result<http::Response> write_answer(web::Visit const& visit, people::House& house)
{
    WF_TRY(auto loaded, load_writing(visit));
    WF_TRY(auto const sent, web::read_form_body(visit.request));
    auto filled = web::fill_in(TermForm{{}, shared_options(visit.t)}, sent);
    if (!filled.faults.empty()) return write_writing(visit, loaded, filled, {});
    auto const seen = writing::read_seen(sent, loaded.term.version);
    auto const saved = visit.store().write([&](store::Session& session) {
        return glossary::save(session, {house.trail(), visit.actor.person_id}, loaded.workspace.id, loaded.term.id,
                              seen, filled.form.content);
    });
    if (!saved) {
        if (saved.error().kind != Trouble::bad_input) return saved.error();
        filled.faults.push_back(web::fault_of(saved.error()));
        return write_writing(visit, loaded, filled, {});
    }
    if (saved->clashes.empty()) return web::done(visit, own_link(visit, loaded.workspace));
    loaded.term = saved->term;
    // What the other changed alone is taken over, so that saving now loses
    // nothing of it.
    writing::take_over(glossary::parts, saved->theirs, loaded.term.content, filled.form.content);
    return write_writing(visit, loaded, filled, saved->clashes);
}

Result<http::Response> retire_answer(web::Visit const& visit, people::House& house)
{
    WF_TRY(auto const loaded, load_writing(visit));
    WF_TRY_VOID(visit.store().write([&](store::Session& session) {
        return glossary::retire(session, {house.trail(), visit.actor.person_id}, loaded.workspace.id, loaded.term.id);
    }));
    return web::done(visit, own_link(visit, loaded.workspace));
}

} // namespace wf::glossary_pages
