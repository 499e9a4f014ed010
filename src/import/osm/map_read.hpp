// SPDX-License-Identifier: EUPL-1.2
// An extract as what our map draws of it: three walks of its own through the file (relations, ways, nodes), after the walking
// network was made and written, so that the two are never in memory together.
// Errors       those of scan; osm.too_large.
#pragma once

#include "import/osm/map_things.hpp"
#include "import/osm/scan.hpp"

#include <functional>
#include <string>
#include <string_view>

namespace wf::osm {

/// `progress` hears the part that was read, 0 to 1.
Result<MapThings> read_map(std::string const& path, std::function<void(double part)> const& progress = {});
/// The same from bytes, for small files, tests and fuzzing.
Result<MapThings> read_map_bytes(std::string_view bytes);

} // namespace wf::osm
