// SPDX-License-Identifier: EUPL-1.2
// The tags of one thing on the map, and the ways in which they write numbers. Knows no file format.
#pragma once

#include <initializer_list>
#include <optional>
#include <span>
#include <string_view>

namespace wf::osm {

struct Tag {
    std::string_view key;
    std::string_view value;
};

/// A view: lives as long as what it was made of. Things have few tags, so that looking one up is a walk.
class Tags {
public:
    Tags() = default;
    Tags(std::span<Tag const> tags) : m_tags{tags} {}

    [[nodiscard]] std::span<Tag const> all() const { return m_tags; }
    [[nodiscard]] bool empty() const { return m_tags.empty(); }
    /// Empty when there is no such key.
    [[nodiscard]] std::string_view get(std::string_view key) const;
    /// The first of these keys that has a value.
    [[nodiscard]] std::string_view get_first(std::initializer_list<std::string_view> keys) const;
    [[nodiscard]] bool is(std::string_view key, std::initializer_list<std::string_view> values) const;
    /// There, and not "no".
    [[nodiscard]] bool has(std::string_view key) const;

private:
    std::span<Tag const> m_tags;
};

[[nodiscard]] bool is_one_of(std::string_view value, std::initializer_list<std::string_view> values);

/// "1.5", "1,5 m", "150 cm", "3'", "3'6\"", "5 ft": metres where there is no unit. Lists and ranges are nothing.
[[nodiscard]] std::optional<double> parse_length_cm(std::string_view text);
/// "5%", "-3.5 %", "10°", "1:12", "0"; "up", "down", "steep" and numbers without a unit are nothing.
[[nodiscard]] std::optional<double> parse_incline_percent(std::string_view text);
/// "00:20", "1:05:00", "20" (minutes), "PT1H5M".
[[nodiscard]] std::optional<double> parse_duration_seconds(std::string_view text);

} // namespace wf::osm
