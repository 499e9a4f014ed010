// SPDX-License-Identifier: EUPL-1.2
#include "platform/file/pages.hpp"

#include <sys/mman.h>

#include <cstdint>

namespace wf::file {

void prefer_large_pages(void* begin, std::size_t bytes)
{
#ifdef MADV_HUGEPAGE
    constexpr std::uintptr_t page = std::uintptr_t{2} << 20;
    auto const from = (reinterpret_cast<std::uintptr_t>(begin) + page - 1) / page * page;
    auto const to = (reinterpret_cast<std::uintptr_t>(begin) + bytes) / page * page;
    // The answer does not matter: without large pages it works as well.
    if (from < to) static_cast<void>(::madvise(reinterpret_cast<void*>(from), to - from, MADV_HUGEPAGE));
#else
    static_cast<void>(begin);
    static_cast<void>(bytes);
#endif
}

} // namespace wf::file
