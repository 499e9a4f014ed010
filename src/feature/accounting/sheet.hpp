// SPDX-License-Identifier: EUPL-1.2
// The report in words, once: page, text, PDF and spreadsheet all write this, so that they hold the same.
#pragma once

#include "feature/accounting/report.hpp"
#include "platform/words/words.hpp"

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace wf::accounting {

struct SheetLine {
    enum class Kind { count, record, nothing };
    Kind kind{Kind::count};
    std::string label;
    std::string value{};            ///< of a count, as people read it
    std::optional<double> number{}; ///< of a count, when it is known
    std::string unit{};             ///< "€", "%" or nothing
    std::string detail{};           ///< of a record: what is known of it, in one line
    std::string link{};             ///< of a record; a page of this site with its language, or an address elsewhere
};
[[nodiscard]] std::string_view to_word(SheetLine::Kind kind);

struct SheetSection {
    std::string key;
    std::string heading;
    std::vector<SheetLine> lines; ///< counts before records; never empty
};

struct Sheet {
    std::string title;
    std::string about; ///< how it was made, and of which day
    int year{0};
    std::vector<SheetSection> sections;
};

/// `link`: puts a page of this site in the language of the reader.
struct InWords {
    words::Words const& t;
    std::string workspace; ///< its name
    std::string today;
    std::function<std::string(std::string_view)> link;
};
[[nodiscard]] Sheet make_sheet(Report const& report, InWords const& in);

/// What a section was counted from: the records among its lines, which are its last ones.
[[nodiscard]] std::span<SheetLine const> records_of(SheetSection const& section);
/// As many of them as a page can hold, from this one on.
[[nodiscard]] std::span<SheetLine const> some_records(SheetSection const& section, std::int64_t from,
                                                      std::int64_t most);

} // namespace wf::accounting
