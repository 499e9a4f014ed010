// SPDX-License-Identifier: EUPL-1.2
// Calendar days and moments. Pure: nothing here knows what day it is.
#pragma once

#include "base/result.hpp"
#include "base/text.hpp"

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

namespace wf {

/// True for a day of the Gregorian calendar in the years 1 to 9999.
[[nodiscard]] bool is_date(int year, int month, int day);

/// A day. Always one that exists; ordered by time.
class Date {
public:
    /// The day must exist (ask is_date, or parse, when it comes from outside).
    Date(int year, int month, int day);

    /// "2015-12-31" and nothing else. Otherwise "date.malformed" or "date.no_such_day".
    static Result<Date> parse(std::string_view text);
    /// Days since 1970-01-01, negative before it. Must land in the years 1 to 9999.
    static Date from_days_since_epoch(std::int64_t days);

    [[nodiscard]] int year() const { return m_year; }
    [[nodiscard]] int month() const { return m_month; }
    [[nodiscard]] int day() const { return m_day; }
    [[nodiscard]] std::string to_iso() const;
    [[nodiscard]] std::int64_t days_since_epoch() const;
    [[nodiscard]] Date plus_days(std::int64_t days) const { return from_days_since_epoch(days_since_epoch() + days); }
    /// 1 Monday to 7 Sunday.
    [[nodiscard]] int iso_weekday() const;

    friend auto operator<=>(Date const&, Date const&) = default;

private:
    std::int16_t m_year;
    std::int8_t m_month;
    std::int8_t m_day;
};

/// "21 november 2026", "21 November 2026".
[[nodiscard]] std::string long_date(Date const& date, Locale locale);

/// A moment in milliseconds since 1970-01-01T00:00Z, leap seconds not counted; in the years 1 to 9999.
class Timestamp {
public:
    constexpr Timestamp() = default;
    explicit Timestamp(std::int64_t unix_millis);

    /// "2026-11-21T20:35:25.000Z"; the fraction (1 to 9 digits, cut to milliseconds) may be missing, and an offset such
    /// as +01:00 may stand for Z. Otherwise "timestamp.malformed" or "timestamp.no_such_moment".
    static Result<Timestamp> parse(std::string_view text);

    [[nodiscard]] constexpr std::int64_t unix_millis() const { return m_unix_millis; }
    /// Always UTC and three decimals, so that texts sort by time.
    [[nodiscard]] std::string to_iso() const;
    /// The day in UTC.
    [[nodiscard]] Date utc_date() const;

    friend constexpr auto operator<=>(Timestamp const&, Timestamp const&) = default;

private:
    std::int64_t m_unix_millis{0};
};

} // namespace wf
