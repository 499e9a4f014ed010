// SPDX-License-Identifier: EUPL-1.2
// What we know of somebody, given to them; and somebody who goes.
#pragma once

#include "commons/people/accounts.hpp"
#include "commons/runs/runs.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace wf::people {

/// Everything that is about this person, as a JSON object: account, part in workspaces, logins, their own reflections, and what stands in the
/// trail by or about them. That it was given stands in the log of processing, so this writes. Error: people.unknown.
Result<std::string> export_person(store::Session& session, House const& house, std::string_view person);

/// The account, its logins and parts are removed, and the key that opens all sealed words about this person is destroyed. What it did
/// stays in the trail, by somebody who cannot be known any more, and the chain holds. Current runs that used this person are taken off
/// the pages and given, to be made anew without them. Errors: people.unknown, people.last_administrator.
Result<std::vector<runs::Run>> erase_person(store::Session& session, House const& house, std::string_view person,
                                            std::string_view actor);

} // namespace wf::people
