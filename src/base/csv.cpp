// SPDX-License-Identifier: EUPL-1.2
#include "base/csv.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <cstring>
#include <limits>

namespace wf {
namespace {

constexpr std::string_view byte_order_mark = "\xef\xbb\xbf";

Error error_on_line(Trouble kind, std::string code, std::size_t line, std::string detail)
{
    return {kind, std::move(code), "line " + std::to_string(line), std::move(detail)};
}

/// The mark that stands most often outside quotes in the first line; a tab before a semicolon before a comma.
char find_delimiter(std::string_view text)
{
    std::size_t tabs = 0;
    std::size_t semicolons = 0;
    std::size_t commas = 0;
    bool quoted = false;
    bool at_start = true;
    for (char const c : text) {
        if (quoted) {
            quoted = c != '"'; // a doubled quote closes and opens again: see at_start below
            at_start = !quoted;
            continue;
        }
        if (c == '\n') break;
        tabs += c == '\t';
        semicolons += c == ';';
        commas += c == ',';
        quoted = c == '"' && at_start;
        at_start = c == '\t' || c == ';' || c == ',';
    }
    if (tabs > 0 && tabs >= semicolons && tabs >= commas) return '\t';
    return semicolons > 0 && semicolons >= commas ? ';' : ',';
}

} // namespace

/// One pass over the table's own copy of the bytes. Doubled quotes are taken out in place.
class CsvReading {
public:
    CsvReading(std::string_view bytes, CsvLimits const& limits) : m_limits{limits}
    {
        // A last line end of our own saves asking at every byte whether the file ends.
        m_table.m_bytes.reserve(bytes.size() + 1);
        m_table.m_bytes = bytes;
        if (!bytes.ends_with('\n')) m_table.m_bytes += '\n';
        m_begin = m_table.m_bytes.data();
        m_end = m_begin + m_table.m_bytes.size();
        m_at = m_begin;
    }

    Result<CsvTable> read() &&
    {
        while (m_at < m_end && (*m_at == '\n' || (*m_at == '\r' && m_at[1] == '\n'))) {
            m_at += *m_at == '\r' ? 2 : 1;
            ++m_line;
        }
        if (m_at == m_end) return Error{Trouble::bad_input, "csv.empty", {}, "the file is empty"};
        m_table.m_delimiter = find_delimiter({m_at, static_cast<std::size_t>(m_end - m_at)});
        WF_TRY_VOID(read_header());
        reserve();
        WF_TRY_VOID(read_rows());
        m_table.m_cells.shrink_to_fit();
        return std::move(m_table);
    }

private:
    using Cell = CsvTable::Cell;
    struct Row {
        std::size_t cells{0};
        bool blank{false};
        bool text_after_quote{false};
    };

    Result<void> read_header()
    {
        std::size_t const line = m_line;
        WF_TRY(Row const row, read_row(m_limits.columns));
        if (row.cells > m_limits.columns)
            return error_on_line(Trouble::too_large, "csv.too_many_columns", line,
                                 std::to_string(row.cells) + " columns; the limit is " +
                                     std::to_string(m_limits.columns));
        if (row.text_after_quote)
            return error_on_line(Trouble::bad_input, "csv.text_after_quote", line,
                                 "text after a closing quote in the header");
        for (Cell const& cell : m_table.m_cells)
            m_table.m_header.emplace_back(trim({m_begin + cell.begin, cell.length}));
        m_table.m_cells.clear();

        std::vector<std::string_view> names{m_table.m_header.begin(), m_table.m_header.end()};
        std::sort(names.begin(), names.end());
        // Columns without a name are allowed: spreadsheets leave them behind at the right.
        names.erase(names.begin(), std::find_if(names.begin(), names.end(), [](auto name) { return !name.empty(); }));
        if (auto const twice = std::adjacent_find(names.begin(), names.end()); twice != names.end())
            return error_on_line(Trouble::bad_input, "csv.header_twice", line,
                                 "two columns are called \"" + std::string{*twice} + "\"");
        return {};
    }

    void reserve()
    {
        auto const rest = static_cast<std::size_t>(m_end - m_at);
        std::size_t const rows = std::min(static_cast<std::size_t>(std::count(m_at, m_end, '\n')), m_limits.rows);
        m_table.m_lines.reserve(rows);
        // Each cell takes at least the byte that ends it.
        m_table.m_cells.reserve(std::min(rows * m_table.m_header.size(), rest));
    }

    Result<void> read_rows()
    {
        std::size_t const wanted = m_table.m_header.size();
        while (m_at < m_end) {
            std::size_t const line = m_line;
            std::size_t const before = m_table.m_cells.size();
            WF_TRY(Row const row, read_row(wanted));
            if (row.cells == wanted && !row.blank && !row.text_after_quote) [[likely]] {
                if (m_table.m_lines.size() == m_limits.rows)
                    return error_on_line(Trouble::too_large, "csv.too_many_rows", line,
                                         "more than " + std::to_string(m_limits.rows) + " rows");
                m_table.m_lines.push_back(static_cast<std::uint32_t>(line));
                continue;
            }
            m_table.m_cells.resize(before);
            if (!row.blank) refuse(line, row);
        }
        return {};
    }

    void refuse(std::size_t line, Row const& row)
    {
        ++m_table.m_refused_count;
        if (m_table.m_refused.size() == m_limits.refused_listed) return;
        std::size_t const wanted = m_table.m_header.size();
        if (row.text_after_quote) {
            m_table.m_refused.push_back({line, "csv.text_after_quote", "text after a closing quote"});
        } else {
            m_table.m_refused.push_back(
                {line, row.cells < wanted ? "csv.too_few_cells" : "csv.too_many_cells",
                 std::to_string(row.cells) + " cells where the header has " + std::to_string(wanted)});
        }
    }

    /// Reads up to and with the end of the line. Keeps at most `wanted` cells and counts all of them.
    Result<Row> read_row(std::size_t wanted)
    {
        char const delimiter = m_table.m_delimiter;
        Row row;
        char* at = m_at;
        for (;;) {
            char* const begin = at;
            std::size_t length = 0;
            if (*at == '"') [[unlikely]] {
                m_at = at;
                WF_TRY(length, read_quoted());
                at = m_at;
                char const* const after = at;
                while (*at != delimiter && *at != '\n') ++at;
                bool const only_line_end = at == after || (*at == '\n' && at == after + 1 && *after == '\r');
                row.text_after_quote = row.text_after_quote || !only_line_end;
                if (row.cells < wanted) keep(begin + 1, length);
            } else {
                while (*at != delimiter && *at != '\n') ++at;
                length = static_cast<std::size_t>(at - begin);
                if (*at == '\n' && length > 0 && at[-1] == '\r') --length;
                row.blank = *at == '\n' && length == 0 && row.cells == 0;
                if (row.cells < wanted) keep(begin, length);
            }
            ++row.cells;
            if (*at++ == '\n') break;
        }
        ++m_line;
        m_at = at;
        return row;
    }

    void keep(char const* begin, std::size_t length)
    {
        m_table.m_cells.push_back({static_cast<std::uint32_t>(begin - m_begin), static_cast<std::uint32_t>(length)});
    }

    /// From an opening quote to just after the closing one; the answer is the length of what stands between.
    Result<std::size_t> read_quoted()
    {
        std::size_t const line = m_line;
        char* const begin = m_at + 1;
        char* write = begin;
        char* read = begin;
        for (;;) {
            auto* const quote = static_cast<char*>(std::memchr(read, '"', static_cast<std::size_t>(m_end - read)));
            if (quote == nullptr)
                return error_on_line(Trouble::bad_input, "csv.quote_not_closed", line,
                                     "the quote that opens here never closes");
            m_line += static_cast<std::size_t>(std::count(read, quote, '\n'));
            auto const piece = static_cast<std::size_t>(quote - read);
            if (write != read) std::memmove(write, read, piece);
            write += piece;
            read = quote + 1;
            if (*read != '"') break; // the last byte is a line end, so there is one
            *write++ = '"';
            ++read;
        }
        m_at = read;
        return static_cast<std::size_t>(write - begin);
    }

    CsvLimits const& m_limits;
    CsvTable m_table;
    char* m_begin{nullptr};
    char* m_end{nullptr};
    char* m_at{nullptr};
    std::size_t m_line{1};
};

Result<CsvTable> read_csv(std::string_view bytes, CsvLimits const& limits)
{
    constexpr std::size_t addressable = std::numeric_limits<std::uint32_t>::max() - 1;
    if (std::size_t const most = std::min(limits.bytes, addressable); bytes.size() > most)
        return Error{Trouble::too_large,
                     "csv.too_large",
                     {},
                     std::to_string(bytes.size()) + " bytes; the limit is " + std::to_string(most)};
    if (auto const broken = find_broken_utf8(bytes)) {
        auto const line = static_cast<std::size_t>(
                              std::count(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(*broken), '\n')) +
                          1;
        return error_on_line(Trouble::bad_input, "csv.not_utf8", line,
                             "the file is not UTF-8: save it again as CSV UTF-8");
    }
    if (bytes.starts_with(byte_order_mark)) bytes.remove_prefix(byte_order_mark.size());
    return CsvReading{bytes, limits}.read();
}

} // namespace wf
