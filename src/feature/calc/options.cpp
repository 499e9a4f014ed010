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

} // namespace wf::calc
