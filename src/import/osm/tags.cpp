// SPDX-License-Identifier: EUPL-1.2
#include "import/osm/tags.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <string>

namespace wf::osm {
namespace {

/// The number in front, with a point or a comma, and what stands behind it.
struct Measured {
    double number{0};
    std::string_view rest;
};

std::optional<Measured> parse_measured(std::string_view text)
{
    text = trim(text);
    bool const negative = !text.empty() && text.front() == '-';
    if (!text.empty() && (text.front() == '-' || text.front() == '+')) text.remove_prefix(1);
    auto const end = std::ranges::find_if(text, [](char c) { return (c < '0' || c > '9') && c != '.' && c != ','; });
    auto const length = static_cast<std::size_t>(end - text.begin());
    if (length == 0 || length > 20) return std::nullopt;
    std::string digits{text.substr(0, length)};
    std::ranges::replace(digits, ',', '.');
    auto const number = parse_double(digits);
    if (!number) return std::nullopt;
    return Measured{negative ? -*number : *number, trim(text.substr(length))};
}

std::optional<double> parse_whole(std::string_view text)
{
    auto const number = parse_measured(text);
    if (!number || !number->rest.empty() || number->number < 0) return std::nullopt;
    return number->number;
}

std::optional<double> parse_iso_duration(std::string_view text)
{
    double seconds = 0;
    text.remove_prefix(2);
    if (text.empty()) return std::nullopt;
    while (!text.empty()) {
        auto const part = parse_measured(text);
        if (!part || part->number < 0 || part->rest.empty()) return std::nullopt;
        char const unit = part->rest.front();
        if (unit != 'H' && unit != 'M' && unit != 'S') return std::nullopt;
        seconds += part->number * (unit == 'H' ? 3600 : unit == 'M' ? 60 : 1);
        text = part->rest.substr(1);
    }
    return seconds;
}

} // namespace

std::string_view Tags::get(std::string_view key) const
{
    for (Tag const& tag : m_tags) {
        if (tag.key == key) return tag.value;
    }
    return {};
}

std::string_view Tags::get_first(std::initializer_list<std::string_view> keys) const
{
    for (std::string_view const key : keys) {
        if (auto const value = get(key); !value.empty()) return value;
    }
    return {};
}

bool Tags::is(std::string_view key, std::initializer_list<std::string_view> values) const
{
    return is_one_of(get(key), values);
}

bool Tags::has(std::string_view key) const
{
    auto const value = get(key);
    return !value.empty() && value != "no";
}

bool is_one_of(std::string_view value, std::initializer_list<std::string_view> values)
{
    return std::ranges::find(values, value) != values.end();
}

std::optional<double> parse_length_cm(std::string_view text)
{
    auto const length = parse_measured(text);
    if (!length || length->number < 0) return std::nullopt;
    std::string_view const unit = length->rest;
    if (is_one_of(unit, {"", "m", "meter", "metre", "meters", "metres"})) return length->number * 100;
    if (unit == "cm") return length->number;
    if (unit == "mm") return length->number / 10;
    if (is_one_of(unit, {"'", "ft", "feet"})) return length->number * 30.48;
    if (is_one_of(unit, {"\"", "in", "inch"})) return length->number * 2.54;
    if (unit.starts_with('\'')) {
        auto const inches = parse_measured(unit.substr(1));
        if (inches && inches->number >= 0 && inches->rest == "\"")
            return length->number * 30.48 + inches->number * 2.54;
    }
    return std::nullopt;
}

std::optional<double> parse_incline_percent(std::string_view text)
{
    auto const slope = parse_measured(text);
    if (!slope) return std::nullopt;
    std::optional<double> percent;
    if (slope->rest == "%") percent = slope->number;
    if (is_one_of(slope->rest, {"°", "deg"}) && std::abs(slope->number) < 60)
        percent = 100 * std::tan(slope->number * std::numbers::pi / 180);
    if (slope->rest.empty() && slope->number == 0) percent = 0;
    if (slope->rest.starts_with(':') && slope->number == 1) {
        auto const run = parse_whole(slope->rest.substr(1));
        if (run && *run >= 1) percent = 100 / *run;
    }
    if (percent && std::abs(*percent) > 100) return std::nullopt;
    return percent;
}

std::optional<double> parse_duration_seconds(std::string_view text)
{
    text = trim(text);
    if (text.starts_with("PT")) return parse_iso_duration(text);
    auto const parts = split(text, ':');
    if (parts.size() > 3) return std::nullopt;
    double seconds = 0;
    double unit = parts.size() == 1 ? 60 : 3600;
    for (std::string_view const part : parts) {
        auto const number = parse_whole(part);
        if (!number) return std::nullopt;
        seconds += *number * unit;
        unit /= 60;
    }
    return seconds;
}

} // namespace wf::osm
