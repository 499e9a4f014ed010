// SPDX-License-Identifier: EUPL-1.2
#include "feature/calc/frame.hpp"

#include "base/text.hpp"
#include "platform/file/file.hpp"

#include <algorithm>
#include <cmath>

namespace wf::calc {
namespace {

constexpr int exit_answered = 0;
constexpr int exit_refused = 3;

void write_basis(JsonWriter& json, Basis const& basis)
{
    json.key("basis")
        .begin_object()
        .member("n", basis.n)
        .member("missing", basis.missing)
        .member("method", basis.method)
        .member("method_version", basis.method_version);
    if (basis.seed) json.member("seed", *basis.seed);
    for (auto const& [name, value] : basis.settings) json.key(name).raw(value);
    json.end_object();
}

/// A whole number of at least 0.
Result<std::uint64_t> whole_option(web::CommandInput const& input, std::string_view option, std::uint64_t fallback)
{
    auto const text = input.option(option);
    if (!text) return fallback;
    auto const number = parse_integer(*text);
    if (!number || *number < 0)
        return usage("--" + std::string{option}, "\"" + *text + "\" is not a whole number of at least 0");
    return static_cast<std::uint64_t>(*number);
}

} // namespace

Error usage(std::string_view option, std::string detail)
{
    return {Trouble::bad_input, "usage", std::string{option}, std::move(detail)};
}

Result<unsigned> thread_count(web::CommandInput const& input)
{
    constexpr std::uint64_t most = 1024;
    WF_TRY(auto const count, whole_option(input, "threads", 0));
    return static_cast<unsigned>(std::min(count, most));
}

Result<std::uint64_t> seed_of(web::CommandInput const& input)
{
    return whole_option(input, "seed", 1);
}

Result<Question> Question::read(web::CommandInput const& input)
{
    if (input.arguments.size() != 1) return usage("FILE", "name one CSV file, or - for standard input");
    return read(input, input.arguments.front());
}

Result<Question> Question::read_option(web::CommandInput const& input, std::string_view option)
{
    auto const file = input.option(option);
    if (!file) return usage("--" + std::string{option}, "name a CSV file, or - for standard input");
    return read(input, *file);
}

Result<Question> Question::read(web::CommandInput const& input, std::string const& file)
{
    WF_TRY(auto const bytes, file::load(file == "-" ? std::string{"/dev/stdin"} : file));
    auto table = read_csv(bytes);
    if (!table) {
        auto error = std::move(table.error());
        error.field = error.field.empty() ? file : file + ", " + error.field;
        return error;
    }
    return Question{input, file, std::move(*table)};
}

Error Question::in_file(Error error) const
{
    error.field = error.field.empty() ? m_file : m_file + ", " + error.field;
    return error;
}

Result<std::size_t> Question::column(std::string_view option) const
{
    auto const name = m_input->option(option);
    if (!name) return usage("--" + std::string{option}, "name the column of " + m_file + " to use");
    auto found = m_table.required_column(*name);
    if (!found) return in_file(std::move(found.error()));
    return *found;
}

Result<std::size_t> Question::column(std::string_view option, std::string_view fallback) const
{
    if (m_input->option(option)) return column(option);
    auto found = m_table.required_column(fallback);
    if (!found) return in_file(std::move(found.error()));
    return *found;
}

Result<std::optional<std::size_t>> Question::optional_column(std::string_view option) const
{
    if (!m_input->option(option)) return std::optional<std::size_t>{};
    WF_TRY(auto const found, column(option));
    return std::optional{found};
}

Result<double> Question::number(std::string_view option, double fallback) const
{
    auto const text = m_input->option(option);
    if (!text) return fallback;
    auto const number = parse_double(*text);
    if (!number || !std::isfinite(*number))
        return usage("--" + std::string{option}, "\"" + *text + "\" is not a number");
    return *number;
}

Result<std::optional<double>> Question::cell(std::size_t row, std::size_t column) const
{
    auto number = m_table.number(row, column);
    if (!number) return in_file(std::move(number.error()));
    return *number;
}

Result<std::optional<double>> Question::amount(std::size_t row, std::size_t column) const
{
    WF_TRY(auto const number, cell(row, column));
    if (number && *number < 0) return error_at(row, column, "csv.negative", "a number of at least 0 is wanted");
    return number;
}

Error Question::error_at(std::size_t row, std::size_t column, std::string code, std::string detail) const
{
    return in_file(m_table.error_at(row, column, std::move(code), std::move(detail)));
}

int print_answer(std::ostream& out, std::string_view answer, Basis const& basis, std::vector<Warning> const& warnings)
{
    JsonWriter json;
    json.begin_object().member("status", "answered").key("answer").raw(answer);
    write_basis(json, basis);
    json.key("warnings").begin_array();
    for (auto const& warning : warnings) {
        json.begin_object().member("code", warning.code).member("text", warning.text).end_object();
    }
    json.end_array().end_object();
    out << std::move(json).finish() << '\n';
    return exit_answered;
}

int print_refusal(std::ostream& out, std::string_view code, std::string_view text, Basis const& basis)
{
    JsonWriter json;
    json.begin_object().member("status", "refused");
    json.key("reason").begin_object().member("code", code).member("text", text).end_object();
    write_basis(json, basis);
    json.key("warnings").begin_array().end_array().end_object();
    out << std::move(json).finish() << '\n';
    return exit_refused;
}

Result<int> refuse_or_fail(web::CommandInput const& input, Error error, Basis const& basis)
{
    if (error.kind != Trouble::refused) return error;
    return print_refusal(input.out, error.code, error.detail, basis);
}

std::vector<std::string> with_common_options(std::vector<std::string> own)
{
    for (auto const* common : {"level", "seed", "threads"}) own.emplace_back(common);
    return own;
}

} // namespace wf::calc
