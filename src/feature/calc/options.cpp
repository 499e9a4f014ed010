// SPDX-License-Identifier: EUPL-1.2
#include "feature/calc/options.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <cmath>

namespace wf::calc {

Result<std::string> file_of(web::CommandInput const& input)
{
    if (input.arguments.size() != 1) return usage("FILE", "name one CSV file, or - for standard input");
    return input.arguments.front();
}

Result<std::string> name_option(web::CommandInput const& input, std::string_view option)
{
    auto const name = input.option(option);
    if (!name || name->empty()) return usage("--" + std::string{option}, "name the column to use");
    return *name;
}

Result<std::vector<std::string>> list_option(web::CommandInput const& input, std::string_view option)
{
    std::vector<std::string> names;
    auto const text = input.option(option);
    if (!text) return names;
    for (auto const piece : split(*text, ',')) {
        auto const name = trim(piece);
        if (name.empty()) return usage("--" + std::string{option}, "names with commas between them are wanted: a,b,c");
        if (std::find(names.begin(), names.end(), name) != names.end())
            return usage("--" + std::string{option}, std::string{name} + " stands in it twice");
        names.emplace_back(name);
    }
    return names;
}

Wanted covariate(std::string const& typed)
{
    constexpr std::string_view open = "factor(";
    if (typed.starts_with(open) && typed.ends_with(')'))
        return {typed.substr(open.size(), typed.size() - open.size() - 1), Kind::label};
    return {typed, Kind::any};
}

Result<double> number_option(web::CommandInput const& input, std::string_view option, double fallback, double above,
                             double below)
{
    auto const text = input.option(option);
    if (!text) return fallback;
    auto const number = parse_double(*text);
    if (number && *number > above && *number < below) return *number;
    std::string wanted = "a number above " + to_text(above);
    if (std::isfinite(below)) wanted += " and below " + to_text(below);
    return usage("--" + std::string{option}, "\"" + *text + "\": " + wanted + " is wanted");
}

Result<double> level_of(web::CommandInput const& input)
{
    constexpr double usual = 0.95;
    return number_option(input, "level", usual, 0, 1);
}

Error no_such_word(std::string_view option, std::string const& typed, std::vector<std::string> const& known)
{
    std::string text = typed.empty() ? "one of " : "\"" + typed + "\" is none of ";
    for (auto const& word : known) text += (&word == known.data() ? "" : ", ") + word;
    return usage("--" + std::string{option}, std::move(text));
}

std::size_t Asking::add(Wanted wanted)
{
    m_wanted.push_back(std::move(wanted));
    return m_wanted.size() - 1;
}

Result<std::size_t> Asking::one(std::string_view option, Kind kind)
{
    WF_TRY(auto name, name_option(*m_input, option));
    return add({std::move(name), kind});
}

Result<std::optional<std::size_t>> Asking::maybe(std::string_view option, Kind kind)
{
    if (!m_input->option(option)) return std::optional<std::size_t>{};
    WF_TRY(auto const place, one(option, kind));
    return std::optional{place};
}

Result<std::vector<std::size_t>> Asking::list(std::string_view option, Kind kind)
{
    WF_TRY(auto const names, list_option(*m_input, option));
    std::vector<std::size_t> places;
    for (auto const& name : names) places.push_back(add(kind == Kind::any ? covariate(name) : Wanted{name, kind}));
    return places;
}

Result<Columns> Asking::read() const
{
    WF_TRY(auto const file, file_of(*m_input));
    return Columns::read(file, m_wanted);
}

std::vector<stat::Column const*> chosen(Columns const& columns, std::vector<std::size_t> const& which)
{
    std::vector<stat::Column const*> answer;
    answer.reserve(which.size());
    for (auto const place : which) answer.push_back(&columns[place]);
    return answer;
}

void write_interval(JsonWriter& json, std::string_view name, double low, double high)
{
    json.key(name).begin_array().value(low).value(high).end_array();
}

} // namespace wf::calc
