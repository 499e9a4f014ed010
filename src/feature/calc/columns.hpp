// SPDX-License-Identifier: EUPL-1.2
// Named columns of a CSV file, read in one pass straight into numbers and levels; what was not named is stepped over.
// The same CSV as in base/csv, but a row with a wrong number of cells is an error: an evaluation does not go on without it.
// Units        missing is NaN or stat::no_level. Memory: the bytes, 8 bytes for each cell that was named, 4 for each row.
// Errors       those of the file and of base/csv (file, line and column in the field), csv.too_few_cells, csv.too_many_cells,
//              csv.column_missing, csv.not_a_number; usage for an option that is missing.
#pragma once

#include "feature/calc/frame.hpp"
#include "kernel/stat/design.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace wf::calc {

enum class Kind {
    number, ///< each cell that is there is a number
    any,    ///< numbers when all are, else text
    label   ///< text, also when it looks like numbers: clusters, absorbed effects, factor(...)
};

struct Wanted {
    std::string name; ///< as in the header
    Kind kind{Kind::number};
};

class Columns {
public:
    /// "-" is standard input.
    static Result<Columns> read(std::string const& file, std::vector<Wanted> const& wanted);
    /// `file` is what errors call it.
    static Result<Columns> read_bytes(std::string_view bytes, std::string const& file,
                                      std::vector<Wanted> const& wanted);

    [[nodiscard]] std::size_t rows() const { return m_lines.size(); }
    /// The n-th that was wanted.
    [[nodiscard]] stat::Column const& operator[](std::size_t wanted) const { return m_columns[wanted]; }
    /// Columns that hold numbers and text, and were therefore taken as text.
    [[nodiscard]] std::vector<Warning> const& warnings() const { return m_warnings; }
    /// An error about a cell, with file, line and column.
    [[nodiscard]] Error error_at(std::size_t row, std::size_t wanted, std::string code, std::string detail) const;

private:
    friend class ColumnsReading;
    std::string m_file;
    std::vector<stat::Column> m_columns;
    std::vector<std::uint32_t> m_lines;
    std::vector<Warning> m_warnings;
};

} // namespace wf::calc
