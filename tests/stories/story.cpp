// SPDX-License-Identifier: EUPL-1.2
#include "story.hpp"

#include "base/text.hpp"

#include <algorithm>

namespace wf::story {
namespace {

Error fault(int line, std::string code, std::string detail)
{
    return {Trouble::bad_input, std::move(code), "line " + std::to_string(line), std::move(detail)};
}

Result<std::vector<Word>> read_words(std::string_view text, int line)
{
    std::vector<Word> words;
    for (;;) {
        auto const begin = text.find_first_not_of(' ');
        if (begin == std::string_view::npos) return words;
        text.remove_prefix(begin);
        if (text.front() == '"') {
            auto const end = text.find('"', 1);
            if (end == std::string_view::npos) return fault(line, "story.quote_not_closed", "a \" has no second one");
            words.push_back({std::string{text.substr(1, end - 1)}, true});
            text.remove_prefix(end + 1);
            while (text.starts_with(',')) text.remove_prefix(1);
            continue;
        }
        auto const end = std::min(text.find(' '), text.size());
        auto word = text.substr(0, end);
        if (word.size() > 1 && word.ends_with(',')) word.remove_suffix(1);
        words.push_back({std::string{word}, false});
        text.remove_prefix(end);
    }
}

/// What all lines with something on them have in front, and blank lines at the end, go.
void dedent(std::vector<std::string>& block)
{
    while (!block.empty() && trim(block.back()).empty()) block.pop_back();
    std::size_t indent = std::string::npos;
    for (auto const& line : block) {
        if (!trim(line).empty()) indent = std::min(indent, line.find_first_not_of(' '));
    }
    for (auto& line : block) line.erase(0, std::min(indent, line.size()));
}

class Reading {
public:
    Result<void> take(std::string_view line)
    {
        ++m_line;
        bool const blank = trim(line).empty();
        if (blank || line.starts_with(' ')) {
            if (!m_story.steps.empty()) m_story.steps.back().block.emplace_back(line);
            else if (!blank)
                return fault(m_line, "story.block_without_step",
                             "an indented line belongs to the step above it, and there is none");
            return {};
        }
        if (line.starts_with('#')) return {};
        return take_step(line);
    }

    Result<Story> finish()
    {
        if (m_story.title.empty()) return fault(m_line, "story.no_title", "begin with: Story: what it shows");
        bool const checks = std::any_of(m_story.steps.begin(), m_story.steps.end(),
                                        [](Step const& step) { return step.keyword == "Then"; });
        if (!checks) return fault(m_line, "story.nothing_checked", "a story without Then cannot fail");
        for (auto& step : m_story.steps) dedent(step.block);
        return std::move(m_story);
    }

private:
    Result<void> take_step(std::string_view line)
    {
        constexpr std::string_view title = "Story:";
        if (m_story.title.empty()) {
            if (!line.starts_with(title)) return fault(m_line, "story.no_title", "begin with: Story: what it shows");
            m_story.title = trim(line.substr(title.size()));
            if (m_story.title.empty()) return fault(m_line, "story.no_title", "say what the story shows");
            return {};
        }
        WF_TRY(auto words, read_words(line, m_line));
        Step step{m_line, std::string{line}, {}, words.front().text, {}};
        words.erase(words.begin());
        step.words = std::move(words);
        if (step.keyword == "And") {
            if (m_story.steps.empty()) return fault(m_line, "story.nothing_before", "And needs a step before it");
            step.keyword = m_story.steps.back().keyword;
        }
        if (step.keyword != "File" && step.keyword != "Map" && step.keyword != "Streets" && step.keyword != "When" &&
            step.keyword != "Then")
            return fault(m_line, "story.unknown_keyword",
                         "a line begins with File, Map, Streets, When, Then, And or #, not with " + step.keyword);
        m_story.steps.push_back(std::move(step));
        return {};
    }

    Story m_story;
    int m_line{0};
};

} // namespace

Result<Story> read_story(std::string_view text)
{
    Reading reading;
    for (auto line : split(text, '\n')) {
        if (line.ends_with('\r')) line.remove_suffix(1);
        WF_TRY_VOID(reading.take(line));
    }
    return reading.finish();
}

Result<std::vector<std::vector<std::string>>> read_table(std::vector<std::string> const& lines)
{
    std::vector<std::vector<std::string>> rows;
    for (auto const& each : lines) {
        auto line = trim(each);
        if (line.empty()) continue;
        if (line.size() < 2 || !line.starts_with('|') || !line.ends_with('|'))
            return Error{Trouble::bad_input, "story.bad_table", each, "a row of a table begins and ends with |"};
        std::vector<std::string> cells;
        for (auto const cell : split(line.substr(1, line.size() - 2), '|')) cells.emplace_back(trim(cell));
        if (!rows.empty() && cells.size() != rows.front().size())
            return Error{Trouble::bad_input, "story.bad_table", each,
                         "this row has another number of cells than the first one"};
        rows.push_back(std::move(cells));
    }
    if (rows.size() < 2)
        return Error{Trouble::bad_input,
                     "story.bad_table",
                     {},
                     "a table has a row of names and at least one row below it"};
    return rows;
}

} // namespace wf::story
