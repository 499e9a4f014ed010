// SPDX-License-Identifier: EUPL-1.2
// Random numbers that depend on seed, stream and position only (Philox4x32-10; Salmon and others, "Parallel random
// numbers: as easy as 1, 2, 3", 2011). Give each item its own stream, and the answer is the same for any number of
// threads. Not for secrets: ids, keys and tokens need the operating system's randomness.
#pragma once

#include <array>
#include <cstdint>
#include <optional>

namespace wf {

/// The bare function, for tests with published answers.
[[nodiscard]] std::array<std::uint32_t, 4> philox4x32_10(std::array<std::uint32_t, 4> const& counter,
                                                         std::array<std::uint32_t, 2> const& key);

class Random {
public:
    explicit Random(std::uint64_t seed, std::uint64_t stream = 0) : m_seed{seed}, m_stream{stream} {}

    /// The 128 bits at a place of this stream; does not move the sequence.
    [[nodiscard]] std::array<std::uint32_t, 4> bits(std::uint64_t counter) const;

    /// The next 64 bits: two to each place, from place 0.
    std::uint64_t next_u64();
    /// In [0, 1), all multiples of 2^-53.
    double uniform();
    /// 0 to n-1, each exactly as likely. n is not zero.
    std::uint64_t below(std::uint64_t n);
    /// Mean 0, standard deviation 1 (Box-Muller). Equal on machines whose log, sin and cos are equal.
    double normal();

private:
    std::uint64_t m_seed;
    std::uint64_t m_stream;
    std::uint64_t m_counter{0};
    std::optional<std::uint64_t> m_kept_bits;
    std::optional<double> m_kept_normal;
};

} // namespace wf
