// SPDX-License-Identifier: EUPL-1.2
// Browsers that somebody is logged in with. A login ends after a while without a visit and after a longer while in any case; its token
// changes at every step up (password, code), so that one that was planted before is worth nothing after.
#pragma once

#include "commons/people/accounts.hpp"
#include "platform/secret/wiped.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace wf::people {

/// How far somebody has come.
enum class Proof { password_code_waits, password, two_factors };

/// The token for the cookie.
[[nodiscard]] std::string begin_login(store::Session& session, House const& house, std::string_view person, Proof proof,
                                      std::string_view device);
/// Ends the one and begins another for the same browser.
[[nodiscard]] std::string step_up(store::Session& session, House const& house, std::string_view person,
                                  std::string_view old_token, Proof proof, std::string_view device);
void end_login(store::Session& session, std::string_view token);
/// Did this person log in with such a browser in the last ninety days? To be asked before a login is begun with it.
[[nodiscard]] bool knows_device(store::Session& session, std::string_view person, std::string_view device);
/// Of a person: all, but for the one with this stored name.
std::int64_t end_logins(store::Session& session, std::string_view person, std::string_view kept_login);
/// One, by its stored name, when it is this person's.
bool end_one_login(store::Session& session, std::string_view person, std::string_view login_id);

struct Login {
    std::string id;
    std::string started_at;
    std::string seen_at;
    std::string ends_at;
    std::string device;
    bool two_factors{false};
};
/// Those that still hold, newest first.
[[nodiscard]] std::vector<Login> list_logins(store::Session& session, House const& house, std::string_view person);

/// Who is behind a cookie; nobody when it does not hold. From memory where it can.
[[nodiscard]] KnownActor identify(store::Store& store, House& house, std::string_view token);
/// Who gave the password and still owes the code.
[[nodiscard]] std::optional<Account> find_waiting(store::Session& session, House const& house, std::string_view token);

/// "Firefox op Android": as much of the browser's own words as helps to know it again.
[[nodiscard]] std::string name_device(std::string_view user_agent);

struct LoginAttempt {
    std::string mail;
    secret::Wiped password;
    std::string peer;
};
/// Who that is. Takes as long for an address that nobody has. Errors: people.wrong_login, people.slow_down (detail = seconds to wait).
Result<Account> check_login(store::Store& store, House& house, LoginAttempt const& attempt);
/// The same for a code, for the person who owes it. Errors: people.wrong_code, people.code_again (it was used before), people.slow_down.
Result<void> check_code(store::Store& store, House& house, Account const& account, std::string_view typed,
                        std::string_view peer);

/// A link by mail, for an hour; nothing when nobody has this address, or the account is blocked.
struct Reset {
    Account account;
    std::string token;
};
[[nodiscard]] std::optional<Reset> begin_reset(store::Session& session, House const& house, std::string_view mail);
[[nodiscard]] std::optional<Account> find_reset(store::Session& session, House const& house, std::string_view token);
void end_resets(store::Session& session, std::string_view person);

} // namespace wf::people
