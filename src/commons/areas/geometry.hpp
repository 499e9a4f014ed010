// SPDX-License-Identifier: EUPL-1.2
// Question     what shape does a GeoJSON geometry (RFC 7946) describe?
// Assumption   positions are longitude, latitude in WGS 84; a height after them is dropped.
// Errors       geometry.malformed, geometry.unsupported_type, those of json::read and those of geo::check.
#pragma once

#include "base/result.hpp"
#include "kernel/geo/polygon.hpp"

#include <string>
#include <string_view>

namespace wf::json {
class Value;
}

namespace wf::areas {

/// A Polygon or MultiPolygon, as text or as read before (the "geometry" of a feature).
Result<geo::MultiPolygon> read_geometry(std::string_view geojson_geometry);
Result<geo::MultiPolygon> read_geometry(json::Value const& geojson_geometry);
/// Polygon when it has one part, else MultiPolygon; reads back as the same shape. The shape passes geo::check.
[[nodiscard]] std::string write_geometry(geo::MultiPolygon const& shape);

} // namespace wf::areas
