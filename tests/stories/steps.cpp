// SPDX-License-Identifier: EUPL-1.2
#include "steps.hpp"

#include "base/text.hpp"
#include "drawing.hpp"
#include "streets.hpp"

#include <algorithm>
#include <optional>

namespace wf::story {
namespace {

using Words = std::vector<Word>;

Error not_so(std::string detail)
{
    return {Trouble::refused, "story.not_so", {}, std::move(detail)};
}

Error unknown_sentence(Step const& step)
{
    return {Trouble::bad_input,
            "story.unknown_sentence",
            {},
            "tests/stories/README.md has no sentence like this: " + step.text};
}

/// Do the words fit "the import reads # keeps #"? A # takes any word, ... at the end takes the rest.
std::optional<Words> fit(Words const& words, std::string_view pattern)
{
    Words captured;
    std::size_t at = 0;
    for (auto const part : split(pattern, ' ')) {
        if (part == "...") {
            captured.insert(captured.end(), words.begin() + static_cast<std::ptrdiff_t>(at), words.end());
            return captured;
        }
        if (at == words.size()) return std::nullopt;
        auto const& word = words[at++];
        if (part == "#") captured.push_back(word);
        else if (word.quoted || word.text != part) return std::nullopt;
    }
    if (at != words.size()) return std::nullopt;
    return captured;
}

std::string join_lines(std::vector<std::string> const& lines)
{
    std::string text;
    for (auto const& line : lines) text += line + "\n";
    return text;
}

} // namespace

Result<void> Steps::take(Step const& step)
{
    if (m_people.is_theirs(step)) return m_people.take(step);
    if (step.keyword == "When") return take_when(step);
    if (step.keyword == "Then") return take_then(step);
    return take_file(step);
}

Result<void> Steps::finish()
{
    if (m_refusal_expected) return {};
    m_refusal_expected = true;
    return not_so("the last import was refused, and the story does not say so: " + to_line(m_import->error()));
}

Result<void> Steps::take_file(Step const& step)
{
    auto const name = fit(step.words, "#");
    if (!name || step.block.empty()) return unknown_sentence(step);
    if (step.keyword == "File") return m_world.write_file(name->front().text, join_lines(step.block));
    WF_TRY(auto const drawn, step.keyword == "Streets" ? draw_streets(step.block) : draw_map(step.block));
    return m_world.write_file(name->front().text, drawn);
}

Result<void> Steps::take_when(Step const& step)
{
    WF_TRY_VOID(finish());
    if (auto const words = fit(step.words, "import # # ...")) return import(*words);
    if (fit(step.words, "open the same page again"))
        return m_page ? open(m_page->target) : Result<void>{not_so("no page is open yet")};
    if (auto const words = fit(step.words, "open #")) return open(words->front().text);
    if (auto const words = fit(step.words, "send # ...")) return send(words->front().text, *words);
    if (auto const words = fit(step.words, "follow the link ...")) return follow(*words);
    if (auto const words = fit(step.words, "remember page #")) {
        auto const& target = words->front().text;
        m_remembered[target] = m_world.ask(target).body;
        return {};
    }
    return unknown_sentence(step);
}

Result<void> Steps::take_then(Step const& step)
{
    auto const& words = step.words;
    if (fit(words, "the import finds the file already there")) return check_same();
    if (auto const found = fit(words, "the import reads # keeps # refuses #")) return check_counts(*found);
    if (auto const found = fit(words, "the import is refused because ...")) return check_refused(*found);
    if (auto const found = fit(words, "the import warns #")) return check_warning(found->front().text);
    if (auto const found = fit(words, "line # is refused because #")) return check_line(*found);
    if (auto const found = fit(words, "field ...")) return check_field(*found);
    if (auto const claim = fit(words, "this page ...")) {
        if (!m_page) return not_so("no page is open yet: When open /nl/...");
        return check_page(*m_page, *claim, step);
    }
    if (auto found = fit(words, "page # ...")) {
        auto const target = found->front().text;
        found->erase(found->begin());
        return check_page({target, m_world.ask(target)}, *found, step);
    }
    return unknown_sentence(step);
}

Result<void> Steps::import(Words const& words)
{
    std::map<std::string, std::string, std::less<>> options;
    for (auto word = words.begin() + 2; word != words.end(); ++word) {
        auto const equals = word->text.find('=');
        if (equals == std::string::npos) return not_so("an option is written as year=2017, not as " + word->text);
        options[word->text.substr(0, equals)] = word->text.substr(equals + 1);
    }
    m_import.emplace(m_world.import(words[0].text, words[1].text, std::move(options)));
    m_refusal_expected = m_import->has_value();
    return {};
}

Result<void> Steps::open(std::string const& target)
{
    auto response = m_world.ask(target);
    auto const status = response.status;
    m_page = Page{target, std::move(response)};
    if (status != 200) return not_so(target + " answers " + std::to_string(status));
    return {};
}

Result<void> Steps::send(std::string const& target, Words const& words)
{
    std::string body;
    for (auto word = words.begin() + 1; word != words.end(); ++word) body += (body.empty() ? "" : "&") + word->text;
    auto response = m_world.send(target, std::move(body));
    if (response.status != 303) {
        m_page = Page{target, std::move(response)}; // what is wrong with the form
        return {};
    }
    for (auto const& [name, value] : response.headers) {
        if (name == "Location") return open(value);
    }
    return not_so(target + " leads nowhere");
}

Result<void> Steps::follow(Words const& words)
{
    if (!m_page) return not_so("no page is open yet: When open /nl/...");
    bool const by_target = words.size() == 2 && words[0].text == "to";
    if (!by_target && (words.size() != 1 || !words[0].quoted))
        return not_so("write: follow the link \"its words\", or: follow the link to /nl/run/");
    auto const& wanted = words.back().text;
    auto const all = page_text::links(m_page->response.body);
    auto const found = std::find_if(all.begin(), all.end(), [&](page_text::Link const& link) {
        return by_target ? link.target.starts_with(wanted) : link.text == wanted;
    });
    if (found == all.end()) return not_so(m_page->target + " has no such link");
    return open(found->target);
}

Result<void> Steps::check_counts(Words const& captured)
{
    if (!m_import || !*m_import) return not_so("there is no import that went well");
    auto const& report = (**m_import).report;
    auto const is = std::to_string(report.read) + " read, " + std::to_string(report.kept) + " kept, " +
                    std::to_string(report.refused) + " refused";
    auto const wanted = captured[0].text + " read, " + captured[1].text + " kept, " + captured[2].text + " refused";
    if (is != wanted) return not_so("the import has " + is);
    return {};
}

Result<void> Steps::check_refused(Words const& captured)
{
    if (captured.empty()) return not_so("name the code, as in: because cbs.no_area_column");
    if (!m_import) return not_so("nothing was imported");
    if (*m_import) return not_so("the import went well");
    m_refusal_expected = true;
    auto const& error = m_import->error();
    if (error.code != captured.front().text)
        return not_so("the import was refused for another reason: " + to_line(error));
    return {};
}

Result<void> Steps::check_line(Words const& captured)
{
    if (!m_import || !*m_import) return not_so("there is no import that went well");
    auto const& refusals = (**m_import).report.refusals;
    auto const line = parse_integer(captured[0].text);
    auto const found =
        std::find_if(refusals.begin(), refusals.end(), [&](auto const& refusal) { return refusal.line == line; });
    if (found == refusals.end()) return not_so("line " + captured[0].text + " was kept");
    if (found->code != captured[1].text) return not_so("it was refused because " + found->code + ": " + found->detail);
    return {};
}

Result<void> Steps::check_warning(std::string const& code)
{
    if (!m_import || !*m_import) return not_so("there is no import that went well");
    std::string all;
    for (auto const& warning : (**m_import).warnings) {
        if (warning.code == code) return {};
        all += " " + warning.code;
    }
    return not_so(all.empty() ? "the import gave no warning" : "the import warned otherwise:" + all);
}

Result<void> Steps::check_same()
{
    if (!m_import || !*m_import) return not_so("there is no import that went well");
    if (!(**m_import).already_there) return not_so("the import wrote a new dataset");
    return {};
}

} // namespace wf::story
