// SPDX-License-Identifier: EUPL-1.2
// Percent-encoding (RFC 3986), written: what may stand anywhere in an address. Read back by platform/http/percent.hpp.
#pragma once

#include <string>
#include <string_view>

namespace wf {

/// Letters, digits, -._~ and the signs of `kept` stay; each other byte becomes %XX.
[[nodiscard]] std::string percent_encode(std::string_view text, std::string_view kept = "");

} // namespace wf
