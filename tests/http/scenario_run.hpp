// SPDX-License-Identifier: EUPL-1.2
// Asks a scenario's question over a socket and lists what is wrong with the answer.
#pragma once

#include "raw_client.hpp"
#include "scenario.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace wf::http_scenarios {

[[nodiscard]] Answer ask(Scenario const& scenario, std::uint16_t port);
/// What is wrong with that answer. Empty: all is as it must be.
[[nodiscard]] std::vector<std::string> judge(Scenario const& scenario, Answer const& answer, std::uint16_t port);
/// Both.
[[nodiscard]] std::vector<std::string> run(Scenario const& scenario, std::uint16_t port);

/// What holds for every answer, whatever was asked: headers that protect the reader, bodies that are what they say, nothing from
/// elsewhere, no number that is none.
[[nodiscard]] std::vector<std::string> check_always(Answer const& answer, bool has_body);

/// A number that is none, or a code for "unknown" that was taken for one; empty when there is nothing of the kind.
[[nodiscard]] std::string find_bad_number(std::string_view text);

} // namespace wf::http_scenarios
