// SPDX-License-Identifier: EUPL-1.2
// What all `weefsel calc` commands share. Input: CSV with a header (comma, semicolon or tab; empty, NA or . is missing), "-" is
// standard input. Output: one JSON object {"status","answer","basis","warnings"} on standard output. A question without an answer
// gives "status":"refused" with a reason and exit status 3; bad usage or input exit status 2 and one line on standard error.
#pragma once

#include "base/csv.hpp"
#include "base/json_writer.hpp"
#include "base/result.hpp"
#include "platform/web/feature.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace wf::calc {

/// Reads and checks what was typed, with errors that name the option or the file, line and column.
class Question {
public:
    /// The one file that was named. Errors: usage (no file, or more than one), those of the file and of the CSV.
    static Result<Question> read(web::CommandInput const& input);
    /// One of several files. Errors: those of the file and of the CSV.
    static Result<Question> read(web::CommandInput const& input, std::string const& file);
    /// The file that `--option` names. Errors: usage (the option is missing), those of the file and of the CSV.
    static Result<Question> read_option(web::CommandInput const& input, std::string_view option);

    [[nodiscard]] CsvTable const& table() const { return m_table; }
    /// The place of the column that `--name` names. Errors: usage (the option is missing), csv.column_missing.
    [[nodiscard]] Result<std::size_t> column(std::string_view option) const;
    /// The same, but the column has this header when the option is missing.
    [[nodiscard]] Result<std::size_t> column(std::string_view option, std::string_view fallback) const;
    [[nodiscard]] Result<std::optional<std::size_t>> optional_column(std::string_view option) const;
    /// The number given with `--name`, or `fallback`. Error: usage.
    [[nodiscard]] Result<double> number(std::string_view option, double fallback) const;
    /// A cell; nothing when it is missing. Error: csv.not_a_number with file, line and column.
    [[nodiscard]] Result<std::optional<double>> cell(std::size_t row, std::size_t column) const;
    /// A cell that may be missing but not negative. Errors: csv.not_a_number, csv.negative.
    [[nodiscard]] Result<std::optional<double>> amount(std::size_t row, std::size_t column) const;
    /// An error about a cell, with file, line and column.
    [[nodiscard]] Error error_at(std::size_t row, std::size_t column, std::string code, std::string detail) const;

private:
    Question(web::CommandInput const& input, std::string file, CsvTable table)
        : m_input{&input}, m_file{std::move(file)}, m_table{std::move(table)}
    {
    }
    [[nodiscard]] Error in_file(Error error) const;

    web::CommandInput const* m_input;
    std::string m_file;
    CsvTable m_table;
};

struct Warning {
    std::string code;
    std::string text;
};

/// What the answer rests on; every command gives at least these.
struct Basis {
    std::size_t n{0};
    std::size_t missing{0};
    std::string_view method;
    std::string_view method_version;
    std::optional<std::uint64_t> seed; ///< where chance plays a part
    /// What else the answer hangs on ("profile", "draws"): names and JSON values.
    std::vector<std::pair<std::string, std::string>> settings;
};

/// `answer` is a JSON value. Gives exit status 0.
int print_answer(std::ostream& out, std::string_view answer, Basis const& basis, std::vector<Warning> const& warnings);
/// Gives exit status 3.
int print_refusal(std::ostream& out, std::string_view code, std::string_view text, Basis const& basis);
/// A refusal of a kernel becomes a refusal of the command; any other error stays one.
[[nodiscard]] Result<int> refuse_or_fail(web::CommandInput const& input, Error error, Basis const& basis);

/// How many threads `--threads` allows; 0 is as many as there are. Error: usage.
[[nodiscard]] Result<unsigned> thread_count(web::CommandInput const& input);
/// `--seed`, or 1. Error: usage.
[[nodiscard]] Result<std::uint64_t> seed_of(web::CommandInput const& input);
/// An error about what was typed: exit status 2.
[[nodiscard]] Error usage(std::string_view option, std::string detail);

/// The options that every calc command knows besides its own.
[[nodiscard]] std::vector<std::string> with_common_options(std::vector<std::string> own);

} // namespace wf::calc
