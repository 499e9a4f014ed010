// SPDX-License-Identifier: EUPL-1.2
// Writes JSON piece by piece into one string. Wrong nesting is a bug and found at once.
#pragma once

#include "base/check.hpp"

#include <concepts>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace wf {

/// Text as a JSON string with its quotes. What is not UTF-8 becomes U+FFFD; U+2028, U+2029 and "<" are escaped, so that
/// the JSON can stand inside a script element.
[[nodiscard]] std::string json_string(std::string_view text);

class JsonWriter {
public:
    JsonWriter& begin_object();
    JsonWriter& end_object();
    JsonWriter& begin_array();
    JsonWriter& end_array();
    /// Inside an object, before each value. Names are not compared: the caller writes each once.
    JsonWriter& key(std::string_view name);

    JsonWriter& value(std::string_view text);
    JsonWriter& value(char const* text) { return value(std::string_view{text}); }
    JsonWriter& value(std::string const& text) { return value(std::string_view{text}); }
    /// Shortest text that reads back as the same number. Finite: what has no value is null().
    JsonWriter& value(double number);
    JsonWriter& value(std::same_as<bool> auto truth) { return literal(truth ? "true" : "false"); }
    template <std::integral Number>
        requires(!std::same_as<Number, bool> && !std::same_as<Number, char>)
    JsonWriter& value(Number number) { return literal(std::to_string(number)); }
    /// Null when there is nothing.
    template <class T>
    JsonWriter& value(std::optional<T> const& maybe)
    {
        return maybe ? value(*maybe) : null();
    }
    JsonWriter& null() { return literal("null"); }
    /// JSON that was made before and is known to be well formed; it goes in as it is.
    JsonWriter& raw(std::string_view json);

    /// key() and value() in one.
    template <class T>
    JsonWriter& member(std::string_view name, T const& content)
    {
        return key(name).value(content);
    }

    /// The document: exactly one value, everything closed. The writer is used up.
    [[nodiscard]] std::string finish() &&;

private:
    enum class Inside : std::uint8_t { object, object_after_key, array };
    struct Level {
        Inside inside;
        bool empty;
    };

    JsonWriter& literal(std::string_view text);
    void before_value();
    void close(Inside expected, char bracket);

    std::string m_out;
    std::vector<Level> m_levels;
};

} // namespace wf
