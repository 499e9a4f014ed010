// SPDX-License-Identifier: EUPL-1.2
// For tests: what stands in a piece of markup, and how often.
#pragma once

#include <cstddef>
#include <string_view>

namespace wf::html::test {

inline bool has(std::string_view text, std::string_view piece)
{
    return text.find(piece) != std::string_view::npos;
}

inline std::size_t count(std::string_view text, std::string_view piece)
{
    std::size_t n = 0;
    for (auto at = text.find(piece); at != std::string_view::npos; at = text.find(piece, at + piece.size())) ++n;
    return n;
}

} // namespace wf::html::test
