// SPDX-License-Identifier: EUPL-1.2
// A piece of data/processing.json with its path, read strictly: what is missing, of another type or not known is an error that says where.
#pragma once

#include "base/result.hpp"
#include "platform/json/json.hpp"

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace wf::processing {

class Part {
public:
    Part(json::Value const& value, std::string path) : m_value{&value}, m_path{std::move(path)} {}

    [[nodiscard]] Error fault(std::string detail) const;
    /// This is an object with no other members than these.
    Result<void> allow(std::initializer_list<std::string_view> names) const;
    [[nodiscard]] Result<Part> member(std::string_view name) const;
    [[nodiscard]] std::optional<Part> maybe(std::string_view name) const;
    [[nodiscard]] Result<std::vector<Part>> items() const;
    /// Not empty, on one line, without blanks at its ends.
    [[nodiscard]] Result<std::string> text() const;
    /// Small letters, digits and _, beginning with a letter: safe as a name in SQL.
    [[nodiscard]] Result<std::string> name() const;
    [[nodiscard]] Result<int> whole_number(int least, int most) const;

private:
    json::Value const* m_value;
    std::string m_path;
};

/// Of letters, digits and _ as above.
[[nodiscard]] bool is_name(std::string_view text);

} // namespace wf::processing
