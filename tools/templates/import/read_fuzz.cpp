// SPDX-License-Identifier: EUPL-1.2
// Reading never crashes, and every row that was read is either kept or refused.
#include "import/@name@/read.hpp"

#include <cstddef>
#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size)
{
    auto const content = wf::@name@::read({reinterpret_cast<char const*>(data), size});
    if (!content) return 0;
    WF_CHECK(content->report.read == content->report.kept + content->report.refused);
    WF_CHECK(content->report.kept == static_cast<std::int64_t>(content->rows.size()));
    return 0;
}
