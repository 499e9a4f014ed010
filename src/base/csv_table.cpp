// SPDX-License-Identifier: EUPL-1.2
#include "base/csv.hpp"
#include "base/text.hpp"

#include <algorithm>
#include <array>

namespace wf {
namespace {

std::string shown(std::string_view text)
{
    constexpr std::size_t most = 60;
    return "\"" + repair_utf8(text.substr(0, most)) + (text.size() > most ? "...\"" : "\"");
}

std::optional<double> parse_with_comma(std::string_view text)
{
    std::array<char, 64> buffer{};
    if (text.size() > buffer.size() || text.find('.') != std::string_view::npos) return std::nullopt;
    std::replace_copy(text.begin(), text.end(), buffer.begin(), ',', '.');
    return parse_double({buffer.data(), text.size()});
}

} // namespace

std::optional<std::size_t> CsvTable::column(std::string_view name) const
{
    auto const found = std::find(m_header.begin(), m_header.end(), name);
    if (found == m_header.end()) return std::nullopt;
    return static_cast<std::size_t>(found - m_header.begin());
}

Result<std::size_t> CsvTable::required_column(std::string_view name) const
{
    if (auto const found = column(name)) return *found;
    return Error{Trouble::bad_input, "csv.column_missing", "column " + std::string{name},
                 "the header has no column " + shown(name)};
}

std::size_t CsvTable::line(std::size_t row) const
{
    WF_CHECK(row < rows());
    return m_lines[row];
}

std::string_view CsvTable::cell(std::size_t row, std::size_t column) const
{
    WF_CHECK(row < rows() && column < columns());
    Cell const& cell = m_cells[row * columns() + column];
    return std::string_view{m_bytes}.substr(cell.begin, cell.length);
}

std::optional<std::string_view> CsvTable::text(std::size_t row, std::size_t column) const
{
    std::string_view const text = trim(cell(row, column));
    if (text.empty() || text == "NA" || text == ".") return std::nullopt;
    return text;
}

Result<std::optional<double>> CsvTable::number(std::size_t row, std::size_t column, DecimalMark mark) const
{
    auto const content = text(row, column);
    if (!content) return std::optional<double>{};
    auto const number = mark == DecimalMark::point ? parse_double(*content) : parse_with_comma(*content);
    if (!number) return error_at(row, column, "csv.not_a_number", shown(*content) + " is not a number");
    return number;
}

Result<std::optional<std::int64_t>> CsvTable::integer(std::size_t row, std::size_t column) const
{
    auto const content = text(row, column);
    if (!content) return std::optional<std::int64_t>{};
    auto const number = parse_integer(*content);
    if (!number) return error_at(row, column, "csv.not_a_whole_number", shown(*content) + " is not a whole number");
    return number;
}

Error CsvTable::error_at(std::size_t row, std::size_t column, std::string code, std::string detail) const
{
    WF_CHECK(column < columns());
    return {Trouble::bad_input, std::move(code), "line " + std::to_string(line(row)) + ", column " + m_header[column],
            std::move(detail)};
}

} // namespace wf
