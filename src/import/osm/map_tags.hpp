// SPDX-License-Identifier: EUPL-1.2
// Question     as what does a thing of OpenStreetMap stand on our map, and from which level on?
// Assumption   what the tags do not say is not drawn as something else: water of an unknown sort is `water`.
#pragma once

#include "import/osm/map_plan.hpp"
#include "import/osm/tags.hpp"

#include <cstdint>
#include <optional>
#include <string_view>

namespace wf::osm {

struct MapLook {
    MapLayer layer{MapLayer::land};
    MapKind kind{MapKind::none};
    std::uint8_t zoom_from{map_zoom_from};
    bool bridge{false};
    bool tunnel{false};
    std::int32_t rank{0}; ///< low is drawn below; of places: matters most
    bool operator==(MapLook const&) const = default;
};

/// A relation is a surface by itself; of a closed way with highway=* only area=yes says so.
enum class MapOutline { closed_way, relation };

/// road or waterway.
[[nodiscard]] std::optional<MapLook> find_map_line(Tags tags);
/// building, water, square or land: the first of these that it is.
[[nodiscard]] std::optional<MapLook> find_map_surface(Tags tags, MapOutline outline);
/// place; without a name it is none.
[[nodiscard]] std::optional<MapLook> find_map_place(Tags tags);
/// The name in Dutch, else as it is written there; empty when there is none.
[[nodiscard]] std::string_view find_map_name(Tags tags);

/// The first level on which a surface is worth drawing: 16 points or more of a screen with squares of 512 points.
[[nodiscard]] std::uint8_t zoom_of_surface(MapLook const& look, double square_metres, double latitude);

} // namespace wf::osm
