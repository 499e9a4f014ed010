// SPDX-License-Identifier: EUPL-1.2
// story_test FILE.story...            tells the stories and says of every step whether it is so
// story_test --must-fail FILE.story... each of these must have a step that is not so: tests the teller itself
#include "base/check.hpp"
#include "platform/file/file.hpp"
#include "steps.hpp"
#include "story.hpp"

#include <exception>
#include <iostream>
#include <string>
#include <vector>

namespace {

using namespace wf;

/// What was checked: every Then, and whatever else went wrong.
struct Tally {
    int passed{0};
    int failed{0};
    int skipped{0};
};

void say(std::string_view verdict, int line, std::string_view text)
{
    std::cout << "  " << verdict << "  line " << line << ": " << text << '\n';
}

Tally tell(story::Story const& story)
{
    Tally tally;
    bool broken = false;
    story::Steps steps;
    for (auto const& step : story.steps) {
        bool const checks = step.keyword == "Then";
        if (broken) {
            if (checks) {
                ++tally.skipped;
                say("left  ", step.line, step.text);
            }
            continue;
        }
        if (auto const taken = steps.take(step); !taken) {
            ++tally.failed;
            say("FAILED", step.line, step.text);
            std::cout << "          " << taken.error().detail << '\n';
            broken = !checks; // what follows stands on it
        } else if (checks) {
            ++tally.passed;
            say("so    ", step.line, step.text);
        }
    }
    if (auto const end = steps.finish(); !end && !broken) {
        ++tally.failed;
        say("FAILED", story.steps.back().line, end.error().detail);
    }
    return tally;
}

Tally tell_file(std::string const& path)
{
    auto const bytes = file::load(path);
    if (!bytes) {
        std::cout << path << ": " << to_line(bytes.error()) << '\n';
        return {0, 1, 0};
    }
    auto const story = story::read_story(*bytes);
    if (!story) {
        std::cout << path << ": " << to_line(story.error()) << '\n';
        return {0, 1, 0};
    }
    std::cout << story->title << "\n  " << path << '\n';
    try {
        return tell(*story);
    } catch (std::exception const& trouble) {
        std::cout << "  FAILED  " << trouble.what() << '\n';
        return {0, 1, 0};
    }
}

} // namespace

int main(int count, char** arguments)
{
    std::vector<std::string> files{arguments + 1, arguments + count};
    bool const must_fail = !files.empty() && files.front() == "--must-fail";
    if (must_fail) files.erase(files.begin());
    if (files.empty()) {
        std::cerr << "story_test: name at least one .story file\n";
        return 2;
    }
    Tally total;
    for (auto const& path : files) {
        auto tally = tell_file(path);
        if (must_fail) {
            bool const failed = tally.failed > 0;
            std::cout << (failed ? "  it failed, as it must\n" : "  FAILED: nothing in it failed\n");
            tally = failed ? Tally{1, 0, 0} : Tally{0, 1, 0};
        }
        total.passed += tally.passed;
        total.failed += tally.failed;
        total.skipped += tally.skipped;
    }
    std::cout << total.passed << " passed, " << total.failed << " failed, " << total.skipped << " skipped" << std::endl;
    return total.failed > 0 ? 1 : 0;
}
