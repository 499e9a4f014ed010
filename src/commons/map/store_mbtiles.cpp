// SPDX-License-Identifier: EUPL-1.2
#include "base/json_writer.hpp"
#include "base/text.hpp"
#include "commons/map/mbtiles.hpp"
#include "platform/store/sqlite_file.hpp"

#include <initializer_list>

namespace wf::map {
namespace {

/// "MPBX", by which programs know the file.
constexpr std::string_view tables = "PRAGMA application_id = 1297105496;"
                                    "CREATE TABLE metadata (name TEXT, value TEXT);"
                                    "CREATE TABLE tiles (zoom_level INTEGER, tile_column INTEGER, tile_row INTEGER,"
                                    " tile_data BLOB);";
/// After the rows, so that they go in without it.
constexpr std::string_view index = "CREATE UNIQUE INDEX tile_index ON tiles (zoom_level, tile_column, tile_row);";

std::string join(std::initializer_list<double> numbers)
{
    std::string text;
    for (double const number : numbers) text += (text.empty() ? "" : ",") + to_text(number);
    return text;
}

void write_metadata(store::Session& file, Known const& known)
{
    auto const& sheet = known.sheet;
    auto const& box = sheet.extent;
    auto const put = [&](std::string_view name, std::string const& value) {
        file.exec("INSERT INTO metadata (name, value) VALUES ($1, $2)", {name, value});
    };
    auto const opening = opening_of(sheet);
    JsonWriter json;
    json.begin_object().key("vector_layers").raw(sheet.layers).end_object();
    put("name", known.title);
    put("format", "pbf");
    put("bounds", join({box.west, box.south, box.east, box.north}));
    put("center", join({opening.at.lon, opening.at.lat, static_cast<double>(opening.zoom)}));
    put("minzoom", std::to_string(sheet.zoom_from));
    put("maxzoom", std::to_string(sheet.zoom_to));
    put("attribution", known.attribution + " (" + known.licence + ")");
    put("type", "baselayer");
    put("json", std::move(json).finish());
}

} // namespace

Result<std::int64_t> write_mbtiles(store::Session& session, std::string_view dataset_id, std::string const& path)
{
    auto const known = find(session, dataset_id);
    if (!known) {
        return Error{Trouble::not_found, "map.unknown", std::string{dataset_id},
                     "no published dataset with this id has a map"};
    }
    std::int64_t count = 0;
    WF_TRY_VOID(store::write_sqlite_file(path, [&](store::Session& file) -> Result<void> {
        count = 0;
        file.script(tables);
        write_metadata(file, *known);
        for_each_tile(session, dataset_id, [&](tile::Address at, std::string_view content) {
            file.exec("INSERT INTO tiles (zoom_level, tile_column, tile_row, tile_data) VALUES ($1, $2, $3, $4)",
                      {at.zoom, at.column, turn_row(at.zoom, at.row), store::Bytes{content}});
            ++count;
        });
        file.script(index);
        return {};
    }));
    return count;
}

} // namespace wf::map
