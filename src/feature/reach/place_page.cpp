// SPDX-License-Identifier: EUPL-1.2
#include "commons/datasets/datasets.hpp"
#include "feature/reach/forms.hpp"
#include "feature/reach/phrases.hpp"
#include "feature/reach/place_dependents.hpp"
#include "feature/reach/place_reach.hpp"
#include "feature/reach/place_words.hpp"
#include "feature/reach/sketch.hpp"
#include "feature/reach/street_views.hpp"
#include "feature/reach/street_words.hpp"
#include "kernel/geo/distance.hpp"

#include <algorithm>
#include <tuple>

namespace wf::reach_pages {

namespace tag = html::tag;
namespace attr = html::attr;

namespace {

constexpr std::array<int, reach::limit_count> minutes_of_limit{5, 10, 15};
constexpr double metres_on_map = 600;
constexpr double metres_near = 1500; ///< of other places in the list
constexpr std::size_t most_others = 5;

/// Another place of the same kind.
struct Other {
    places::Place const* place{nullptr};
    double metres{0};
};

struct Seen {
    places::Place place;
    walking::Category const* kind{nullptr};
    std::vector<walking::Category const*> other_kinds;
    std::shared_ptr<ReadyTown const> ready; ///< nullptr: nobody can be counted here
    reach::Destination const* destination{nullptr};
    std::vector<PlaceReach> reach;                 ///< one for each walker, or none
    std::vector<std::optional<double>> dependents; ///< likewise: this is the only one within the usual time
    graph::LegLimit leg_limit{graph::LegLimit::soft};
    std::vector<Other> others; ///< nearest first
    std::vector<geo::Point> benches;

    [[nodiscard]] std::optional<double> dependents_of(PlaceReach const& one) const
    {
        auto const at = static_cast<std::size_t>(&one - reach.data());
        return at < dependents.size() ? dependents[at] : std::nullopt;
    }
};

/// What is near it; of a town that is ready.
void look_around(Seen& seen)
{
    for (auto const& place : seen.ready->prepared->places) {
        double const metres = geo::metres_between(seen.place.at, place.at);
        if (place.id == seen.place.id || metres > metres_near) continue;
        if (place.category == seen.kind->id) seen.others.push_back({&place, metres});
        else if (place.category == "bench" && metres < metres_on_map) seen.benches.push_back(place.at);
    }
    std::sort(seen.others.begin(), seen.others.end(), [](Other const& a, Other const& b) {
        return std::tie(a.metres, a.place->id) < std::tie(b.metres, b.place->id);
    });
}

Result<Seen> look_up(web::Visit const& visit, Desk& desk, std::string_view id)
{
    Seen seen;
    WF_TRY(seen.leg_limit, read_leg_limit(visit));
    auto const found = visit.store().read([&](store::Session& session) { return places::find(session, id); });
    for (auto const& place : found) {
        auto const* kind = desk.rules.categories.find(place.category);
        if (kind == nullptr) continue;
        if (seen.kind == nullptr) {
            seen.kind = kind;
            seen.place = place;
        } else if (place.dataset_id == seen.place.dataset_id) {
            seen.other_kinds.push_back(kind);
        }
    }
    if (seen.kind == nullptr)
        return Error{Trouble::not_found, "reach.unknown_place", std::string{id}, "there is no such place here"};
    auto ready = desk.towns.get(visit.store(), municipality_of(visit), desk.rules, options_of(*visit.context.settings));
    if (!ready) return seen; // no network here: what the place itself says is still of use
    seen.ready = std::move(*ready);
    look_around(seen);
    seen.destination = find_destination_of(*seen.ready->prepared, id);
    if (seen.destination != nullptr && !seen.destination->footholds.empty())
        seen.reach = find_place_reach(*seen.ready, desk.rules.profiles, *seen.destination, seen.leg_limit);
    auto const picture = desk.pictures.get(visit.store(), municipality_of(visit));
    if (picture != nullptr && !seen.reach.empty())
        seen.dependents =
            find_dependents(visit.store(), *picture, *seen.ready->prepared, desk.rules, *seen.kind, seen.place.id);
    return seen;
}

web::Table<TownSummary, PlaceReachRow> make_view(web::Visit const& visit, Seen const& seen)
{
    web::Table<TownSummary, PlaceReachRow> view;
    view.summary.municipality = municipality_of(visit);
    view.summary.dataset = seen.place.dataset_id;
    auto const dataset =
        visit.store().read([&](store::Session& session) { return datasets::find(session, seen.place.dataset_id); });
    if (dataset) view.summary.attribution = dataset->origin.attribution;
    for (auto const& one : seen.reach) {
        for (std::size_t at = 0; at < minutes_of_limit.size(); ++at) {
            auto only = minutes_of_limit[at] == seen.kind->limit_minutes ? seen.dependents_of(one) : std::nullopt;
            if (only) only = round_people(*only);
            view.rows.push_back({seen.place.id, one.profile->profile.id, one.profile->people, minutes_of_limit[at],
                                 round_people(one.people), round_people(one.certain[at]),
                                 round_people(one.possible[at]), only});
        }
    }
    return view;
}

void write_head(html::Html& page, web::Visit const& visit, Seen const& seen)
{
    auto const& t = visit.t;
    auto const find = [&](std::string_view id) {
        return std::find_if(seen.reach.begin(), seen.reach.end(),
                            [&](PlaceReach const& one) { return one.profile->profile.id == id; });
    };
    auto const first = find("adult") != seen.reach.end() ? find("adult") : seen.reach.begin();
    auto const limit = limit_index(seen.kind->limit_minutes);
    auto const minutes = std::to_string(seen.kind->limit_minutes);
    page(tag::div, attr::cls("answer"), [&] {
        auto const said = write_people_range(t, first->certain[limit], first->possible[limit]);
        auto const sentence =
            t("reach.place.sentence",
              {{"people", said},
               {"who", people_in_words(t, group_of(*first->profile))},
               {"minutes", minutes},
               {"place", seen.place.name.empty() ? std::string{t("reach.place.this_place")} : seen.place.name}});
        page(tag::p, attr::cls("say"), html::Marked{sentence});
        page(tag::p, attr::cls("sure"),
             t("reach.place.pace", {{"with", lower_first(with_of(*first->profile, visit.language()))}}));
        auto const slow = find("rollator");
        if (slow == seen.reach.end() || slow == first) return;
        page(tag::p, attr::cls("sure"),
             t("reach.place.slower", {{"with", with_of(*slow->profile, visit.language())},
                                      {"people", write_people_range(t, slow->certain[limit], slow->possible[limit])},
                                      {"all", t.number(round_people(slow->people))},
                                      {"who", people_in_words(t, group_of(*slow->profile))}}));
        if (auto const only = seen.dependents_of(*slow))
            page(tag::p, attr::cls("sure"),
                 t(round_people(*only) > 0 ? "reach.place.only" : "reach.place.only_nobody",
                   {{"n", t.number(round_people(*only))}, {"minutes", minutes}}));
    });
}

void write_reach_table(html::Html& page, web::Visit const& visit, Seen const& seen)
{
    auto const& t = visit.t;
    std::vector<web::Column> columns{{"", std::string{t("reach.place.column.walker")}, web::Align::start, false},
                                     {"", std::string{t("reach.place.column.group")}, web::Align::start, true}};
    for (auto const minutes : minutes_of_limit) {
        columns.push_back(
            {"", t("reach.place.column.minutes", {{"n", std::to_string(minutes)}}), web::Align::number, false});
    }
    columns.push_back({"", t("reach.place.column.only", {{"n", std::to_string(seen.kind->limit_minutes)}}),
                       web::Align::number, true});
    web::table(page, visit, t("reach.place.caption"), columns, "", [&] {
        for (auto const& one : seen.reach) {
            page(tag::tr, [&] {
                page(tag::th, attr::scope("row"), [&] {
                    page(tag::a, attr::href(link_to(visit, "/loper/" + one.profile->profile.id, {})),
                         name_of(*one.profile, visit.language()));
                });
                page(tag::td, attr::cls("wide"),
                     t("reach.place.of_group", {{"n", t.number(round_people(one.people))},
                                                {"who", people_heading(t, group_of(*one.profile))}}));
                for (std::size_t at = 0; at < minutes_of_limit.size(); ++at) {
                    page(tag::td, attr::cls("n"), attr::named("data-v", to_text(round_people(one.possible[at]))),
                         write_people_range(t, one.certain[at], one.possible[at]));
                }
                auto const only = seen.dependents_of(one);
                page(tag::td, attr::cls("n wide"), only ? t.number(round_people(*only)) : std::string{"–"});
            });
        }
    });
}

/// The choice between the two meanings of a leg that is too long.
void write_other_legs(html::Html& page, web::Visit const& visit, Seen const& seen)
{
    bool const hard = seen.leg_limit == graph::LegLimit::hard;
    page(tag::p, [&] {
        page.text(visit.t(hard ? "reach.place.legs.hard" : "reach.place.legs.soft"));
        page.text(" ");
        page(tag::a, attr::href(link_to(visit, "/plek/" + seen.place.id, {{"bank", hard ? "tijd" : "grens"}})),
             visit.t(hard ? "reach.place.legs.to_soft" : "reach.place.legs.to_hard"));
    });
}

void write_why_here(html::Html& page, web::Visit const& visit, Seen const& seen)
{
    auto const& t = visit.t;
    web::why(page, visit, [&](web::FactWriter& fact) {
        fact.add(t("reach.place.why.method"), t("reach.place.why.method.text"));
        fact.add(t("reach.place.why.range"), t("reach.place.why.range.text"));
        fact.add(t("reach.place.why.only"), t("reach.place.why.only.text"));
        fact.add(t("reach.place.why.people"), t("reach.place.why.people.text"));
        fact.add(t("reach.place.why.group"), t("reach.place.why.group.text"));
        fact.add(t("reach.place.why.rounded"), t("reach.place.why.rounded.text"));
        visit.store().read([&](store::Session& session) {
            for (auto const& id : seen.ready->prepared->datasets) {
                auto const dataset = datasets::find(session, id);
                if (dataset)
                    fact.add(t("reach.place.why.dataset"), dataset->origin.title, visit.link("/dataset/" + id));
            }
        });
    });
}

/// Empty where no map was imported.
html::Safe write_map(web::Visit const& visit, Seen const& seen)
{
    auto const& t = visit.t;
    html::Html page;
    Sketch sketch;
    sketch.least_metres = metres_on_map;
    sketch.points.push_back({seen.place.at, Mark::pin, seen.place.name});
    sketch.box = geo::Box{seen.place.at.lon, seen.place.at.lat, seen.place.at.lon, seen.place.at.lat};
    for (auto const& other : seen.others) {
        if (other.metres > metres_on_map) break;
        auto const& place = *other.place;
        // Without a name there is nothing to call a link; the list has it.
        sketch.points.push_back(
            {place.at, Mark::place, place.name, place.name.empty() ? "" : link_to(visit, "/plek/" + place.id, {})});
    }
    for (auto const& bench : seen.benches) sketch.points.push_back({bench, Mark::bench});
    sketch.label = t(seen.others.empty() ? "reach.place.map_label" : "reach.place.map_near",
                     {{"place", write_place_name(t, seen.place.name, *seen.kind)}});
    sketch.place_words = name_of(*seen.kind, visit.language());
    write_sketch(page, visit, seen.place.dataset_id, sketch);
    return page.take();
}

void write_others(html::Html& page, web::Visit const& visit, Seen const& seen)
{
    if (seen.others.empty()) return;
    auto const& t = visit.t;
    page(tag::h3, t("reach.place.others"));
    page(tag::ul, attr::cls("list others"), [&] {
        for (std::size_t at = 0; at < std::min(seen.others.size(), most_others); ++at) {
            auto const& other = seen.others[at];
            page(tag::li, [&] {
                page(tag::a, attr::href(link_to(visit, "/plek/" + other.place->id, {})),
                     write_place_name(t, other.place->name, *seen.kind));
                page(tag::span, attr::cls("num"),
                     t("reach.place.others_far", {{"n", t.number(round_metres(other.metres))}}));
            });
        }
    });
    page(tag::p, attr::cls("small soft"), t("reach.place.others_help"));
}

void write_facts(html::Html& page, web::Visit const& visit, Seen const& seen)
{
    auto const& t = visit.t;
    auto const street =
        seen.destination != nullptr ? street_of(*seen.ready->prepared, *seen.destination) : std::string_view{};
    page(tag::dl, attr::cls("facts placefacts"), [&] {
        auto const fact = [&](std::string_view term, auto const& description) {
            page(tag::dt, term);
            page(tag::dd, description);
        };
        fact(t("reach.place.kind"), [&] {
            page(tag::a, attr::href(link_to(visit, "/plekken", {{"waar", seen.kind->id}})),
                 name_of(*seen.kind, visit.language()));
            for (auto const* kind : seen.other_kinds) {
                page.text(", ");
                page(tag::a, attr::href(link_to(visit, "/plekken", {{"waar", kind->id}})),
                     name_of(*kind, visit.language()));
            }
        });
        fact(t("reach.place.address"), write_where(t, seen.place.address, street));
        fact(t("reach.place.hours"), [&] { write_hours(page, visit, seen.place.opening_hours); });
        fact(t("reach.place.wheelchair"), write_wheelchair(t, seen.place.wheelchair));
        fact(t("reach.place.source"), [&] {
            page(tag::a, attr::href(seen.place.source_url), t("reach.place.on_osm"));
            page.text(" · ");
            page(tag::a, attr::href(visit.link("/dataset/" + seen.place.dataset_id)), t("reach.place.dataset"));
        });
    });
    page(tag::p, attr::cls("small soft"), t("reach.place.wrong"));
}

} // namespace

Result<http::Response> place_page(web::Visit const& visit, Desk& desk)
{
    WF_TRY(auto const seen, look_up(visit, desk, visit.request.part("id")));
    auto const view = make_view(visit, seen);
    return web::answer(visit, view, [&]() -> Result<http::Response> {
        auto const& t = visit.t;
        auto const name = write_place_name(t, seen.place.name, *seen.kind);
        web::Frame frame;
        frame.title = name;
        frame.section = "places";
        frame.has_map = true;
        frame.formats = other_formats(visit, "/plek/" + seen.place.id);
        frame.crumbs = {{std::string{t("reach.crumb.home")}, visit.link("/")},
                        {std::string{t("reach.places.title")}, link_to(visit, "/plekken", {})},
                        {std::string{name_of(*seen.kind, visit.language())},
                         link_to(visit, "/plekken", {{"waar", seen.kind->id}})},
                        {name, ""}};
        return web::page(visit, frame, [&](html::Html& page) {
            page(tag::div, attr::cls("placehead"), [&] {
                page(tag::span, attr::cls("symbol"), [&] { web::icon(page, seen.kind->icon); });
                page(tag::h1, name);
            });
            if (!seen.reach.empty()) write_head(page, visit, seen);
            auto const map = write_map(visit, seen);
            page(tag::div, attr::cls("cols placecols"), [&] {
                if (!map.markup.empty()) {
                    page(tag::section, [&] {
                        page(tag::h2, t("reach.place.on_map"));
                        page.safe(map);
                    });
                }
                page(tag::section, [&] {
                    page(tag::h2, t("reach.place.about"));
                    write_facts(page, visit, seen);
                    if (seen.destination != nullptr && !seen.place.name.empty())
                        page(tag::p, [&] {
                            page(tag::a, attr::href(link_to(visit, "/adres", {{"naar", seen.place.id}})),
                                 t("reach.place.from_door"));
                        });
                    write_ask_link(page, visit, "/plek/" + seen.place.id, name);
                    write_others(page, visit, seen);
                });
            });
            page(tag::section, [&] {
                page(tag::h2, t("reach.place.who"));
                if (seen.reach.empty()) {
                    web::message(
                        page, web::Message::refuse, t("reach.place.no_reach"),
                        [&] { page(tag::p, t("reach.place.no_reach_help")); }, web::Level::h3);
                    return;
                }
                page(tag::p, t("reach.place.who_help"));
                page(tag::div, attr::cls("ranges"), [&] { write_reach_table(page, visit, seen); });
                write_other_legs(page, visit, seen);
                write_why_here(page, visit, seen);
            });
            page(tag::p, attr::cls("small soft"), view.summary.attribution);
        });
    });
}

} // namespace wf::reach_pages
