// SPDX-License-Identifier: EUPL-1.2
#include "base/random.hpp"

#include "base/check.hpp"

#include <Random123/philox.h>

#include <cmath>
#include <numbers>
#include <utility>

namespace wf {
namespace {

__extension__ typedef unsigned __int128 Wide;

constexpr std::uint32_t low(std::uint64_t bits)
{
    return static_cast<std::uint32_t>(bits);
}

constexpr std::uint32_t high(std::uint64_t bits)
{
    return static_cast<std::uint32_t>(bits >> 32);
}

constexpr std::uint64_t joined(std::uint32_t low_half, std::uint32_t high_half)
{
    return std::uint64_t{high_half} << 32 | low_half;
}

} // namespace

std::array<std::uint32_t, 4> philox4x32_10(std::array<std::uint32_t, 4> const& counter,
                                           std::array<std::uint32_t, 2> const& key)
{
    philox4x32_ctr_t const place{{counter[0], counter[1], counter[2], counter[3]}};
    philox4x32_key_t const with{{key[0], key[1]}};
    philox4x32_ctr_t const answer = philox4x32_R(10, place, with);
    return {answer.v[0], answer.v[1], answer.v[2], answer.v[3]};
}

std::array<std::uint32_t, 4> Random::bits(std::uint64_t counter) const
{
    return philox4x32_10({low(counter), high(counter), low(m_stream), high(m_stream)}, {low(m_seed), high(m_seed)});
}

std::uint64_t Random::next_u64()
{
    if (m_kept_bits) return *std::exchange(m_kept_bits, std::nullopt);
    auto const block = bits(m_counter++);
    m_kept_bits = joined(block[2], block[3]);
    return joined(block[0], block[1]);
}

double Random::uniform()
{
    return static_cast<double>(next_u64() >> 11) * 0x1p-53;
}

std::uint64_t Random::below(std::uint64_t n)
{
    WF_CHECK(n > 0);
    // The high half of bits * n is the answer; the low half tells which bits to throw away so that all answers weigh
    // the same (Lemire, "Fast random integer generation in an interval", 2019).
    std::uint64_t const uneven = (std::uint64_t{0} - n) % n;
    for (;;) {
        Wide const product = Wide{next_u64()} * n;
        if (static_cast<std::uint64_t>(product) >= uneven) return static_cast<std::uint64_t>(product >> 64);
    }
}

double Random::normal()
{
    if (m_kept_normal) return *std::exchange(m_kept_normal, std::nullopt);
    double const radius = std::sqrt(-2.0 * std::log(1.0 - uniform())); // 1 - u is never zero
    double const angle = 2.0 * std::numbers::pi * uniform();
    m_kept_normal = radius * std::sin(angle);
    return radius * std::cos(angle);
}

} // namespace wf
