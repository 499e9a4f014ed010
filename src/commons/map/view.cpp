// SPDX-License-Identifier: EUPL-1.2
#include "commons/map/view.hpp"

#include "base/check.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace wf::map {
namespace {

constexpr double pi = std::numbers::pi;
constexpr double around_the_earth = 40'075'016.686; // WGS 84, as web Mercator has it
constexpr double furthest_lat = 85.051'128'7;
constexpr double margin_each_way = 0.1;

Dot on_world(geo::Point point)
{
    double const lat = std::clamp(point.lat, -furthest_lat, furthest_lat) * pi / 180;
    return {(point.lon + 180) / 360, 0.5 - std::atanh(std::sin(lat)) / (2 * pi)};
}

geo::Point from_world(Dot dot)
{
    return {dot.x * 360 - 180, std::atan(std::sinh(pi * (1 - 2 * dot.y))) * 180 / pi};
}

/// `across`: the part of the world that is as wide as the drawing.
View around(Dot middle, double across, int width, int height)
{
    WF_CHECK(width > 0 && height > 0 && across > 0 && std::isfinite(across));
    View view;
    view.width = width;
    view.height = height;
    view.scale = width / across;
    view.left = middle.x - across / 2;
    view.top = middle.y - height / view.scale / 2;
    return view;
}

double world_of(double metres, double lat)
{
    return metres / (around_the_earth * std::cos(lat * pi / 180));
}

} // namespace

View view_around(geo::Point centre, double metres, int width, int height)
{
    return around(on_world(centre), world_of(metres, centre.lat), width, height);
}

View view_of(geo::Point centre, double degrees, int width, int height)
{
    return around(on_world(centre), degrees / 360, width, height);
}

View view_over(geo::Box const& box, double least_metres, int width, int height)
{
    auto const corner = on_world({box.west, box.north});
    auto const other = on_world({box.east, box.south});
    Dot const middle{(corner.x + other.x) / 2, (corner.y + other.y) / 2};
    double const room = 1 - 2 * margin_each_way;
    double const across = std::max({(other.x - corner.x) / room, (other.y - corner.y) / room * width / height,
                                    world_of(least_metres, (box.south + box.north) / 2)});
    return around(middle, across, width, height);
}

Dot project(View const& view, geo::Point point)
{
    auto const dot = on_world(point);
    return {(dot.x - view.left) * view.scale, (dot.y - view.top) * view.scale};
}

bool shows(View const& view, Dot dot, double margin)
{
    return dot.x >= -margin && dot.y >= -margin && dot.x <= view.width + margin && dot.y <= view.height + margin;
}

geo::Box box_of(View const& view)
{
    auto const north_west = from_world({view.left, view.top});
    auto const south_east = from_world({view.left + view.width / view.scale, view.top + view.height / view.scale});
    return {north_west.lon, south_east.lat, south_east.lon, north_west.lat};
}

double metres_across(View const& view)
{
    auto const middle = from_world({view.left, view.top + view.height / view.scale / 2});
    return view.width / view.scale * around_the_earth * std::cos(middle.lat * pi / 180);
}

} // namespace wf::map
