// SPDX-License-Identifier: EUPL-1.2
#include "base/host.hpp"

#include "base/text.hpp"

#include <algorithm>

namespace wf {
namespace {

bool may_stand_in_host(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' || c == '.';
}

bool may_stand_in_brackets(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F') || c == ':' || c == '.';
}

} // namespace

bool is_host(std::string_view host)
{
    if (host.size() > 255) return false;
    if (host.starts_with('['))
        return host.size() > 4 && host.ends_with(']') &&
               std::all_of(host.begin() + 1, host.end() - 1, may_stand_in_brackets);
    return !host.empty() && host.front() != '-' && host.front() != '.' &&
           std::all_of(host.begin(), host.end(), may_stand_in_host);
}

bool is_loopback(std::string_view host)
{
    if (host == "localhost" || host == "[::1]") return true;
    auto const parts = split(host, '.');
    if (parts.size() != 4 || parts[0] != "127") return false;
    return std::all_of(parts.begin(), parts.end(), [](std::string_view part) {
        auto const number = parse_integer(part);
        return number && *number >= 0 && *number <= 255;
    });
}

} // namespace wf
