// SPDX-License-Identifier: EUPL-1.2
#include "base/text.hpp"
#include "feature/reach/forms.hpp"
#include "feature/reach/map_sheet.hpp"
#include "feature/reach/place_reach.hpp"
#include "feature/reach/place_words.hpp"
#include "feature/reach/street_views.hpp"

#include <algorithm>

namespace wf::reach_pages {

namespace tag = html::tag;
namespace attr = html::attr;

namespace {

PlaceRow make_row(places::Place const& place)
{
    PlaceRow row;
    row.id = place.id;
    row.kind = place.category;
    row.name = place.name;
    row.address = place.address;
    row.opening_hours = place.opening_hours;
    row.wheelchair = place.wheelchair;
    row.source_url = place.source_url;
    row.dataset = place.dataset_id;
    row.outline = point_geometry(place.at.lon, place.at.lat);
    return row;
}

/// Which street a place without address stands in: otherwise three hundred benches are one line three hundred times.
void add_streets(web::Visit const& visit, Desk& desk, std::string const& municipality, std::vector<PlaceRow>& rows)
{
    auto const is_bare = [](PlaceRow const& row) { return row.address.empty(); };
    if (std::none_of(rows.begin(), rows.end(), is_bare)) return;
    auto const prepared = desk.towns.prepare(visit.store(), municipality, desk.rules);
    if (!prepared) return; // the list is as good without it
    auto const& town = **prepared;
    std::map<std::string_view, std::string_view> streets;
    for (std::size_t category = 0; category < town.places_of.size(); ++category) {
        for (std::size_t at = 0; at < town.places_of[category].size(); ++at)
            streets.emplace(town.places[town.places_of[category][at]].id,
                            street_of(town, town.destinations[category][at]));
    }
    for (auto& row : rows) {
        if (!is_bare(row)) continue;
        if (auto const found = streets.find(row.id); found != streets.end()) row.street = found->second;
    }
}

/// Named ones by name, then the others by where they are.
void sort_rows(std::vector<PlaceRow>& rows)
{
    struct Keyed {
        bool unnamed;
        std::string key;
        PlaceRow row;
    };
    std::vector<Keyed> keyed;
    for (auto& row : rows) {
        auto key = sort_key(row.name + " " + row.address + " " + row.street);
        bool const nowhere = row.address.empty() && row.street.empty();
        keyed.push_back({row.name.empty(), (row.name.empty() && nowhere ? "~" : "") + key, std::move(row)});
    }
    std::stable_sort(keyed.begin(), keyed.end(), [](Keyed const& a, Keyed const& b) {
        if (a.unnamed != b.unnamed) return b.unnamed;
        return a.key < b.key;
    });
    for (std::size_t at = 0; at < rows.size(); ++at) rows[at] = std::move(keyed[at].row);
}

std::vector<PlaceRow> load_rows(web::Visit const& visit, Desk& desk, Picture const& picture,
                                std::string const& municipality, walking::Category const* asked)
{
    auto const found = visit.store().read(
        [&](store::Session& session) { return places::load_of_dataset(session, picture.network_dataset); });
    std::vector<PlaceRow> rows;
    for (auto const& place : found) {
        if (asked == nullptr ? desk.rules.categories.find(place.category) != nullptr : place.category == asked->id)
            rows.push_back(make_row(place));
    }
    add_streets(visit, desk, municipality, rows);
    sort_rows(rows);
    return rows;
}

void write_kinds(html::Html& page, web::Visit const& visit, Picture const& picture, Rules const& rules,
                 walking::Category const* asked)
{
    page(tag::nav, attr::cls("kinds noprint"), attr::label(visit.t("reach.places.kinds")), [&] {
        page(tag::ul, [&] {
            for (auto const& kind : rules.categories.all()) {
                auto const count = picture.places_of(kind.id);
                auto const write = [&] {
                    web::icon(page, kind.icon);
                    page(tag::span, name_of(kind, visit.language()));
                    page(tag::b, visit.t.number(static_cast<double>(count)));
                };
                page(tag::li, [&] {
                    if (count == 0) page(tag::span, attr::cls("none"), write);
                    else
                        page(tag::a, attr::href(link_to(visit, "/plekken", {{"waar", kind.id}})),
                             attr::current(&kind == asked), write);
                });
            }
        });
    });
}

void write_table(html::Html& page, web::Visit const& visit, walking::Category const& kind,
                 std::vector<PlaceRow> const& rows)
{
    auto const& t = visit.t;
    std::vector<web::Column> const columns{{"", std::string{t("reach.places.column.name")}, web::Align::start, false},
                                           {"", std::string{t("reach.places.column.address")}, web::Align::start,
                                            false},
                                           {"", std::string{t("reach.places.column.hours")}, web::Align::start, true},
                                           {"", std::string{t("reach.places.column.wheelchair")}, web::Align::start,
                                            true}};
    web::table(page, visit, t("reach.places.caption", {{"kind", name_of(kind, visit.language())}}), columns, "", [&] {
        for (auto const& row : rows) {
            page(tag::tr, [&] {
                page(tag::th, attr::scope("row"), [&] {
                    page(tag::a, attr::href(link_to(visit, "/plek/" + row.id, {})),
                         write_place_name(visit.t, row.name, kind));
                });
                page(tag::td, write_where(t, row.address, row.street));
                page(tag::td, attr::cls("wide"), [&] { write_hours(page, visit, row.opening_hours); });
                page(tag::td, attr::cls("wide"), write_wheelchair(t, row.wheelchair));
            });
        }
    });
}

/// Around all places of the kind.
std::optional<geo::Box> find_box(PreparedTown const& town, std::string_view kind)
{
    std::optional<geo::Box> box;
    for (auto const& place : town.places) {
        if (place.category != kind) continue;
        auto const& at = place.at;
        if (!box) box = geo::Box{at.lon, at.lat, at.lon, at.lat};
        *box = {std::min(box->west, at.lon), std::min(box->south, at.lat), std::max(box->east, at.lon),
                std::max(box->north, at.lat)};
    }
    return box;
}

/// Only with script: the table says the same.
void write_map(html::Html& page, web::Visit const& visit, Desk& desk, std::string_view kind)
{
    auto const town = desk.towns.prepare(visit.store(), municipality_of(visit), desk.rules);
    if (!town) return;
    auto const marks = link_to(visit, "/plekken.geojson", {{"waar", kind}});
    MapSheet sheet;
    sheet.marks = marks;
    sheet.box = find_box(**town, kind);
    sheet.words = SheetWords::places;
    page(tag::div, attr::cls("map noprint"), attr::named("data-map", write_map_sheet(visit, sheet)), "");
}

} // namespace

Result<http::Response> places_page(web::Visit const& visit, Desk& desk)
{
    auto const municipality = municipality_of(visit);
    auto const picture = desk.pictures.get(visit.store(), municipality);
    auto const& t = visit.t;
    web::Frame frame;
    frame.title = t("reach.places.title");
    frame.section = "places";
    frame.has_map = true;
    if (picture == nullptr) return nothing_yet(visit, frame);
    auto const wanted = visit.request.parameter("waar").value_or("");
    auto const* asked = desk.rules.categories.find(wanted);
    if (!wanted.empty() && asked == nullptr)
        return Error{Trouble::not_found, "reach.unknown_category", std::string{wanted},
                     "there is no such kind of place"};

    web::Table<TownSummary, PlaceRow> view;
    view.summary = {municipality, picture->run.id, picture->network_dataset, picture->attribution};
    if (asked != nullptr || visit.request.format != http::Format::html)
        view.rows = load_rows(visit, desk, *picture, municipality, asked);
    return web::answer(visit, view, [&]() -> Result<http::Response> {
        auto const& place = picture->whole().area.name;
        frame.formats = other_formats(visit, "/plekken");
        frame.formats.emplace_back("GeoJSON", link_to(visit, "/plekken.geojson", {{"waar", wanted}}));
        frame.crumbs = {{std::string{t("reach.crumb.home")}, visit.link("/")}};
        if (asked != nullptr) {
            frame.crumbs.push_back({frame.title, link_to(visit, "/plekken", {})});
            frame.title = name_of(*asked, visit.language());
        }
        frame.crumbs.push_back({frame.title, ""});
        return web::page(visit, frame, [&](html::Html& page) {
            page(tag::h1, frame.title);
            page(tag::div, attr::cls("answer"), [&] {
                auto const sentence =
                    asked != nullptr
                        ? t("reach.places.sentence_kind", {{"n", t.number(static_cast<double>(view.rows.size()))},
                                                           {"kind", name_of(*asked, visit.language())},
                                                           {"place", place}})
                        : t("reach.places.sentence",
                            {{"n", t.number(static_cast<double>(picture->places))}, {"place", place}});
                page(tag::p, attr::cls("say"), html::Marked{sentence});
                page(tag::p, attr::cls("sure"), write_state_of_map(t, picture->network_date));
            });
            if (asked != nullptr) {
                if (view.rows.empty())
                    web::empty(page, t("reach.places.none"), [&] { page(tag::p, t("reach.places.none_help")); });
                else {
                    write_map(page, visit, desk, wanted);
                    write_table(page, visit, *asked, view.rows);
                }
                page(tag::p, attr::cls("small soft"), t("reach.places.note"));
                page(tag::h2, t("reach.places.kinds"));
            }
            write_kinds(page, visit, *picture, desk.rules, asked);
            page(tag::p, attr::cls("small soft"), picture->attribution);
        });
    });
}

} // namespace wf::reach_pages
