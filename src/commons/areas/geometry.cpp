// SPDX-License-Identifier: EUPL-1.2
#include "commons/areas/geometry.hpp"

#include "base/text.hpp"
#include "platform/json/json.hpp"

namespace wf::areas {
namespace {

Error malformed(std::string where, std::string detail)
{
    return {Trouble::bad_input, "geometry.malformed", std::move(where), std::move(detail)};
}

Result<geo::Point> read_position(json::Value const& value)
{
    auto const* const numbers = value.array();
    if (numbers == nullptr || numbers->size() < 2) {
        return malformed("coordinates", "a position is an array of longitude and latitude");
    }
    auto const lon = (*numbers)[0].number();
    auto const lat = (*numbers)[1].number();
    if (!lon || !lat) return malformed("coordinates", "longitude and latitude are numbers");
    return geo::Point{*lon, *lat};
}

Result<geo::Ring> read_ring(json::Value const& value)
{
    auto const* const positions = value.array();
    if (positions == nullptr) return malformed("coordinates", "a ring is an array of positions");
    geo::Ring ring;
    ring.reserve(positions->size());
    for (auto const& position : *positions) {
        WF_TRY(auto const point, read_position(position));
        ring.push_back(point);
    }
    return ring;
}

Result<geo::Polygon> read_polygon(json::Value const& value)
{
    auto const* const rings = value.array();
    if (rings == nullptr) return malformed("coordinates", "a polygon is an array of rings");
    geo::Polygon polygon;
    for (auto const& one : *rings) {
        WF_TRY(auto ring, read_ring(one));
        polygon.push_back(std::move(ring));
    }
    return polygon;
}

Result<geo::MultiPolygon> read_polygons(json::Value const& value)
{
    auto const* const polygons = value.array();
    if (polygons == nullptr) return malformed("coordinates", "a multipolygon is an array of polygons");
    geo::MultiPolygon shape;
    for (auto const& one : *polygons) {
        WF_TRY(auto polygon, read_polygon(one));
        shape.push_back(std::move(polygon));
    }
    return shape;
}

void append(std::string& text, geo::Polygon const& polygon)
{
    text += '[';
    for (auto const& ring : polygon) {
        if (text.back() == ']') text += ',';
        text += '[';
        for (auto const& point : ring) {
            if (text.back() == ']') text += ',';
            text.append("[").append(to_text(point.lon)).append(",").append(to_text(point.lat)).append("]");
        }
        text += ']';
    }
    text += ']';
}

} // namespace

Result<geo::MultiPolygon> read_geometry(json::Value const& geojson_geometry)
{
    auto const* const type = geojson_geometry.find("type");
    if (type == nullptr || type->text() == nullptr) return malformed("type", "a geometry says its type");
    auto const* const coordinates = geojson_geometry.find("coordinates");
    std::string const& word = *type->text();
    if (word != "Polygon" && word != "MultiPolygon") {
        return Error{Trouble::unsupported, "geometry.unsupported_type", "type",
                     "an outline is a Polygon or a MultiPolygon, not \"" + word + "\""};
    }
    if (coordinates == nullptr) return malformed("coordinates", "a geometry has coordinates");
    geo::MultiPolygon shape;
    if (word == "Polygon") {
        WF_TRY(auto polygon, read_polygon(*coordinates));
        shape.push_back(std::move(polygon));
    } else {
        WF_TRY(shape, read_polygons(*coordinates));
    }
    WF_TRY_VOID(geo::check(shape));
    return shape;
}

Result<geo::MultiPolygon> read_geometry(std::string_view geojson_geometry)
{
    WF_TRY(auto const value, json::read(geojson_geometry));
    return read_geometry(value);
}

std::string write_geometry(geo::MultiPolygon const& shape)
{
    WF_CHECK(geo::check(shape).has_value());
    if (shape.size() == 1) {
        std::string text = R"({"type":"Polygon","coordinates":)";
        append(text, shape.front());
        return text += '}';
    }
    std::string text = R"({"type":"MultiPolygon","coordinates":[)";
    for (auto const& polygon : shape) {
        if (text.back() == ']') text += ',';
        append(text, polygon);
    }
    return text += "]}";
}

} // namespace wf::areas
