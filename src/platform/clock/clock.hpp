// SPDX-License-Identifier: EUPL-1.2
// Now, and randomness from the operating system: the only place that asks for either.
#pragma once

#include <array>
#include <cstdint>
#include <string>

namespace wf {

/// Milliseconds since 1970 (UTC). WEEFSEL_NOW (milliseconds) in the environment fixes it, for tests.
[[nodiscard]] std::int64_t now_millis();
/// Fresh ids in canonical text: v7 (sorted by time) for our records, v4 for anything given without an account.
[[nodiscard]] std::string new_uuid_v7();
[[nodiscard]] std::string new_uuid_v4();
/// n hexadecimal digits nobody can guess.
[[nodiscard]] std::string random_hex(int digits);

} // namespace wf
