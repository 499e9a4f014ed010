// SPDX-License-Identifier: EUPL-1.2
#include "base/check.hpp"
#include "commons/map/map.hpp"

#include <algorithm>
#include <cmath>

namespace wf::embedded::commons_map {
std::string_view find(std::string_view name);
}

namespace wf::map {
namespace {

constexpr std::size_t tile_columns = 5;

bool is_square(tile::Address at)
{
    return at.zoom < 32 && at.column >> at.zoom == 0 && at.row >> at.zoom == 0;
}

Known read_known(store::Row const& row)
{
    Known known;
    known.dataset_id = row.string(0);
    known.sheet.extent = {row.real(1), row.real(2), row.real(3), row.real(4)};
    known.sheet.zoom_from = static_cast<std::uint8_t>(row.integer(5));
    known.sheet.zoom_to = static_cast<std::uint8_t>(row.integer(6));
    known.sheet.layers = row.string(7);
    known.title = row.string(8);
    known.attribution = row.string(9);
    known.licence = row.string(10);
    return known;
}

constexpr std::string_view select_known =
    "SELECT m.dataset_id, m.west, m.south, m.east, m.north, m.zoom_from, m.zoom_to, m.layers, d.title, d.attribution,"
    " d.licence FROM map_sheet m JOIN dataset d ON d.id = m.dataset_id AND d.state = 'published'";

} // namespace

Opening opening_of(Sheet const& sheet)
{
    constexpr int town = 12;
    auto const middle = [](double a, double b) { return std::round((a + b) / 2 * 1e7) / 1e7; };
    auto const& box = sheet.extent;
    return {{middle(box.west, box.east), middle(box.south, box.north)},
            std::clamp(town, int{sheet.zoom_from}, int{sheet.zoom_to})};
}

std::vector<store::Migration> migrations()
{
    return {{"0007_map", std::string{embedded::commons_map::find("schema.sql")}}};
}

void add_sheet(store::Session& session, std::string_view dataset_id, Sheet const& sheet)
{
    WF_CHECK(!dataset_id.empty());
    WF_CHECK(sheet.zoom_from <= sheet.zoom_to);
    auto const& box = sheet.extent;
    session.exec("INSERT INTO map_sheet (dataset_id, west, south, east, north, zoom_from, zoom_to, layers)"
                 " VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
                 {dataset_id, box.west, box.south, box.east, box.north, sheet.zoom_from, sheet.zoom_to, sheet.layers});
}

void add_tiles(store::Session& session, std::string_view dataset_id, std::span<Tile const> tiles)
{
    WF_CHECK(!dataset_id.empty());
    std::vector<store::Value> rows;
    rows.reserve(tiles.size() * tile_columns);
    for (auto const& tile : tiles) {
        WF_CHECK(is_square(tile.at));
        rows.emplace_back(dataset_id);
        rows.emplace_back(tile.at.zoom);
        rows.emplace_back(tile.at.column);
        rows.emplace_back(turn_row(tile.at.zoom, tile.at.row));
        rows.emplace_back(store::Bytes{tile.content});
    }
    session.batch("INSERT INTO map_tile (dataset_id, zoom_level, tile_column, tile_row, tile_data)"
                  " VALUES ($1, $2, $3, $4, $5)",
                  tile_columns, rows);
}

void sweep(store::Session& session, std::string_view dataset_id)
{
    session.exec("DELETE FROM map_tile WHERE dataset_id = $1", {dataset_id});
    session.exec("DELETE FROM map_sheet WHERE dataset_id = $1", {dataset_id});
}

std::vector<Known> list(store::Session& session)
{
    std::vector<Known> all;
    session.query(std::string{select_known} + " ORDER BY d.imported_at DESC, d.id DESC", {},
                  [&](store::Row const& row) { all.push_back(read_known(row)); });
    return all;
}

std::optional<Known> find(store::Session& session, std::string_view dataset_id)
{
    std::optional<Known> known;
    session.query(std::string{select_known} + " WHERE m.dataset_id = $1", {dataset_id},
                  [&](store::Row const& row) { known = read_known(row); });
    return known;
}

std::optional<std::string> load_tile(store::Session& session, std::string_view dataset_id, tile::Address at)
{
    if (!is_square(at)) return std::nullopt;
    std::optional<std::string> content;
    session.query("SELECT t.tile_data FROM map_tile t JOIN dataset d ON d.id = t.dataset_id AND d.state = 'published'"
                  " WHERE t.dataset_id = $1 AND t.zoom_level = $2 AND t.tile_column = $3 AND t.tile_row = $4",
                  {dataset_id, at.zoom, at.column, turn_row(at.zoom, at.row)},
                  [&](store::Row const& row) { content = std::string{row.bytes(0)}; });
    return content;
}

void for_each_tile(store::Session& session, std::string_view dataset_id,
                   std::function<void(tile::Address, std::string_view content)> const& see)
{
    session.query("SELECT t.zoom_level, t.tile_column, t.tile_row, t.tile_data"
                  " FROM map_tile t JOIN dataset d ON d.id = t.dataset_id AND d.state = 'published'"
                  " WHERE t.dataset_id = $1 ORDER BY t.zoom_level, t.tile_column, t.tile_row",
                  {dataset_id}, [&](store::Row const& row) {
                      auto const zoom = static_cast<std::uint8_t>(row.integer(0));
                      auto const column = static_cast<std::uint32_t>(row.integer(1));
                      auto const from_south = static_cast<std::uint32_t>(row.integer(2));
                      see({zoom, column, turn_row(zoom, from_south)}, row.bytes(3));
                  });
}

} // namespace wf::map
