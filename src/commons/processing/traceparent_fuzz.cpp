// SPDX-License-Identifier: EUPL-1.2
// Whatever the header: refused, or what was read is written as version 00 and read back as the same.
#include "base/check.hpp"
#include "commons/processing/traceparent.hpp"

#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size)
{
    using namespace wf::processing;
    std::string_view const header{reinterpret_cast<char const*>(data), size};
    auto const read = parse_traceparent(header);
    if (!read) {
        WF_CHECK(read.error().code == "traceparent.malformed");
        return 0;
    }
    auto const written = to_header(*read);
    WF_CHECK(parse_traceparent(written).value() == *read);
    WF_CHECK(header.find(read->trace_id) != std::string_view::npos);
    return 0;
}
