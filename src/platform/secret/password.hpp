// SPDX-License-Identifier: EUPL-1.2
// Passwords: which ones are good enough, and what is kept of them (argon2id, RFC 9106).
//
// 32 MiB and three passes: above the least that OWASP advises (19 MiB, two passes), 32 ms here (`./wf bench login`). Who calls this decides how many run
// at the same time, and so how much memory they take: see http::Lane::slow.
#pragma once

#include "base/result.hpp"
#include "platform/secret/seal.hpp"

#include <span>
#include <string>
#include <string_view>

namespace wf::secret {

inline constexpr std::size_t least_password = 12; ///< characters, not bytes
inline constexpr std::size_t most_password = 128;

/// Long enough, and not made of one or two obvious words ("wachtwoord2026!", "kampenwelkom12"), nor of a row of keys or one
/// repeated piece. There is no rule about capitals or signs. `about`: words that say who or where this is (name, mail, place).
/// Errors: password.too_short, password.too_long, password.obvious.
Result<void> check_password(std::string_view password, std::span<std::string const> about);

/// "p1$argon2id$v=19$..." with a salt of its own: argon2id of HMAC-SHA-256 of the password with `pepper`, a key that is kept outside the
/// database, so that nobody can guess passwords who has only that.
[[nodiscard]] std::string hash_password(std::string_view password, Key const& pepper);
/// Also of a hash without pepper, "$argon2id$...", as they were made before.
[[nodiscard]] bool is_password(std::string_view password, std::string const& hash, Key const& pepper);
/// Takes as long as is_password: for an account that is not there, so that the time tells nothing.
void waste_time_as_for_a_password(std::string_view password);
/// Was it made without pepper, or with other costs than today's? Then it is hashed anew at the next login.
[[nodiscard]] bool needs_new_hash(std::string const& hash);

} // namespace wf::secret
