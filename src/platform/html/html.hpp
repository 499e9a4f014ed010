// SPDX-License-Identifier: EUPL-1.2
// HTML as typed C++: tags and attributes are values, text is escaped, raw markup needs a Safe. The code reads in page order:
//
//     page(tag::section, attr::id("state"), [&] {
//         page(tag::h2, t("areas.state"));
//         page(tag::a, attr::href("/nl/buurten"), t("areas.all"));
//     });
//
// The compiler refuses an attribute after content and any content in a void element. One growing buffer, no tree.
#pragma once

#include <charconv>
#include <concepts>
#include <cstddef>
#include <cstring>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

namespace wf::html {

/// Markup that is known to be well formed: made by this builder or embedded by us; never from outside.
struct Safe {
    std::string markup;
};

/// Text with **strong** parts, as translators write it; everything else is escaped.
struct Marked {
    std::string_view text;
};

/// & < > " ' become entities; control characters that HTML forbids are dropped.
void escape_into(std::string& out, std::string_view text);
[[nodiscard]] std::string escape(std::string_view text);

struct Element {
    std::string_view name;
};
struct VoidElement {
    std::string_view name;
};

/// One attribute; a view, so use it in the call that writes it.
struct Attribute {
    std::string_view name;
    std::string_view value;
    bool present{true};
    bool bare{false}; ///< without value, as `open`
};

class Html {
public:
    Html() : m_room(usual_page, '\0') {}

    /// An element with attributes first, then content: text, number, Safe, Marked or a callable that writes more.
    template <class... Parts>
    void operator()(Element element, Parts&&... parts)
    {
        open(element.name);
        write_parts<false>(std::forward<Parts>(parts)...);
        append("</");
        append(element.name);
        append(">");
    }

    template <class... Attributes>
    void operator()(VoidElement element, Attributes const&... attributes)
    {
        static_assert((std::is_same_v<Attributes, Attribute> && ...), "a void element has attributes only");
        open(element.name);
        (write_attribute(attributes), ...);
        append(">");
    }

    /// Escaped text between elements.
    void text(std::string_view words);
    void safe(Safe const& markup) { append(markup.markup); }
    void marked(Marked marked);

    [[nodiscard]] std::string_view view() const { return std::string_view{m_room}.substr(0, m_used); }
    /// The page; this is used up.
    [[nodiscard]] Safe take()
    {
        m_room.resize(m_used);
        return Safe{std::move(m_room)};
    }

private:
    /// Room for nearly every page, so that it is not moved while it grows.
    static constexpr std::size_t usual_page = 48 * 1024;

    void append(std::string_view markup)
    {
        if (markup.empty()) return; // an empty view may point nowhere, which memcpy does not allow
        if (m_room.size() - m_used < markup.size()) grow(markup.size());
        std::memcpy(m_room.data() + m_used, markup.data(), markup.size());
        m_used += markup.size();
    }
    void grow(std::size_t more);

    void open(std::string_view name)
    {
        append("<");
        append(name);
    }
    void write_attribute(Attribute const& attribute);

    template <bool InContent>
    void write_parts()
    {
        if constexpr (!InContent) append(">");
    }

    template <bool InContent, class First, class... Rest>
    void write_parts(First&& first, Rest&&... rest)
    {
        if constexpr (std::is_same_v<std::remove_cvref_t<First>, Attribute>) {
            static_assert(!InContent, "attributes come before content");
            write_attribute(first);
            write_parts<false>(std::forward<Rest>(rest)...);
        } else {
            if constexpr (!InContent) append(">");
            write_content(std::forward<First>(first));
            write_parts<true>(std::forward<Rest>(rest)...);
        }
    }

    template <class Content>
    void write_content(Content&& content)
    {
        using Plain = std::remove_cvref_t<Content>;
        if constexpr (std::is_invocable_v<Content>) {
            std::forward<Content>(content)();
        } else if constexpr (std::is_same_v<Plain, Safe>) {
            safe(content);
        } else if constexpr (std::is_same_v<Plain, Marked>) {
            marked(content);
        } else if constexpr (std::integral<Plain> && !std::is_same_v<Plain, bool> && !std::is_same_v<Plain, char>) {
            char digits[24];
            auto const end = std::to_chars(digits, digits + sizeof digits, content).ptr;
            append({digits, end});
        } else {
            static_assert(std::is_convertible_v<Content, std::string_view>, "text, number, Safe, Marked or a callable");
            text(std::string_view{content});
        }
    }

    // Text that grows by the byte would ask its capacity thousands of times in a library call: the room is made ahead.
    std::string m_room;
    std::size_t m_used{0};
};

namespace tag {
// A list reads better here than a column.
// clang-format off
#define WF_TAG(name) inline constexpr Element name{#name};
WF_TAG(html) WF_TAG(head) WF_TAG(title) WF_TAG(body) WF_TAG(header) WF_TAG(footer) WF_TAG(main) WF_TAG(nav)
WF_TAG(section) WF_TAG(article) WF_TAG(aside) WF_TAG(div) WF_TAG(span) WF_TAG(p) WF_TAG(h1) WF_TAG(h2) WF_TAG(h3)
WF_TAG(h4) WF_TAG(ul) WF_TAG(ol) WF_TAG(li) WF_TAG(dl) WF_TAG(dt) WF_TAG(dd) WF_TAG(a) WF_TAG(b) WF_TAG(i) WF_TAG(em)
WF_TAG(strong) WF_TAG(small) WF_TAG(code) WF_TAG(pre) WF_TAG(abbr) WF_TAG(time) WF_TAG(blockquote) WF_TAG(table)
WF_TAG(caption) WF_TAG(thead) WF_TAG(tbody) WF_TAG(tr) WF_TAG(th) WF_TAG(td) WF_TAG(form) WF_TAG(fieldset) WF_TAG(legend)
WF_TAG(label) WF_TAG(button) WF_TAG(select) WF_TAG(option) WF_TAG(textarea) WF_TAG(details) WF_TAG(summary)
WF_TAG(progress) WF_TAG(figure) WF_TAG(figcaption) WF_TAG(svg) WF_TAG(g) WF_TAG(path) WF_TAG(rect) WF_TAG(circle)
WF_TAG(line) WF_TAG(script) WF_TAG(noscript) WF_TAG(style)
#undef WF_TAG
// clang-format on
inline constexpr Element svg_text{"text"};
inline constexpr Element svg_title{"title"};
inline constexpr VoidElement meta{"meta"};
inline constexpr VoidElement link{"link"};
inline constexpr VoidElement input{"input"};
inline constexpr VoidElement br{"br"};
inline constexpr VoidElement hr{"hr"};
inline constexpr VoidElement img{"img"};
} // namespace tag

namespace attr {
/// Any attribute by name; prefer the named ones below. Event handlers (on...) are a bug: our pages have no inline script.
[[nodiscard]] Attribute named(std::string_view name, std::string_view value);
[[nodiscard]] inline Attribute cls(std::string_view value)
{
    return {"class", value};
}
[[nodiscard]] inline Attribute id(std::string_view value)
{
    return {"id", value};
}
/// A link: /path, ?query, #part, https:, http:, mailto: or tel:. Anything else (javascript:) is written as "#".
[[nodiscard]] Attribute href(std::string_view url);
[[nodiscard]] inline Attribute label(std::string_view value)
{
    return {"aria-label", value};
}
[[nodiscard]] inline Attribute role(std::string_view value)
{
    return {"role", value};
}
[[nodiscard]] inline Attribute lang(std::string_view value)
{
    return {"lang", value};
}
[[nodiscard]] inline Attribute scope(std::string_view value)
{
    return {"scope", value};
}
/// aria-current="page" when it holds, nothing otherwise.
[[nodiscard]] inline Attribute current(bool holds)
{
    return {"aria-current", "page", holds};
}
[[nodiscard]] inline Attribute hidden_from_readers()
{
    return {"aria-hidden", "true"};
}
/// The attribute only when `holds`.
[[nodiscard]] inline Attribute when(bool holds, Attribute attribute)
{
    attribute.present = attribute.present && holds;
    return attribute;
}
[[nodiscard]] inline Attribute bare(std::string_view name)
{
    return {name, {}, true, true};
}
} // namespace attr

} // namespace wf::html
