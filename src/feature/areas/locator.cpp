// SPDX-License-Identifier: EUPL-1.2
#include "feature/areas/locator.hpp"

#include "commons/areas/geometry.hpp"
#include "kernel/geo/polygon.hpp"
#include "platform/html/html.hpp"

#include <algorithm>

namespace wf::area_pages {
namespace {

constexpr double size = 240;

struct Drawn {
    areas::Area const* area;
    geo::MultiPolygon shape;
    geo::Box box;
};

/// A square around the area with room for what lies next to it, never smaller than some streets.
geo::Box frame_around(geo::Box const& box, double room)
{
    auto const middle_lon = (box.west + box.east) / 2;
    auto const middle_lat = (box.south + box.north) / 2;
    constexpr double degrees_lon_per_lat = 1.64; // at 52.5 degrees north
    auto const half_lat =
        std::max({(box.north - box.south) / 2, (box.east - box.west) / 2 / degrees_lon_per_lat, 0.002}) * room;
    auto const half_lon = half_lat * degrees_lon_per_lat;
    return {middle_lon - half_lon, middle_lat - half_lat, middle_lon + half_lon, middle_lat + half_lat};
}

bool touches(geo::Box const& a, geo::Box const& b)
{
    return a.west <= b.east && b.west <= a.east && a.south <= b.north && b.south <= a.north;
}

} // namespace

std::vector<Locator> draw_locators(std::span<areas::Area const> all)
{
    std::vector<Drawn> drawn;
    for (auto const& area : all) {
        if (area.outline.empty()) continue;
        auto shape = areas::read_geometry(area.outline);
        if (!shape)
            continue; // an import checks outlines; one that slipped through has no picture, and the page goes on
        auto const box = geo::bounding_box(*shape);
        drawn.push_back({&area, std::move(*shape), box});
    }

    std::vector<Locator> locators;
    for (auto const& here : drawn) {
        auto const whole = here.area->level == AreaLevel::municipality;
        auto const frame = frame_around(here.box, whole ? 1.05 : 2.0);
        html::Html svg;
        auto const draw = [&](Drawn const& what, std::string_view css) {
            svg(html::tag::path, html::attr::cls(css), html::attr::named("d", geo::svg_path(what.shape, frame, size)));
        };
        auto const backdrop = whole ? AreaLevel::district : here.area->level;
        if (whole) draw(here, "here");
        for (auto const& other : drawn) {
            if (&other != &here && other.area->level == backdrop && touches(other.box, frame))
                draw(other, whole ? "inner" : "near");
        }
        if (!whole) draw(here, "here");
        locators.push_back({here.area->code, svg.take().markup});
    }
    return locators;
}

} // namespace wf::area_pages
