// SPDX-License-Identifier: EUPL-1.2
#include "commons/processing/read_part.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <cmath>

namespace wf::processing {

bool is_name(std::string_view text)
{
    if (text.empty() || text.front() < 'a' || text.front() > 'z') return false;
    return std::all_of(text.begin(), text.end(),
                       [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_'; });
}

Error Part::fault(std::string detail) const
{
    return {Trouble::bad_input, "processing.bad_register", m_path.empty() ? "the file" : m_path, std::move(detail)};
}

Result<void> Part::allow(std::initializer_list<std::string_view> names) const
{
    if (m_value->object() == nullptr) return fault("an object is wanted: { ... }");
    for (auto const& [name, value] : *m_value->object()) {
        if (std::find(names.begin(), names.end(), name) == names.end())
            return fault("there is no member \"" + name + "\" here");
    }
    return {};
}

std::optional<Part> Part::maybe(std::string_view name) const
{
    auto const* const value = m_value->find(name);
    if (value == nullptr) return std::nullopt;
    return Part{*value, m_path + (m_path.empty() ? "" : ".") + std::string{name}};
}

Result<Part> Part::member(std::string_view name) const
{
    auto found = maybe(name);
    if (!found) return fault("\"" + std::string{name} + "\" is missing");
    return std::move(*found);
}

Result<std::vector<Part>> Part::items() const
{
    auto const* const list = m_value->array();
    if (list == nullptr) return fault("a list is wanted: [ ... ]");
    std::vector<Part> parts;
    for (std::size_t at = 0; at < list->size(); ++at)
        parts.emplace_back((*list)[at], m_path + "[" + std::to_string(at) + "]");
    return parts;
}

Result<std::string> Part::text() const
{
    auto const* const text = m_value->text();
    if (text == nullptr) return fault("a text is wanted, between quotes");
    if (text->empty() || trim(*text) != *text) return fault("this text is empty, or has blanks at its ends");
    if (std::any_of(text->begin(), text->end(), [](char c) { return static_cast<unsigned char>(c) < ' '; }))
        return fault("this text is to stand on one line");
    return *text;
}

Result<std::string> Part::name() const
{
    auto const* const text = m_value->text();
    if (text == nullptr || !is_name(*text))
        return fault("a name is wanted, of small letters, digits and _, beginning with a letter");
    return *text;
}

Result<int> Part::whole_number(int least, int most) const
{
    auto const number = m_value->number();
    if (!number || std::floor(*number) != *number || *number < least || *number > most)
        return fault("a whole number from " + std::to_string(least) + " to " + std::to_string(most) + " is wanted");
    return static_cast<int>(*number);
}

} // namespace wf::processing
