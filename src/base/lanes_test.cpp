// SPDX-License-Identifier: EUPL-1.2
#include "base/lanes.hpp"

#include <algorithm>
#include <array>
#include <doctest/doctest.h>

namespace {

using Numbers = std::array<std::uint32_t, 2 * wf::lane_count + 1>;

struct LeastSum {
    std::uint32_t const* one;
    std::uint32_t const* other;
    std::uint32_t* least;

    WF_LANES_INLINE void operator()() const
    {
        for (std::size_t i = 0; i < 2 * wf::lane_count; i += wf::lane_count) {
            wf::Lanes a;
            wf::Lanes b;
            wf::load(a, one + i);
            wf::load(b, other + i);
            wf::lower(a, b + 1U);
            wf::store(least + i, a);
        }
    }
};

} // namespace

TEST_CASE("lanes count without sign, each by itself, wherever they stand in memory; wide registers change nothing")
{
    Numbers one{};
    Numbers other{};
    for (std::uint32_t i = 0; i < one.size(); ++i) {
        one[i] = i * 0x1357'9bdfU;
        other[i] = 0xffff'fff0U - i * 0x0246'8aceU;
    }
    Numbers wanted{};
    for (std::size_t i = 1; i < one.size(); ++i) wanted[i] = std::min(one[i], other[i] + 1);
    Numbers wide{};
    LeastSum const work{one.data() + 1, other.data() + 1, wide.data() + 1};
    wf::run_lanes(work);
    CHECK(wide == wanted);
    Numbers plain{};
    LeastSum{one.data() + 1, other.data() + 1, plain.data() + 1}();
    CHECK(plain == wanted);
}
