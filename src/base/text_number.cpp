// SPDX-License-Identifier: EUPL-1.2
#include "base/check.hpp"
#include "base/text.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace wf {
namespace {

constexpr std::string_view minus_sign = "\xe2\x88\x92";

/// Adds one to the last digit, and carries.
void count_up(std::string& digits)
{
    for (auto digit = digits.rbegin(); digit != digits.rend(); ++digit) {
        if (*digit != '9') {
            ++*digit;
            return;
        }
        *digit = '0';
    }
    digits.insert(digits.begin(), '1');
}

template <class Number>
std::optional<Number> parse_whole(std::string_view text)
{
    Number number{};
    auto const [end, trouble] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (trouble != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return number;
}

} // namespace

std::optional<std::int64_t> parse_integer(std::string_view text)
{
    return parse_whole<std::int64_t>(text);
}

std::optional<double> parse_double(std::string_view text)
{
    auto const number = parse_whole<double>(text);
    if (!number || !std::isfinite(*number)) return std::nullopt;
    return number;
}

std::string to_text(double number)
{
    WF_CHECK(std::isfinite(number));
    std::array<char, 32> buffer{};
    auto const [end, trouble] = std::to_chars(buffer.data(), buffer.data() + buffer.size(), number);
    WF_CHECK(trouble == std::errc{});
    return {buffer.data(), end};
}

std::string group_digits(std::string_view digits, Locale locale)
{
    std::string text;
    for (std::size_t i = 0; i < digits.size(); ++i) {
        if (i != 0 && (digits.size() - i) % 3 == 0) text += locale == Locale::nl ? '.' : ',';
        text += digits[i];
    }
    return text;
}

std::string format_number(double number, int decimals, Locale locale)
{
    WF_CHECK(std::isfinite(number));
    WF_CHECK(decimals >= 0 && decimals <= 20);
    std::array<char, 512> buffer{};
    auto const [end, trouble] =
        std::to_chars(buffer.data(), buffer.data() + buffer.size(), std::fabs(number), std::chars_format::fixed);
    WF_CHECK(trouble == std::errc{});

    std::string digits{buffer.data(), end};
    std::size_t const point = std::min(digits.find('.'), digits.size());
    std::string fraction = point < digits.size() ? digits.substr(point + 1) : std::string{};
    digits.resize(point);
    auto const places = static_cast<std::size_t>(decimals);
    bool const up = fraction.size() > places && fraction[places] >= '5';
    fraction.resize(places, '0');
    digits += fraction;
    if (up) count_up(digits);

    bool const zero = digits.find_first_not_of('0') == std::string::npos;
    std::string text{number < 0 && !zero ? minus_sign : std::string_view{}};
    text += group_digits(std::string_view{digits}.substr(0, digits.size() - places), locale);
    if (places > 0) {
        text += locale == Locale::nl ? ',' : '.';
        text += std::string_view{digits}.substr(digits.size() - places);
    }
    return text;
}

} // namespace wf
