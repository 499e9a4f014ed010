// SPDX-License-Identifier: EUPL-1.2
#include "page_text.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace wf::page_text {
namespace {

using namespace std::string_view_literals;

/// Inside a line of words: no blank comes between what is in them and what stands beside them.
constexpr std::array inline_tags{"a"sv,     "abbr"sv, "b"sv,      "code"sv, "em"sv, "i"sv,
                                 "small"sv, "span"sv, "strong"sv, "sub"sv,  "sup"sv};

std::string decode(std::string_view text)
{
    constexpr std::array<std::pair<std::string_view, std::string_view>, 8> entities{{{"&amp;", "&"},
                                                                                     {"&lt;", "<"},
                                                                                     {"&gt;", ">"},
                                                                                     {"&quot;", "\""},
                                                                                     {"&#39;", "'"},
                                                                                     {"&#x27;", "'"},
                                                                                     {"&#34;", "\""},
                                                                                     {"&nbsp;", " "}}};
    std::string out;
    while (!text.empty()) {
        auto const found = std::find_if(entities.begin(), entities.end(),
                                        [&](auto const& entity) { return text.starts_with(entity.first); });
        if (found != entities.end()) {
            out += found->second;
            text.remove_prefix(found->first.size());
        } else {
            out += text.front();
            text.remove_prefix(1);
        }
    }
    return out;
}

/// Every run of blanks, also of those that do not break a line, as one blank.
std::string squeeze(std::string_view text)
{
    constexpr std::array wide{"\u00a0"sv, "\u202f"sv, "\u2009"sv};
    std::string out;
    while (!text.empty()) {
        std::size_t blank = 0;
        if (static_cast<unsigned char>(text.front()) <= ' ') blank = 1;
        for (auto const each : wide) {
            if (text.starts_with(each)) blank = each.size();
        }
        if (blank == 0) {
            out += text.front();
            text.remove_prefix(1);
            continue;
        }
        text.remove_prefix(blank);
        if (!out.empty() && out.back() != ' ') out += ' ';
    }
    return std::string{trim(out)};
}

std::string_view tag_name(std::string_view tag)
{
    if (tag.starts_with('/')) tag.remove_prefix(1);
    return tag.substr(0, tag.find_first_of(" \n/"));
}

/// Where a tag ends that begins at `from`: a > between quotes is part of a value.
std::size_t end_of_tag(std::string_view html, std::size_t from)
{
    bool quoted = false;
    for (auto at = from; at < html.size(); ++at) {
        if (html[at] == '"') quoted = !quoted;
        if (html[at] == '>' && !quoted) return at;
    }
    return html.size();
}

template <class OnTag, class OnText>
void walk(std::string_view html, OnTag const& on_tag, OnText const& on_text)
{
    std::size_t at = 0;
    while (at < html.size()) {
        auto const open = std::min(html.find('<', at), html.size());
        if (open > at) on_text(html.substr(at, open - at));
        if (open == html.size()) return;
        auto const close = end_of_tag(html, open);
        auto const tag = html.substr(open + 1, close - open - 1);
        on_tag(tag);
        at = std::min(close + 1, html.size());
        auto const name = tag_name(tag);
        if (name == "script" || name == "style" || name == "head") {
            if (tag.starts_with('/')) continue;
            auto const end = "</" + std::string{name};
            at = std::min(html.find(end, at), html.size());
        }
    }
}

std::string attribute(std::string_view tag, std::string_view name)
{
    auto const wanted = " " + std::string{name} + "=\"";
    auto const begin = tag.find(wanted);
    if (begin == std::string_view::npos) return {};
    auto const value = tag.substr(begin + wanted.size());
    return decode(value.substr(0, value.find('"')));
}

} // namespace

std::string visible_text(std::string_view html)
{
    std::string out;
    walk(
        html,
        [&](std::string_view tag) {
            if (std::find(inline_tags.begin(), inline_tags.end(), tag_name(tag)) == inline_tags.end()) out += ' ';
        },
        [&](std::string_view text) { out += decode(text); });
    return squeeze(out);
}

std::vector<Link> links(std::string_view html)
{
    std::vector<Link> found;
    bool inside = false;
    walk(
        html,
        [&](std::string_view tag) {
            if (tag_name(tag) != "a") return;
            inside = !tag.starts_with('/');
            if (inside) found.push_back({attribute(tag, "href"), {}});
        },
        [&](std::string_view text) {
            if (inside) found.back().text += decode(text);
        });
    for (auto& link : found) link.text = squeeze(link.text);
    return found;
}

namespace {

bool has_bare(std::string_view tag, std::string_view name)
{
    auto const words = split(tag, ' ');
    return std::find(words.begin(), words.end(), name) != words.end();
}

/// One tag of a form, and what the text behind it belongs to.
class FormReader {
public:
    void tag(std::string_view tag)
    {
        auto const name = tag_name(tag);
        bool const ends = tag.starts_with('/');
        if (name == "form") m_inside = !ends && attribute(tag, "method") == "post";
        if (name == "form" && m_inside) m_forms.push_back({attribute(tag, "id"), attribute(tag, "action"), {}, {}});
        if (!m_inside) return;
        if (ends) {
            if (name == "label" || name == "textarea" || name == "option" || name == "button") m_text = nullptr;
            return;
        }
        auto& form = m_forms.back();
        if (name == "select") m_select = attribute(tag, "name");
        else if (name == "button") m_text = &form.button;
        else if (name == "input") add_input(form, tag);
        else if (name == "textarea") {
            form.controls.push_back({attribute(tag, "name"), {}, {}, false, true});
            m_text = &form.controls.back().value;
        } else if (name == "option") {
            form.controls.push_back({m_select, attribute(tag, "value"), {}, true, has_bare(tag, "selected")});
            m_text = &form.controls.back().words;
        }
    }
    void text(std::string_view text)
    {
        if (m_text != nullptr) *m_text += decode(text);
    }
    [[nodiscard]] std::vector<Form> const& forms() const { return m_forms; }

private:
    void add_input(Form& form, std::string_view tag)
    {
        auto const type = attribute(tag, "type");
        bool const is_choice = type == "radio" || type == "checkbox";
        form.controls.push_back(
            {attribute(tag, "name"), attribute(tag, "value"), {}, is_choice, !is_choice || has_bare(tag, "checked")});
        m_text = is_choice ? &form.controls.back().words : nullptr;
    }

    std::vector<Form> m_forms;
    std::string m_select;
    std::string* m_text{nullptr};
    bool m_inside{false};
};

} // namespace

std::vector<Form> forms(std::string_view html)
{
    FormReader reader;
    walk(
        html, [&](std::string_view tag) { reader.tag(tag); }, [&](std::string_view text) { reader.text(text); });
    auto all = reader.forms();
    for (auto& form : all) {
        form.button = squeeze(form.button);
        for (auto& control : form.controls) control.words = squeeze(control.words);
    }
    return all;
}

std::vector<std::string> attribute_values(std::string_view html, std::string_view name)
{
    std::vector<std::string> values;
    auto const wanted = " " + std::string{name} + "=\"";
    for (auto at = html.find(wanted); at != std::string_view::npos; at = html.find(wanted, at)) {
        at += wanted.size();
        auto const end = std::min(html.find('"', at), html.size());
        values.push_back(decode(html.substr(at, end - at)));
    }
    return values;
}

} // namespace wf::page_text
