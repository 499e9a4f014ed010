// SPDX-License-Identifier: EUPL-1.2
// The map of an extract, for intake: read and drawn when its turn to be written has come.
#pragma once

#include "commons/intake/intake.hpp"
#include "import/osm/map_plan.hpp"
#include "kernel/geo/polygon.hpp"
#include "platform/job/job.hpp"

#include <string>

namespace wf::osm {

/// `progress` must outlive what is returned; its stages are "reading the map" and "drawing the map". Errors of the maker: those of
/// read_map, job.cancelled.
[[nodiscard]] intake::MapMaker make_map_maker(std::string const& path, geo::Box const& extent, job::Progress& progress);

} // namespace wf::osm
