// SPDX-License-Identifier: EUPL-1.2
// What the first workspace of the cast has on its agenda: one question that nobody looked at, one on the agenda, a plan that is being
// prepared and one that runs with a promise; studios, what was taken up, a programme. All made up.
#pragma once

#include "commons/people/house.hpp"
#include "scenario.hpp"

#include <string>

namespace wf::http_scenarios {

/// {question_new}, {question}, {question_link}, {plan_draft}, {plan}, {step}, {studio}, {studio_ended}, {round_open}, {round_closed}, {claim},
/// {claim_waiting}, {programme}, {line}, {activity}, {term}, {term_retired} in requests.
[[nodiscard]] Pairs add_agenda(store::Store& store, people::House& house, std::string const& workspace);

} // namespace wf::http_scenarios
