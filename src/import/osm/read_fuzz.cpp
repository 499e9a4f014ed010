// SPDX-License-Identifier: EUPL-1.2
#include "import/osm/read.hpp"

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size)
{
    std::string_view const bytes{reinterpret_cast<char const*>(data), size};
    auto const extract = wf::osm::read_extract_bytes(bytes, wf::walking::Categories::built_in());
    if (!extract) {
        WF_CHECK(!extract.error().code.empty() && !extract.error().detail.empty());
        return 0;
    }
    WF_CHECK(wf::reach::check(extract->network).has_value());
    WF_CHECK(extract->report.read == extract->report.kept + extract->report.refused);
    WF_CHECK(extract->set_aside <= extract->report.refused);
    for (auto const& edge : extract->network.edges) WF_CHECK(edge.metres >= 0);
    return 0;
}
