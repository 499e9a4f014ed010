// SPDX-License-Identifier: EUPL-1.2
#include "platform/oidc/address.hpp"

#include "base/host.hpp"
#include "base/percent.hpp"
#include "base/text.hpp"

#include <algorithm>

namespace wf::oidc {
namespace {

constexpr std::size_t longest_address = 2000;

bool may_stand_in_address(char c)
{
    constexpr std::string_view never = "\"<>\\^`{|}#";
    return c > ' ' && c < 0x7f && never.find(c) == std::string_view::npos;
}

} // namespace

Reach reach_of(std::string_view url)
{
    if (url.size() > longest_address || !std::all_of(url.begin(), url.end(), may_stand_in_address)) return Reach::none;
    bool const secure = url.starts_with("https://");
    if (!secure && !url.starts_with("http://")) return Reach::none;
    url.remove_prefix(secure ? 8 : 7);
    auto const authority = url.substr(0, url.find_first_of("/?"));
    auto const end_of_brackets = authority.starts_with('[') ? authority.find(']') : 0;
    if (end_of_brackets == std::string_view::npos) return Reach::none;
    auto const colon = authority.find(':', end_of_brackets);
    auto const host = authority.substr(0, colon);
    if (!is_host(host)) return Reach::none;
    if (colon != std::string_view::npos) {
        auto const port = parse_integer(authority.substr(colon + 1));
        if (!port || *port < 1 || *port > 65535) return Reach::none;
    }
    if (secure) return Reach::secure;
    return is_loopback(host) ? Reach::loopback : Reach::none;
}

std::string_view without_query(std::string_view url)
{
    return url.substr(0, url.find('?'));
}

std::string write_form(http::Pairs const& pairs)
{
    std::string out;
    for (auto const& [name, value] : pairs) {
        if (!out.empty()) out += '&';
        out += percent_encode(name);
        out += '=';
        out += percent_encode(value);
    }
    return out;
}

} // namespace wf::oidc
