// SPDX-License-Identifier: EUPL-1.2
// One import of a file from disk: which importer, which options; as a command, in the demo and (later) from a page.
#pragma once

#include "commons/intake/intake.hpp"
#include "platform/job/job.hpp"
#include "platform/store/store.hpp"

#include <map>
#include <string>

namespace wf::app {

struct ImportOrder {
    std::string importer; ///< "cbs" or "rivm"
    std::string path;
    std::map<std::string, std::string, std::less<>> options; ///< year, boundary-year, place, refused-share
};

/// Errors: import.unknown_importer, import.bad_option, those of the file and of the importer.
Result<intake::Outcome> run_import(store::Store& store, ImportOrder const& order, job::Progress& progress);

} // namespace wf::app
