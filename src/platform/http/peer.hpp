// SPDX-License-Identifier: EUPL-1.2
// Who is at the other side, as far as limits go. An address is never kept longer than they need.
#pragma once

#include <string>
#include <string_view>

namespace wf::http {

/// Which addresses count as one place: an IPv4 address alone, of IPv6 the first 64 bits, since a house gets all addresses behind those.
/// What is no address is itself.
[[nodiscard]] std::string place_of_peer(std::string_view peer);

} // namespace wf::http
