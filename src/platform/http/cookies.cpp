// SPDX-License-Identifier: EUPL-1.2
#include "platform/http/message.hpp"
#include "platform/http/token.hpp"

#include <algorithm>

namespace wf::http {

namespace {

constexpr std::size_t max_cookies = 100;

bool is_name_char(char c)
{
    return c > ' ' && c < 0x7f && std::string_view{"()<>@,;:\\\"/[]?={}"}.find(c) == std::string_view::npos;
}

/// What RFC 6265 lets a server set, and the blanks and commas that browsers pass on all the same.
bool is_value_char(char c)
{
    return c >= ' ' && c < 0x7f && c != '"' && c != ';' && c != '\\';
}

} // namespace

Pairs read_cookies(std::string_view header)
{
    Pairs cookies;
    while (!header.empty() && cookies.size() < max_cookies) {
        auto const end = header.find(';');
        auto const piece = trimmed(header.substr(0, end));
        header = end == std::string_view::npos ? std::string_view{} : header.substr(end + 1);
        auto const equals = piece.find('=');
        if (equals == std::string_view::npos) continue;
        auto const name = trimmed(piece.substr(0, equals));
        auto value = trimmed(piece.substr(equals + 1));
        if (value.size() >= 2 && value.front() == '"' && value.back() == '"') {
            value = value.substr(1, value.size() - 2);
        }
        if (name.empty() || !std::all_of(name.begin(), name.end(), is_name_char)) continue;
        if (!std::all_of(value.begin(), value.end(), is_value_char)) continue;
        cookies.emplace_back(name, value);
    }
    return cookies;
}

} // namespace wf::http
