// SPDX-License-Identifier: EUPL-1.2
#include "kernel/stat/design.hpp"

#include "kernel/stat/refuse.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace wf::stat {
namespace {

/// Which levels occur in these rows.
std::vector<std::uint32_t> levels_in(Column const& column, std::span<std::size_t const> rows)
{
    std::vector<bool> seen(column.levels.size(), false);
    for (auto const row : rows) seen[column.codes[row]] = true;
    std::vector<std::uint32_t> levels;
    for (std::uint32_t level = 0; level < seen.size(); ++level) {
        if (seen[level]) levels.push_back(level);
    }
    return levels;
}

/// Numbers the values that occur, in their order, without gaps.
template <class Value>
Groups number_values(std::vector<Value> const& values)
{
    auto sorted = values;
    std::sort(sorted.begin(), sorted.end());
    sorted.erase(std::unique(sorted.begin(), sorted.end()), sorted.end());
    Groups groups;
    groups.count = static_cast<std::uint32_t>(sorted.size());
    groups.of.reserve(values.size());
    for (auto const& value : values) {
        auto const at = std::lower_bound(sorted.begin(), sorted.end(), value) - sorted.begin();
        groups.of.push_back(static_cast<std::uint32_t>(at));
    }
    return groups;
}

/// The same for codes below a bound, without sorting.
Groups number_codes(std::vector<std::uint32_t> codes, std::size_t bound)
{
    std::vector<std::uint32_t> number(bound, no_level);
    for (auto const code : codes) number[code] = 0;
    std::uint32_t next = 0;
    for (auto& place : number) {
        if (place == 0) place = next++;
    }
    for (auto& code : codes) code = number[code];
    return {std::move(codes), next};
}

void add_factor(Column const& column, std::size_t term, std::span<std::size_t const> rows,
                std::span<std::uint32_t const> levels, Design& design)
{
    std::vector<double> place(column.levels.size(), -1);
    auto const first = design.x.columns();
    for (std::size_t i = 0; i < levels.size(); ++i) {
        place[levels[i]] = static_cast<double>(i);
        design.x.add_column(std::vector<double>(rows.size(), 0));
        design.names.push_back(column.name + "[" + column.levels[levels[i]] + "]");
        design.term.push_back(term);
    }
    for (std::size_t i = 0; i < rows.size(); ++i) {
        double const at = place[column.codes[rows[i]]];
        if (at >= 0) design.x(i, first + static_cast<std::size_t>(at)) = 1;
    }
}

} // namespace

Column text_column(std::string name, std::span<std::string const> cells)
{
    Column column;
    column.name = std::move(name);
    column.levels.assign(cells.begin(), cells.end());
    std::sort(column.levels.begin(), column.levels.end());
    column.levels.erase(std::unique(column.levels.begin(), column.levels.end()), column.levels.end());
    if (!column.levels.empty() && column.levels.front().empty()) column.levels.erase(column.levels.begin());
    for (auto const& cell : cells) {
        auto const at = std::lower_bound(column.levels.begin(), column.levels.end(), cell) - column.levels.begin();
        column.codes.push_back(cell.empty() ? no_level : static_cast<std::uint32_t>(at));
    }
    return column;
}

std::vector<std::size_t> complete_rows(std::span<Column const* const> columns)
{
    std::size_t const size = columns.empty() ? 0 : columns.front()->size();
    std::vector<bool> lacks(size, false);
    for (auto const* const column : columns) {
        WF_CHECK(column->size() == size);
        for (std::size_t row = 0; row < size; ++row) {
            bool const missing = column->is_text() ? column->codes[row] == no_level : std::isnan(column->numbers[row]);
            if (missing) lacks[row] = true;
        }
    }
    std::vector<std::size_t> rows;
    rows.reserve(size);
    for (std::size_t row = 0; row < size; ++row) {
        if (!lacks[row]) rows.push_back(row);
    }
    return rows;
}

std::size_t Design::find(std::string_view name) const
{
    return static_cast<std::size_t>(std::find(names.begin(), names.end(), name) - names.begin());
}

Result<Design> make_design(std::span<Column const* const> terms, std::span<std::size_t const> rows, Constant constant)
{
    if (rows.empty()) return refuse("no_rows", "no row has all that was named; fill in what is missing");
    Design design;
    bool whole = constant == Constant::no; // the first factor then keeps all its levels
    if (constant == Constant::yes) {
        design.x.add_column(std::vector<double>(rows.size(), 1));
        design.names.emplace_back("intercept");
        design.term.push_back(no_term);
    }
    for (std::size_t term = 0; term < terms.size(); ++term) {
        Column const& column = *terms[term];
        if (!column.is_text()) {
            design.x.add_column(pick(column, rows));
            design.names.push_back(column.name);
            design.term.push_back(term);
            continue;
        }
        auto const levels = levels_in(column, rows);
        if (!whole && levels.size() < 2)
            return refuse("one_level",
                          "column " + column.name + " has one level only in the rows that are complete: leave it out");
        if (design.x.columns() + levels.size() > rows.size() + 1)
            return refuse("too_many_columns", "column " + column.name + " has " + std::to_string(levels.size()) +
                                                  " levels, and there are " + std::to_string(rows.size()) +
                                                  " complete rows: use --absorb for it, or fewer levels");
        add_factor(column, term, rows, std::span{levels}.subspan(whole ? 0 : 1), design);
        whole = false;
    }
    return design;
}

Groups make_groups(Column const& column, std::span<std::size_t const> rows)
{
    if (!column.is_text()) return number_values(pick(column, rows));
    std::vector<std::uint32_t> codes;
    codes.reserve(rows.size());
    for (auto const row : rows) codes.push_back(column.codes[row]);
    return number_codes(std::move(codes), column.levels.size());
}

Groups crossed(Groups const& one, Groups const& other)
{
    WF_CHECK(one.of.size() == other.of.size());
    std::vector<std::uint64_t> both;
    both.reserve(one.of.size());
    for (std::size_t i = 0; i < one.of.size(); ++i) both.push_back(std::uint64_t{one.of[i]} << 32U | other.of[i]);
    return number_values(both);
}

std::vector<double> pick(Column const& column, std::span<std::size_t const> rows)
{
    WF_CHECK(!column.is_text());
    std::vector<double> numbers;
    numbers.reserve(rows.size());
    for (auto const row : rows) numbers.push_back(column.numbers[row]);
    return numbers;
}

} // namespace wf::stat
