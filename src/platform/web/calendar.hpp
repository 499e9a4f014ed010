// SPDX-License-Identifier: EUPL-1.2
// Days as a file that every calendar reads (iCalendar, RFC 5545). All-day events alone: what is promised here is a day and not an hour,
// so no time zone comes into it. The same event keeps its UID, so that reading the file again changes it and does not double it.
#pragma once

#include "base/date.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace wf::web {

inline constexpr std::string_view calendar_type = "text/calendar; charset=utf-8";

struct CalendarEvent {
    std::string uid; ///< of this event alone, the same each time
    Date changed;    ///< when what it says was last changed
    Date from;
    std::optional<Date> last{}; ///< the last day of several
    std::string summary;
    std::string description{};
    std::string link{}; ///< an absolute address; empty: none
};

/// The whole file. Signs that the format has no room for (control characters) are left out.
[[nodiscard]] std::string write_calendar(std::string_view name, std::span<CalendarEvent const> events);

/// A value of kind TEXT (3.3.11).
[[nodiscard]] std::string escape_calendar_text(std::string_view text);
/// A content line with its CRLF, in pieces of at most 75 octets, never inside a character of UTF-8 (3.1).
[[nodiscard]] std::string fold_calendar_line(std::string_view line);

} // namespace wf::web
