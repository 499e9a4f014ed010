// SPDX-License-Identifier: EUPL-1.2
// What was read is printable, and written again it is read as the same.
#include "base/check.hpp"
#include "platform/http/message.hpp"

#include <cstddef>
#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(uint8_t const* data, size_t size)
{
    std::string_view const text{reinterpret_cast<char const*>(data), size};
    auto const cookies = wf::http::read_cookies(text);
    std::string again;
    for (auto const& [name, value] : cookies) {
        WF_CHECK(!name.empty() && name.find_first_of("=; \t\r\n") == std::string::npos);
        WF_CHECK(value.find_first_of("\";\r\n") == std::string::npos);
        again += name + "=\"" + value + "\";";
    }
    WF_CHECK(wf::http::read_cookies(again) == cookies);
    return 0;
}
