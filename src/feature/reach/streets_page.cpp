// SPDX-License-Identifier: EUPL-1.2
#include "base/text.hpp"
#include "feature/reach/forms.hpp"
#include "feature/reach/observations.hpp"
#include "feature/reach/phrases.hpp"
#include "feature/reach/place_words.hpp"
#include "feature/reach/street_views.hpp"
#include "feature/reach/street_words.hpp"

#include <cmath>

namespace wf::reach_pages {

namespace tag = html::tag;
namespace attr = html::attr;

namespace {

SpotRow make_row(SurveySpot const& spot)
{
    SpotRow row;
    row.position = spot.position + 1;
    row.osm_type = std::string(1, spot.osm_type);
    row.osm_id = spot.osm_id;
    row.name = spot.name;
    row.near = spot.near;
    for (auto const attribute : list_attributes(spot.attributes)) {
        row.attributes += row.attributes.empty() ? "" : " ";
        row.attributes += walking::to_word(attribute);
    }
    row.metres = std::round(spot.metres);
    row.answers = round_people(spot.worth);
    row.url = osm_url(spot.osm_type, spot.osm_id);
    row.outline = point_geometry(spot.at.lon, spot.at.lat);
    return row;
}

void write_choice(html::Html& page, web::Visit const& visit, Rules const& rules, walking::WalkerProfile const& chosen)
{
    page(tag::form, attr::cls("row filt noprint"), attr::named("method", "get"), [&] {
        write_profile_field(page, visit, rules, chosen);
        keep_municipality(page, visit);
        write_submit(page, visit.t("reach.streets.show"));
    });
}

void write_table(html::Html& page, web::Visit const& visit, std::vector<SurveySpot> const& spots)
{
    auto const& t = visit.t;
    std::vector<web::Column> const columns{
        {"", std::string{t("reach.streets.column.number")}, web::Align::number, true},
        {"", std::string{t("reach.streets.column.street")}, web::Align::start, false},
        {"", std::string{t("reach.streets.column.look")}, web::Align::start, false},
        {"", std::string{t("reach.streets.column.answers")}, web::Align::number, false},
        {"", std::string{t("reach.streets.column.map")}, web::Align::start, true}};
    web::table(page, visit, t("reach.streets.caption"), columns, "", [&] {
        for (auto const& spot : spots) {
            auto const name = write_street_name(t, spot.osm_type, spot.name);
            page(tag::tr, [&] {
                page(tag::td, attr::cls("n wide"), spot.position + 1);
                page(tag::th, attr::scope("row"), [&] {
                    page(tag::a, attr::href(link_to(visit, path_of_street(spot.osm_type, spot.osm_id), {})), name);
                    page(tag::span, attr::cls("hint"), write_street_place(t, spot.near, spot.metres));
                });
                page(tag::td, write_look_at(t, spot.attributes));
                page(tag::td, attr::cls("n"), attr::named("data-v", to_text(round_people(spot.worth))),
                     t.number(round_people(spot.worth)));
                page(tag::td, attr::cls("wide"), [&] {
                    page(tag::a, attr::href(osm_url(spot.osm_type, spot.osm_id)),
                         attr::label(t("reach.streets.map_of", {{"name", name}})), t("reach.streets.map"));
                });
            });
        }
    });
}

/// Empty boxes for each choice, and room to write: what somebody takes along on paper.
void write_boxes(html::Html& page, words::Words const& t, reach::Attribute attribute)
{
    auto const word = std::string{walking::to_word(attribute)};
    page(tag::p, attr::cls("boxes"), [&] {
        page(tag::b, t("reach.street.ask." + word));
        auto const words = choices(attribute);
        if (words.empty()) page(tag::span, attr::cls("blank"), t("reach.streets.centimetres"));
        for (auto const choice : words) {
            auto const key = word + '.' + std::string{choice};
            page(tag::span, attr::cls("box"), t("reach.street.short." + key));
        }
    });
}

void write_walk(html::Html& page, web::Visit const& visit, std::vector<SurveySpot> const& spots)
{
    auto const& t = visit.t;
    page(tag::section, attr::cls("print-only walk"), [&] {
        page(tag::p, attr::cls("walkhead"), t("reach.streets.walk_help"));
        page(tag::ol, [&] {
            for (auto const& spot : spots) {
                page(tag::li, [&] {
                    page(tag::p, [&] {
                        page(tag::b, write_street_name(t, spot.osm_type, spot.name));
                        page.text(" ");
                        page(tag::span, attr::cls("soft"), write_street_place(t, spot.near, spot.metres));
                        page.text(" ");
                        page(tag::span, attr::cls("soft num"),
                             std::string(1, spot.osm_type) + std::to_string(spot.osm_id));
                    });
                    for (auto const attribute : visible_attributes(spot.osm_type)) {
                        if ((spot.attributes & reach::bit(attribute)) != 0) write_boxes(page, t, attribute);
                    }
                    page(tag::p, attr::cls("blank"), t("reach.streets.room"));
                });
            }
        });
    });
}

void write_known(html::Html& page, web::Visit const& visit, Picture const& picture)
{
    auto const& t = visit.t;
    page(tag::section, attr::cls("noprint"), [&] {
        page(tag::h2, t("reach.streets.known"));
        write_known_table(page, visit, picture.known);
        page(tag::p, attr::cls("afterkey"), t("reach.streets.benches", {{"n", t.number(picture.known.benches)}}));
        page(tag::p, [&] {
            page.text(t("reach.streets.supposed"));
            page.text(" ");
            page(tag::a, attr::href(link_to(visit, "/loper/rollator", {})), t("reach.streets.supposed_link"));
        });
    });
}

void write_main(html::Html& page, web::Visit const& visit, Desk& desk, Picture const& picture,
                walking::WalkerProfile const& walker, std::vector<SurveySpot> const& spots)
{
    auto const& t = visit.t;
    page(tag::h1, attr::cls("noprint"), t("reach.streets.title"));
    page(tag::div, attr::cls("answer noprint"), [&] {
        auto const sentence =
            t("reach.streets.sentence", {{"n", std::to_string(in_hundred(picture.known.smoothness))}});
        page(tag::p, attr::cls("say"), html::Marked{sentence});
        auto const kilometres = t.number(picture.known.metres / 1000);
        page(tag::p, attr::cls("sure"),
             t("reach.streets.sure", {{"km", kilometres}, {"place", picture.whole().area.name}}));
        page(tag::p, attr::cls("sure"), write_state_of_map(t, picture.network_date));
    });
    write_known(page, visit, picture);
    page(tag::section, [&] {
        page(tag::h2, t("reach.streets.twenty", {{"with", lower_first(with_of(walker, visit.language()))}}));
        write_choice(page, visit, desk.rules, walker);
        if (spots.empty()) {
            web::empty(
                page, t("reach.streets.none"), [&] { page(tag::p, t("reach.streets.none_help")); }, web::Level::h3);
            return;
        }
        page(tag::div, attr::cls("noprint"), [&] {
            page(tag::p, t("reach.streets.twenty_help"));
            write_table(page, visit, spots);
            page(tag::p, attr::cls("afterkey"), t("reach.streets.print_help"));
        });
        web::why(page, visit, [&](web::FactWriter& fact) {
            fact.add(t("reach.streets.why.order"), t("reach.streets.why.order.text"));
            fact.add(t("reach.streets.why.answers"), t("reach.streets.why.answers.text"));
            fact.add(t("reach.streets.why.run"), picture.run.id.substr(0, 13), visit.link("/run/" + picture.run.id));
        });
    });
    write_walk(page, visit, spots);
    page(tag::p, attr::cls("small soft"), picture.attribution);
}

} // namespace

Result<http::Response> streets_page(web::Visit const& visit, Desk& desk)
{
    auto const municipality = municipality_of(visit);
    auto const picture = desk.pictures.get(visit.store(), municipality);
    auto const& t = visit.t;
    web::Frame frame;
    frame.title = t("reach.streets.title");
    frame.section = "home";
    if (picture == nullptr) return nothing_yet(visit, frame);
    WF_TRY(auto const asked, read_asked(visit, desk.rules, AllKinds::yes));
    auto const& walker = *asked.profile;
    auto const spots = visit.store().read(
        [&](store::Session& session) { return load_survey(session, picture->run.id, walker.profile.id); });
    web::Table<TownSummary, SpotRow> view;
    view.summary = {municipality, picture->run.id, picture->network_dataset, picture->attribution};
    for (auto const& spot : spots) view.rows.push_back(make_row(spot));
    return web::answer(visit, view, [&]() -> Result<http::Response> {
        frame.crumbs = {{std::string{t("reach.crumb.home")}, visit.link("/")}, {frame.title, ""}};
        frame.formats = other_formats(visit, "/straten");
        frame.formats.emplace_back("GeoJSON", link_to(visit, "/straten.geojson", {{"wie", walker.profile.id}}));
        return web::page(visit, frame,
                         [&](html::Html& page) { write_main(page, visit, desk, *picture, walker, spots); });
    });
}

} // namespace wf::reach_pages
