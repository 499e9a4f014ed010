// SPDX-License-Identifier: EUPL-1.2
#include "base/random.hpp"

#include "base/check.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <vector>

using namespace wf;

namespace {

using Four = std::array<std::uint32_t, 4>;

} // namespace

TEST_CASE("random: the known answers of Philox4x32-10 that its authors publish (kat_vectors of Random123)")
{
    CHECK(philox4x32_10({0, 0, 0, 0}, {0, 0}) == Four{0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8});
    CHECK(philox4x32_10({0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff}, {0xffffffff, 0xffffffff}) ==
          Four{0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd});
    CHECK(philox4x32_10({0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344}, {0xa4093822, 0x299f31d0}) ==
          Four{0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1});
}

TEST_CASE("random: seed is the key, place and stream are the counter")
{
    CHECK(Random{0, 0}.bits(0) == Four{0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8});
    CHECK(Random{0x299f31d0a4093822, 0x0370734413198a2e}.bits(0x85a308d3243f6a88) ==
          Four{0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1});
    Random sequence{0, 0};
    CHECK(sequence.next_u64() == 0xe169c58d6627e8d5);
    CHECK(sequence.next_u64() == 0x9b00dbd8bc57ac4c);
    auto const second = sequence.bits(1);
    CHECK(sequence.next_u64() == (std::uint64_t{second[1]} << 32 | second[0]));
}

TEST_CASE("random: a stream does not depend on the order in which others are used")
{
    auto const draw = [](std::uint64_t item) {
        Random random{42, item};
        return random.normal() + random.uniform();
    };
    std::vector<double> forward;
    std::vector<double> backward;
    for (std::uint64_t item = 0; item < 50; ++item) {
        forward.push_back(draw(item));
        backward.push_back(draw(49 - item));
    }
    std::reverse(backward.begin(), backward.end());
    CHECK(forward == backward);
    std::sort(forward.begin(), forward.end());
    CHECK(std::adjacent_find(forward.begin(), forward.end()) == forward.end());
    CHECK(Random{1, 0}.next_u64() != Random{2, 0}.next_u64());
}

TEST_CASE("random: uniform fills [0, 1) evenly")
{
    Random random{2026, 1};
    constexpr int draws = 100'000;
    std::array<int, 10> bins{};
    for (int i = 0; i < draws; ++i) {
        double const u = random.uniform();
        REQUIRE(u >= 0.0);
        REQUIRE(u < 1.0);
        ++bins[static_cast<std::size_t>(u * 10)];
    }
    double chi_square = 0;
    for (int const count : bins) chi_square += (count - draws / 10.0) * (count - draws / 10.0) / (draws / 10.0);
    CHECK(chi_square < 27.88); // 99.9 % point with 9 degrees of freedom; the seed is fixed
}

TEST_CASE("random: below stays below and is even, also where a remainder would favour the low half")
{
    Random random{7, 3};
    CHECK(random.below(1) == 0);
    std::array<int, 6> bins{};
    for (int i = 0; i < 60'000; ++i) ++bins[static_cast<std::size_t>(random.below(6))];
    double chi_square = 0;
    for (int const count : bins) chi_square += (count - 10'000.0) * (count - 10'000.0) / 10'000.0;
    CHECK(chi_square < 20.52); // 99.9 % point with 5 degrees of freedom

    // With n = 3/4 of 2^64, a plain remainder would give the first third of the answers half of the draws.
    std::uint64_t const n = std::uint64_t{3} << 62;
    int first_third = 0;
    for (int i = 0; i < 30'000; ++i) {
        std::uint64_t const draw = random.below(n);
        REQUIRE(draw < n);
        first_third += draw < n / 3;
    }
    CHECK(std::abs(first_third - 10'000) < 330); // four standard deviations
    CHECK_THROWS_AS((void)random.below(0), Bug);
}

TEST_CASE("random: normal has the moments of a normal distribution")
{
    Random random{99, 0};
    constexpr int draws = 200'000;
    double sum = 0;
    double squares = 0;
    double fourths = 0;
    int within_one = 0;
    for (int i = 0; i < draws; ++i) {
        double const z = random.normal();
        REQUIRE(std::isfinite(z));
        sum += z;
        squares += z * z;
        fourths += z * z * z * z;
        within_one += std::fabs(z) < 1.0;
    }
    // Each within four standard errors.
    CHECK(std::fabs(sum / draws) < 4 * std::sqrt(1.0 / draws));
    CHECK(std::fabs(squares / draws - 1.0) < 4 * std::sqrt(2.0 / draws));
    CHECK(std::fabs(fourths / draws - 3.0) < 4 * std::sqrt(96.0 / draws));
    CHECK(std::fabs(static_cast<double>(within_one) / draws - 0.682689492) < 4 * std::sqrt(0.2166 / draws));
}
