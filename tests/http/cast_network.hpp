// SPDX-License-Identifier: EUPL-1.2
// With whom the first workspace of the cast works: two partners with a line between them, a fact, a theme. All made up.
#pragma once

#include "commons/people/house.hpp"
#include "scenario.hpp"

#include <string>

namespace wf::http_scenarios {

/// {partner}, {partner_other}, {tie}, {theme} in requests.
[[nodiscard]] Pairs add_network(store::Store& store, people::House& house, std::string const& workspace);

} // namespace wf::http_scenarios
