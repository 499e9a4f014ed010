// SPDX-License-Identifier: EUPL-1.2
// Every route, asked as every role: what is in the answer, and what is not. *.roles.json says for each route who may; that is written
// by hand, and never read from the table of rights that it tests.
#pragma once

#include "base/result.hpp"
#include "commons/people/house.hpp"
#include "scenario.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace wf::http_scenarios {

/// Somebody who asks. All are made up.
struct Player {
    std::string name; ///< "researcher", "other"
    std::string token;
    std::string form_word;
    [[nodiscard]] bool has_account() const { return !token.empty(); }
};

/// Two workspaces and the one above, and people in them: one for each role in the first; "other" keeps the second, "top" the one above;
/// "hasty" keeps the first and gave no second proof; "guest" has no account.
struct Cast {
    std::vector<Player> players;
    Pairs names; ///< {workspace}, {member}, {invitation}, {member_mail} in requests
};
[[nodiscard]] Cast make_cast(store::Store& store, people::House& house);

struct RoleCase {
    std::string route; ///< "GET /beheer": as the site declares it
    Scenario scenario;
    std::vector<std::string> may;      ///< names of players
    std::vector<std::string> contains; ///< for who may; and for nobody else
    int status_with_account{0};        ///< who has an account is sent on; 0: the same as for a guest
};
/// Errors: json.*, scenario.*.
Result<std::vector<RoleCase>> read_role_cases(std::string_view bytes, Cast const& cast);

/// What is wrong with the answer to this player; empty when all is as it must be.
[[nodiscard]] std::vector<std::string> run_as(Player const& player, RoleCase const& one, std::uint16_t port);

} // namespace wf::http_scenarios
