// SPDX-License-Identifier: EUPL-1.2
// What people do in and around a werkplaats: each has a browser of their own, opens real pages, fills in the forms that stand there and
// reads what comes of it. tests/stories/README.md lists the sentences.
#pragma once

#include "page_text.hpp"
#include "story.hpp"
#include "world.hpp"

#include <map>
#include <span>
#include <string>

namespace wf::story {

/// `claim`: "this" and "that" and not "other". What must not be there must not be hidden in the source either.
Result<void> check_words(std::string_view target, http::Response const& response, std::span<Word const> claim);

class WerkplaatsSteps {
public:
    explicit WerkplaatsSteps(World& world) : m_world{world} {}

    /// Does it begin with somebody who came in, or say that somebody comes in?
    [[nodiscard]] bool is_theirs(Step const& step) const;
    Result<void> take(Step const& step);

private:
    struct Browser {
        std::string token; ///< empty: no account
        std::string target;
        http::Response response;
    };

    Result<void> begin(Step const& step);
    Result<void> come_in(Step const& step);
    Result<void> act(Browser& browser, Step const& step);
    Result<void> check(Browser& browser, Step const& step);
    Result<void> go(Browser& browser, std::string target);
    Result<void> follow(Browser& browser, std::string const& words);
    Result<void> fill_in(Browser& browser, std::string const& id, Step const& step);
    Result<void> press(Browser& browser, std::string const& words);
    Result<void> send(Browser& browser, page_text::Form const& form);
    Result<void> check_refused(Browser const& browser, std::string const& target) const;
    /// {mijn} in an address is what was kept under that name.
    [[nodiscard]] std::string with_names(std::string target) const;

    World& m_world;
    std::map<std::string, Browser> m_browsers;
    std::map<std::string, std::string> m_names;
};

} // namespace wf::story
