// SPDX-License-Identifier: EUPL-1.2
// What our map holds: layers, kinds and keys of its squares (vector tiles), from level 8 to level 15. README.md has the table for
// who draws it; `map_version` changes when the same extract gives other squares.
#pragma once

#include "kernel/tile/tile.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace wf::osm {

inline constexpr int map_version = 1;
inline constexpr std::uint8_t map_zoom_from = 8;
inline constexpr std::uint8_t map_zoom_to = 15;

/// In the order in which they are drawn.
enum class MapLayer : std::uint8_t { land, water, waterway, square, building, road, place, number };
enum class MapKey : std::uint8_t { kind, name, bridge, tunnel, number, rank };

/// The word under the key `kind`.
enum class MapKind : std::uint8_t {
    none,
    // land
    built,
    industry,
    green,
    wood,
    farm,
    sand,
    heath,
    wetland,
    // water and waterways
    river,
    canal,
    lake,
    pond,
    basin,
    water, ///< the map does not say which
    stream,
    ditch,
    // roads
    motorway,
    main,
    street,
    service,
    path,
    steps,
    rail,
    ferry,
    // places
    city,
    town,
    village,
    hamlet,
    suburb,
    quarter,
    neighbourhood,
    island,
    locality
};
[[nodiscard]] std::string_view to_word(MapKind kind);
[[nodiscard]] tile::Shape shape_of(MapLayer layer);

/// Layers, keys and levels for the kernel.
[[nodiscard]] tile::Plan make_map_plan();
/// JSON: what each layer holds, as `vector_layers` of TileJSON 3.0 and MBTiles 1.3.
[[nodiscard]] std::string describe_map_layers();

} // namespace wf::osm
