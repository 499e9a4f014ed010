// SPDX-License-Identifier: EUPL-1.2
#include "import/cbs/outline.hpp"

#include "base/text.hpp"
#include "kernel/geo/polygon.hpp"

#include <cmath>
#include <string_view>
#include <utility>

namespace wf::cbs {
namespace {

Error bad_outline(std::string detail)
{
    return Error{Trouble::bad_input, "cbs.bad_outline", {}, std::move(detail)};
}

json::Array const* list_of(json::Value const& value)
{
    return value.array();
}

Result<geo::Point> read_point(json::Value const& value)
{
    auto const* pair = list_of(value);
    if (pair == nullptr || pair->size() < 2) return bad_outline("a point of the outline has no two coordinates");
    auto const lon = (*pair)[0].number();
    auto const lat = (*pair)[1].number();
    if (!lon || !lat) return bad_outline("a coordinate of the outline is not a number");
    if (std::abs(*lon) > 180 || std::abs(*lat) > 90) {
        return not_wgs84("the coordinates (" + to_text(*lon) + ", " + to_text(*lat) + ") are not degrees");
    }
    return geo::Point{*lon, *lat};
}

Result<geo::Polygon> read_polygon(json::Value const& value)
{
    auto const* rings = list_of(value);
    if (rings == nullptr || rings->empty()) return bad_outline("the outline has no rings");
    geo::Polygon polygon;
    for (json::Value const& ring : *rings) {
        auto const* points = list_of(ring);
        if (points == nullptr) return bad_outline("a ring of the outline is not a list of points");
        geo::Ring read;
        read.reserve(points->size());
        for (json::Value const& point : *points) {
            WF_TRY(geo::Point at, read_point(point));
            read.push_back(at);
        }
        polygon.push_back(std::move(read));
    }
    return polygon;
}

void write_polygon(std::string& out, geo::Polygon const& polygon)
{
    out += '[';
    for (geo::Ring const& ring : polygon) {
        out += &ring == &polygon.front() ? "[" : ",[";
        for (geo::Point const& point : ring) {
            if (&point != &ring.front()) out += ',';
            out += '[' + to_text(point.lon) + ',' + to_text(point.lat) + ']';
        }
        out += ']';
    }
    out += ']';
}

std::string write_shape(std::string_view type, geo::MultiPolygon const& shape)
{
    std::string out = R"({"type":")" + std::string{type} + R"(","coordinates":)";
    if (type == "Polygon") {
        write_polygon(out, shape.front());
    } else {
        out += '[';
        for (geo::Polygon const& polygon : shape) {
            if (&polygon != &shape.front()) out += ',';
            write_polygon(out, polygon);
        }
        out += ']';
    }
    return out + '}';
}

} // namespace

Error not_wgs84(std::string detail)
{
    return Error{Trouble::unsupported,
                 "cbs.not_wgs84",
                 {},
                 std::move(detail) + "; export the map as GeoJSON in WGS 84 (EPSG:4326)"};
}

Result<std::string> read_outline(json::Value const& geometry)
{
    auto const* type = geometry.find("type");
    auto const* coordinates = geometry.find("coordinates");
    if (type == nullptr || type->text() == nullptr || coordinates == nullptr)
        return bad_outline("the geometry has no type or no coordinates");
    geo::MultiPolygon shape;
    if (*type->text() == "Polygon") {
        WF_TRY(geo::Polygon polygon, read_polygon(*coordinates));
        shape.push_back(std::move(polygon));
    } else if (*type->text() == "MultiPolygon") {
        auto const* polygons = list_of(*coordinates);
        if (polygons == nullptr || polygons->empty()) return bad_outline("the outline has no polygons");
        for (json::Value const& part : *polygons) {
            WF_TRY(geo::Polygon polygon, read_polygon(part));
            shape.push_back(std::move(polygon));
        }
    } else {
        return bad_outline("an area is a Polygon or a MultiPolygon, not a " + *type->text());
    }
    if (auto const checked = geo::check(shape); !checked) return bad_outline(checked.error().detail);
    return write_shape(*type->text(), shape);
}

} // namespace wf::cbs
