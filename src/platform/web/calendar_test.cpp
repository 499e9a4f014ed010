// SPDX-License-Identifier: EUPL-1.2
// The examples are those of RFC 5545; tests/calendar has another reader read what is written.
#include "platform/web/calendar.hpp"

#include "base/text.hpp"

#include <doctest/doctest.h>

#include <array>
#include <string>

namespace wf::web {
namespace {

/// As a reader puts lines together again (RFC 5545, 3.1).
std::string unfold(std::string text)
{
    for (auto at = text.find("\r\n "); at != std::string::npos; at = text.find("\r\n ", at)) text.erase(at, 3);
    return text;
}

bool has_short_lines(std::string_view text)
{
    while (!text.empty()) {
        auto const end = text.find("\r\n");
        if (end == std::string_view::npos || end > 75) return false;
        text.remove_prefix(end + 2);
    }
    return true;
}

TEST_CASE("text is escaped as 3.3.11 has it")
{
    CHECK(escape_calendar_text("Project XYZ Final Review\nConference Room - 3B\nCome Prepared.") ==
          "Project XYZ Final Review\\nConference Room - 3B\\nCome Prepared.");
    CHECK(escape_calendar_text("a\\b;c,d:e\"f") == "a\\\\b\\;c\\,d:e\"f");
    CHECK(escape_calendar_text("a\r\nb\x01") == "a\\nb");
}

TEST_CASE("a long line is folded as 3.1 has it")
{
    CHECK(fold_calendar_line("SUMMARY:short") == "SUMMARY:short\r\n");
    std::string const exact(75, 'x');
    CHECK(fold_calendar_line(exact) == exact + "\r\n");
    CHECK(fold_calendar_line(exact + "y") == exact + "\r\n y\r\n");
    for (std::string const character : {"x", "é", "€", "😀"}) {
        for (std::size_t shift = 0; shift < 5; ++shift) {
            std::string line(shift, 'a');
            for (int i = 0; i < 100; ++i) line += character;
            auto const folded = fold_calendar_line(line);
            CHECK(has_short_lines(folded));
            CHECK(unfold(folded) == line + "\r\n");
            for (auto const piece : split(folded, '\n')) CHECK(is_utf8(piece));
        }
    }
}

TEST_CASE("an event of several days is the one of 3.6.1")
{
    std::array const events{CalendarEvent{"20070423T123432Z-541111@example.com", Date{2007, 4, 23}, Date{2007, 6, 28},
                                          Date{2007, 7, 8}, "Festival International de Jazz de Montreal"}};
    auto const text = write_calendar("Jazz", events);
    CHECK(text.find("BEGIN:VEVENT\r\nUID:20070423T123432Z-541111@example.com\r\nDTSTAMP:20070423T000000Z\r\n"
                    "DTSTART;VALUE=DATE:20070628\r\nDTEND;VALUE=DATE:20070709\r\n"
                    "SUMMARY:Festival International de Jazz de Montreal\r\nTRANSP:TRANSPARENT\r\nEND:VEVENT\r\n") !=
          std::string::npos);
    CHECK(text.starts_with("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:"));
    CHECK(text.ends_with("END:VEVENT\r\nEND:VCALENDAR\r\n"));
    CHECK(has_short_lines(text));
}

TEST_CASE("what somebody wrote begins no line of its own")
{
    std::array const events{CalendarEvent{"a\r\nb", Date{2027, 1, 15}, Date{2027, 1, 15}, Date{2027, 1, 15},
                                          "x\r\nEND:VEVENT", "y\nBEGIN:VALARM", "https://a.example/\r\nATTACH:x"}};
    auto const text = write_calendar("n\r\nMETHOD:CANCEL", events);
    for (auto const* line : {"\nMETHOD", "\nBEGIN:VALARM", "\nATTACH", "\nb\r"})
        CHECK(text.find(line) == std::string::npos);
    CHECK(text.find("DTEND") == std::string::npos); // one day
    CHECK(text.find("SUMMARY:x\\nEND:VEVENT\r\n") != std::string::npos);
}

} // namespace
} // namespace wf::web
