// SPDX-License-Identifier: EUPL-1.2
// What commands on columns share: the file, names of columns, one word of several, numbers, the level of intervals.
#pragma once

#include "base/enum_words.hpp"
#include "feature/calc/columns.hpp"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace wf::calc {

/// The one file that was named. Error: usage.
[[nodiscard]] Result<std::string> file_of(web::CommandInput const& input);
/// What `--option` names, or an error of usage.
[[nodiscard]] Result<std::string> name_option(web::CommandInput const& input, std::string_view option);
/// "a,b,c" in pieces; none when the option is missing. An empty piece is an error of usage.
[[nodiscard]] Result<std::vector<std::string>> list_option(web::CommandInput const& input, std::string_view option);
/// A covariate as it was typed: `age`, or `factor(year)`.
[[nodiscard]] Wanted covariate(std::string const& typed);
/// A number between the bounds, without them; or `fallback`. Error: usage.
[[nodiscard]] Result<double> number_option(web::CommandInput const& input, std::string_view option, double fallback,
                                           double above, double below);
/// `--level`, or 0.95.
[[nodiscard]] Result<double> level_of(web::CommandInput const& input);

[[nodiscard]] Error no_such_word(std::string_view option, std::string const& typed,
                                 std::vector<std::string> const& known);
/// What `--option` says, one of `words`; or `fallback`, and without one it must be said. Error: usage.
template <class T, std::size_t N>
[[nodiscard]] Result<T> choice(web::CommandInput const& input, std::string_view option,
                               std::array<std::pair<T, char const*>, N> const& words,
                               std::optional<std::type_identity_t<T>> fallback)
{
    auto const typed = input.option(option);
    if (!typed && fallback) return *fallback;
    if (auto const found = read_in(words, typed.value_or(""))) return *found;
    std::vector<std::string> known;
    for (auto const& [value, word] : words) known.emplace_back(word);
    return no_such_word(option, typed.value_or(""), known);
}

/// Collects which columns a command wants, so that the file is read once.
class Asking {
public:
    explicit Asking(web::CommandInput const& input) : m_input{&input} {}
    /// The place of the column that `--option` names. Error: usage.
    Result<std::size_t> one(std::string_view option, Kind kind);
    Result<std::optional<std::size_t>> maybe(std::string_view option, Kind kind);
    /// Of `--option a,b,c`; factor(...) counts when `kind` is any.
    Result<std::vector<std::size_t>> list(std::string_view option, Kind kind);
    std::size_t add(Wanted wanted);
    [[nodiscard]] Result<Columns> read() const;

private:
    web::CommandInput const* m_input;
    std::vector<Wanted> m_wanted;
};

[[nodiscard]] std::vector<stat::Column const*> chosen(Columns const& columns, std::vector<std::size_t> const& which);

void write_interval(JsonWriter& json, std::string_view name, double low, double high);

} // namespace wf::calc
