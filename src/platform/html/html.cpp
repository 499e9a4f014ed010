// SPDX-License-Identifier: EUPL-1.2
#include "platform/html/html.hpp"

#include "base/check.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

namespace wf::html {

namespace {

/// Bytes that cannot stand as they are in text or in a quoted attribute.
constexpr std::array<bool, 256> make_special()
{
    std::array<bool, 256> special{};
    for (std::size_t byte = 0; byte < 0x20; ++byte) special[byte] = byte != '\n' && byte != '\t';
    for (unsigned char const byte : {'&', '<', '>', '"', '\'', '\x7f'}) special[byte] = true;
    return special;
}
constexpr auto special = make_special();

constexpr std::string_view entity_of(char c)
{
    switch (c) {
    case '&': return "&amp;";
    case '<': return "&lt;";
    case '>': return "&gt;";
    case '"': return "&quot;";
    case '\'': return "&#39;";
    default: return {}; // a control character, which HTML forbids
    }
}

constexpr std::size_t block_size = 16;
using Block = unsigned char __attribute__((vector_size(block_size)));

/// Is there nothing special among these 16 bytes? One vector comparison each; newline and tab count as special here and are
/// then looked at one by one, since they are rare.
bool is_plain_block(char const* bytes)
{
    Block block;
    std::memcpy(&block, bytes, block_size);
    auto const hit = (block < 0x20) | (block == '&') | (block == '<') | (block == '>') | (block == '"') |
                     (block == '\'') | (block == 0x7f);
    std::array<std::uint64_t, 2> halves{};
    std::memcpy(halves.data(), &hit, block_size);
    return (halves[0] | halves[1]) == 0;
}

constexpr std::size_t longest_entity = 6;

/// Writes `text` at `to`, which has room for six times as much; gives the end of what was written.
char* write_escaped(char* to, std::string_view text)
{
    std::size_t at = 0;
    while (at < text.size()) {
        while (text.size() - at >= block_size && is_plain_block(text.data() + at)) {
            std::memcpy(to, text.data() + at, block_size);
            to += block_size;
            at += block_size;
        }
        auto const end = std::min(text.size(), at + block_size);
        for (; at < end; ++at) {
            if (!special[static_cast<unsigned char>(text[at])]) {
                *to++ = text[at];
                continue;
            }
            for (auto const c : entity_of(text[at])) *to++ = c;
        }
    }
    return to;
}

} // namespace

void escape_into(std::string& out, std::string_view text)
{
    auto const before = out.size();
    out.resize(before + longest_entity * text.size());
    auto const* const end = write_escaped(out.data() + before, text);
    out.resize(static_cast<std::size_t>(end - out.data()));
}

std::string escape(std::string_view text)
{
    std::string out;
    out.reserve(text.size() + 16);
    escape_into(out, text);
    return out;
}

void Html::grow(std::size_t more)
{
    m_room.resize(std::max(2 * m_room.size(), m_used + more));
}

void Html::text(std::string_view words)
{
    constexpr std::size_t at_once = 4096; // so that a long text does not ask for six times its size
    while (!words.empty()) {
        auto const part = words.substr(0, at_once);
        if (m_room.size() - m_used < longest_entity * part.size()) grow(longest_entity * part.size());
        auto const* const end = write_escaped(m_room.data() + m_used, part);
        m_used = static_cast<std::size_t>(end - m_room.data());
        words.remove_prefix(part.size());
    }
}

void Html::marked(Marked marked)
{
    auto rest = marked.text;
    bool strong = false;
    for (;;) {
        auto const mark = rest.find("**");
        text(rest.substr(0, mark));
        if (mark == std::string_view::npos) break;
        append(strong ? "</b>" : "<b>");
        strong = !strong;
        rest.remove_prefix(mark + 2);
    }
    if (strong) append("</b>");
}

void Html::write_attribute(Attribute const& attribute)
{
    if (!attribute.present) return;
    append(" ");
    append(attribute.name);
    if (attribute.bare) return;
    append("=\"");
    text(attribute.value);
    append("\"");
}

namespace attr {

Attribute named(std::string_view name, std::string_view value)
{
    WF_CHECK(!name.empty() && name.find_first_of(" \t\n\"'>/=") == std::string_view::npos);
    WF_CHECK(!name.starts_with("on"));
    return {name, value};
}

Attribute href(std::string_view url)
{
    auto const starts = [&](std::string_view with) { return url.starts_with(with); };
    bool const ours = (starts("/") && !starts("//")) || starts("?") || starts("#");
    bool const known = starts("https://") || starts("http://") || starts("mailto:") || starts("tel:");
    return {"href", ours || known ? url : std::string_view{"#"}};
}

} // namespace attr
} // namespace wf::html
