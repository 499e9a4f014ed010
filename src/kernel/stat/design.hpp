// SPDX-License-Identifier: EUPL-1.2
// Question     which numbers go into a regression, when columns of a table are named?
// Assumption   a column of text is a factor: each level but the first (in byte order, of the levels that are left) gets a column of 0 and
//              1, named column[level]. Without a constant the first factor keeps all its levels.
// Units        those of the columns. A missing number is NaN, a missing level `no_level`: a row that lacks anything is left out.
// Shapes       one row for each row that is kept, one column for the constant and each number, levels - 1 for a factor. O(rows x columns).
// Errors       refused: one_level (a factor that does not vary), no_rows, too_many_columns (more columns than rows).
#pragma once

#include "base/result.hpp"
#include "kernel/stat/matrix.hpp"

#include <cstdint>
#include <limits>
#include <span>
#include <string>
#include <vector>

namespace wf::stat {

inline constexpr std::uint32_t no_level = std::numeric_limits<std::uint32_t>::max();

/// Numbers, or text as levels: one of the two is as long as the table.
struct Column {
    std::string name;
    std::vector<double> numbers;
    std::vector<std::uint32_t> codes;
    std::vector<std::string> levels; ///< in byte order, each once

    [[nodiscard]] bool is_text() const { return !codes.empty(); }
    [[nodiscard]] std::size_t size() const { return is_text() ? codes.size() : numbers.size(); }
};

/// A column of text from its cells; an empty one is missing.
[[nodiscard]] Column text_column(std::string name, std::span<std::string const> cells);

/// Where each of these has something; in their order.
[[nodiscard]] std::vector<std::size_t> complete_rows(std::span<Column const* const> columns);

enum class Constant { yes, no };

struct Design {
    Matrix x;
    std::vector<std::string> names;
    std::vector<std::size_t> term; ///< for each column, which of the terms it is of; the constant has no_term
    [[nodiscard]] std::size_t find(std::string_view name) const; ///< its column, or names.size()
};
inline constexpr std::size_t no_term = std::numeric_limits<std::size_t>::max();

[[nodiscard]] Result<Design> make_design(std::span<Column const* const> terms, std::span<std::size_t const> rows,
                                         Constant constant = Constant::yes);

/// Rows that belong together (a cluster, an absorbed effect): numbered from 0 in the order of the levels, without gaps.
struct Groups {
    std::vector<std::uint32_t> of;
    std::uint32_t count{0};
};

/// By level, or by number.
[[nodiscard]] Groups make_groups(Column const& column, std::span<std::size_t const> rows);
/// A group for each pair that occurs.
[[nodiscard]] Groups crossed(Groups const& one, Groups const& other);

/// The numbers of these rows.
[[nodiscard]] std::vector<double> pick(Column const& column, std::span<std::size_t const> rows);

} // namespace wf::stat
