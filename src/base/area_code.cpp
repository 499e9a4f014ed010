// SPDX-License-Identifier: EUPL-1.2
#include "base/area_code.hpp"

#include <algorithm>
#include <array>

namespace wf {
namespace {

struct Shape {
    std::string_view prefix;
    std::size_t length;
    AreaLevel level;
};

constexpr std::array shapes{Shape{"GM", 6, AreaLevel::municipality}, Shape{"WK", 8, AreaLevel::district},
                            Shape{"BU", 10, AreaLevel::neighbourhood}};

} // namespace

std::string_view to_word(AreaLevel level)
{
    switch (level) {
    case AreaLevel::municipality: return "municipality";
    case AreaLevel::district: return "district";
    case AreaLevel::neighbourhood: return "neighbourhood";
    }
    return {};
}

std::optional<AreaLevel> parse_area_level(std::string_view word)
{
    for (auto const level : {AreaLevel::municipality, AreaLevel::district, AreaLevel::neighbourhood}) {
        if (to_word(level) == word) return level;
    }
    return std::nullopt;
}

Result<AreaCode> parse_area_code(std::string_view text)
{
    std::string_view code = text;
    while (!code.empty() && code.back() == ' ') code.remove_suffix(1);
    for (Shape const& shape : shapes) {
        if (code.size() == shape.length && code.starts_with(shape.prefix) &&
            std::all_of(code.begin() + 2, code.end(), [](char c) { return c >= '0' && c <= '9'; }))
            return AreaCode{std::string{code}, shape.level};
    }
    return Error{Trouble::bad_input,
                 "area.code_malformed",
                 {},
                 "\"" + std::string{code.substr(0, 40)} + "\" is not GM with 4, WK with 6 or BU with 8 digits"};
}

AreaCode AreaCode::municipality() const
{
    return {"GM" + m_text.substr(2, 4), AreaLevel::municipality};
}

std::optional<AreaCode> AreaCode::district() const
{
    if (m_level == AreaLevel::municipality) return std::nullopt;
    return AreaCode{"WK" + m_text.substr(2, 6), AreaLevel::district};
}

bool AreaCode::contains(AreaCode const& other) const
{
    return m_level <= other.m_level &&
           std::string_view{other.m_text}.substr(2).starts_with(std::string_view{m_text}.substr(2));
}

} // namespace wf
