// SPDX-License-Identifier: EUPL-1.2
// A story file as steps: what stands there, line by line, before anybody knows what the words mean. Pure.
#pragma once

#include "base/result.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace wf::story {

struct Word {
    std::string text;
    bool quoted{false}; ///< stood between " and "
    bool operator==(Word const&) const = default;
};

/// One line that says something, with the indented lines below it.
struct Step {
    int line{0};
    std::string text;               ///< as it stands
    std::vector<Word> words;        ///< without the first one, and without commas behind words
    std::string keyword;            ///< "File", "Map", "Streets", "When" or "Then"; "And" is what it follows
    std::vector<std::string> block; ///< the indented lines, without their common indent
};

struct Story {
    std::string title;
    std::vector<Step> steps;
};

/// Errors, with "line N" as field: story.no_title, story.unknown_keyword, story.nothing_before, story.quote_not_closed,
/// story.block_without_step, story.nothing_checked.
[[nodiscard]] Result<Story> read_story(std::string_view text);

/// Lines "| a | b |" as cells without blanks around them. Error: story.bad_table.
[[nodiscard]] Result<std::vector<std::vector<std::string>>> read_table(std::vector<std::string> const& lines);

} // namespace wf::story
