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

/// The start of a text, never cut inside a character.
[[nodiscard]] inline std::string_view first_characters(std::string_view text, std::size_t most)
{
    auto const* at = text.begin();
    for (std::size_t seen = 0; at != text.end(); ++at) {
        bool const begins = (static_cast<unsigned char>(*at) & 0xC0U) != 0x80U;
        if (begins && seen++ == most) break;
    }
    return text.substr(0, static_cast<std::size_t>(at - text.begin()));
}

} // namespace wf
