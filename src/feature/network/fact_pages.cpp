// SPDX-License-Identifier: EUPL-1.2
// Changing what is known of a werkplaats: a fact, its themes, its own words.
#include "commons/agenda/theme_words.hpp"
#include "commons/writing/pages.hpp"
#include "feature/network/forms.hpp"
#include "feature/network/pages.hpp"
#include "feature/network/sections.hpp"

#include <algorithm>

namespace wf::network_pages {

using namespace html;

namespace {

constexpr std::string_view no_theme = "geen";

struct HereFact {
    workspaces::Workspace workspace;
    partners::Fact fact;
};

Result<HereFact> load_fact(web::Visit const& visit)
{
    return visit.store().read([&](store::Session& session) -> Result<HereFact> {
        WF_TRY(auto workspace, workspaces::find_here(session, visit));
        auto const name = visit.request.part("feit");
        auto facts = partners::list_facts(session, workspace.id);
        auto const found =
            std::find_if(facts.begin(), facts.end(), [&](partners::Fact const& one) { return one.name == name; });
        if (found == facts.end()) return Error{Trouble::not_found, "partners.no_such_fact", std::string{name}, ""};
        return HereFact{std::move(workspace), std::move(*found)};
    });
}

partners::FactContent content_of(FactForm const& form)
{
    return {form.text, form.proof.source, form.proof.looked_on,
            std::string{form.proof.is_checked ? partners::yes : ""}};
}

Result<http::Response> write_fact(web::Visit const& visit, HereFact const& here, web::Filled<FactForm> const& filled,
                                  std::vector<std::string_view> const& clashes)
{
    if (auto const refused = web::refuse_form(visit, filled.faults)) return *refused;
    auto const& t = visit.t;
    auto const name = std::string{t("network.fact." + here.fact.name)};
    int const status = !clashes.empty() ? 409 : filled.faults.empty() ? 200 : 400;
    return web::page(visit, writing_frame(visit, here.workspace, name, status), [&](Html& page) {
        page(tag::h1, t("network.change.of", {{"what", name}}));
        page(tag::p, t("network.no_persons"));
        writing::write_clashes(page, t, "network", partners::fact_parts, clashes, here.fact.content);
        web::write_form(page, visit,
                        {.action = network_link(visit, here.workspace, "/feiten/" + here.fact.name),
                         .prefix = "network.form",
                         .submit_key = "network.form.submit"},
                        filled, [&] { writing::write_seen(page, here.fact.version); });
    });
}

struct HereThemes {
    Network network;
    ThemeForm form;
};

Result<HereThemes> load_themes(web::Visit const& visit)
{
    WF_TRY(auto network, load_here(visit));
    ThemeForm form;
    form.national = no_theme;
    form.themes = agenda::national_theme_options(visit.t, {std::string{no_theme},
                                                           std::string{visit.t("network.theme.regional")}});
    return HereThemes{std::move(network), std::move(form)};
}

Result<http::Response> write_themes_page(web::Visit const& visit, HereThemes const& here,
                                         web::Filled<ThemeForm> const& filled)
{
    if (auto const refused = web::refuse_form(visit, filled.faults)) return *refused;
    auto const& t = visit.t;
    auto const& workspace = here.network.workspace;
    auto frame = writing_frame(visit, workspace, std::string{t("network.themes")}, filled.faults.empty() ? 200 : 400);
    return web::page(visit, frame, [&](Html& page) {
        page(tag::h1, t("network.themes"));
        if (here.network.themes.empty()) page(tag::p, attr::cls("soft"), t("network.themes.none"));
        page(tag::ul, attr::cls("plain"), [&] {
            for (auto const& theme : here.network.themes) {
                page(tag::li, attr::cls("row"), [&] {
                    page(tag::span, theme.words);
                    web::write_button_form(page, visit, network_link(visit, workspace, "/themas/" + theme.id + "/weg"),
                                           t("network.theme.retire", {{"theme", theme.words}}));
                });
            }
        });
        page(tag::h2, t("network.theme.new"));
        page(tag::p, t("network.no_persons"));
        web::write_form(page, visit,
                        {.action = network_link(visit, workspace, "/themas"),
                         .prefix = "network.theme.form",
                         .submit_key = "network.theme.submit"},
                        filled);
    });
}

struct HereWord {
    workspaces::Workspace workspace;
    partners::OwnWord word;
};

Result<HereWord> load_word(web::Visit const& visit)
{
    return visit.store().read([&](store::Session& session) -> Result<HereWord> {
        WF_TRY(auto workspace, workspaces::find_here(session, visit));
        auto word = partners::find_word(session, workspace.id, partners::Term::studio);
        return HereWord{std::move(workspace), std::move(word)};
    });
}

Result<http::Response> write_word(web::Visit const& visit, HereWord const& here, web::Filled<WordForm> const& filled,
                                  std::vector<std::string_view> const& clashes)
{
    if (auto const refused = web::refuse_form(visit, filled.faults)) return *refused;
    auto const& t = visit.t;
    int const status = !clashes.empty() ? 409 : filled.faults.empty() ? 200 : 400;
    return web::page(visit, writing_frame(visit, here.workspace, std::string{t("network.words")}, status),
                     [&](Html& page) {
                         page(tag::h1, t("network.words"));
                         page(tag::p, attr::cls("lead"), t("network.words.text"));
                         writing::write_clashes(page, t, "network", partners::word_parts, clashes, here.word.content);
                         web::write_form(page, visit,
                                         {.action = network_link(visit, here.workspace, "/woorden"),
                                          .prefix = "network.form",
                                          .submit_key = "network.form.submit"},
                                         filled, [&] { writing::write_seen(page, here.word.version); });
                     });
}

} // namespace

Result<http::Response> fact_page(web::Visit const& visit, people::House&)
{
    WF_TRY(auto const here, load_fact(visit));
    return write_fact(visit, here, {FactForm{here.fact.content.text, here.fact.proof()}, {}}, {});
}

Result<http::Response> fact_answer(web::Visit const& visit, people::House& house)
{
    WF_TRY(auto here, load_fact(visit));
    WF_TRY(auto const sent, web::read_form_body(visit.request));
    auto filled = web::fill_in(FactForm{}, sent);
    if (!filled.faults.empty()) return write_fact(visit, here, filled, {});
    auto const seen = writing::read_seen(sent, here.fact.version);
    auto const saved = visit.store().write([&](store::Session& session) {
        return partners::save_fact(session, {house.trail(), visit.actor.person_id}, here.workspace.id, here.fact.name,
                                   seen, content_of(filled.form));
    });
    if (!saved) {
        if (!is_for_form(saved.error())) return saved.error();
        filled.faults.push_back(web::fault_of(saved.error(), "tekst"));
        return write_fact(visit, here, filled, {});
    }
    if (saved->clashes.empty()) return web::done(visit, network_link(visit, here.workspace, "#feiten"));
    here.fact = saved->record;
    return write_fact(visit, here, filled, saved->clashes);
}

Result<http::Response> themes_page(web::Visit const& visit, people::House&)
{
    WF_TRY(auto const here, load_themes(visit));
    return write_themes_page(visit, here, {here.form, {}});
}

Result<http::Response> themes_answer(web::Visit const& visit, people::House& house)
{
    WF_TRY(auto const here, load_themes(visit));
    WF_TRY(auto const sent, web::read_form_body(visit.request));
    auto filled = web::fill_in(here.form, sent);
    if (!filled.faults.empty()) return write_themes_page(visit, here, filled);
    auto const& form = filled.form;
    partners::Theme const theme{"", form.words, form.national == no_theme ? "" : form.national, form.proof};
    auto const added = visit.store().write([&](store::Session& session) {
        return partners::add_theme(session, {house.trail(), visit.actor.person_id}, here.network.workspace.id, theme);
    });
    if (added) return web::done(visit, network_link(visit, here.network.workspace, "/themas"));
    if (!is_for_form(added.error())) return added.error();
    filled.faults.push_back(web::fault_of(added.error(), "woorden"));
    return write_themes_page(visit, here, filled);
}

Result<http::Response> retire_theme_answer(web::Visit const& visit, people::House& house)
{
    WF_TRY(auto const workspace, find_workspace(visit));
    WF_TRY_VOID(visit.store().write([&](store::Session& session) {
        return partners::retire_theme(session, {house.trail(), visit.actor.person_id}, workspace.id,
                                      visit.request.part("thema"));
    }));
    return web::done(visit, network_link(visit, workspace, "/themas"));
}

Result<http::Response> word_page(web::Visit const& visit, people::House&)
{
    WF_TRY(auto const here, load_word(visit));
    return write_word(visit, here, {WordForm{here.word.content}, {}}, {});
}

Result<http::Response> word_answer(web::Visit const& visit, people::House& house)
{
    WF_TRY(auto here, load_word(visit));
    WF_TRY(auto const sent, web::read_form_body(visit.request));
    auto filled = web::fill_in(WordForm{}, sent);
    if (!filled.faults.empty()) return write_word(visit, here, filled, {});
    auto const seen = writing::read_seen(sent, here.word.version);
    auto const saved = visit.store().write([&](store::Session& session) {
        return partners::save_word(session, {house.trail(), visit.actor.person_id}, here.workspace.id,
                                   partners::Term::studio, seen, filled.form.content);
    });
    if (!saved) {
        if (!is_for_form(saved.error())) return saved.error();
        filled.faults.push_back(web::fault_of(saved.error(), "een"));
        return write_word(visit, here, filled, {});
    }
    if (saved->clashes.empty()) return web::done(visit, workspaces::inside(visit, here.workspace));
    here.word = saved->record;
    return write_word(visit, here, filled, saved->clashes);
}

} // namespace wf::network_pages
