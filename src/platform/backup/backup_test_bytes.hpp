// SPDX-License-Identifier: EUPL-1.2
// Bytes in memory for a reader. Only tests of this folder include this header.
#pragma once

#include "platform/backup/container.hpp"

#include <algorithm>
#include <cstring>

namespace wf::backup {

/// `bytes` outlives what reads it.
inline Reader::Get from(std::string const& bytes)
{
    return [&bytes, at = std::size_t{0}](std::span<char> into) mutable {
        auto const size = std::min(into.size(), bytes.size() - at);
        std::memcpy(into.data(), bytes.data() + at, size);
        at += size;
        return size;
    };
}

} // namespace wf::backup
