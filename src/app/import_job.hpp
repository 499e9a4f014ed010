// SPDX-License-Identifier: EUPL-1.2
// One import of a file from disk: which importer, which options; as a command, in the demo and (later) from a page.
#pragma once

#include "commons/intake/intake.hpp"
#include "commons/walking/rules.hpp"
#include "platform/job/job.hpp"
#include "platform/store/store.hpp"

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>

namespace wf::app {

struct ImportOrder {
    std::string importer; ///< "cbs", "osm" or "rivm"
    std::string path;
    std::map<std::string, std::string, std::less<>> options; ///< year, boundary-year, place, refused-share, no-map
    std::shared_ptr<walking::Rules const> rules{walking::Rules::built_in()};
};

/// Errors: import.unknown_importer, import.bad_option, those of the file and of the importer.
Result<intake::Outcome> run_import(store::Store& store, ImportOrder const& order, job::Progress& progress);

/// The same as a job with a record, waited for. `watch` sees the progress too, before the record does.
using Watch = std::function<void(std::int64_t done, std::int64_t total, std::string_view stage)>;
Result<intake::Outcome> run_import_job(job::Runner& runner, store::Store& store, ImportOrder const& order,
                                       Watch const& watch = {});

} // namespace wf::app
