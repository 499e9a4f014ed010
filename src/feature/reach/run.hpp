// SPDX-License-Identifier: EUPL-1.2
// Stations three to five of reach: who reaches what in a municipality is worked out for all profiles and kinds of places, and a
// run reach.walk holds the answer.
#pragma once

#include "base/result.hpp"
#include "commons/walking/walking.hpp"
#include "kernel/reach/reach.hpp"
#include "platform/job/job.hpp"
#include "platform/settings/settings.hpp"
#include "platform/store/store.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace wf::reach_pages {

inline constexpr std::string_view run_kind = "reach.walk";

/// What a municipality may edit: the built-in files, or its own.
struct Rules {
    walking::Categories const& categories{walking::Categories::built_in()};
    walking::Profiles const& profiles{walking::Profiles::built_in()};
    walking::WalkPriors const& priors{walking::WalkPriors::built_in()};
};

struct ReachRun {
    std::string run_id;
    bool already_there{false}; ///< same inputs and settings as the current run
    std::size_t areas{0};
    std::size_t homes{0};
    std::size_t places{0};
};
/// Errors: those of load_town, job.cancelled.
Result<ReachRun> compute_reach_run(store::Store& store, std::string_view municipality, Rules const& rules,
                                   reach::Options const& options, std::string_view code_version,
                                   job::Progress& progress);
/// All municipalities that a network covers; without any network there is nothing to do.
Result<std::vector<ReachRun>> compute_reach_runs(store::Store& store, reach::Options const& options,
                                                 std::string_view code_version, job::Progress& progress);
/// The usual ones, with the number of draws that the setting reach.draws asks for.
[[nodiscard]] reach::Options options_of(settings::Settings const& settings);

} // namespace wf::reach_pages
