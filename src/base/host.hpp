// SPDX-License-Identifier: EUPL-1.2
// Names of machines as settings hold them. Strict, so that no two readers of an address differ about whom it names.
#pragma once

#include <string_view>

namespace wf {

/// A name or an IPv4 address (letters, digits, - and dots), or an IPv6 address in brackets. Says nothing about whether it is there.
[[nodiscard]] bool is_host(std::string_view text);
/// This machine itself: localhost, 127.0.0.0/8, [::1]. Small letters only.
[[nodiscard]] bool is_loopback(std::string_view host);

} // namespace wf
