// SPDX-License-Identifier: EUPL-1.2
// A path that was read never leaves its root, holds no control characters and, encoded again, reads as the same.
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
    auto const path = wf::http::read_path(text);
    if (!path) return 0;
    WF_CHECK(path->starts_with('/') && wf::is_utf8(*path));
    auto const closed = *path + '/';
    for (auto const* bad : {"/../", "/./"}) WF_CHECK(closed.find(bad) == std::string::npos);
    WF_CHECK(path->find("//") == std::string::npos && path->find('\\') == std::string::npos);
    std::string again;
    for (char const c : *path) {
        WF_CHECK(static_cast<unsigned char>(c) >= 0x20 && c != 0x7f);
        again += c == '/' ? "/" : encode({&c, 1});
    }
    WF_CHECK(wf::http::read_path(again).value() == *path);
    return 0;
}
