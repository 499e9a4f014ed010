// SPDX-License-Identifier: EUPL-1.2
// A network as bytes, for keeping: little-endian arrays behind a header with a version and a checksum (XXH3). Reading checks
// the size of every array before it is made, then reach::check; any bytes are safe to read.
// Errors       network.not_a_network, network.other_version, network.truncated, network.damaged, those of check.
#pragma once

#include "kernel/reach/network.hpp"

#include <cstddef>
#include <string>
#include <string_view>

namespace wf::reach {

[[nodiscard]] std::string encode_network(Network const& network);
[[nodiscard]] Result<Network> decode_network(std::string_view bytes);
/// Puts the header before what stands behind it, whatever that is: how tests and the fuzzer come behind the checksum.
[[nodiscard]] std::string seal_network(std::string_view payload);
inline constexpr std::size_t network_header_size = 24;

} // namespace wf::reach
