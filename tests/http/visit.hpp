// SPDX-License-Identifier: EUPL-1.2
// What one browser does, one question after the other, with its cookies: logging in, going on, logging out.
//
// In each step, {token} is the cookie of the login, {word} that of the latest form, {location} where the latest answer leads.
#pragma once

#include "roles.hpp"
#include "scenario.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace wf::http_scenarios {

/// People made for one scenario, who come from an address of their own: one with codes from a phone, "plain", who has none, and
/// one who just mistyped a dozen times.
struct Visitor {
    std::string peer;
    Player plain;
    /// As they stand in a body: {mail}, {plain_mail}, {unknown_mail}, {tired_mail}, {tired_nobody}, {password}, {code}, {next_code}, {recovery}, {other_recovery}.
    Pairs names;
};
[[nodiscard]] Visitor make_visitor(store::Store& store, people::House& house, int number);

/// Empty: all is as it must be.
[[nodiscard]] std::vector<std::string> run_steps(Scenario const& visit, Cast const& cast, Visitor const& visitor,
                                                 std::uint16_t port);

} // namespace wf::http_scenarios
