// SPDX-License-Identifier: EUPL-1.2
// Station four: what a werkplaats did in a year, counted from its records, under the headings of the self-evaluation of 2018. Pure.
//
// A question counts in the year in which it was asked, and once: one that was merged counts with the one it went on in. A studio counts in
// each year in which a group worked in it, a plan from the day it was made until the day it ended. Something that ended after the year
// is told as it was on its last day. A number that nobody recorded is missing, never 0.
#pragma once

#include "feature/accounting/input.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace wf::accounting {

enum class Unit { number, euros, percent };

struct Count {
    std::string key; ///< of its words: "issues.asker"
    std::string
        of{}; ///< of what, as a key of words ("agenda.asker.resident") or "theme:" and the id of a national theme
    std::optional<double> value; ///< nothing: not recorded
    Unit unit{Unit::number};
};

enum class Form { text, day, word, number, euros };
struct Fact {
    std::string key; ///< of its words: "asked_on"
    Form form{Form::text};
    std::string text{}; ///< words, a day, or a key of words
    std::optional<std::int64_t> number{};
};

struct Record {
    std::string title;
    std::string link; ///< its page without language, or an address elsewhere; empty: none
    std::vector<Fact> facts;
};

/// Without counts and without records: nothing was recorded.
struct Section {
    std::string key; ///< "issues"
    std::vector<Count> counts;
    std::vector<Record> records;
};

struct Report {
    int year{0};
    std::vector<Section> sections;
};

[[nodiscard]] Report make_report(Input const& input);

/// A year as bounds for days as text.
struct Year {
    explicit Year(int year);
    std::string first;
    std::string last;
    [[nodiscard]] bool has(std::string const& day) const { return day >= first && day <= last; }
};

// In report_results.cpp.
[[nodiscard]] Section make_activities(Input const& input, Year const& year);
[[nodiscard]] Section make_budget(Input const& input, Year const& year);

} // namespace wf::accounting
