// SPDX-License-Identifier: EUPL-1.2
// Whatever the bytes: an Error with a code, or a value that is the same after writing and reading it again.
#include "base/check.hpp"
#include "base/text.hpp"
#include "platform/json/json.hpp"

#include <cstdint>

namespace {

std::string written(wf::json::Value const& value)
{
    std::string text;
    if (auto const held = value.boolean()) return *held ? "true" : "false";
    if (auto const held = value.number()) return wf::to_text(*held);
    if (auto const* const held = value.text()) {
        text = "\"";
        constexpr char digits[] = "0123456789abcdef";
        for (char const c : *held) {
            bool const plain = static_cast<unsigned char>(c) >= ' ' && c != '"' && c != '\\';
            text += plain ? std::string{c} : std::string{"\\u00"} + digits[(c >> 4) & 15] + digits[c & 15];
        }
        return text + "\"";
    }
    if (auto const* const held = value.array()) {
        for (auto const& item : *held) text += (text.empty() ? "" : ",") + written(item);
        return "[" + text + "]";
    }
    if (auto const* const held = value.object()) {
        for (auto const& [key, item] : *held)
            text += (text.empty() ? "" : ",") + written(wf::json::Value{key}) + ":" + written(item);
        return "{" + text + "}";
    }
    return "null";
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size)
{
    auto const value = wf::json::read({reinterpret_cast<char const*>(data), size}, {.bytes = 1U << 20, .depth = 64});
    if (!value) {
        WF_CHECK(value.error().code.starts_with("json."));
        return 0;
    }
    auto const text = written(*value);
    WF_CHECK(written(wf::json::read(text).value()) == text);
    return 0;
}
