// SPDX-License-Identifier: EUPL-1.2
#include "base/check.hpp"
#include "base/json_writer.hpp"
#include "commons/places/places.hpp"
#include "platform/json/json.hpp"

#include <deque>

namespace wf::embedded::commons_places {
std::string_view find(std::string_view name);
}

namespace wf::places {
namespace {

// The order in which read_place takes them.
constexpr std::string_view select_published =
    "SELECT p.id, p.dataset_id, p.category, p.name, p.lon, p.lat, p.entrances, p.outline, p.address, p.opening_hours,"
    " p.wheelchair, p.source_url FROM place p JOIN dataset d ON d.id = p.dataset_id AND d.state = 'published' ";
constexpr std::size_t column_count = 12;
constexpr std::string_view no_points = "[]";

std::string write_points(std::vector<geo::Point> const& points)
{
    JsonWriter json;
    json.begin_array();
    for (auto const& point : points) json.begin_array().value(point.lon).value(point.lat).end_array();
    json.end_array();
    return std::move(json).finish();
}

/// What write_points made: anything else is a bug.
std::vector<geo::Point> read_points(std::string_view text)
{
    if (text == no_points) return {};
    auto const read = json::read(text);
    WF_CHECK(read.has_value() && read->array() != nullptr);
    std::vector<geo::Point> points;
    points.reserve(read->array()->size());
    for (auto const& one : *read->array()) {
        auto const* const pair = one.array();
        WF_CHECK(pair != nullptr && pair->size() == 2);
        auto const lon = (*pair)[0].number();
        auto const lat = (*pair)[1].number();
        WF_CHECK(lon.has_value() && lat.has_value());
        points.push_back({*lon, *lat});
    }
    return points;
}

Place read_place(store::Row const& row)
{
    Place place;
    place.id = row.string(0);
    place.dataset_id = row.string(1);
    place.category = row.string(2);
    place.name = row.string(3);
    place.at = {row.real(4), row.real(5)};
    place.entrances = read_points(row.text(6));
    place.outline = read_points(row.text(7));
    place.address = row.string(8);
    place.opening_hours = row.string(9);
    place.wheelchair = row.string(10);
    place.source_url = row.string(11);
    return place;
}

std::vector<Place> load(store::Session& session, std::string_view rest, std::string_view parameter)
{
    std::vector<Place> places;
    session.query(std::string{select_published}.append(rest), {parameter},
                  [&](store::Row const& row) { places.push_back(read_place(row)); });
    return places;
}

} // namespace

std::vector<store::Migration> migrations()
{
    return {{"0006_places", std::string{embedded::commons_places::find("schema.sql")}}};
}

void add(store::Session& session, std::span<Place const> places)
{
    std::deque<std::string> texts; // rows hold views of them
    auto const points = [&](std::vector<geo::Point> const& list) {
        return list.empty() ? no_points : std::string_view{texts.emplace_back(write_points(list))};
    };
    std::vector<store::Value> rows;
    rows.reserve(places.size() * column_count);
    for (auto const& place : places) {
        WF_CHECK(!place.dataset_id.empty() && !place.category.empty() && !place.id.empty());
        rows.emplace_back(place.dataset_id);
        rows.emplace_back(place.category);
        rows.emplace_back(place.id);
        rows.emplace_back(place.name);
        rows.emplace_back(place.at.lon);
        rows.emplace_back(place.at.lat);
        rows.emplace_back(points(place.entrances));
        rows.emplace_back(points(place.outline));
        rows.emplace_back(place.address);
        rows.emplace_back(place.opening_hours);
        rows.emplace_back(place.wheelchair);
        rows.emplace_back(place.source_url);
    }
    session.batch(
        "INSERT INTO place (dataset_id, category, id, name, lon, lat, entrances, outline, address, opening_hours,"
        " wheelchair, source_url) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)"
        " ON CONFLICT (dataset_id, category, id) DO UPDATE SET name = excluded.name, lon = excluded.lon,"
        " lat = excluded.lat, entrances = excluded.entrances, outline = excluded.outline, address = excluded.address,"
        " opening_hours = excluded.opening_hours, wheelchair = excluded.wheelchair, source_url = excluded.source_url",
        column_count, rows);
}

void sweep(store::Session& session, std::string_view dataset_id)
{
    session.exec("DELETE FROM place WHERE dataset_id = $1", {dataset_id});
}

std::vector<Place> load_of_dataset(store::Session& session, std::string_view dataset_id)
{
    return load(session, "WHERE p.dataset_id = $1 ORDER BY p.category, p.id", dataset_id);
}

std::vector<Place> find(store::Session& session, std::string_view id)
{
    return load(session, "WHERE p.id = $1 ORDER BY d.imported_at DESC, d.id DESC, p.category", id);
}

} // namespace wf::places
