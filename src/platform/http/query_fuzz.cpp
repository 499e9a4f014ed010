// SPDX-License-Identifier: EUPL-1.2
// What was read is text without NUL, and written again it is read as the same.
#include "base/check.hpp"
#include "base/text.hpp"
#include "platform/http/message.hpp"

#include <cstddef>
#include <cstdint>

namespace {

[[nodiscard]] std::string encode(std::string_view text)
{
    static constexpr std::string_view digits = "0123456789abcdef";
    std::string out;
    for (char const c : text) {
        auto const byte = static_cast<unsigned char>(c);
        out += '%';
        out += digits[byte >> 4U];
        out += digits[byte & 15U];
    }
    return out;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(uint8_t const* data, size_t size)
{
    std::string_view const text{reinterpret_cast<char const*>(data), size};
    auto const pairs = wf::http::read_query(text);
    if (!pairs) return 0;
    std::string again;
    for (auto const& [name, value] : *pairs) {
        WF_CHECK(wf::is_utf8(name) && wf::is_utf8(value));
        WF_CHECK((name + value).find('\0') == std::string::npos);
        again += encode(name) + '=' + encode(value) + '&';
    }
    WF_CHECK(wf::http::read_query(again).value() == *pairs);
    return 0;
}
