// SPDX-License-Identifier: EUPL-1.2
// How long a text is for a person.
#pragma once

#include <algorithm>
#include <cstddef>
#include <string_view>

namespace wf {

/// Code points of well-formed UTF-8: a limit of "100 characters" counts an e with an accent once.
[[nodiscard]] inline std::size_t count_characters(std::string_view text)
{
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
        return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
    }));
}

} // namespace wf
