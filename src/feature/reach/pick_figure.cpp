// SPDX-License-Identifier: EUPL-1.2
#include "feature/reach/pick_figure.hpp"

#include "base/json_writer.hpp"
#include "feature/reach/map_sheet.hpp"
#include "feature/reach/parts.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

namespace wf::reach_pages {

namespace tag = html::tag;
namespace attr = html::attr;

namespace {

/// Of the homes, on each side: a lone farm would make the town too small to point at.
constexpr double left_out = 0.02;
/// Degrees around a chosen spot: about a kilometre.
constexpr double around_lon = 0.014;
constexpr double around_lat = 0.009;

geo::Box box_of(std::vector<double>& lons, std::vector<double>& lats)
{
    auto const at = [](std::vector<double>& values, double part) {
        auto const index = static_cast<std::ptrdiff_t>(part * static_cast<double>(values.size() - 1));
        std::nth_element(values.begin(), values.begin() + index, values.end());
        return values[static_cast<std::size_t>(index)];
    };
    return {at(lons, left_out), at(lats, left_out), at(lons, 1 - left_out), at(lats, 1 - left_out)};
}

/// Where the map opens: at the spot, else at the neighbourhood, else where most homes stand.
std::optional<geo::Box> find_box(PreparedTown const& town, Pick const& pick)
{
    if (pick.at)
        return geo::Box{pick.at->lon - around_lon, pick.at->lat - around_lat, pick.at->lon + around_lon,
                        pick.at->lat + around_lat};
    std::vector<double> lons;
    std::vector<double> lats;
    auto const collect = [&](bool all) {
        for (std::size_t home = 0; home < town.homes.size(); ++home) {
            if (!all && town.areas[town.area_of_home[home]].area.code != pick.neighbourhood) continue;
            auto const point = reach::to_point(town.homes[home].at);
            lons.push_back(point.lon);
            lats.push_back(point.lat);
        }
    };
    if (!pick.neighbourhood.empty()) collect(false);
    if (lons.empty()) collect(true);
    if (lons.empty()) return std::nullopt;
    return box_of(lons, lats);
}

void write_point(JsonWriter& json, geo::Point at, std::string_view mark)
{
    json.begin_object().member("type", "Feature").key("geometry").begin_object().member("type", "Point");
    json.key("coordinates").begin_array().value(at.lon).value(at.lat).end_array().end_object();
    json.key("properties").begin_object().member("mark", mark).end_object().end_object();
}

std::string write_data(web::Visit const& visit, PreparedTown const& town, Pick const& pick)
{
    JsonWriter points;
    points.begin_object().member("type", "FeatureCollection").key("features").begin_array();
    if (pick.at) write_point(points, *pick.at, "pin");
    if (pick.to) write_point(points, *pick.to, "pin");
    auto const marked = std::move(points.end_array().end_object()).finish();
    JsonWriter two_when;
    two_when.begin_object().member("field", "wat").key("values").begin_array();
    two_when.value(to_word(Addition::crossing)).value(to_word(Addition::path)).end_array().end_object();
    auto const when = std::move(two_when).finish();
    MapSheet sheet;
    sheet.dots = pick.homes;
    sheet.box = find_box(town, pick);
    sheet.points = marked;
    sheet.pick = pick.two ? "two" : "one";
    sheet.pick_two_when = when;
    sheet.words = SheetWords::picking;
    return write_map_sheet(visit, sheet);
}

std::string_view mark_of(Outcome outcome)
{
    switch (outcome) {
    case Outcome::gains: return "gains";
    case Outcome::maybe: return "maybe";
    case Outcome::stays: return "stays";
    case Outcome::none: break;
    }
    return "";
}

} // namespace

void write_pick_figure(html::Html& page, web::Visit const& visit, PreparedTown const& town, Pick const& pick)
{
    auto const data = write_data(visit, town, pick);
    page(tag::div, attr::id("wijs-aan"), attr::cls("map picking noprint"), attr::named("data-map", data), "");
}

std::string write_homes(PreparedTown const& town, WhatIfAnswer const& answer, std::size_t most)
{
    std::set<std::size_t> gaining;
    for (auto const& gain : answer.places) gaining.insert(gain.area);
    // Ten-thousandths of a degree: about eleven metres by seven.
    std::map<std::pair<std::int32_t, std::int32_t>, Outcome> spots;
    for (std::size_t home = 0; home < town.homes.size() && home < answer.homes.size(); ++home) {
        auto const outcome = answer.homes[home];
        if (outcome == Outcome::none || (outcome == Outcome::stays && !gaining.contains(town.area_of_home[home])))
            continue;
        auto const at = reach::to_point(town.homes[home].at);
        auto& spot = spots[{static_cast<std::int32_t>(std::lround(at.lon * 1e4)),
                            static_cast<std::int32_t>(std::lround(at.lat * 1e4))}];
        spot = std::max(spot, outcome);
    }
    JsonWriter json;
    json.begin_object().member("type", "FeatureCollection").key("features").begin_array();
    std::size_t written = 0;
    for (auto const outcome : {Outcome::gains, Outcome::maybe, Outcome::stays}) {
        for (auto const& [spot, what] : spots) {
            if (what != outcome || written == most) continue;
            ++written;
            write_point(json, {spot.first / 1e4, spot.second / 1e4}, mark_of(what));
        }
    }
    json.end_array().end_object();
    return std::move(json).finish();
}

} // namespace wf::reach_pages
