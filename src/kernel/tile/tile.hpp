// SPDX-License-Identifier: EUPL-1.2
// Question     what does each square of a web map hold of these things: clipped to it, as simple as it can be drawn there,
//              in order?
// Assumptions  web Mercator (EPSG:3857), squares numbered from the north-west (XYZ). Nothing crosses the 180th meridian: what
//              does is drawn the long way round. Points beyond 85.0511287 degrees north or south, or beyond 180 degrees east
//              or west, are left out; lines and surfaces are pressed to that edge. 180 degrees east is in the last column.
// Units        1e-7 degrees in; 0..extent units of a square out. A unit is the cell that holds a spot (rounded down), so a
//              coarser level never puts a point in another square than a finer one.
// Errors       none: what cannot be drawn (fewer points than a shape needs, surface under one unit) is left out. A plan or
//              a feature that cannot be is a Bug; limits are with Plan.
// Source       Mapbox Vector Tile specification 2.1; OGC Two Dimensional Tile Matrix Set (WebMercatorQuad).
// Method       docs/methods/tile.md
#pragma once

#include <compare>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace wf::tile {

struct Spot {
    std::int32_t lon{0};
    std::int32_t lat{0};
    bool operator==(Spot const&) const = default;
};

enum class Shape : std::uint8_t { point, line, surface };
using Value = std::variant<std::string, std::int64_t, double, bool>;

/// One thing of the map. Points: every spot of every part. Lines: every part is a line. Surfaces: the first part is the
/// outline, the others holes; first and last spot alike, either way round. What has two outlines is two features, which may
/// have one id.
struct Feature {
    std::uint64_t id{0};
    Shape shape{Shape::point};
    std::uint8_t layer{0};     ///< index in Plan::layers
    std::uint8_t zoom_from{0}; ///< drawn on these levels only
    std::uint8_t zoom_to{15};
    std::int32_t rank{0}; ///< order in a layer: low comes first (is drawn below; of labels: matters most)
    std::vector<std::vector<Spot>> parts;
    std::vector<std::pair<std::uint16_t, Value>> tags; ///< index in Plan::keys
};

/// Limits: extent at most 2^(30 - zoom_to), so 4096 goes to level 18; extent + buffer at most 32,767; names of layers all
/// different; fewer than 2^32 features, parts, spots and tags.
struct Plan {
    std::vector<std::string> layers;
    std::vector<std::string> keys;
    std::uint8_t zoom_from{8};
    std::uint8_t zoom_to{15};
    std::uint32_t extent{4096};
    std::uint32_t buffer{64}; ///< units beyond the edge that lines and surfaces keep, so that seams do not show
    double tolerance{
        1.0};            ///< units that a simplified line may be off; on the deepest level a quarter of it; 0: keep all
    unsigned threads{1}; ///< 0: as many as the machine has
};

struct Address {
    std::uint8_t zoom{0};
    std::uint32_t column{0};
    std::uint32_t row{0}; ///< from the north
    auto operator<=>(Address const&) const = default;
};

/// Hears each square that is not empty, in order of address, from the calling thread: a vector tile, not compressed.
using Take = std::function<void(Address, std::string const& content)>;

/// The same squares, byte for byte, for any number of threads. What `take` throws stops the work and comes out.
void make_tiles(std::span<Feature const> features, Plan const& plan, Take const& take);

/// Where a spot lies in the square, in units; may be beyond its edges. For tests and labels.
struct Unit {
    std::int64_t x{0};
    std::int64_t y{0};
    bool operator==(Unit const&) const = default;
};
[[nodiscard]] Unit to_unit(Spot spot, Address address, std::uint32_t extent);
/// The square on this level (at most 30) that holds the spot.
[[nodiscard]] Address square_of(Spot spot, std::uint8_t zoom);

} // namespace wf::tile
