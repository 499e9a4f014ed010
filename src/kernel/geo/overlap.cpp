// SPDX-License-Identifier: EUPL-1.2
// The only file that knows Boost.Geometry.
#include "kernel/geo/polygon.hpp"

// Boost.Geometry 1.74 includes a header of Boost that Boost calls old: not our message to print.
#define BOOST_ALLOW_DEPRECATED_HEADERS
#include <boost/geometry.hpp>
#include <boost/geometry/geometries/multi_polygon.hpp>
#include <boost/geometry/geometries/point_xy.hpp>
#include <boost/geometry/geometries/polygon.hpp>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace wf::geo {
namespace {

namespace bg = boost::geometry;
using FlatPoint = bg::model::d2::point_xy<double>;
using FlatPolygon = bg::model::polygon<FlatPoint>;
using FlatShape = bg::model::multi_polygon<FlatPolygon>;

/// A ratio of surfaces does not feel the scale: degrees, narrowed so that both axes weigh the same, times a degree in metres.
class Plane {
public:
    explicit Plane(Box const& box) : m_centre{(box.west + box.east) / 2, (box.south + box.north) / 2}
    {
        m_narrow = std::cos(m_centre.lat * std::numbers::pi / 180);
    }
    [[nodiscard]] FlatPoint place(Point point) const
    {
        constexpr double metres_per_degree = 111'195;
        return {(point.lon - m_centre.lon) * m_narrow * metres_per_degree,
                (point.lat - m_centre.lat) * metres_per_degree};
    }

private:
    Point m_centre;
    double m_narrow{1};
};

Box join(Box const& a, Box const& b)
{
    return {std::min(a.west, b.west), std::min(a.south, b.south), std::max(a.east, b.east), std::max(a.north, b.north)};
}

bool apart(Box const& a, Box const& b)
{
    return a.east < b.west || b.east < a.west || a.north < b.south || b.north < a.south;
}

Result<FlatShape> flatten(MultiPolygon const& shape, Plane const& plane)
{
    WF_TRY_VOID(check(shape));
    FlatShape flat;
    flat.reserve(shape.size());
    for (auto const& polygon : shape) {
        FlatPolygon one;
        one.inners().resize(polygon.size() - 1);
        for (std::size_t r = 0; r < polygon.size(); ++r) {
            auto& ring = r == 0 ? one.outer() : one.inners()[r - 1];
            ring.reserve(polygon[r].size());
            for (auto const& point : polygon[r]) ring.push_back(plane.place(point));
        }
        flat.push_back(std::move(one));
    }
    bg::correct(flat); // direction of rings
    std::string why;
    if (!bg::is_valid(flat, why)) return Error{Trouble::bad_input, "geo.invalid_shape", "", why};
    return flat;
}

} // namespace

Result<double> overlap(MultiPolygon const& a, MultiPolygon const& b)
{
    Box const box_a = bounding_box(a);
    Box const box_b = bounding_box(b);
    Plane const plane{join(box_a, box_b)};
    WF_TRY(auto const flat_a, flatten(a, plane));
    WF_TRY(auto const flat_b, flatten(b, plane));
    double const area_a = bg::area(flat_a);
    double const area_b = bg::area(flat_b);
    if (!(area_a > 0) || !(area_b > 0)) {
        return Error{Trouble::bad_input, "geo.invalid_shape", "", "the shape has no surface"};
    }
    if (apart(box_a, box_b)) return 0.0;
    if (a == b) return 1.0;
    FlatShape common;
    try {
        bg::intersection(flat_a, flat_b, common);
    } catch (bg::exception const& exception) {
        return Error{Trouble::bad_input, "geo.invalid_shape", "", exception.what()};
    }
    double const shared = std::clamp(bg::area(common), 0.0, std::min(area_a, area_b));
    return shared / (area_a + area_b - shared);
}

} // namespace wf::geo
