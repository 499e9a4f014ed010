// SPDX-License-Identifier: EUPL-1.2
#include "steps.hpp"

#include "base/csv.hpp"
#include "base/text.hpp"
#include "platform/json/json.hpp"

#include <algorithm>
#include <cmath>

namespace wf::story {
namespace {

using Words = std::vector<Word>;

Error not_so(std::string detail)
{
    return {Trouble::refused, "story.not_so", {}, std::move(detail)};
}

bool is_web_page(http::Response const& response)
{
    return response.content_type.starts_with("text/html");
}

/// The same text, or the same number however it is written.
bool same_cell(std::string_view is, std::string_view wanted)
{
    if (is == wanted) return true;
    auto const a = parse_double(is);
    auto const b = parse_double(wanted);
    return a && b && std::abs(*a - *b) < 1e-9;
}

std::string show(json::Value const& value)
{
    if (auto const* text = value.text()) return *text;
    if (auto const number = value.number()) return to_text(*number);
    if (auto const truth = value.boolean()) return *truth ? "true" : "false";
    return "";
}

Result<std::vector<json::Value>> read_rows(std::string const& target, http::Response const& response)
{
    if (response.status != 200) return not_so(target + " answers " + std::to_string(response.status));
    auto document = json::read(response.body);
    if (!document) return not_so(target + " is no JSON: ask for the page with .json behind it");
    auto const* rows = document->find("rows");
    if (rows == nullptr || rows->array() == nullptr) return not_so(target + " has no rows");
    return *rows->array();
}

/// Names of the wanted table -> columns of the page.
Result<std::vector<std::size_t>> find_columns(CsvTable const& table, std::vector<std::string> const& names)
{
    std::vector<std::size_t> columns;
    for (auto const& name : names) {
        auto const column = table.column(name);
        if (!column) return not_so("the page has no column " + name);
        columns.push_back(*column);
    }
    return columns;
}

} // namespace

Result<void> Steps::check_page(Page const& page, Words const& claim, Step const& step)
{
    auto const is = [&](std::initializer_list<std::string_view> words) {
        return claim.size() == words.size() &&
               std::equal(words.begin(), words.end(), claim.begin(),
                          [](auto word, Word const& other) { return word == other.text; });
    };
    auto const& verb = claim.empty() ? std::string{} : claim.front().text;
    if (verb == "answers" && claim.size() == 2) {
        if (std::to_string(page.response.status) == claim[1].text) return {};
        return not_so(page.target + " answers " + std::to_string(page.response.status));
    }
    if (verb == "contains") {
        WF_TRY_VOID(check_words(page.target, page.response, std::span{claim}.subspan(1)));
        if (page.response.status == 200) return {};
        return not_so(page.target + " answers " + std::to_string(page.response.status));
    }
    if (is({"has", "rows"})) return check_rows(page, step.block, false);
    if (is({"has", "only", "rows"})) return check_rows(page, step.block, true);
    if (claim.size() == 3 && verb == "has" && claim[2].text == "rows") return check_row_count(page, claim[1].text);
    if (is({"is", "as", "remembered"})) return check_unchanged(page);
    return Error{Trouble::bad_input,
                 "story.unknown_sentence",
                 {},
                 "tests/stories/README.md has no sentence like this: " + step.text};
}

Result<void> check_words(std::string_view target, http::Response const& response, std::span<Word const> claim)
{
    auto const& body = response.body;
    auto const text = is_web_page(response) ? page_text::visible_text(body) : body;
    bool wanted = true;
    std::size_t checked = 0;
    for (auto const& word : claim) {
        if (!word.quoted) {
            if (word.text != "and" && word.text != "not")
                return not_so("write what is looked for between \" and \": " + word.text);
            wanted = word.text == "and";
            continue;
        }
        if (word.text.empty()) return not_so("\"\" stands everywhere");
        ++checked;
        // What must not be there must not be hidden in the source either.
        bool const there =
            text.find(word.text) != std::string::npos || (!wanted && body.find(word.text) != std::string::npos);
        if (there != wanted)
            return not_so(std::string{target} + (wanted ? " does not contain \"" : " contains \"") + word.text + "\"");
        wanted = true;
    }
    if (checked == 0) return not_so("say what the page contains");
    return {};
}

/// The first rows, in the columns that the story names.
std::string show_rows(CsvTable const& table, std::vector<std::size_t> const& columns)
{
    constexpr std::size_t most = 5;
    std::string shown;
    for (std::size_t row = 0; row < std::min(table.rows(), most); ++row) {
        shown += row == 0 ? "" : " and";
        for (auto const column : columns) shown.append(" | ").append(table.cell(row, column));
        shown += " |";
    }
    return table.rows() == 0 ? " no rows" : shown;
}

Result<void> Steps::check_rows(Page const& page, std::vector<std::string> const& block, bool only)
{
    WF_TRY(auto const wanted, read_table(block));
    auto const table = read_csv(page.response.body);
    if (!table || !page.response.content_type.starts_with("text/csv"))
        return not_so(page.target + " is no table: ask for the page with .csv behind it");
    WF_TRY(auto const columns, find_columns(*table, wanted.front()));
    for (auto row = wanted.begin() + 1; row != wanted.end(); ++row) {
        bool found = false;
        for (std::size_t at = 0; at < table->rows() && !found; ++at) {
            found = true;
            for (std::size_t column = 0; column < columns.size(); ++column) {
                found = found && same_cell(table->cell(at, columns[column]), (*row)[column]);
            }
        }
        if (found) continue;
        std::string shown;
        for (auto const& cell : *row) shown += " | " + cell;
        return not_so(page.target + " has no row" + shown + " |; it has" + show_rows(*table, columns));
    }
    if (only && table->rows() != wanted.size() - 1)
        return not_so(page.target + " has " + std::to_string(table->rows()) + " rows, not " +
                      std::to_string(wanted.size() - 1));
    return {};
}

Result<void> Steps::check_row_count(Page const& page, std::string const& wanted)
{
    WF_TRY(auto const rows, read_rows(page.target, page.response));
    if (std::to_string(rows.size()) != wanted)
        return not_so(page.target + " has " + std::to_string(rows.size()) + " rows");
    return {};
}

Result<void> Steps::check_unchanged(Page const& page)
{
    auto const before = m_remembered.find(page.target);
    if (before == m_remembered.end()) return not_so("first: When remember page " + page.target);
    if (before->second != page.response.body) return not_so(page.target + " is not what it was");
    return {};
}

/// value of indicator inhabitants and year 2017 at /nl/buurt/BU00010001.json is 125
Result<void> Steps::check_field(Words const& words)
{
    auto const find_word = [&](std::string_view text) {
        return std::find_if(words.begin(), words.end(),
                            [&](Word const& word) { return !word.quoted && word.text == text; });
    };
    auto const of = find_word("of");
    auto const at = find_word("at");
    bool const complete = of == words.begin() + 1 && words.end() - at == 4 && at > of && at[2].text == "is";
    if (!complete)
        return not_so("write: field value of indicator inhabitants and year 2017 at /nl/buurt/BU00010001.json is 125");
    auto const& target = at[1].text;
    WF_TRY(auto rows, read_rows(target, m_world.ask(target)));
    for (auto word = of + 1; word < at; ++word) {
        if (!word->quoted && word->text == "and") continue;
        auto const& name = word->text;
        if (++word == at) return not_so("what must " + name + " be?");
        std::erase_if(rows, [&](json::Value const& row) {
            auto const* member = row.find(name);
            return member == nullptr || !same_cell(show(*member), word->text);
        });
    }
    if (rows.size() != 1) return not_so(target + " has " + std::to_string(rows.size()) + " such rows, not one");
    auto const* field = rows.front().find(words.front().text);
    if (field == nullptr) return not_so("there is no field " + words.front().text);
    auto const& wanted = at[3];
    auto const is = show(*field);
    bool const right = !wanted.quoted && wanted.text == "empty" ? is.empty() : same_cell(is, wanted.text);
    if (!right) return not_so(words.front().text + " is " + (is.empty() ? "empty" : is));
    return {};
}

} // namespace wf::story
