// SPDX-License-Identifier: EUPL-1.2
#include "platform/html/html.hpp"

#include "base/check.hpp"

namespace wf::html {

void escape_into(std::string& out, std::string_view text)
{
    std::size_t kept = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        auto const byte = static_cast<unsigned char>(text[at]);
        char const* entity = nullptr;
        switch (byte) {
        case '&': entity = "&amp;"; break;
        case '<': entity = "&lt;"; break;
        case '>': entity = "&gt;"; break;
        case '"': entity = "&quot;"; break;
        case '\'': entity = "&#39;"; break;
        default:
            if ((byte < 0x20 && byte != '\n' && byte != '\t') || byte == 0x7f) entity = "";
        }
        if (entity == nullptr) continue;
        out.append(text.substr(kept, at - kept));
        out += entity;
        kept = at + 1;
    }
    out.append(text.substr(kept));
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
