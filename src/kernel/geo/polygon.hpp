// SPDX-License-Identifier: EUPL-1.2
// Question     how large is an area, where is its middle, what box holds it, and how much do two outlines of it overlap?
// Assumption   small areas (a municipality): each polygon is projected to metres with an equirectangular projection at the
//              latitude of its centroid, with the radii of the WGS 84 ellipsoid there; the error of an area of 50 km across is
//              below 0.1 %. Rings are simple; holes are inner rings; polygons of one shape do not overlap; nothing crosses
//              the 180th meridian.
// Units        longitude and latitude in degrees (WGS 84); areas in square metres.
// Errors       check refuses with a reason; what returns a plain value expects a shape that passed it, and is never NaN.
// Source       shoelace formula; radii of curvature of the ellipsoid; overlap by Boost.Geometry (intersection over union).
#pragma once

#include "base/result.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace wf::geo {

struct Point {
    double lon{0};
    double lat{0};
    bool operator==(Point const&) const = default;
};
using Ring = std::vector<Point>;
/// Outer ring first, then holes.
using Polygon = std::vector<Ring>;
using MultiPolygon = std::vector<Polygon>;

struct Box {
    double west{0};
    double south{0};
    double east{0};
    double north{0};
};

/// Errors: geo.too_few_points (a ring has at least 4, a shape at least one ring), geo.not_finite, geo.out_of_range,
/// geo.not_closed (the last point of a ring is not the first). The direction of rings does not matter.
Result<void> check(MultiPolygon const& shape);
[[nodiscard]] double area_square_metres(MultiPolygon const& shape);
/// The centre of gravity; of a shape without surface the mean of its points. It can lie outside a hollow shape.
[[nodiscard]] Point centroid(MultiPolygon const& shape);
[[nodiscard]] Box bounding_box(MultiPolygon const& shape);
/// Area of the intersection over area of the union, 0 to 1. Errors: those of check, and geo.invalid_shape: a ring crosses
/// itself or another, or there is no surface.
Result<double> overlap(MultiPolygon const& a, MultiPolygon const& b);
/// A path for <svg viewBox="0 0 size size"> that fits `frame` (aspect kept, centred, north up), one decimal. Draw it with
/// fill-rule="evenodd", so that holes stay open. Shapes with the same frame and size fit together.
[[nodiscard]] std::string svg_path(MultiPolygon const& shape, Box const& frame, double size);

/// Where a point lies in such a drawing, from its upper left corner.
struct SvgSpot {
    double x{0};
    double y{0};
};
[[nodiscard]] SvgSpot svg_spot(Point point, Box const& frame, double size);

} // namespace wf::geo
