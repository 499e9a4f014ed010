// SPDX-License-Identifier: EUPL-1.2
#include "base/csv.hpp"
#include "base/text.hpp"

#include <algorithm>

namespace wf {
namespace {

bool wants_quotes(char sign)
{
    switch (sign) {
    case '"':
    case ',':
    case ';':
    case '\t':
    case '\r':
    case '\n': return true;
    default: return false;
    }
}

} // namespace

CsvWriter::CsvWriter(std::vector<std::string> const& header, char delimiter, FormulaGuard guard)
    : m_columns{header.size()}, m_delimiter{delimiter}, m_guard{guard}
{
    WF_CHECK(!header.empty());
    WF_CHECK(delimiter == ',' || delimiter == ';' || delimiter == '\t');
    for (std::string const& name : header) text(name);
    end_row();
}

void CsvWriter::begin_cell()
{
    WF_CHECK(m_written < m_columns);
    if (m_written++ > 0) m_out += m_delimiter;
}

void CsvWriter::write_text(std::string_view text)
{
    // All three delimiters, so that whoever reads can find out which one is meant; a byte order mark, so that it is not
    // taken for one; and a lone empty cell, because a line with nothing on it is no row.
    bool const quotes = std::any_of(text.begin(), text.end(), wants_quotes) || text.starts_with("\xef\xbb\xbf") ||
                        (text.empty() && m_columns == 1);
    if (!quotes) {
        m_out += text;
        return;
    }
    m_out += '"';
    for (auto end = text.find('"'); end != std::string_view::npos; end = text.find('"')) {
        m_out += text.substr(0, end + 1);
        m_out += '"';
        text.remove_prefix(end + 1);
    }
    m_out += text;
    m_out += '"';
}

CsvWriter& CsvWriter::text(std::string_view text)
{
    begin_cell();
    constexpr std::string_view formula_starts = "=+-@\t\r";
    if (m_guard == FormulaGuard::on && !text.empty() && formula_starts.find(text.front()) != std::string_view::npos) {
        write_text("'" + std::string{text});
    } else {
        write_text(text);
    }
    return *this;
}

CsvWriter& CsvWriter::number(double number)
{
    begin_cell();
    m_out += to_text(number);
    return *this;
}

CsvWriter& CsvWriter::integer(std::int64_t number)
{
    begin_cell();
    m_out += std::to_string(number);
    return *this;
}

CsvWriter& CsvWriter::missing()
{
    begin_cell();
    write_text({});
    return *this;
}

void CsvWriter::end_row()
{
    WF_CHECK(m_written == m_columns);
    m_written = 0;
    m_out += '\n';
}

std::string CsvWriter::finish() &&
{
    WF_CHECK(m_written == 0);
    return std::move(m_out);
}

} // namespace wf
