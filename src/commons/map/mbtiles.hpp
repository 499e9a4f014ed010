// SPDX-License-Identifier: EUPL-1.2
// A map as a file for other programs: MBTiles 1.3, which is a SQLite database with the tables metadata and tiles.
// Source       https://github.com/mapbox/mbtiles-spec, version 1.3.
#pragma once

#include "base/result.hpp"
#include "commons/map/map.hpp"

#include <cstdint>
#include <string>

namespace wf::map {

/// How many squares it holds. An older file of that name is replaced. Errors: map.unknown (no published dataset with this id has a
/// map), those of store::write_sqlite_file.
Result<std::int64_t> write_mbtiles(store::Session& session, std::string_view dataset_id, std::string const& path);

} // namespace wf::map
