// SPDX-License-Identifier: EUPL-1.2
#include "platform/http/token.hpp"

#include <algorithm>

namespace wf::http {

std::string_view trimmed(std::string_view text)
{
    auto const is_blank = [](char c) { return c == ' ' || c == '\t'; };
    while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
    while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
    return text;
}

std::string_view take_until(std::string_view& text, char stop)
{
    auto const end = text.find(stop);
    auto const piece = trimmed(text.substr(0, end));
    text = end == std::string_view::npos ? std::string_view{} : text.substr(end + 1);
    return piece;
}

int read_quality(std::string_view text)
{
    if (text.empty() || text.size() > 5 || (text[0] != '0' && text[0] != '1')) return 0;
    if (text.size() > 1 && text[1] != '.') return 0;
    int value = (text[0] - '0') * 1000;
    int weight = 100;
    for (char const c : text.substr(std::min<std::size_t>(2, text.size()))) {
        if (c < '0' || c > '9') return 0;
        value += (c - '0') * weight;
        weight /= 10;
    }
    return std::min(value, 1000);
}

} // namespace wf::http
