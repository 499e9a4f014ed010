// SPDX-License-Identifier: EUPL-1.2
#include "kernel/geo/polygon.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

namespace wf::geo {
namespace {

// WGS 84: half the long axis in metres, and the square of the first eccentricity.
constexpr double long_radius = 6'378'137.0;
constexpr double eccentricity_squared = 6.694379990141317e-3;
constexpr double radians_per_degree = std::numbers::pi / 180;

/// Square metres in one degree of longitude times one degree of latitude, at this latitude.
double square_metres_per_square_degree(double latitude)
{
    double const sine = std::sin(latitude * radians_per_degree);
    double const bend = 1 - eccentricity_squared * sine * sine;
    double const meridian = long_radius * (1 - eccentricity_squared) / (bend * std::sqrt(bend));
    double const vertical = long_radius / std::sqrt(bend);
    double const cosine = std::cos(latitude * radians_per_degree);
    return meridian * vertical * cosine * radians_per_degree * radians_per_degree;
}

/// Surface and first moments in degrees, seen from `origin`: near it, so that no digits are lost.
struct Moments {
    double area{0};
    double lon{0};
    double lat{0};
};

Moments moments(Ring const& ring, Point origin)
{
    Moments sum;
    for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
        double const x0 = ring[i].lon - origin.lon;
        double const y0 = ring[i].lat - origin.lat;
        double const x1 = ring[i + 1].lon - origin.lon;
        double const y1 = ring[i + 1].lat - origin.lat;
        double const cross = x0 * y1 - x1 * y0;
        sum.area += cross / 2;
        sum.lon += cross * (x0 + x1) / 6;
        sum.lat += cross * (y0 + y1) / 6;
    }
    if (sum.area < 0) sum = {-sum.area, -sum.lon, -sum.lat};
    return sum;
}

Moments moments(Polygon const& polygon, Point origin)
{
    Moments sum;
    for (std::size_t i = 0; i < polygon.size(); ++i) {
        Moments const one = moments(polygon[i], origin);
        double const sign = i == 0 ? 1 : -1;
        sum.area += sign * one.area;
        sum.lon += sign * one.lon;
        sum.lat += sign * one.lat;
    }
    return sum;
}

/// Surface in square metres, and the centroid; nothing of a polygon without surface.
struct Weight {
    double square_metres{0};
    Point centre;
};

Weight weigh(Polygon const& polygon)
{
    if (polygon.empty() || polygon.front().empty()) return {};
    Point const origin = polygon.front().front();
    Moments const sum = moments(polygon, origin);
    if (!(sum.area > 0)) return {};
    Point const centre{origin.lon + sum.lon / sum.area, origin.lat + sum.lat / sum.area};
    return {sum.area * square_metres_per_square_degree(centre.lat), centre};
}

Point mean_of_points(MultiPolygon const& shape)
{
    Point sum;
    double count = 0;
    for (auto const& polygon : shape) {
        for (auto const& ring : polygon) {
            for (auto const& point : ring) {
                sum.lon += point.lon;
                sum.lat += point.lat;
                ++count;
            }
        }
    }
    return count > 0 ? Point{sum.lon / count, sum.lat / count} : Point{};
}

Result<void> check_ring(Ring const& ring, std::string const& where)
{
    if (ring.size() < 4) {
        return Error{Trouble::bad_input, "geo.too_few_points", where,
                     "a ring needs at least 4 points, the last the same as the first"};
    }
    for (auto const& point : ring) {
        if (!std::isfinite(point.lon) || !std::isfinite(point.lat)) {
            return Error{Trouble::bad_input, "geo.not_finite", where, "a coordinate is not a number"};
        }
        if (std::abs(point.lon) > 180 || std::abs(point.lat) > 90) {
            return Error{
                Trouble::bad_input, "geo.out_of_range", where,
                "longitude lies between -180 and 180 degrees and latitude between -90 and 90; are these metres?"};
        }
    }
    if (ring.front() != ring.back()) {
        return Error{Trouble::bad_input, "geo.not_closed", where,
                     "the last point of a ring must be the first one again"};
    }
    return {};
}

} // namespace

Result<void> check(MultiPolygon const& shape)
{
    if (shape.empty()) return Error{Trouble::bad_input, "geo.too_few_points", "", "the shape has no polygons"};
    for (std::size_t p = 0; p < shape.size(); ++p) {
        std::string const where = "polygon " + std::to_string(p + 1);
        if (shape[p].empty()) return Error{Trouble::bad_input, "geo.too_few_points", where, "the polygon has no rings"};
        for (std::size_t r = 0; r < shape[p].size(); ++r) {
            WF_TRY_VOID(check_ring(shape[p][r], where + ", ring " + std::to_string(r + 1)));
        }
    }
    return {};
}

double area_square_metres(MultiPolygon const& shape)
{
    double sum = 0;
    for (auto const& polygon : shape) sum += weigh(polygon).square_metres;
    return sum;
}

Point centroid(MultiPolygon const& shape)
{
    double total = 0;
    Point sum;
    for (auto const& polygon : shape) {
        Weight const weight = weigh(polygon);
        total += weight.square_metres;
        sum.lon += weight.square_metres * weight.centre.lon;
        sum.lat += weight.square_metres * weight.centre.lat;
    }
    if (!(total > 0)) return mean_of_points(shape);
    return {sum.lon / total, sum.lat / total};
}

Box bounding_box(MultiPolygon const& shape)
{
    constexpr double far = std::numeric_limits<double>::infinity();
    Box box{far, far, -far, -far};
    for (auto const& polygon : shape) {
        for (auto const& ring : polygon) {
            for (auto const& point : ring) {
                box.west = std::min(box.west, point.lon);
                box.south = std::min(box.south, point.lat);
                box.east = std::max(box.east, point.lon);
                box.north = std::max(box.north, point.lat);
            }
        }
    }
    return box.west <= box.east ? box : Box{};
}

} // namespace wf::geo
