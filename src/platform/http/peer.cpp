// SPDX-License-Identifier: EUPL-1.2
#include "platform/http/peer.hpp"

#include <arpa/inet.h>

#include <algorithm>
#include <array>

namespace wf::http {

std::string place_of_peer(std::string_view peer)
{
    std::string const text{peer};
    std::array<unsigned char, 16> bytes{};
    if (inet_pton(AF_INET6, text.c_str(), bytes.data()) != 1) return text;
    // "::ffff:192.0.2.1" is an IPv4 address in the clothes of the other.
    constexpr std::array<unsigned char, 12> mapped{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff};
    bool const is_mapped = std::equal(mapped.begin(), mapped.end(), bytes.begin());
    if (!is_mapped) std::fill(bytes.begin() + 8, bytes.end(), static_cast<unsigned char>(0));
    std::array<char, INET6_ADDRSTRLEN> written{};
    if (is_mapped) inet_ntop(AF_INET, bytes.data() + mapped.size(), written.data(), written.size());
    else inet_ntop(AF_INET6, bytes.data(), written.data(), written.size());
    return written.data();
}

} // namespace wf::http
