// SPDX-License-Identifier: EUPL-1.2
// Reads one JSON file that a person wrote, strictly: a member that is not known, a wrong type, a number out of bounds and a
// missing member are faults with their path. Reading goes on after a fault with a harmless value; the first fault is kept.
#pragma once

#include "base/result.hpp"
#include "platform/json/json.hpp"

#include <cstddef>
#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace wf::walking {

class Faults {
public:
    void add(std::string_view code, std::string_view field, std::string detail);
    [[nodiscard]] std::optional<Error> const& first() const { return m_first; }

private:
    std::optional<Error> m_first;
};

/// Two of these need not be alike: `sign` is what a file says for `value`.
template <class E>
struct Word {
    std::string_view sign;
    E value;
};

/// One value of the file with the path to it. Lives no longer than the file's json::Value and the Faults.
class Field {
public:
    Field(json::Value const& value, std::string path, Faults& faults)
        : m_value{&value}, m_path{std::move(path)}, m_faults{&faults}
    {
    }
    [[nodiscard]] std::string const& path() const { return m_path; }
    [[nodiscard]] json::Value const& value() const { return *m_value; }
    void fault(std::string_view code, std::string detail) const { m_faults->add(code, m_path, std::move(detail)); }

    /// This is an object with no other members than these.
    void allow(std::initializer_list<std::string_view> names) const;
    /// A member that must be there.
    [[nodiscard]] Field operator[](std::string_view name) const;
    [[nodiscard]] std::optional<Field> find(std::string_view name) const;
    [[nodiscard]] std::vector<Field> items() const;
    /// A list with something in it.
    [[nodiscard]] std::vector<Field> some_items() const;
    /// The members of an object in the order of the file.
    [[nodiscard]] std::vector<std::pair<std::string, Field>> members() const;

    /// Not empty, without blanks at its ends.
    [[nodiscard]] std::string text() const;
    /// Of a member that may be left out or "".
    [[nodiscard]] std::string text_or_empty(std::string_view name) const;
    /// Small letters, digits and _, beginning with a letter.
    [[nodiscard]] std::string id() const;
    [[nodiscard]] double number(double low, double high) const;
    /// 5, 10 or 15.
    [[nodiscard]] int minutes() const;
    /// true or false
    [[nodiscard]] bool flag() const;
    template <class E>
    [[nodiscard]] E word(std::span<Word<E> const> words) const
    {
        auto const* const said = m_value->text();
        std::string allowed;
        for (auto const& one : words) {
            if (said != nullptr && *said == one.sign) return one.value;
            allowed += (allowed.empty() ? "" : ", ") + std::string{one.sign};
        }
        fault(said == nullptr ? "walking.malformed" : "walking.unknown_word", "write one of: " + allowed);
        return words.front().value;
    }

private:
    json::Value const* m_value;
    std::string m_path;
    Faults* m_faults;
};

/// The file as JSON; faults of its writing are walking.malformed, with line and column as field.
Result<json::Value> read_file_text(std::string_view text);

} // namespace wf::walking
