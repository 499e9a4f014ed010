// SPDX-License-Identifier: EUPL-1.2
// What a script needs to put a map with streets in the place of a drawing: the attribute data-map of its figure, which
// web/src/ask_for_map.ts reads. Members that a drawing does not have are left out.
#pragma once

#include "kernel/geo/polygon.hpp"
#include "platform/web/feature.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace wf::reach_pages {

/// Beside a drawing of areas stands a table, beside another one a list; a map of many places or to point at has no drawing.
enum class SheetWords { areas, list, places, picking };

struct MapSheet {
    std::string_view areas{}; ///< address of areas as GeoJSON
    std::string_view marks{}; ///< address of many points as GeoJSON: drawn together where they are close
    std::string_view dots{};  ///< the same, each drawn
    std::optional<geo::Box> box{};
    std::string_view points{}; ///< GeoJSON itself
    std::string_view pick{};   ///< "one" or "two": spots that a visitor may point at
    std::string_view
        pick_two_when{}; ///< JSON: {"field": ..., "values": [...]}, two when this field of the form says so
    SheetWords words{SheetWords::list};
};
[[nodiscard]] std::string write_map_sheet(web::Visit const& visit, MapSheet const& sheet);

/// To a tenth of a metre: longer numbers say nothing more.
[[nodiscard]] double six_decimals(double degrees);

} // namespace wf::reach_pages
