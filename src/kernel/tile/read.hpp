// SPDX-License-Identifier: EUPL-1.2
// Question     what does a vector tile hold: which things, of which shape, where in the square, with which tags?
// Assumptions  versions 1 and 2 of the specification, whoever wrote it; fields that it does not name are passed over. Features
//              without a shape that we know (type 0, or another) are left out, as it asks of readers.
// Units        as in the tile: `extent` to the square, from its north-west corner, y to the south; may be beyond its edges.
// Errors       tile.too_large, tile.damaged (bytes end early, a number that is none of its kind, an index beyond its table, text
//              that is no UTF-8, a coordinate beyond 2^28), tile.version, tile.extent (0, or more than 65,536).
// Limits       8 MiB, 256 layers. What is read takes at most some twenty times the bytes.
// Source       Mapbox Vector Tile specification 2.1.
#pragma once

#include "base/result.hpp"
#include "kernel/tile/tile.hpp"

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace wf::tile {

inline constexpr std::string_view read_version = "1";

/// One layer of a tile. Points, tags and parts of all its features lie in one row each.
class ReadLayer {
public:
    struct Feature {
        std::uint64_t id{0}; ///< 0: none
        Shape shape{Shape::point};
        std::uint32_t first_part{0};
        std::uint32_t parts{0};
        std::uint32_t first_tag{0};
        std::uint32_t tags{0};
    };
    struct Tag {
        std::uint32_t key{0};
        std::uint32_t value{0};
    };

    std::string name;
    std::uint32_t extent{4096};
    std::vector<std::string> keys;
    std::vector<Value> values;
    std::vector<Feature> features;
    std::vector<Tag> tags;
    std::vector<Unit> points;
    std::vector<std::uint32_t> ends; ///< of each part, in `points`

    /// A point, a line, or a ring that does not repeat its first point (outlines clockwise as one sees them, holes the other way).
    [[nodiscard]] std::span<Unit const> part(std::uint32_t index) const;
    /// nullptr: not tagged with it.
    [[nodiscard]] Value const* find(Feature const& feature, std::string_view key) const;
    /// "" when it is no text.
    [[nodiscard]] std::string_view text(Feature const& feature, std::string_view key) const;
};

/// Layers in the order of the tile. `wanted` says by name which are read; of the others only the name is looked at. Not compressed.
[[nodiscard]] Result<std::vector<ReadLayer>> read_tile(std::string_view bytes,
                                                       std::function<bool(std::string_view layer)> const& wanted);

} // namespace wf::tile
