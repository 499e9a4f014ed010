// SPDX-License-Identifier: EUPL-1.2
#include "platform/html/html.hpp"

#include "base/check.hpp"

#include <array>

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

/// Is there anything special among these 16 bytes? Written so that the compiler makes a few vector instructions of it.
bool is_plain_block(char const* bytes)
{
    unsigned char any = 0;
    for (int i = 0; i < 16; ++i) {
        auto const c = static_cast<unsigned char>(bytes[i]);
        // One test for all below 0x20, also newline and tab: those are rare enough to be looked at one by one.
        any = static_cast<unsigned char>(any | (c < 0x20) | (c == '&') | (c == '<') | (c == '>') | (c == '"') | (c == '\'') |
                                         (c == 0x7f));
    }
    return any == 0;
}

} // namespace

void escape_into(std::string& out, std::string_view text)
{
    std::size_t kept = 0; // where the plain run begins that is still to be copied
    for (std::size_t at = 0; at < text.size(); ++at) {
        while (text.size() - at >= 16 && is_plain_block(text.data() + at)) at += 16;
        if (at == text.size()) break;
        if (!special[static_cast<unsigned char>(text[at])]) continue;
        out += text.substr(kept, at - kept);
        out += entity_of(text[at]);
        kept = at + 1;
    }
    out += text.substr(kept);
}

std::string escape(std::string_view text)
{
    std::string out;
    out.reserve(text.size() + 16);
    escape_into(out, text);
    return out;
}

void Html::marked(Marked marked)
{
    auto rest = marked.text;
    bool strong = false;
    for (;;) {
        auto const mark = rest.find("**");
        escape_into(m_out, rest.substr(0, mark));
        if (mark == std::string_view::npos) break;
        m_out += strong ? "</b>" : "<b>";
        strong = !strong;
        rest.remove_prefix(mark + 2);
    }
    if (strong) m_out += "</b>";
}

void Html::write_attribute(Attribute const& attribute)
{
    if (!attribute.present) return;
    m_out += ' ';
    m_out += attribute.name;
    if (attribute.bare) return;
    m_out += "=\"";
    escape_into(m_out, attribute.value);
    m_out += '"';
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
