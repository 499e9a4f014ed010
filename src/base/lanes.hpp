// SPDX-License-Identifier: EUPL-1.2
// Eight whole numbers at once, in the widest registers that the machine has, with the same answer on any machine.
// A loop over them is a type whose call operator is WF_LANES_INLINE, and run_lanes calls it. Only it may name Lanes: they are
// not for signatures.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>

namespace wf {

inline constexpr std::size_t lane_count = 8;
using Lanes [[gnu::vector_size(32)]] = std::uint32_t;

#define WF_LANES_INLINE [[gnu::always_inline]] inline

/// From and to anywhere in memory.
WF_LANES_INLINE void load(Lanes& lanes, std::uint32_t const* from)
{
    std::memcpy(&lanes, from, sizeof lanes);
}
WF_LANES_INLINE void store(std::uint32_t* to, Lanes const& lanes)
{
    std::memcpy(to, &lanes, sizeof lanes);
}
/// Lowers `lanes` to `other` where that is less.
WF_LANES_INLINE void lower(Lanes& lanes, Lanes const& other)
{
    lanes = other < lanes ? other : lanes;
}

#if defined(__x86_64__)
namespace detail {
template <class Work>
[[gnu::target("avx2")]] void run_avx2(Work const& work)
{
    work();
}
} // namespace detail

template <class Work>
void run_lanes(Work const& work)
{
    if (__builtin_cpu_supports("avx2") != 0) detail::run_avx2(work);
    else work();
}
#else
template <class Work>
void run_lanes(Work const& work)
{
    work();
}
#endif

} // namespace wf
