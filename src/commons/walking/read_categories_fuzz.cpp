// SPDX-License-Identifier: EUPL-1.2
// Whatever the bytes: an Error of ours with a code and a detail, or a value that keeps what the header promises.
#include "base/check.hpp"
#include "commons/walking/walking.hpp"

#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size)
{
    std::string_view const text{reinterpret_cast<char const*>(data), size};
    auto const result = wf::walking::read_categories(text);
    if (!result) {
        WF_CHECK(result.error().code.starts_with("walking."));
        WF_CHECK(!result.error().detail.empty());
        return 0;
    }
    WF_CHECK(!result->all().empty());
    for (auto const& one : result->all()) {
        WF_CHECK(result->find(one.id) == &one);
        WF_CHECK(one.limit_minutes == 5 || one.limit_minutes == 10 || one.limit_minutes == 15);
        WF_CHECK(!one.any_of.empty());
    }
    WF_CHECK(wf::walking::read_categories(text)->version() == result->version());
    return 0;
}
