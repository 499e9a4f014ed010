// SPDX-License-Identifier: EUPL-1.2
// What the sentences of a story mean. tests/stories/README.md lists them; a sentence that is not there is an error.
#pragma once

#include "base/result.hpp"
#include "page_text.hpp"
#include "story.hpp"
#include "werkplaats_steps.hpp"
#include "world.hpp"

#include <map>
#include <optional>
#include <string>

namespace wf::story {

class Steps {
public:
    /// An Error says why the step is not so: its detail is for the person who reads the story.
    Result<void> take(Step const& step);
    /// At the end: an import that was refused must have been expected.
    [[nodiscard]] Result<void> finish();

private:
    struct Page {
        std::string target;
        http::Response response;
    };
    using Words = std::vector<Word>;

    Result<void> take_file(Step const& step);
    Result<void> take_when(Step const& step);
    Result<void> take_then(Step const& step);

    Result<void> import(Words const& words);
    Result<void> open(std::string const& target);
    Result<void> send(std::string const& target, Words const& words);
    Result<void> follow(Words const& words);

    Result<void> check_counts(Words const& captured);
    Result<void> check_refused(Words const& captured);
    Result<void> check_line(Words const& captured);
    Result<void> check_warning(std::string const& code);
    Result<void> check_same();
    Result<void> check_page(Page const& page, Words const& claim, Step const& step);
    Result<void> check_rows(Page const& page, std::vector<std::string> const& block, bool only);
    Result<void> check_row_count(Page const& page, std::string const& wanted);
    Result<void> check_unchanged(Page const& page);
    Result<void> check_field(Words const& words);

    World m_world;
    WerkplaatsSteps m_people{m_world};
    std::optional<Page> m_page;
    std::map<std::string, std::string> m_remembered;
    std::optional<Result<intake::Outcome>> m_import;
    bool m_refusal_expected{true};
};

} // namespace wf::story
