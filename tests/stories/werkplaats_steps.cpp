// SPDX-License-Identifier: EUPL-1.2
#include "werkplaats_steps.hpp"

#include "base/percent.hpp"

#include <algorithm>

namespace wf::story {
namespace {

using page_text::Control;
using page_text::Form;

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

/// Are the words from `from` on these? "#" is any word.
bool are(Step const& step, std::size_t from, std::initializer_list<std::string_view> wanted)
{
    if (step.words.size() != from + wanted.size()) return false;
    return std::equal(wanted.begin(), wanted.end(), step.words.begin() + static_cast<std::ptrdiff_t>(from),
                      [](std::string_view want, Word const& word) { return want == "#" || want == word.text; });
}

/// Fills in one field as a hand would: types in it, or chooses what is called so.
Result<void> fill_one(Form& form, std::string const& name, std::string const& value)
{
    bool is_there = false;
    bool is_done = false;
    for (auto& control : form.controls) {
        if (control.name != name) continue;
        is_there = true;
        if (!control.is_choice) {
            control.value = value;
            is_done = true;
            continue;
        }
        control.is_sent = !is_done && (control.value == value || control.words.starts_with(value));
        is_done = is_done || control.is_sent;
    }
    if (!is_there) return not_so("the form asks for no " + name);
    if (!is_done) return not_so("at " + name + " there is no " + value + " to choose");
    return {};
}

std::string body_of(Form const& form)
{
    std::string body;
    for (auto const& control : form.controls) {
        if (!control.is_sent || control.name.empty()) continue;
        body += (body.empty() ? "" : "&") + percent_encode(control.name) + "=" + percent_encode(control.value);
    }
    return body;
}

} // namespace

bool WerkplaatsSteps::is_theirs(Step const& step) const
{
    if (step.words.empty()) return false;
    if (step.keyword == "When" &&
        (are(step, 0, {"werkplaats", "#", "begins"}) || are(step, 0, {"#", "works", "there", "as", "#"}) ||
         are(step, 0, {"#", "has", "no", "account"})))
        return true;
    return m_browsers.contains(step.words.front().text) && (step.keyword == "When" || step.keyword == "Then");
}

Result<void> WerkplaatsSteps::take(Step const& step)
{
    if (are(step, 0, {"werkplaats", "#", "begins"})) return begin(step);
    auto const found = m_browsers.find(step.words.front().text);
    if (found == m_browsers.end()) return come_in(step);
    return step.keyword == "When" ? act(found->second, step) : check(found->second, step);
}

Result<void> WerkplaatsSteps::begin(Step const& step)
{
    auto const& name = step.words[1].text;
    if (!name.ends_with("(verzonnen)")) return not_so("the name of a werkplaats in a story ends in (verzonnen)");
    WF_TRY(m_names["werkplaats"], m_world.begin_werkplaats(name));
    return {};
}

Result<void> WerkplaatsSteps::come_in(Step const& step)
{
    auto const& name = step.words.front().text;
    Browser browser;
    if (are(step, 1, {"works", "there", "as", "#"})) {
        auto const role = access::read_role(step.words.back().text);
        if (!role) return not_so("there is no role " + step.words.back().text);
        auto const where = m_names.find("werkplaats");
        if (where == m_names.end()) return not_so("first: When werkplaats \"Noord (verzonnen)\" begins");
        WF_TRY(browser.token, m_world.let_in(name, where->second, *role));
    }
    m_browsers[name] = std::move(browser);
    return {};
}

Result<void> WerkplaatsSteps::act(Browser& browser, Step const& step)
{
    auto const& last = step.words.back().text;
    if (are(step, 1, {"goes", "to", "#"})) return go(browser, with_names(last));
    if (are(step, 1, {"follows", "the", "link", "#"})) return follow(browser, last);
    if (are(step, 1, {"fills", "in"})) return fill_in(browser, "", step);
    if (are(step, 1, {"fills", "in", "form", "#"})) return fill_in(browser, last, step);
    if (are(step, 1, {"presses", "#"})) return press(browser, last);
    if (are(step, 1, {"keeps", "this", "page", "as", "#"})) {
        m_names[last] = browser.target.substr(0, browser.target.find('?'));
        return {};
    }
    return unknown_sentence(step);
}

Result<void> WerkplaatsSteps::check(Browser& browser, Step const& step)
{
    if (are(step, 1, {"may", "not", "open", "#"})) return check_refused(browser, with_names(step.words.back().text));
    auto const claim = std::span{step.words};
    auto const status = browser.response.status;
    if (step.words.size() > 2 && step.words[1].text == "sees") {
        WF_TRY_VOID(check_words(browser.target, browser.response, claim.subspan(2)));
        if (status == 200) return {};
        return not_so(browser.target + " answers " + std::to_string(status));
    }
    if (step.words.size() > 3 && step.words[1].text == "is" && step.words[2].text == "told") {
        WF_TRY_VOID(check_words(browser.target, browser.response, claim.subspan(3)));
        if (status >= 400) return {};
        return not_so(browser.target + " answers " + std::to_string(status) + ": nothing was refused");
    }
    return unknown_sentence(step);
}

Result<void> WerkplaatsSteps::go(Browser& browser, std::string target)
{
    target.resize(std::min(target.find('#'), target.size())); // a browser keeps that to itself
    browser.response = m_world.ask(target, browser.token);
    browser.target = std::move(target);
    if (browser.response.status == 200) return {};
    return not_so(browser.target + " answers " + std::to_string(browser.response.status));
}

Result<void> WerkplaatsSteps::follow(Browser& browser, std::string const& words)
{
    auto const all = page_text::links(browser.response.body);
    auto const found =
        std::find_if(all.begin(), all.end(), [&](page_text::Link const& link) { return link.text == words; });
    if (found == all.end()) return not_so(browser.target + " has no link \"" + words + "\"");
    return go(browser, found->target);
}

/// The form with this id; without one, the only form that asks for all that is filled in.
Result<void> WerkplaatsSteps::fill_in(Browser& browser, std::string const& id, Step const& step)
{
    auto block = step.block;
    block.insert(block.begin(), "| field | value |"); // a form of one field is a table of one row
    WF_TRY(auto rows, read_table(block));
    rows.erase(rows.begin());
    std::vector<Form> fit;
    for (auto const& form : page_text::forms(browser.response.body)) {
        bool const asks_all = std::all_of(rows.begin(), rows.end(), [&](std::vector<std::string> const& row) {
            return std::any_of(form.controls.begin(), form.controls.end(),
                               [&](Control const& control) { return control.name == row.front(); });
        });
        if (id.empty() ? asks_all : form.id == id) fit.push_back(form);
    }
    if (fit.empty()) return not_so(browser.target + " has no such form");
    if (fit.size() > 1) return not_so(browser.target + " has more of such forms; name one: fills in form stap");
    for (auto const& row : rows) {
        if (row.size() != 2) return not_so("a row says a field and what is filled in");
        WF_TRY_VOID(fill_one(fit.front(), row[0], with_names(row[1])));
    }
    return send(browser, fit.front());
}

Result<void> WerkplaatsSteps::press(Browser& browser, std::string const& words)
{
    for (auto const& form : page_text::forms(browser.response.body)) {
        if (form.button == words) return send(browser, form);
    }
    return not_so(browser.target + " has no button \"" + words + "\"");
}

Result<void> WerkplaatsSteps::send(Browser& browser, Form const& form)
{
    auto response = m_world.send(form.action, body_of(form), browser.token);
    if (response.status == 303) {
        for (auto const& [name, value] : response.headers) {
            if (name == "Location") return go(browser, value);
        }
        return not_so(form.action + " leads nowhere");
    }
    browser.target = form.action;
    browser.response = std::move(response); // what is wrong with the form
    return {};
}

/// An account is told that it may not; a guest is sent to the login.
Result<void> WerkplaatsSteps::check_refused(Browser const& browser, std::string const& target) const
{
    auto const status = m_world.ask(target, browser.token).status;
    if (status == (browser.token.empty() ? 303 : 403)) return {};
    return not_so(target + " answers " + std::to_string(status));
}

std::string WerkplaatsSteps::with_names(std::string target) const
{
    for (auto const& [name, value] : m_names) {
        auto const mark = "{" + name + "}";
        for (auto at = target.find(mark); at != std::string::npos; at = target.find(mark, at + value.size()))
            target.replace(at, mark.size(), value);
    }
    return target;
}

} // namespace wf::story
