// SPDX-License-Identifier: EUPL-1.2
// write_calendar: reads events from stdin, one a line with tabs between uid, changed, from, last, summary, description and link ("\n"
// for a new line), and writes them as a calendar called by its only argument.
#include "base/text.hpp"
#include "platform/web/calendar.hpp"

#include <iostream>
#include <string>
#include <vector>

int main(int count, char** arguments)
{
    using namespace wf;
    std::vector<web::CalendarEvent> events;
    auto const plain = [](std::string_view text) {
        std::string out{text};
        for (auto at = out.find("\\n"); at != std::string::npos; at = out.find("\\n", at)) out.replace(at, 2, "\n");
        return out;
    };
    for (std::string line; std::getline(std::cin, line);) {
        auto const parts = split(line, '\t');
        if (parts.size() != 7) return 2;
        web::CalendarEvent event{std::string{parts[0]},
                                 Date::parse(parts[1]).value(),
                                 Date::parse(parts[2]).value(),
                                 std::nullopt,
                                 plain(parts[4]),
                                 plain(parts[5]),
                                 std::string{parts[6]}};
        if (!parts[3].empty()) event.last = Date::parse(parts[3]).value();
        events.push_back(std::move(event));
    }
    std::cout << web::write_calendar(count > 1 ? arguments[1] : "", events);
    return std::cout.good() ? 0 : 1;
}
