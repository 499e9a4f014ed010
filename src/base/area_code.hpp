// SPDX-License-Identifier: EUPL-1.2
// The area codes of Statistics Netherlands (CBS): GM0166 a municipality, WK016600 a district in it, BU01660001 a
// neighbourhood in that. A code says which areas it lies in; it does not say that the area exists in a given year.
#pragma once

#include "base/result.hpp"

#include <compare>
#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace wf {

enum class AreaLevel { municipality, district, neighbourhood };
/// "municipality", "district", "neighbourhood"
[[nodiscard]] std::string_view to_word(AreaLevel level);
[[nodiscard]] std::optional<AreaLevel> parse_area_level(std::string_view word);

class AreaCode {
public:
    [[nodiscard]] std::string const& text() const { return m_text; }
    [[nodiscard]] AreaLevel level() const { return m_level; }
    /// The municipality that the area lies in; itself when it is one.
    [[nodiscard]] AreaCode municipality() const;
    /// The district that the area lies in, itself when it is one; nothing for a municipality.
    [[nodiscard]] std::optional<AreaCode> district() const;
    /// True for the area itself and for every district and neighbourhood in it.
    [[nodiscard]] bool contains(AreaCode const& other) const;

    friend auto operator<=>(AreaCode const&, AreaCode const&) = default;

private:
    friend Result<AreaCode> parse_area_code(std::string_view text);
    AreaCode(std::string text, AreaLevel level) : m_text{std::move(text)}, m_level{level} {}

    std::string m_text;
    AreaLevel m_level;
};

/// Capitals GM + 4 digits, WK + 6 or BU + 8; blanks after it go, for StatLine pads. Otherwise "area.code_malformed".
[[nodiscard]] Result<AreaCode> parse_area_code(std::string_view text);

} // namespace wf

template <>
struct std::hash<wf::AreaCode> {
    std::size_t operator()(wf::AreaCode const& code) const noexcept { return std::hash<std::string>{}(code.text()); }
};
