// SPDX-License-Identifier: EUPL-1.2
// Any Accept header gives a format; a suffix always wins and is taken off.
#include "base/check.hpp"
#include "platform/http/message.hpp"

#include <cstddef>
#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(uint8_t const* data, size_t size)
{
    std::string_view const text{reinterpret_cast<char const*>(data), size};
    std::string path = "/a";
    auto const format = wf::http::choose_format(path, text);
    WF_CHECK(path == "/a");
    auto const twice = std::string{text} + ", " + std::string{text};
    WF_CHECK(wf::http::choose_format(path, twice) == format);
    path = "/a.csv";
    WF_CHECK(wf::http::choose_format(path, text) == wf::http::Format::csv && path == "/a");
    std::string own{text};
    (void)wf::http::choose_format(own, std::nullopt);
    WF_CHECK(text.starts_with(own));
    return 0;
}
