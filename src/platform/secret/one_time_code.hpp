// SPDX-License-Identifier: EUPL-1.2
// Six digits that change every half minute, made by a phone and by us from the same secret (TOTP, RFC 6238 with HMAC-SHA-1, which
// is what authenticator apps know), and words for who lost the phone.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace wf::secret {

inline constexpr std::int64_t code_step_seconds = 30;

/// 160 random bits.
[[nodiscard]] std::string new_code_secret();
/// The digits at a step (seconds since 1970 / 30).
[[nodiscard]] std::string code_at(std::string_view secret, std::int64_t step, int digits = 6);
/// The step for which the code holds: now, or one step earlier or later, since clocks differ; never one at or before `last_used`, so
/// that a code works once. Blanks in what was typed do not count.
[[nodiscard]] std::optional<std::int64_t> find_code_step(std::string_view secret, std::string_view typed,
                                                         std::int64_t now_seconds, std::int64_t last_used);

/// RFC 4648 base 32 without padding: how a secret is typed over.
[[nodiscard]] std::string to_base32(std::string_view bytes);
/// "otpauth://totp/Weefsel:NAME?secret=...": what the drawing for the phone says.
[[nodiscard]] std::string code_address(std::string_view secret, std::string_view issuer, std::string_view account);

/// Ten words of 50 random bits, "k7w2-9fqx-mr" without letters that look alike.
[[nodiscard]] std::vector<std::string> new_recovery_codes();
/// As it was made, whatever capitals, blanks and dashes were typed.
[[nodiscard]] std::string tidy_recovery_code(std::string_view typed);

} // namespace wf::secret
