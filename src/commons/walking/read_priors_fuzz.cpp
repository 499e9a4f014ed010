// SPDX-License-Identifier: EUPL-1.2
// Whatever the bytes: an Error of ours with a code and a detail, or a value that keeps what the header promises.
#include "base/check.hpp"
#include "commons/walking/walking.hpp"

#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size)
{
    std::string_view const text{reinterpret_cast<char const*>(data), size};
    auto const result = wf::walking::read_priors(text);
    if (!result) {
        WF_CHECK(result.error().code.starts_with("walking."));
        WF_CHECK(!result.error().detail.empty());
        return 0;
    }
    for (auto const& one : result->entries) {
        WF_CHECK(0 <= one.prior.low && one.prior.low <= one.prior.chance);
        WF_CHECK(one.prior.chance <= one.prior.high && one.prior.high <= 1);
        for (auto const road : one.roads) {
            for (auto const surroundings : one.surroundings)
                WF_CHECK(result->priors.at(one.attribute, road, surroundings) == one.prior);
        }
    }
    WF_CHECK(wf::walking::read_priors(text)->version == result->version);
    return 0;
}
