// SPDX-License-Identifier: EUPL-1.2
// Percent-encoding, read strictly: a % must be followed by two hexadecimal digits.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace wf::http {

enum class Plus { is_plus, is_space };

/// The bytes that `text` stands for; nothing when a % is not well formed. The bytes are not checked further.
[[nodiscard]] std::optional<std::string> read_percent(std::string_view text, Plus plus);

} // namespace wf::http
