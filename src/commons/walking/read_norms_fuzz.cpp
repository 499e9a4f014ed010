// SPDX-License-Identifier: EUPL-1.2
// Whatever the bytes: an Error of ours with a code and a detail, or a value that keeps what the header promises.
#include "base/check.hpp"
#include "commons/walking/walking.hpp"

#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size)
{
    std::string_view const text{reinterpret_cast<char const*>(data), size};
    auto const result = wf::walking::read_norms(text);
    if (!result) {
        WF_CHECK(result.error().code.starts_with("walking."));
        WF_CHECK(!result.error().detail.empty());
        return 0;
    }
    for (auto const& [code, norms] : *result) {
        WF_CHECK(code == "*" || (code.size() == 6 && code.starts_with("GM")));
        WF_CHECK(!norms.empty());
        for (auto const& one : norms) WF_CHECK(one.least_percent >= 0 && one.least_percent <= 100);
    }
    return 0;
}
