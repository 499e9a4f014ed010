// SPDX-License-Identifier: EUPL-1.2
#include "base/date.hpp"

#include <array>
#include <chrono>
#include <optional>

namespace wf {
namespace {

constexpr std::int64_t millis_a_day = 86'400'000;

std::chrono::year_month_day civil(int year, int month, int day)
{
    return std::chrono::year{year} / std::chrono::month{static_cast<unsigned>(month)} /
           std::chrono::day{static_cast<unsigned>(day)};
}

/// The digits at the front of `rest`, exactly `count` of them, taken off it.
std::optional<int> take_digits(std::string_view& rest, std::size_t count)
{
    if (rest.size() < count) return std::nullopt;
    int number = 0;
    for (char const c : rest.substr(0, count)) {
        if (c < '0' || c > '9') return std::nullopt;
        number = number * 10 + (c - '0');
    }
    rest.remove_prefix(count);
    return number;
}

bool take(std::string_view& rest, char wanted)
{
    if (rest.empty() || rest.front() != wanted) return false;
    rest.remove_prefix(1);
    return true;
}

/// Digits with a sign between each two: "20:35" for ':' and {2, 2}.
template <std::size_t N>
std::optional<std::array<int, N>> take_parts(std::string_view& rest, char sign,
                                             std::array<std::size_t, N> const& lengths)
{
    std::array<int, N> parts{};
    for (std::size_t i = 0; i < N; ++i) {
        if (i > 0 && !take(rest, sign)) return std::nullopt;
        auto const part = take_digits(rest, lengths[i]);
        if (!part) return std::nullopt;
        parts[i] = *part;
    }
    return parts;
}

std::string padded(std::int64_t number, std::size_t width)
{
    std::string digits = std::to_string(number);
    return digits.size() < width ? std::string(width - digits.size(), '0') + digits : digits;
}

std::string quoted(std::string_view text)
{
    return "\"" + std::string{text.substr(0, 40)} + "\"";
}

std::int64_t first_millis()
{
    return Date{1, 1, 1}.days_since_epoch() * millis_a_day;
}

std::int64_t last_millis()
{
    return (Date{9999, 12, 31}.days_since_epoch() + 1) * millis_a_day - 1;
}

/// The fraction of a second at the front of `rest`, in milliseconds: 0 when absent, nothing when malformed.
std::optional<int> take_fraction(std::string_view& rest)
{
    if (!take(rest, '.')) return 0;
    int millis = 0;
    std::size_t count = 0;
    for (; !rest.empty() && rest.front() >= '0' && rest.front() <= '9'; ++count) {
        if (count < 3) millis = millis * 10 + (rest.front() - '0');
        rest.remove_prefix(1);
    }
    if (count == 0 || count > 9) return std::nullopt;
    for (; count < 3; ++count) millis *= 10;
    return millis;
}

/// Z, or hours and minutes ahead of UTC; in minutes.
std::optional<int> take_offset(std::string_view& rest)
{
    if (take(rest, 'Z')) return 0;
    int const sign = take(rest, '+') ? 1 : take(rest, '-') ? -1 : 0;
    if (sign == 0) return std::nullopt;
    auto const parts = take_parts<2>(rest, ':', {2, 2});
    if (!parts || (*parts)[0] > 23 || (*parts)[1] > 59) return std::nullopt;
    return sign * ((*parts)[0] * 60 + (*parts)[1]);
}

} // namespace

bool is_date(int year, int month, int day)
{
    return year >= 1 && year <= 9999 && month >= 1 && month <= 12 && day >= 1 && day <= 31 &&
           civil(year, month, day).ok();
}

Date::Date(int year, int month, int day)
    : m_year{static_cast<std::int16_t>(year)},
      m_month{static_cast<std::int8_t>(month)},
      m_day{static_cast<std::int8_t>(day)}
{
    WF_CHECK(is_date(year, month, day));
}

Result<Date> Date::parse(std::string_view text)
{
    std::string_view rest = text;
    auto const parts = take_parts<3>(rest, '-', {4, 2, 2});
    if (!parts || !rest.empty())
        return Error{Trouble::bad_input, "date.malformed", {}, quoted(text) + " is not a date such as 2026-11-21"};
    auto const [year, month, day] = *parts;
    if (!is_date(year, month, day))
        return Error{Trouble::bad_input, "date.no_such_day", {}, quoted(text) + " is not a day of the calendar"};
    return Date{year, month, day};
}

Date Date::from_days_since_epoch(std::int64_t days)
{
    WF_CHECK(days >= -719'162 && days <= 2'932'896); // 0001-01-01 and 9999-12-31
    std::chrono::year_month_day const date{std::chrono::sys_days{std::chrono::days{days}}};
    return Date{static_cast<int>(date.year()), static_cast<int>(static_cast<unsigned>(date.month())),
                static_cast<int>(static_cast<unsigned>(date.day()))};
}

std::string Date::to_iso() const
{
    return padded(m_year, 4) + "-" + padded(m_month, 2) + "-" + padded(m_day, 2);
}

std::int64_t Date::days_since_epoch() const
{
    return std::chrono::sys_days{civil(m_year, m_month, m_day)}.time_since_epoch().count();
}

int Date::iso_weekday() const
{
    // 1970-01-01 was a Thursday.
    std::int64_t const from_monday = (days_since_epoch() + 3) % 7;
    return static_cast<int>(from_monday < 0 ? from_monday + 7 : from_monday) + 1;
}

std::string long_date(Date const& date, Locale locale)
{
    static constexpr std::array<std::string_view, 12> dutch{"januari",   "februari", "maart",    "april",
                                                            "mei",       "juni",     "juli",     "augustus",
                                                            "september", "oktober",  "november", "december"};
    static constexpr std::array<std::string_view, 12> english{"January",   "February", "March",    "April",
                                                              "May",       "June",     "July",     "August",
                                                              "September", "October",  "November", "December"};
    auto const& months = locale == Locale::nl ? dutch : english;
    return std::to_string(date.day()) + " " + std::string{months[static_cast<std::size_t>(date.month() - 1)]} + " " +
           std::to_string(date.year());
}

Timestamp::Timestamp(std::int64_t unix_millis) : m_unix_millis{unix_millis}
{
    WF_CHECK(unix_millis >= first_millis() && unix_millis <= last_millis());
}

Result<Timestamp> Timestamp::parse(std::string_view text)
{
    Error const malformed{Trouble::bad_input,
                          "timestamp.malformed",
                          {},
                          quoted(text) + " is not a moment such as 2026-11-21T20:35:25.000Z"};
    std::string_view rest = text;
    auto const day = take_parts<3>(rest, '-', {4, 2, 2});
    if (!day || !take(rest, 'T')) return malformed;
    auto const clock = take_parts<3>(rest, ':', {2, 2, 2});
    if (!clock) return malformed;
    auto const fraction = take_fraction(rest);
    if (!fraction) return malformed;
    auto const offset = take_offset(rest);
    if (!offset || !rest.empty()) return malformed;

    Error const nowhere{Trouble::bad_input, "timestamp.no_such_moment", {}, quoted(text) + " does not exist"};
    auto const [hour, minute, second] = *clock;
    if (!is_date((*day)[0], (*day)[1], (*day)[2]) || hour > 23 || minute > 59 || second > 59) return nowhere;
    std::int64_t const minutes = hour * 60 + minute - *offset;
    std::int64_t const millis = Date{(*day)[0], (*day)[1], (*day)[2]}.days_since_epoch() * millis_a_day +
                                minutes * 60'000 + second * 1000 + *fraction;
    if (millis < first_millis() || millis > last_millis()) return nowhere;
    return Timestamp{millis};
}

Date Timestamp::utc_date() const
{
    std::int64_t const days = m_unix_millis / millis_a_day - (m_unix_millis % millis_a_day < 0 ? 1 : 0);
    return Date::from_days_since_epoch(days);
}

std::string Timestamp::to_iso() const
{
    Date const date = utc_date();
    std::int64_t const millis = m_unix_millis - date.days_since_epoch() * millis_a_day;
    return date.to_iso() + "T" + padded(millis / 3'600'000, 2) + ":" + padded(millis / 60'000 % 60, 2) + ":" +
           padded(millis / 1000 % 60, 2) + "." + padded(millis % 1000, 3) + "Z";
}

} // namespace wf
