// SPDX-License-Identifier: EUPL-1.2
// What an extract holds for our map, kept small (about 32 bytes a thing, 8 bytes a point), until squares are made of it block by
// block.
#pragma once

#include "import/osm/map_tags.hpp"
#include "kernel/geo/polygon.hpp"
#include "kernel/tile/tile.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace wf::osm {

/// Ids of the three kinds of things of OpenStreetMap overlap: ten times the id, and 1 for a node, 2 a way, 3 a relation.
[[nodiscard]] std::uint64_t map_id(char type, std::int64_t id);

struct SpotBox {
    tile::Spot low;
    tile::Spot high;
    [[nodiscard]] bool touches(SpotBox const& other) const
    {
        return low.lon <= other.high.lon && other.low.lon <= high.lon && low.lat <= other.high.lat &&
               other.low.lat <= high.lat;
    }
};

class MapThings {
public:
    struct Thing {
        std::uint64_t id{0};
        MapLook look;
        std::uint32_t text{0}; ///< its name or number
        std::uint32_t first_part{0};
        std::uint32_t parts{0};
        std::uint32_t first_spot{0};
    };

    void add(std::uint64_t id, MapLook const& look, std::uint32_t text, std::span<std::vector<tile::Spot> const> parts);
    /// The number of a name or house number; 0 is none.
    std::uint32_t number_of(std::string_view text);
    [[nodiscard]] std::string const& text(std::uint32_t number) const { return m_texts[number]; }

    [[nodiscard]] std::vector<Thing> const& all() const { return m_things; }
    [[nodiscard]] SpotBox box(Thing const& thing) const;
    /// For the kernel, by the layers and keys of `make_map_plan`.
    [[nodiscard]] tile::Feature make_feature(Thing const& thing) const;

    std::int64_t incomplete{0}; ///< surfaces left out, as not all of them is in the file

private:
    [[nodiscard]] std::span<tile::Spot const> spots_of(Thing const& thing) const;

    std::vector<Thing> m_things;
    std::vector<std::uint32_t> m_sizes; ///< spots of each part
    std::vector<tile::Spot> m_spots;
    std::vector<std::string> m_texts{""};
    std::unordered_map<std::string, std::uint32_t> m_numbers;
};

/// Square metres of a ring, as if the earth were flat around it.
[[nodiscard]] double square_metres_of(std::span<tile::Spot const> ring);

} // namespace wf::osm
