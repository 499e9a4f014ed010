// SPDX-License-Identifier: EUPL-1.2
#include "platform/web/calendar.hpp"

#include <algorithm>

namespace wf::web {
namespace {

bool is_control(char c)
{
    auto const byte = static_cast<unsigned char>(c);
    return (byte < 0x20 && byte != '\t') || byte == 0x7f;
}

/// "20270115"
std::string basic(Date const& day)
{
    auto text = day.to_iso();
    std::erase(text, '-');
    return text;
}

/// A value that is no TEXT (an address, a UID) is not escaped; nothing in it may begin a line of its own.
std::string on_one_line(std::string text)
{
    std::erase_if(text, is_control);
    return text;
}

void write_event(std::string& out, CalendarEvent const& event)
{
    auto const line = [&](std::string_view name, std::string const& value) {
        out += fold_calendar_line(std::string{name} + value);
    };
    line("BEGIN:VEVENT", "");
    line("UID:", on_one_line(event.uid));
    line("DTSTAMP:", basic(event.changed) + "T000000Z");
    line("DTSTART;VALUE=DATE:", basic(event.from));
    if (event.last && *event.last > event.from) line("DTEND;VALUE=DATE:", basic(event.last->plus_days(1))); // not of it
    line("SUMMARY:", escape_calendar_text(event.summary));
    if (!event.description.empty()) line("DESCRIPTION:", escape_calendar_text(event.description));
    if (!event.link.empty()) line("URL:", on_one_line(event.link));
    line("TRANSP:TRANSPARENT", ""); // who has a promise to keep is not away that day
    line("END:VEVENT", "");
}

} // namespace

std::string escape_calendar_text(std::string_view text)
{
    std::string out;
    for (char const c : text) {
        if (c == '\n') out += "\\n";
        else if (!is_control(c)) {
            if (c == '\\' || c == ';' || c == ',') out += '\\';
            out += c;
        }
    }
    return out;
}

std::string fold_calendar_line(std::string_view line)
{
    constexpr std::size_t most = 75;
    std::string out;
    auto room = most;
    while (line.size() > room) {
        auto end = room;
        while (end > 1 && (static_cast<unsigned char>(line[end]) & 0xc0U) == 0x80U) --end;
        out.append(line.substr(0, end)).append("\r\n ");
        line.remove_prefix(end);
        room = most - 1; // the blank counts
    }
    return out.append(line).append("\r\n");
}

std::string write_calendar(std::string_view name, std::span<CalendarEvent const> events)
{
    std::string out;
    for (auto const* line : {"BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Weefsel//Weefsel//NL", "CALSCALE:GREGORIAN"})
        out += fold_calendar_line(line);
    auto const called = escape_calendar_text(name);
    out += fold_calendar_line("NAME:" + called);         // RFC 7986
    out += fold_calendar_line("X-WR-CALNAME:" + called); // what calendars read before it
    for (auto const& event : events) write_event(out, event);
    return out + fold_calendar_line("END:VCALENDAR");
}

} // namespace wf::web
