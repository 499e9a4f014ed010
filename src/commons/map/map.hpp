// SPDX-License-Identifier: EUPL-1.2
// The map of a dataset, made when it was imported: squares of a web map, each a vector tile in gzip. OpenStreetMap stays a
// layer of its own: every map belongs to one dataset with its licence, and pages that show it name it.
#pragma once

#include "kernel/geo/polygon.hpp"
#include "kernel/tile/tile.hpp"
#include "platform/store/store.hpp"

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace wf::map {

/// Where a map lies and what is on it.
struct Sheet {
    geo::Box extent;
    std::uint8_t zoom_from{0};
    std::uint8_t zoom_to{0};
    std::string layers{"[]"}; ///< JSON: the vector_layers of TileJSON 3.0
};
/// Where a map opens: the middle, on a level that shows a town.
struct Opening {
    geo::Point at; ///< to 1e-7 degrees
    int zoom{0};
};
[[nodiscard]] Opening opening_of(Sheet const& sheet);

struct Tile {
    tile::Address at;
    std::string content; ///< a vector tile, gzip
    bool operator==(Tile const&) const = default;
};

[[nodiscard]] std::vector<store::Migration> migrations();

/// Rows of a dataset that is still loading: one sheet, and its squares in any order, each once.
void add_sheet(store::Session& session, std::string_view dataset_id, Sheet const& sheet);
void add_tiles(store::Session& session, std::string_view dataset_id, std::span<Tile const> tiles);
/// Removes the rows of a dataset (failed, killed or superseded).
void sweep(store::Session& session, std::string_view dataset_id);

/// A published dataset with a map.
struct Known {
    std::string dataset_id;
    Sheet sheet;
    std::string title;
    std::string attribution;
    std::string licence;
};
/// Newest import first.
[[nodiscard]] std::vector<Known> list(store::Session& session);
[[nodiscard]] std::optional<Known> find(store::Session& session, std::string_view dataset_id);

/// Nothing where the map is empty, and of datasets that are not published.
[[nodiscard]] std::optional<std::string> load_tile(store::Session& session, std::string_view dataset_id,
                                                   tile::Address at);
/// All squares of a published dataset, in order of level, column and row from the south. What `see` gets lives until it returns.
void for_each_tile(store::Session& session, std::string_view dataset_id,
                   std::function<void(tile::Address, std::string_view content)> const& see);

/// Rows from the north to rows from the south, and back.
[[nodiscard]] constexpr std::uint32_t turn_row(std::uint8_t zoom, std::uint32_t row)
{
    return (std::uint32_t{1} << zoom) - 1 - row;
}

} // namespace wf::map
