// SPDX-License-Identifier: EUPL-1.2
#include "platform/http/percent.hpp"

namespace wf::http {

namespace {

int hex_value(char c)
{
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

} // namespace

std::optional<std::string> read_percent(std::string_view text, Plus plus)
{
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size(); ++at) {
        char const c = text[at];
        if (c == '+' && plus == Plus::is_space) {
            out += ' ';
        } else if (c != '%') {
            out += c;
        } else {
            if (text.size() - at < 3) return std::nullopt;
            int const high = hex_value(text[at + 1]);
            int const low = hex_value(text[at + 2]);
            if (high < 0 || low < 0) return std::nullopt;
            out += static_cast<char>(high * 16 + low);
            at += 2;
        }
    }
    return out;
}

} // namespace wf::http
