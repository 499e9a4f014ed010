// SPDX-License-Identifier: EUPL-1.2
// The small change of HTTP headers: words of ASCII in which capitals do not count, and lists of pieces.
#pragma once

#include <string_view>

namespace wf::http {

[[nodiscard]] constexpr char to_lower(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

[[nodiscard]] constexpr bool same(std::string_view text, std::string_view lower_case)
{
    if (text.size() != lower_case.size()) return false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (to_lower(text[i]) != lower_case[i]) return false;
    }
    return true;
}

/// Without blanks and tabs at both ends.
[[nodiscard]] std::string_view trimmed(std::string_view text);
/// Cuts off and gives the trimmed piece before `stop`, or all there is.
std::string_view take_until(std::string_view& text, char stop);
/// "0.85" in thousandths; what is no quality counts as 0, so that a malformed wish is never chosen.
[[nodiscard]] int read_quality(std::string_view text);

} // namespace wf::http
