// SPDX-License-Identifier: EUPL-1.2
// Whatever the bytes: a register of which every name is fit for SQL, or an error with a code and a place.
#include "base/check.hpp"
#include "commons/processing/processing.hpp"
#include "commons/processing/read_part.hpp"

#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size)
{
    using namespace wf::processing;
    auto const read = read_processing({reinterpret_cast<char const*>(data), size});
    if (!read) {
        auto const& code = read.error().code;
        WF_CHECK(code == "processing.bad_register" || code.starts_with("json."));
        WF_CHECK(!code.starts_with("processing.") || !read.error().field.empty());
        return 0;
    }
    for (auto const& activity : read->activities) {
        for (auto const& rule : activity.rules) WF_CHECK(is_name(rule.table) && is_name(rule.column) && rule.days > 0);
    }
    WF_CHECK(!to_markdown(*read).empty());
    return 0;
}
