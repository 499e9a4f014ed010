// SPDX-License-Identifier: EUPL-1.2
#include "commons/walking/fields.hpp"

#include "base/text.hpp"

#include <algorithm>

namespace wf::walking {
namespace {

json::Value const nothing{};

} // namespace

void Faults::add(std::string_view code, std::string_view field, std::string detail)
{
    if (!m_first) m_first = Error{Trouble::bad_input, std::string{code}, std::string{field}, std::move(detail)};
}

void Field::allow(std::initializer_list<std::string_view> names) const
{
    auto const* const object = m_value->object();
    if (object == nullptr) return fault("walking.malformed", "write an object: { ... }");
    for (auto const& [key, unused] : *object) {
        if (std::find(names.begin(), names.end(), key) != names.end()) continue;
        std::string allowed;
        for (auto const name : names) allowed += (allowed.empty() ? "" : ", ") + std::string{name};
        m_faults->add("walking.unknown_word", m_path.empty() ? key : m_path + "." + key, "this may hold: " + allowed);
    }
}

Field Field::operator[](std::string_view name) const
{
    auto const* const member = m_value->find(name);
    Field const field{member == nullptr ? nothing : *member,
                      m_path.empty() ? std::string{name} : m_path + "." + std::string{name}, *m_faults};
    if (member == nullptr) field.fault("walking.missing", "add \"" + std::string{name} + "\"");
    return field;
}

std::optional<Field> Field::find(std::string_view name) const
{
    if (m_value->find(name) == nullptr) return std::nullopt;
    return (*this)[name];
}

std::vector<Field> Field::items() const
{
    std::vector<Field> list;
    if (auto const* const array = m_value->array()) {
        for (auto const& one : *array) {
            list.emplace_back(one, m_path + "[" + std::to_string(list.size()) + "]", *m_faults);
        }
    } else {
        fault("walking.malformed", "write a list: [ ... ]");
    }
    return list;
}

std::vector<Field> Field::some_items() const
{
    auto list = items();
    if (list.empty()) fault("walking.missing", "the list needs at least one entry");
    return list;
}

std::vector<std::pair<std::string, Field>> Field::members() const
{
    std::vector<std::pair<std::string, Field>> list;
    if (auto const* const object = m_value->object()) {
        for (auto const& [key, held] : *object) list.emplace_back(key, Field{held, m_path + "." + key, *m_faults});
    } else {
        fault("walking.malformed", "write an object: { ... }");
    }
    return list;
}

std::string Field::text() const
{
    auto const* const said = m_value->text();
    if (said == nullptr || said->empty() || trim(*said).size() != said->size()) {
        fault("walking.malformed", "write a text that is not empty, without blanks at its ends");
        return {};
    }
    return *said;
}

std::string Field::text_or_empty(std::string_view name) const
{
    auto const member = find(name);
    if (!member) return {};
    auto const* const said = member->m_value->text();
    return said != nullptr && said->empty() ? std::string{} : member->text();
}

std::string Field::id() const
{
    auto const* const said = m_value->text();
    auto const letter = [](char c) { return c >= 'a' && c <= 'z'; };
    if (said == nullptr || said->empty() || said->size() > 40 || !letter(said->front()) ||
        !std::all_of(said->begin(), said->end(),
                     [&](char c) { return letter(c) || c == '_' || (c >= '0' && c <= '9'); })) {
        fault("walking.malformed",
              "write a short name of small letters, digits and _, beginning with a letter, such as \"bus_stop\"");
        return {};
    }
    return *said;
}

double Field::number(double low, double high) const
{
    auto const held = m_value->number();
    if (!held || !(*held >= low && *held <= high)) {
        fault("walking.bad_number", "write a number from " + to_text(low) + " to " + to_text(high));
        return low;
    }
    return *held;
}

int Field::minutes() const
{
    auto const held = m_value->number();
    if (!held || (*held != 5 && *held != 10 && *held != 15)) {
        fault("walking.bad_number", "write 5, 10 or 15");
        return 5;
    }
    return static_cast<int>(*held);
}

bool Field::flag() const
{
    auto const held = m_value->boolean();
    if (!held) fault("walking.unknown_word", "write true or false");
    return held.value_or(false);
}

Result<json::Value> read_file_text(std::string_view text)
{
    auto value = json::read(text, {.bytes = 4U << 20, .depth = 16});
    if (value) return value;
    auto const& error = value.error();
    return Error{error.kind, "walking.malformed", error.field,
                 "this is not well-formed JSON: " + (error.detail.empty() ? error.code : error.detail)};
}

} // namespace wf::walking
