// SPDX-License-Identifier: EUPL-1.2
// Stations three to five of reach: who reaches what in a municipality is worked out for all profiles and kinds of places, and a
// run reach.walk holds the answer.
#pragma once

#include "base/result.hpp"
#include "commons/walking/rules.hpp"
#include "feature/reach/town.hpp"
#include "kernel/reach/reach.hpp"
#include "platform/job/job.hpp"
#include "platform/settings/settings.hpp"
#include "platform/store/store.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace wf::reach_pages {

inline constexpr std::string_view run_kind = "reach.walk";

using walking::Rules;

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
Result<std::vector<ReachRun>> compute_reach_runs(store::Store& store, Rules const& rules, reach::Options const& options,
                                                 std::string_view code_version, job::Progress& progress);
/// What a run says of how it was reckoned: the versions of the rules, draws, seed, observations. A JSON object.
[[nodiscard]] std::string write_settings(Rules const& rules, reach::Options const& options, PreparedTown const& town);
/// "soft" or "hard"
[[nodiscard]] std::string_view to_word(graph::LegLimit limit);
/// The usual ones, with what the settings reach.draws and reach.hard_legs ask for.
[[nodiscard]] reach::Options options_of(settings::Settings const& settings);

} // namespace wf::reach_pages
