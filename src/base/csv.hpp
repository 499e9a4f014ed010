// SPDX-License-Identifier: EUPL-1.2
// Tables as text: comma, semicolon or tab between cells (found out from the header row), UTF-8, quotes by RFC 4180.
//
// Reading keeps the bytes once and remembers where each cell lies. A row with a wrong number of cells does not stop the
// reading: it is counted and listed as refused, with its line. Stray quotes inside an unquoted cell are part of it,
// lines without anything on them are skipped. An empty cell, NA and a single point mean that the value is missing.
#pragma once

#include "base/result.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace wf {

/// More than this is refused as a whole. Memory: the bytes, 8 bytes a cell and 4 a row.
struct CsvLimits {
    std::size_t bytes{std::size_t{512} << 20}; ///< at most 4 GiB less a little, whatever is asked
    std::size_t rows{50'000'000};
    std::size_t columns{5'000};
    std::size_t refused_listed{1'000}; ///< further refused rows are counted only
};

/// A row that was left out. Codes: csv.too_few_cells, csv.too_many_cells, csv.text_after_quote.
struct CsvRefused {
    std::size_t line;
    std::string code;
    std::string detail;
};

enum class DecimalMark { point, comma };

class CsvTable {
public:
    /// Names without blanks around them.
    [[nodiscard]] std::vector<std::string> const& header() const { return m_header; }
    [[nodiscard]] std::size_t rows() const { return m_lines.size(); }
    [[nodiscard]] std::size_t columns() const { return m_header.size(); }
    [[nodiscard]] char delimiter() const { return m_delimiter; }

    /// Where a column stands; names are compared exactly.
    [[nodiscard]] std::optional<std::size_t> column(std::string_view name) const;
    /// The same, or "csv.column_missing".
    [[nodiscard]] Result<std::size_t> required_column(std::string_view name) const;
    /// The line of the file on which a row begins, from 1.
    [[nodiscard]] std::size_t line(std::size_t row) const;

    /// The cell as it stands, without its quotes. Lives as long as the table, and moves when the table moves.
    [[nodiscard]] std::string_view cell(std::size_t row, std::size_t column) const;
    /// The cell without blanks around it; nothing when it is missing.
    [[nodiscard]] std::optional<std::string_view> text(std::size_t row, std::size_t column) const;
    /// A number, nothing when it is missing, or "csv.not_a_number" that names line and column.
    [[nodiscard]] Result<std::optional<double>> number(std::size_t row, std::size_t column,
                                                       DecimalMark mark = DecimalMark::point) const;
    /// A whole number, nothing when it is missing, or "csv.not_a_whole_number".
    [[nodiscard]] Result<std::optional<std::int64_t>> integer(std::size_t row, std::size_t column) const;
    /// An error about a cell of the reader's own: the field says line and column.
    [[nodiscard]] Error error_at(std::size_t row, std::size_t column, std::string code, std::string detail) const;

    [[nodiscard]] std::vector<CsvRefused> const& refused() const { return m_refused; }
    /// All refused rows, also those past the limit of the list.
    [[nodiscard]] std::size_t refused_count() const { return m_refused_count; }

private:
    friend class CsvReading;
    struct Cell {
        std::uint32_t begin;
        std::uint32_t length;
    };

    std::string m_bytes;
    std::vector<std::string> m_header;
    std::vector<Cell> m_cells; // row by row
    std::vector<std::uint32_t> m_lines;
    std::vector<CsvRefused> m_refused;
    std::size_t m_refused_count{0};
    char m_delimiter{','};
};

/// Errors, with "line N" as field: csv.empty, csv.not_utf8, csv.header_twice, csv.quote_not_closed,
/// csv.text_after_quote (in the header), csv.too_large, csv.too_many_rows, csv.too_many_columns.
[[nodiscard]] Result<CsvTable> read_csv(std::string_view bytes, CsvLimits const& limits = {});

/// Whether text that a spreadsheet would run as a formula gets an apostrophe in front (= + - @ tab CR).
enum class FormulaGuard { on, off };

/// Writes a table row by row. Cells are quoted where needed, lines end in LF. Text is guarded, numbers are written
/// shortest and unguarded, what is missing is empty.
class CsvWriter {
public:
    explicit CsvWriter(std::vector<std::string> const& header, char delimiter = ',',
                       FormulaGuard guard = FormulaGuard::on);

    CsvWriter& text(std::string_view text);
    /// Finite.
    CsvWriter& number(double number);
    CsvWriter& integer(std::int64_t number);
    CsvWriter& missing();
    /// A row has as many cells as the header.
    void end_row();

    /// The whole table; no row is half written. The writer is used up.
    [[nodiscard]] std::string finish() &&;

private:
    void begin_cell();
    void write_text(std::string_view text);

    std::string m_out;
    std::size_t m_columns;
    std::size_t m_written{0};
    char m_delimiter;
    FormulaGuard m_guard;
};

} // namespace wf
