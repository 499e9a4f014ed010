// SPDX-License-Identifier: EUPL-1.2
// The outline of an area: a GeoJSON Polygon or MultiPolygon in degrees, checked and written back in its shortest form.
#pragma once

#include "base/result.hpp"
#include "platform/json/json.hpp"

#include <string>

namespace wf::cbs {

/// Text of the geometry: {"type":"Polygon","coordinates":[...]}. Heights are dropped. Errors: cbs.not_wgs84 (metres
/// instead of degrees), cbs.bad_outline (another type, rings that are not closed, too few points).
Result<std::string> read_outline(json::Value const& geometry);

[[nodiscard]] Error not_wgs84(std::string detail);

} // namespace wf::cbs
