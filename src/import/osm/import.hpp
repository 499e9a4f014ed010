// SPDX-License-Identifier: EUPL-1.2
// Station 2: an extract of OpenStreetMap becomes a dataset with a network, homes, places and a map: all there, or nothing.
#pragma once

#include "base/result.hpp"
#include "commons/intake/intake.hpp"
#include "commons/walking/walking.hpp"
#include "platform/job/job.hpp"
#include "platform/store/store.hpp"

#include <string>

namespace wf::osm {

/// Whether the squares of a map are made too (import/osm/map_plan.hpp).
enum class WithMap { yes, no };

struct Request {
    std::string path;
    std::string file_name;
    std::string place; ///< "Kampen": part of the title and the slot
    std::string code_version;
    walking::Categories const& categories{walking::Categories::built_in()}; ///< which tags make which kind of place
    WithMap map{WithMap::yes};
};
/// Slot "osm.<place or file name>". Licence ODbL 1.0, attribution "© OpenStreetMap-bijdragers". Errors: those of read_extract,
/// file errors, job.cancelled.
Result<intake::Outcome> import_osm(store::Store& store, Request const& request, job::Progress& progress);

} // namespace wf::osm
