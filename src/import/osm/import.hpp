// SPDX-License-Identifier: EUPL-1.2
// Station 2: an extract of OpenStreetMap becomes a dataset with a network, homes and places: all there, or nothing.
#pragma once

#include "base/result.hpp"
#include "commons/intake/intake.hpp"
#include "platform/job/job.hpp"
#include "platform/store/store.hpp"

#include <string>

namespace wf::osm {

struct Request {
    std::string path;
    std::string file_name;
    std::string place; ///< "Kampen": part of the title and the slot
    std::string code_version;
};
/// Slot "osm.<place or file name>". Licence ODbL 1.0, attribution "© OpenStreetMap-bijdragers". Errors: those of read_extract,
/// file errors, job.cancelled.
Result<intake::Outcome> import_osm(store::Store& store, Request const& request, job::Progress& progress);

} // namespace wf::osm
