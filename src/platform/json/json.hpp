// SPDX-License-Identifier: EUPL-1.2
// JSON that comes in. What goes out is written by base/json_writer.hpp. nlohmann/json does the reading, in json.cpp
// only.
#pragma once

#include "base/result.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

namespace wf::json {

class Value;
using Array = std::vector<Value>;
/// Members in the order of the file; a key twice is an Error when read.
using Object = std::vector<std::pair<std::string, Value>>;

class Value {
public:
    using Held = std::variant<std::nullptr_t, bool, double, std::string, Array, Object>;

    Value() = default;
    template <class T>
        requires std::is_constructible_v<Held, T>
    explicit Value(T held) : m_held{std::move(held)} {}

    [[nodiscard]] bool is_null() const { return std::holds_alternative<std::nullptr_t>(m_held); }
    [[nodiscard]] std::optional<bool> boolean() const;
    [[nodiscard]] std::optional<double> number() const;
    [[nodiscard]] std::string const* text() const { return std::get_if<std::string>(&m_held); }
    [[nodiscard]] Array const* array() const { return std::get_if<Array>(&m_held); }
    [[nodiscard]] Object const* object() const { return std::get_if<Object>(&m_held); }
    /// The member of that name, or nullptr (also when this is no object).
    [[nodiscard]] Value const* find(std::string_view key) const;
    [[nodiscard]] Held const& held() const { return m_held; }

private:
    Held m_held{nullptr};
};

struct Limits {
    std::size_t bytes{256U << 20};
    int depth{64};
};

/// Errors: json.syntax (field = "line L, column C"), json.too_deep, json.too_large, json.duplicate_key, json.not_utf8.
Result<Value> read(std::string_view bytes, Limits limits = {});

} // namespace wf::json
