// SPDX-License-Identifier: EUPL-1.2
#include "feature/calc/columns.hpp"

#include "base/text.hpp"
#include "platform/file/file.hpp"
#include "platform/file/pages.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstring>
#include <deque>
#include <limits>
#include <unordered_map>

namespace wf::calc {
namespace {

constexpr double missing = std::numeric_limits<double>::quiet_NaN();
constexpr std::size_t nowhere = std::numeric_limits<std::size_t>::max();

std::string join(std::string const& file, std::string const& rest)
{
    return rest.empty() ? file : file + ", " + rest;
}

bool is_missing(std::string_view text)
{
    return text.empty() || text == "NA" || text == ".";
}

std::string shown(std::string_view text)
{
    constexpr std::size_t most = 60;
    return "\"" + repair_utf8(text.substr(0, most)) + (text.size() > most ? "...\"" : "\"");
}

template <class T>
void reserve_large(std::vector<T>& values, std::size_t count)
{
    values.reserve(count);
    file::prefer_large_pages(values.data(), values.capacity() * sizeof(T));
}

/// One column while it is read.
class Growing {
public:
    Growing(Wanted const& wanted, Kind kind) : m_kind{kind} { m_column.name = wanted.name; }

    [[nodiscard]] bool is_label() const { return m_kind == Kind::label; }
    [[nodiscard]] Kind kind() const { return m_kind; }
    void reserve(std::size_t rows)
    {
        if (is_label()) reserve_large(m_column.codes, rows);
        else reserve_large(m_column.numbers, rows);
    }
    void add(double number) { m_column.numbers.push_back(number); }
    /// `text` lives as long as the reading.
    void add(std::string_view text)
    {
        if (is_missing(text)) {
            m_column.codes.push_back(stat::no_level);
            return;
        }
        if (text != m_last) {
            m_last = text;
            m_code = m_levels.try_emplace(text, static_cast<std::uint32_t>(m_levels.size())).first->second;
        }
        m_column.codes.push_back(m_code);
    }
    void drop_last()
    {
        if (is_label()) m_column.codes.pop_back();
        else m_column.numbers.pop_back();
    }
    /// Levels in byte order.
    stat::Column finish() &&
    {
        std::vector<std::pair<std::string_view, std::uint32_t>> sorted{m_levels.begin(), m_levels.end()};
        std::sort(sorted.begin(), sorted.end());
        std::vector<std::uint32_t> place(sorted.size());
        for (std::uint32_t level = 0; level < sorted.size(); ++level) {
            place[sorted[level].second] = level;
            m_column.levels.emplace_back(sorted[level].first);
        }
        for (auto& code : m_column.codes) {
            if (code != stat::no_level) code = place[code];
        }
        return std::move(m_column);
    }

private:
    stat::Column m_column;
    Kind m_kind;
    std::unordered_map<std::string_view, std::uint32_t> m_levels;
    std::string_view m_last;
    std::uint32_t m_code{stat::no_level};
};

} // namespace

class ColumnsReading {
public:
    ColumnsReading(std::string_view bytes, std::string const& file, std::vector<Wanted> const& wanted)
        : m_begin{bytes.data()}, m_at{bytes.data()}, m_end{bytes.data() + bytes.size()}, m_wanted{wanted}
    {
        m_columns.m_file = file;
    }

    Result<Columns> read() &&
    {
        WF_TRY_VOID(read_header());
        std::vector<Kind> kinds;
        for (auto const& wanted : m_wanted) kinds.push_back(wanted.kind);
        char const* const first = m_at;
        auto const first_line = m_line;
        for (;;) {
            m_text_found = nowhere;
            m_growing.clear();
            for (std::size_t i = 0; i < m_wanted.size(); ++i) m_growing.emplace_back(m_wanted[i], kinds[i]);
            m_at = first;
            m_line = first_line;
            WF_TRY_VOID(read_rows());
            if (m_text_found == nowhere) break;
            kinds[m_text_found] = Kind::label; // it is text after all: once more
        }
        for (auto& growing : m_growing) m_columns.m_columns.push_back(std::move(growing).finish());
        warn_of_mixed();
        return std::move(m_columns);
    }

private:
    Error error_on(std::size_t line, std::string code, std::string detail) const
    {
        return {Trouble::bad_input, std::move(code), join(m_columns.m_file, "line " + std::to_string(line)),
                std::move(detail)};
    }

    /// The header is read by base/csv, from as many lines as its quotes span.
    Result<void> read_header()
    {
        char const* end = m_at;
        while (end < m_end && (*end == '\n' || *end == '\r')) ++end;
        for (;;) {
            auto const* const found =
                static_cast<char const*>(std::memchr(end, '\n', static_cast<std::size_t>(m_end - end)));
            end = found == nullptr ? m_end : found + 1;
            auto header = read_csv({m_begin, static_cast<std::size_t>(end - m_begin)});
            if (!header) {
                if (header.error().code == "csv.quote_not_closed" && end < m_end) continue;
                auto error = std::move(header.error());
                error.field = join(m_columns.m_file, error.field);
                return error;
            }
            m_line += static_cast<std::size_t>(std::count(m_begin, end, '\n'));
            m_at = end;
            m_delimiter = header->delimiter();
            return place_columns(*header);
        }
    }

    Result<void> place_columns(CsvTable const& header)
    {
        m_cells = header.columns();
        m_first_at.assign(m_cells, nowhere);
        m_next.assign(m_wanted.size(), nowhere);
        for (std::size_t i = 0; i < m_wanted.size(); ++i) {
            auto const found = header.required_column(m_wanted[i].name);
            if (!found) {
                auto error = found.error();
                error.field = join(m_columns.m_file, error.field);
                error.detail += "; it has " + listed(header.header());
                return error;
            }
            m_next[i] = m_first_at[*found];
            m_first_at[*found] = i;
        }
        return {};
    }

    static std::string listed(std::vector<std::string> const& names)
    {
        constexpr std::size_t most = 12;
        std::string text;
        for (std::size_t i = 0; i < names.size() && i < most; ++i) text += (i == 0 ? "" : ", ") + names[i];
        return names.size() > most ? text + ", ..." : text;
    }

    Result<void> read_rows()
    {
        auto const rows = static_cast<std::size_t>(std::count(m_at, m_end, '\n')) + 1;
        m_columns.m_lines.clear();
        reserve_large(m_columns.m_lines, rows);
        for (auto& growing : m_growing) growing.reserve(rows);
        while (m_at < m_end && m_text_found == nowhere) {
            if (*m_at == '\n' || (*m_at == '\r' && m_at + 1 < m_end && m_at[1] == '\n')) {
                m_at += *m_at == '\r' ? 2 : 1;
                ++m_line;
                continue;
            }
            m_columns.m_lines.push_back(static_cast<std::uint32_t>(m_line));
            WF_TRY_VOID(read_row());
        }
        return {};
    }

    [[nodiscard]] bool ends_here(char const* at) const
    {
        return at == m_end || *at == m_delimiter || *at == '\n' || (*at == '\r' && (at + 1 == m_end || at[1] == '\n'));
    }

    Result<void> read_row()
    {
        auto const line = m_line;
        for (std::size_t cell = 0;; ++cell) {
            std::size_t const wanted = cell < m_cells ? m_first_at[cell] : nowhere;
            bool done = false;
            // A bare number, for one reader: parsed where it stands.
            if (wanted != nowhere && m_next[wanted] == nowhere && !m_growing[wanted].is_label()) {
                double number = 0;
                auto const [end, trouble] = std::from_chars(m_at, m_end, number);
                if (trouble == std::errc{} && ends_here(end) && std::isfinite(number)) {
                    m_growing[wanted].add(number);
                    m_at = end;
                    done = true;
                }
            }
            if (!done) {
                WF_TRY(auto const text, read_cell());
                if (wanted != nowhere) WF_TRY_VOID(keep(wanted, text, line));
            }
            if (m_at < m_end && *m_at == '\r') ++m_at;
            if (m_at < m_end && *m_at == m_delimiter) {
                ++m_at;
                continue;
            }
            if (m_at < m_end) ++m_at; // the line end
            ++m_line;
            return count_cells(cell + 1, line);
        }
    }

    Result<void> count_cells(std::size_t cells, std::size_t line) const
    {
        if (cells == m_cells) return {};
        return error_on(line, cells < m_cells ? "csv.too_few_cells" : "csv.too_many_cells",
                        std::to_string(cells) + " cells where the header has " + std::to_string(m_cells));
    }

    Result<void> keep(std::size_t wanted, std::string_view text, std::size_t line)
    {
        for (; wanted != nowhere; wanted = m_next[wanted]) {
            auto& growing = m_growing[wanted];
            if (growing.is_label()) {
                growing.add(text);
                continue;
            }
            auto const number = is_missing(text) ? std::optional{missing} : parse_double(text);
            if (!number && growing.kind() == Kind::number) {
                auto error =
                    error_on(line, "csv.not_a_number",
                             shown(text) + " is not a number; correct it, or leave the cell empty when it is missing");
                error.field += ", column " + m_wanted[wanted].name;
                return error;
            }
            if (!number) m_text_found = wanted;
            growing.add(number.value_or(missing));
        }
        return {};
    }

    /// Up to the delimiter or line end; without blanks and quotes around it.
    Result<std::string_view> read_cell()
    {
        char const* const begin = m_at;
        if (m_at < m_end && *m_at == '"') return read_quoted();
        while (m_at < m_end && *m_at != m_delimiter && *m_at != '\n') ++m_at;
        return trim({begin, static_cast<std::size_t>(m_at - begin)});
    }

    Result<std::string_view> read_quoted()
    {
        auto const line = m_line;
        char const* begin = ++m_at;
        std::string* unescaped = nullptr;
        for (;;) {
            auto const* const quote =
                static_cast<char const*>(std::memchr(m_at, '"', static_cast<std::size_t>(m_end - m_at)));
            if (quote == nullptr)
                return error_on(line, "csv.quote_not_closed", "the quote that opens here never closes");
            m_line += static_cast<std::size_t>(std::count(m_at, quote, '\n'));
            m_at = quote + 1;
            bool const doubled = m_at < m_end && *m_at == '"';
            if (doubled || unescaped != nullptr) {
                if (unescaped == nullptr) unescaped = &m_unescaped.emplace_back();
                unescaped->append(begin, quote);
                if (doubled) {
                    *unescaped += '"';
                    begin = ++m_at;
                    continue;
                }
            }
            if (!ends_here(m_at)) return error_on(line, "csv.text_after_quote", "text after a closing quote");
            return trim(unescaped != nullptr ? std::string_view{*unescaped}
                                             : std::string_view{begin, static_cast<std::size_t>(quote - begin)});
        }
    }

    void warn_of_mixed()
    {
        for (std::size_t i = 0; i < m_wanted.size(); ++i) {
            auto const& column = m_columns.m_columns[i];
            if (m_wanted[i].kind != Kind::any || !column.is_text()) continue;
            auto const is_number = [](std::string const& level) { return parse_double(level).has_value(); };
            auto const text = std::find_if_not(column.levels.begin(), column.levels.end(), is_number);
            if (std::none_of(column.levels.begin(), column.levels.end(), is_number)) continue;
            m_columns.m_warnings.push_back({"mixed_column", "column " + column.name + " holds numbers and text (" +
                                                                shown(*text) +
                                                                "): each value is taken as a level of its own"});
        }
    }

    char const* m_begin;
    char const* m_at;
    char const* m_end;
    std::vector<Wanted> const& m_wanted;
    Columns m_columns;
    std::vector<Growing> m_growing;
    std::vector<std::size_t> m_first_at; ///< by cell: the first that wants it
    std::vector<std::size_t> m_next;     ///< by wanted: the next of the same cell
    std::deque<std::string> m_unescaped;
    std::size_t m_cells{0};
    std::size_t m_line{1};
    std::size_t m_text_found{nowhere};
    char m_delimiter{','};
};

Result<Columns> Columns::read_bytes(std::string_view bytes, std::string const& file, std::vector<Wanted> const& wanted)
{
    constexpr std::string_view byte_order_mark = "\xef\xbb\xbf";
    if (auto const broken = find_broken_utf8(bytes)) {
        auto const* const end = bytes.data() + *broken;
        return Error{Trouble::bad_input, "csv.not_utf8",
                     join(file, "line " + std::to_string(std::count(bytes.data(), end, '\n') + 1)),
                     "the file is not UTF-8: save it again as CSV UTF-8"};
    }
    if (bytes.starts_with(byte_order_mark)) bytes.remove_prefix(byte_order_mark.size());
    return ColumnsReading{bytes, file, wanted}.read();
}

Result<Columns> Columns::read(std::string const& file, std::vector<Wanted> const& wanted)
{
    WF_TRY(auto const bytes, file::load(file == "-" ? std::string{"/dev/stdin"} : file));
    return read_bytes(bytes, file, wanted);
}

Error Columns::error_at(std::size_t row, std::size_t wanted, std::string code, std::string detail) const
{
    return {Trouble::bad_input, std::move(code),
            join(m_file, "line " + std::to_string(m_lines[row]) + ", column " + m_columns[wanted].name),
            std::move(detail)};
}

} // namespace wf::calc
