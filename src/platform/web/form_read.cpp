// SPDX-License-Identifier: EUPL-1.2
#include "base/characters.hpp"
#include "base/csv.hpp"
#include "base/date.hpp"
#include "base/text.hpp"
#include "platform/secret/token.hpp"
#include "platform/web/form.hpp"

#include <algorithm>

namespace wf::web {
namespace {

/// A line end and other signs without a face do not belong in one line of text.
bool has_control(std::string_view text, bool lines_allowed)
{
    return std::any_of(text.begin(), text.end(), [&](char c) {
        if (lines_allowed && (c == '\n' || c == '\r' || c == '\t')) return false;
        return static_cast<unsigned char>(c) < 0x20 || c == 0x7f;
    });
}

bool is_option(std::span<Option const> options, std::string_view value)
{
    return std::any_of(options.begin(), options.end(), [&](Option const& one) { return one.value == value; });
}

} // namespace

Fault fault_of(Error const& error, std::string_view otherwise)
{
    return {error.field.empty() ? std::string{otherwise} : error.field, error};
}

void FormReader::add(Field const& field, Error error)
{
    error.field = field.name;
    faults.push_back({std::string{field.name}, std::move(error)});
}

bool FormReader::take(Field const& field, std::string& value, bool trimmed)
{
    auto const sent = given(m_sent, field.name);
    value.assign(trimmed ? trim(sent) : sent); // at once: no copy of a secret is left behind
    if (!value.empty()) return true;
    if (field.presence == Presence::required) add(field, {Trouble::bad_input, "form.required", "", ""});
    return false;
}

void FormReader::judge(Field const& field, std::string const& value, Rule const& rule)
{
    if (count_characters(value) > field.most) {
        add(field, {Trouble::too_large, "form.too_long", "", std::to_string(field.most)});
        return;
    }
    if (!rule) return;
    auto judged = rule(value);
    if (!judged) add(field, std::move(judged.error()));
}

void FormReader::text(Field const& field, std::string& value, Rule const& rule)
{
    if (!take(field, value, true)) return;
    if (!is_utf8(value) || has_control(value, false)) add(field, {Trouble::bad_input, "form.bad_text", "", ""});
    else judge(field, value, rule);
}

void FormReader::lines(Field const& field, std::string& value, Rule const& rule)
{
    if (!take(field, value, true)) return;
    if (!is_utf8(value) || has_control(value, true)) add(field, {Trouble::bad_input, "form.bad_text", "", ""});
    else judge(field, value, rule);
}

void FormReader::secret(Field const& field, std::string& value, Rule const& rule)
{
    if (!take(field, value, false)) return;
    judge(field, value, rule);
}

void FormReader::whole(Field const& field, std::optional<std::int64_t>& value, std::int64_t least, std::int64_t most)
{
    std::string text;
    value.reset();
    if (!take(field, text, true)) return;
    auto const number = parse_integer(text);
    if (!number) add(field, {Trouble::bad_input, "form.not_whole", "", ""});
    else if (*number < least || *number > most)
        add(field, {Trouble::bad_input, "form.out_of_range", "", std::to_string(least) + " – " + std::to_string(most)});
    value = number;
}

void FormReader::day(Field const& field, std::string& value)
{
    if (take(field, value, true) && !Date::parse(value)) add(field, {Trouble::bad_input, "form.not_a_day", "", ""});
}

void FormReader::yes(Field const& field, bool& value)
{
    std::string text;
    value = take(field, text, true);
}

void FormReader::one_of(Field const& field, std::string& value, std::span<Option const> options)
{
    if (take(field, value, true) && !is_option(options, value))
        add(field, {Trouble::bad_input, "form.no_such_choice", "", value});
}

void FormReader::any_of(Field const& field, std::vector<std::string>& values, std::span<Option const> options)
{
    values.clear();
    for (auto const& [name, value] : m_sent) {
        if (name == field.name && !value.empty() && std::find(values.begin(), values.end(), value) == values.end())
            values.push_back(value);
    }
    if (values.empty() && field.presence == Presence::required)
        add(field, {Trouble::bad_input, "form.required_choice", "", ""});
    for (auto const& value : values) {
        if (!is_option(options, value)) add(field, {Trouble::bad_input, "form.no_such_choice", "", value});
    }
}

std::string version_of(std::vector<FormNames::Named> const& names)
{
    std::string all;
    for (auto const& named : names) all.append(named.name).append(" ").append(named.type).append("\n");
    constexpr std::size_t enough = 8;
    return secret::digest(all).substr(0, enough);
}

Result<FormRows> read_form_rows(std::string_view csv, std::vector<FormNames::Named> const& names, std::size_t most_rows)
{
    WF_TRY(auto const table, read_csv(csv));
    if (table.rows() > most_rows) return Error{Trouble::too_large, "form.too_many_rows", "", std::to_string(most_rows)};
    for (auto const& named : names) {
        if (named.presence == Presence::required && !table.column(named.name))
            return Error{Trouble::bad_input, "form.column_missing", named.name, "line 1"};
    }
    FormRows read;
    for (std::size_t row = 0; row < table.rows(); ++row) {
        http::Pairs pairs;
        for (auto const& named : names) {
            auto const column = table.column(named.name);
            if (!column) continue;
            for (auto const piece : split(table.text(row, *column).value_or(""), '|'))
                pairs.emplace_back(named.name, std::string{trim(piece)});
        }
        read.rows.push_back(std::move(pairs));
        read.lines.push_back(table.line(row));
    }
    return read;
}

} // namespace wf::web
