// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "feature/reach/run.hpp"
#include "platform/web/feature.hpp"

#include <memory>
#include <vector>

namespace wf::reach_pages {

/// weefsel reach run | show | way | gaps | what-if | rules | observations | accept | reject
[[nodiscard]] std::vector<web::Command> make_commands(std::shared_ptr<Rules const> rules);
/// weefsel reach proposals | proposal show | proposal remove
[[nodiscard]] std::vector<web::Command> make_proposal_commands();

/// The first argument, or that of this site.
[[nodiscard]] std::string municipality_of(web::CommandInput const& input);
/// --profile, or a rollator. Error: reach.unknown_profile.
Result<walking::WalkerProfile const*> find_profile(web::CommandInput const& input, Rules const& rules);

/// The way from one spot to another and back: JSON.
Result<int> way_command(web::CommandInput const& input, Rules const& rules);
/// What a folder of own files changes (before it is set as walking.folder), or the files in force do: CSV.
Result<int> rules_command(web::CommandInput const& input, Rules const& in_force);

} // namespace wf::reach_pages
