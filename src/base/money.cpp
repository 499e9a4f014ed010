// SPDX-License-Identifier: EUPL-1.2
#include "base/money.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace wf {
namespace {

__extension__ typedef unsigned __int128 Wide;

constexpr std::string_view euro_sign = "\xe2\x82\xac";
constexpr std::string_view minus_sign = "\xe2\x88\x92";
constexpr std::int64_t most_euros = 10'000'000'000;

std::uint64_t magnitude(std::int64_t cents)
{
    return cents < 0 ? std::uint64_t{0} - static_cast<std::uint64_t>(cents) : static_cast<std::uint64_t>(cents);
}

bool take(std::string_view& rest, std::string_view wanted)
{
    if (!rest.starts_with(wanted)) return false;
    rest.remove_prefix(wanted.size());
    return true;
}

/// "1.234.567" or "1234567" as digits only; empty when the separators do not stand at every third digit.
std::string whole_digits(std::string_view text, char separator)
{
    auto const groups = split(text, separator);
    std::string digits;
    for (std::size_t i = 0; i < groups.size(); ++i) {
        bool const fits =
            groups.size() == 1 || (i == 0 ? groups[i].size() >= 1 && groups[i].size() <= 3 : groups[i].size() == 3);
        if (!fits) return {};
        digits += groups[i];
    }
    return digits;
}

bool all_digits(std::string_view text)
{
    return std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

} // namespace

Result<Money> parse_money(std::string_view text, Locale locale)
{
    Error const malformed{Trouble::bad_input,
                          "money.malformed",
                          {},
                          "\"" + std::string{text.substr(0, 40)} + "\" is not an amount such as " +
                              (locale == Locale::nl ? "1.234,56" : "1,234.56")};
    std::string_view rest = trim(text);
    bool negative = take(rest, "-") || take(rest, minus_sign);
    rest = trim(rest);
    if (take(rest, euro_sign)) rest = trim(rest);
    if (!negative) negative = take(rest, "-") || take(rest, minus_sign);

    char const mark = locale == Locale::nl ? ',' : '.';
    char const thousands = locale == Locale::nl ? '.' : ',';
    std::size_t point = rest.find(mark);
    // A Dutch file may write a decimal point: one point, no comma, and one or two digits after it cannot be thousands.
    if (locale == Locale::nl && point == std::string_view::npos && std::count(rest.begin(), rest.end(), '.') == 1 &&
        rest.size() - rest.find('.') <= 3)
        point = rest.find('.');

    std::string const whole = whole_digits(rest.substr(0, point), thousands);
    std::string cents{point == std::string_view::npos ? std::string_view{"00"} : rest.substr(point + 1)};
    if (cents.size() == 1) cents += '0';
    if (whole.empty() || !all_digits(whole) || cents.size() != 2 || !all_digits(cents)) return malformed;

    auto const euros = parse_integer(whole);
    if (!euros || *euros > most_euros)
        return Error{Trouble::too_large, "money.too_large", {}, "an amount of more than ten billion euros"};
    std::int64_t const total = *euros * 100 + parse_integer(cents).value_or(0);
    return Money{negative ? -total : total};
}

std::string format_money(Money amount, Locale locale)
{
    std::uint64_t const cents = magnitude(amount.cents());
    std::string digits = group_digits(std::to_string(cents / 100), locale);
    digits += locale == Locale::nl ? ',' : '.';
    digits += static_cast<char>('0' + cents % 100 / 10);
    digits += static_cast<char>('0' + cents % 10);
    std::string const sign{amount.cents() < 0 ? minus_sign : std::string_view{}};
    if (locale == Locale::nl) return std::string{euro_sign} + " " + sign + digits;
    return sign + std::string{euro_sign} + digits;
}

Result<std::vector<Money>> allocate(Money amount, std::span<std::int64_t const> weights)
{
    Wide sum = 0;
    for (std::int64_t const weight : weights) {
        if (weight < 0) return Error{Trouble::bad_input, "money.weight_negative", {}, "a weight is less than nothing"};
        sum += static_cast<std::uint64_t>(weight);
    }
    if (sum == 0) return Error{Trouble::bad_input, "money.no_weights", {}, "there is nothing to divide by"};

    std::uint64_t const total = magnitude(amount.cents());
    std::vector<std::uint64_t> parts(weights.size());
    std::vector<Wide> remainders(weights.size());
    std::uint64_t left = total;
    for (std::size_t i = 0; i < weights.size(); ++i) {
        // 64 bits times 63 bits fits in 128.
        Wide const exact = Wide{total} * static_cast<std::uint64_t>(weights[i]);
        parts[i] = static_cast<std::uint64_t>(exact / sum);
        remainders[i] = exact % sum;
        left -= parts[i];
    }
    std::vector<std::size_t> order(weights.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return remainders[a] > remainders[b]; });
    WF_CHECK(left <= order.size());
    for (std::size_t i = 0; i < left; ++i) ++parts[order[i]];

    std::vector<Money> answer;
    answer.reserve(parts.size());
    for (std::uint64_t const part : parts)
        answer.emplace_back(static_cast<std::int64_t>(amount.cents() < 0 ? std::uint64_t{0} - part : part));
    return answer;
}

Result<std::vector<Money>> allocate(Money amount, std::span<double const> weights)
{
    double largest = 0;
    for (double const weight : weights) {
        if (!std::isfinite(weight) || weight < 0)
            return Error{Trouble::bad_input,
                         "money.weight_negative",
                         {},
                         "a weight is less than nothing, or no number"};
        largest = std::max(largest, weight);
    }
    if (largest == 0) return Error{Trouble::bad_input, "money.no_weights", {}, "there is nothing to divide by"};
    // A power of two changes no proportion; the integers then divide exactly.
    int const shift = 51 - std::ilogb(largest);
    std::vector<std::int64_t> scaled;
    scaled.reserve(weights.size());
    for (double const weight : weights) scaled.push_back(std::llround(std::ldexp(weight, shift)));
    return allocate(amount, scaled);
}

} // namespace wf
