// SPDX-License-Identifier: EUPL-1.2
// What the home page of the site says of reach: the question, its answer as sentence, map and table, and the way in from one's own door.
#include "feature/reach/reach_parts.hpp"

#include <algorithm>

namespace wf::reach_pages {

namespace tag = html::tag;
namespace attr = html::attr;

namespace {

void write_walker_chips(html::Html& page, web::Visit const& visit, Rules const& rules,
                        walking::WalkerProfile const& chosen)
{
    auto const& t = visit.t;
    page(tag::fieldset, [&] {
        page(tag::legend, t("reach.form.who"));
        page(tag::div, attr::cls("chips"), [&] {
            for (auto const* profile : usual_walkers(rules.profiles, chosen)) {
                page(tag::label, attr::cls("chip"), [&] {
                    page(tag::input, attr::named("type", "radio"), attr::named("name", "wie"),
                         attr::named("value", profile->profile.id),
                         attr::when(profile == &chosen, attr::bare("checked")));
                    page(tag::span, name_of(*profile, t.language()));
                });
            }
        });
    });
}

void write_question(html::Html& page, web::Visit const& visit, Rules const& rules, Asked const& asked)
{
    page(tag::form, attr::cls("pane picker picker--chips noprint"), attr::named("method", "get"),
         attr::named("action", visit.link("/")), [&] {
             write_walker_chips(page, visit, rules, *asked.profile);
             write_category_field(page, visit, rules, asked.category, AllKinds::no);
             write_minutes_field(page, visit, asked.minutes);
             write_submit(page, visit.t("reach.form.show"));
         });
}

void write_door(html::Html& page, web::Visit const& visit, Asked const& asked)
{
    auto const& t = visit.t;
    page(tag::section, attr::id("deur"), [&] {
        page(tag::h2, t("reach.door.title"));
        page(tag::p, t("reach.door.lead"));
        page(tag::form, attr::cls("pane picker doorway noprint"), attr::named("method", "post"),
             attr::named("action", visit.link("/adres") + "#antwoord"), [&] {
                 page(tag::input, attr::named("type", "hidden"), attr::named("name", "wie"),
                      attr::named("value", asked.profile->profile.id));
                 write_text_field(page, "van", t("reach.door.from"), t("reach.door.from.hint"), {}, {});
                 write_submit(page, t("reach.door.search"));
             });
    });
}

/// The page of this question alone, and its figures as files.
void write_more(html::Html& page, web::Visit const& visit, Asked const& asked)
{
    page(tag::p, attr::cls("dl noprint"), [&] {
        web::icon(page, "down");
        for (auto const& [name, path] : {std::pair{"CSV", "/bereik.csv"}, std::pair{"GeoJSON", "/bereik.geojson"},
                                         std::pair{"JSON", "/bereik.json"}})
            page(tag::a, attr::href(link_to_question(visit, path, asked)), std::string_view{name});
        page(tag::a, attr::href(link_to_question(visit, "/bereik", asked)), visit.t("reach.home.more"));
    });
}

/// The map has a stop for each neighbourhood: who goes by keyboard can pass them by.
void write_on_this_page(html::Html& page, words::Words const& t)
{
    page(tag::nav, attr::cls("onpage noprint"), attr::label(t("reach.home.on_page")), [&] {
        page(tag::ul, [&] {
            page(tag::li, [&] { page(tag::a, attr::href("#kaart"), t("reach.map.title")); });
            page(tag::li, [&] { page(tag::a, attr::href("#buurten"), t("reach.areas")); });
            page(tag::li, [&] { page(tag::a, attr::href("#deur"), t("reach.door.title")); });
        });
    });
}

} // namespace

Result<void> write_home_panel(html::Html& page, web::Visit const& visit, Desk& desk)
{
    auto const picture = desk.pictures.get(visit.store(), municipality_of(visit));
    if (picture == nullptr) return {};
    auto const& t = visit.t;
    page(tag::div, attr::cls("intro"), [&] {
        page(tag::h1, t("reach.heading", {{"place", picture->whole().area.name}}));
    });
    WF_TRY(auto const asked, read_asked(visit, desk.rules, AllKinds::no));
    Question const question{asked, group_of(*asked.profile), *picture};
    auto lines = list_lines(question);
    auto const sorted = visit.request.parameter("sort").value_or("-people");
    sort_lines(lines, question, sorted);
    auto const drawing = desk.drawings.get(visit.store(), *picture);
    write_question(page, visit, desk.rules, asked);
    write_answer_block(page, visit, question);
    write_on_this_page(page, t);
    write_areas(page, visit, question, lines, *drawing, sorted);
    write_more(page, visit, asked);
    write_door(page, visit, asked);
    return {};
}

} // namespace wf::reach_pages
