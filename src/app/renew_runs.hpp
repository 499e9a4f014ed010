// SPDX-License-Identifier: EUPL-1.2
// When somebody withdrew, the runs that used them were taken off the pages (runs::take_down_using). Here they are made anew, from what
// there still is: the new version does not use who withdrew, the old one stays readable as what was said before.
#pragma once

#include "commons/runs/runs.hpp"
#include "platform/job/job.hpp"
#include "platform/settings/settings.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace wf::app {

struct Renewed {
    std::size_t made{0};
    std::vector<runs::Missing> left; ///< could not be made from what there still is
};
/// Nothing missing: nothing is done. Errors: those of after_import.
Result<Renewed> renew_runs(store::Store& store, settings::Settings const& settings, std::string const& version,
                           job::Progress& progress);

/// Starts a job when runs are missing that were not tried before. To be asked now and then by a running server.
class RunRenewal {
public:
    RunRenewal(store::Store& store, settings::Settings const& settings, std::string version, job::Runner& runner)
        : m_store{store}, m_settings{settings}, m_version{std::move(version)}, m_runner{runner}
    {
    }
    void look();

private:
    store::Store& m_store;
    settings::Settings const& m_settings;
    std::string m_version;
    job::Runner& m_runner;
    std::vector<runs::Missing> m_tried;
    std::optional<std::uint64_t> m_seen; ///< the generation of the store at the last look that found nothing to do
};

} // namespace wf::app
