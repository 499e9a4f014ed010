// SPDX-License-Identifier: EUPL-1.2
#include "commons/walking/version.hpp"

#include <xxhash.h>

namespace wf::walking {

std::string short_version(std::string_view canonical)
{
    constexpr std::size_t digits = 12;
    auto const hash = XXH3_64bits(canonical.data(), canonical.size());
    std::string text;
    for (std::size_t i = 0; i < digits; ++i) text += "0123456789abcdef"[(hash >> (60 - 4 * i)) & 15U];
    return text;
}

} // namespace wf::walking
