// SPDX-License-Identifier: EUPL-1.2
#include "import/rivm/read.hpp"

#include <cmath>

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size)
{
    std::string_view const bytes{reinterpret_cast<char const*>(data), size};
    auto const content = wf::rivm::read(bytes, wf::statistics::Measures::built_in());
    if (!content) {
        WF_CHECK(!content.error().code.empty());
        return 0;
    }
    WF_CHECK(content->report.read == content->report.kept + content->report.refused);
    WF_CHECK(content->report.kept == static_cast<std::int64_t>(content->rows.size()));
    WF_CHECK(content->set_aside <= content->report.refused);
    for (auto const& row : content->rows) {
        for (auto const& [measure, value] : row.figures)
            WF_CHECK(std::isfinite(value) && value >= 0 && value <= 100 && measure->unit == "percent");
    }
    return 0;
}
