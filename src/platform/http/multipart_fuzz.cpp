// SPDX-License-Identifier: EUPL-1.2
// The parts lie in the form in order, their names are clean, and no file name holds a path.
#include "base/check.hpp"
#include "base/text.hpp"
#include "platform/http/message.hpp"

#include <cstddef>
#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(uint8_t const* data, size_t size)
{
    std::string_view const text{reinterpret_cast<char const*>(data), size};
    auto const parts = wf::http::read_multipart("multipart/form-data; boundary=b", text);
    (void)wf::http::read_multipart(text, "--b--");
    if (!parts) return 0;
    std::size_t at = 0;
    for (auto const& part : *parts) {
        WF_CHECK(!part.name.empty() && wf::is_utf8(part.name) && wf::is_utf8(part.file_name));
        WF_CHECK(part.file_name.find_first_of("/\\\r\n") == std::string::npos && part.file_name != "..");
        WF_CHECK(part.body.find("\r\n--b") == std::string::npos);
        at = text.find(part.body, at);
        WF_CHECK(at != std::string_view::npos);
        at += part.body.size();
    }
    return 0;
}
