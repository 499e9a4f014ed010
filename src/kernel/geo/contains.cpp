// SPDX-License-Identifier: EUPL-1.2
#include "kernel/geo/contains.hpp"

#include <algorithm>

namespace wf::geo {
namespace {

bool ring_contains(Ring const& ring, Point point)
{
    bool inside = false;
    for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++) {
        auto const& a = ring[i];
        auto const& b = ring[j];
        if ((a.lat > point.lat) == (b.lat > point.lat)) continue;
        double const crossing = a.lon + (point.lat - a.lat) / (b.lat - a.lat) * (b.lon - a.lon);
        if (point.lon < crossing) inside = !inside;
    }
    return inside;
}

/// Keeps what lies on the inner side of one border of the box.
template <class Inside, class Cut>
Ring clip_once(Ring const& ring, Inside const& inside, Cut const& cut)
{
    Ring kept;
    for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
        auto const& a = ring[i];
        auto const& b = ring[i + 1];
        if (inside(a)) kept.push_back(a);
        if (inside(a) != inside(b)) kept.push_back(cut(a, b));
    }
    if (!kept.empty()) kept.push_back(kept.front());
    return kept;
}

Ring clip(Ring ring, Box const& box)
{
    auto const at_lon = [](double lon) {
        return [lon](Point a, Point b) {
            return Point{lon, a.lat + (lon - a.lon) / (b.lon - a.lon) * (b.lat - a.lat)};
        };
    };
    auto const at_lat = [](double lat) {
        return [lat](Point a, Point b) {
            return Point{a.lon + (lat - a.lat) / (b.lat - a.lat) * (b.lon - a.lon), lat};
        };
    };
    ring = clip_once(
        ring, [&](Point p) { return p.lon >= box.west; }, at_lon(box.west));
    ring = clip_once(
        ring, [&](Point p) { return p.lon <= box.east; }, at_lon(box.east));
    ring = clip_once(
        ring, [&](Point p) { return p.lat >= box.south; }, at_lat(box.south));
    return clip_once(
        ring, [&](Point p) { return p.lat <= box.north; }, at_lat(box.north));
}

} // namespace

bool contains(Polygon const& polygon, Point point)
{
    if (polygon.empty() || !ring_contains(polygon.front(), point)) return false;
    return std::none_of(polygon.begin() + 1, polygon.end(),
                        [&](Ring const& hole) { return ring_contains(hole, point); });
}

bool contains(MultiPolygon const& shape, Point point)
{
    return std::any_of(shape.begin(), shape.end(), [&](Polygon const& polygon) { return contains(polygon, point); });
}

bool contains(Box const& box, Point point)
{
    return point.lon >= box.west && point.lon <= box.east && point.lat >= box.south && point.lat <= box.north;
}

double share_within(MultiPolygon const& shape, Box const& box)
{
    double const whole = area_square_metres(shape);
    if (!(whole > 0)) return contains(box, centroid(shape)) ? 1 : 0;
    MultiPolygon inside;
    for (auto const& polygon : shape) {
        Polygon kept;
        for (auto const& ring : polygon) {
            auto clipped = clip(ring, box);
            if (clipped.size() >= 4) kept.push_back(std::move(clipped));
            else if (kept.empty()) break; // nothing of the outer ring: nothing of its holes
        }
        if (!kept.empty()) inside.push_back(std::move(kept));
    }
    return std::clamp(area_square_metres(inside) / whole, 0.0, 1.0);
}

} // namespace wf::geo
