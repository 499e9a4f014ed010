// SPDX-License-Identifier: EUPL-1.2
#include "import/cbs/read.hpp"

#include "base/text.hpp"
#include "commons/intake/figure_cell.hpp"
#include "commons/intake/source_text.hpp"
#include "import/cbs/age_band.hpp"
#include "import/cbs/columns.hpp"
#include "import/cbs/source_table.hpp"

#include <algorithm>
#include <unordered_map>

namespace wf::cbs {
namespace {

Error refusal(std::string code, std::string detail)
{
    return Error{Trouble::bad_input, std::move(code), {}, std::move(detail)};
}

std::string quoted(std::string_view text)
{
    constexpr std::size_t most = 40;
    return "\"" + repair_utf8(text.substr(0, most)) + "\"";
}

/// Sound rows about something that is no area of ours.
bool is_set_aside(std::string_view code)
{
    return code == "cbs.country_row" || code == "cbs.water_or_abroad";
}

class Reading {
public:
    Reading(SourceTable const& table, Columns const& columns) : m_table{table}, m_columns{columns} {}

    Result<Row> read_row(std::size_t at)
    {
        std::string_view const code = m_table.cell(at, m_columns.area);
        WF_TRY(AreaCode area, read_area(code));
        if (m_columns.water && is_water_or_abroad(m_table.cell(at, *m_columns.water))) {
            return refusal("cbs.water_or_abroad", area.text() + " is open water or lies abroad here, and is not kept");
        }
        Row row{m_table.line(at), area, read_name(at, area.level()), {}, 0, {}, {}};
        if (auto const* feature = m_table.feature(at)) {
            if (!feature->outline_fault.empty()) return refusal("cbs.bad_outline", feature->outline_fault);
            row.outline = feature->outline;
        }
        WF_TRY(row.year, read_year(at));
        WF_TRY(row.group, read_group(at));
        for (auto const& [column, measure] : m_columns.figures) {
            auto value = intake::read_figure(m_table.cell(at, column), *measure);
            if (!value)
                return refusal("cbs." + value.error().code,
                               "column " + m_table.columns()[column] + ": " + value.error().detail);
            if (*value) row.figures.emplace_back(measure, **value);
        }
        return check_first(std::move(row));
    }

private:
    Result<AreaCode> read_area(std::string_view code) const
    {
        std::string complete{code};
        bool const digits_only = !code.empty() && code.find_first_not_of("0123456789") == std::string_view::npos;
        if (m_columns.area_may_lack_letters && digits_only) {
            complete = (code.size() == 8 ? "BU" : code.size() == 6 ? "WK" : code.size() == 4 ? "GM" : "") + complete;
        }
        auto area = parse_area_code(complete);
        if (area) return area;
        if (code == "NL00" || code == "NL01" || code == "NL" || code == "Nederland") {
            return refusal("cbs.country_row", "figures of the whole country are not kept");
        }
        bool const other_level =
            code.size() > 2 &&
            code.substr(0, 2).find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ") == std::string_view::npos &&
            code.substr(2).find_first_not_of("0123456789") == std::string_view::npos && code.substr(0, 2) != "GM" &&
            code.substr(0, 2) != "WK" && code.substr(0, 2) != "BU";
        if (other_level)
            return refusal("cbs.unknown_level",
                           quoted(code) + " is no municipality (GM), district (WK) or neighbourhood (BU)");
        return refusal("cbs.bad_area_code",
                       quoted(code) + " is no area code; expected GM and 4, WK and 6 or BU and 8 digits");
    }

    static bool is_water_or_abroad(std::string_view cell) { return cell == "JA" || cell == "B"; }

    std::string read_name(std::size_t at, AreaLevel level) const
    {
        auto const& own = level == AreaLevel::neighbourhood ? m_columns.name_neighbourhood
                          : level == AreaLevel::district    ? m_columns.name_district
                                                            : m_columns.name_municipality;
        auto const& column = own ? own : m_columns.name_any;
        return column ? std::string{m_table.cell(at, *column)} : std::string{};
    }

    Result<int> read_year(std::size_t at) const
    {
        if (!m_columns.period) return 0;
        std::string_view cell = m_table.cell(at, *m_columns.period);
        if (m_table.columns()[*m_columns.period] == "jrstatcode") cell = cell.substr(0, 4);
        if (auto const year = intake::parse_year(cell)) return *year;
        return refusal("cbs.bad_period", quoted(cell) + " is no year; expected 2020JJ00 or 2020");
    }

    Result<std::string> read_group(std::size_t at) const
    {
        std::string age;
        std::string sex;
        if (m_columns.age) {
            auto const band = parse_age_band(m_table.cell(at, *m_columns.age));
            if (!band)
                return refusal("cbs.unknown_age",
                               quoted(m_table.cell(at, *m_columns.age)) +
                                   " is no age band; expected \"0 - 5 jaar\" or \"95 jaar of ouder\"");
            age = *band;
        }
        if (m_columns.sex) {
            auto const word = parse_sex(m_table.cell(at, *m_columns.sex));
            if (!word)
                return refusal("cbs.unknown_sex",
                               quoted(m_table.cell(at, *m_columns.sex)) + " says neither men, women nor both");
            sex = *word;
        }
        return join_group(sex, age);
    }

    Result<Row> check_first(Row row)
    {
        std::string key = row.area.text() + '\n' + row.group + '\n' + std::to_string(row.year);
        auto const [first, fresh] = m_first_line.try_emplace(std::move(key), row.line);
        if (fresh) return row;
        return refusal("cbs.duplicate_area", row.area.text() + " stands in this file already, at " +
                                                 std::to_string(first->second) + "; the first one counts");
    }

    SourceTable const& m_table;
    Columns const& m_columns;
    std::unordered_map<std::string, std::int64_t> m_first_line;
};

Result<FileKind> find_kind(SourceTable const& table, Columns const& columns)
{
    if (table.has_outlines()) return FileKind::map;
    if (columns.age) return FileKind::household_positions;
    if (columns.figures.size() == 1 && columns.figures.front().second->code == "registered_crimes")
        return FileKind::registered_crimes;
    if (!columns.figures.empty()) return FileKind::key_figures;
    bool const named =
        columns.name_any || columns.name_neighbourhood || columns.name_district || columns.name_municipality;
    if (named) return FileKind::names;
    return Error{Trouble::bad_input, "cbs.no_known_columns", "header",
                 "no column of this table is a figure or a name that we know"};
}

/// Rows that the CSV reader could not cut into cells.
void report_uncut_rows(SourceTable const& table, datasets::ImportReport& report)
{
    auto const* csv = table.csv();
    if (csv == nullptr) return;
    for (CsvRefused const& refused : csv->refused())
        report.refuse(static_cast<std::int64_t>(refused.line), refused.code, refused.detail);
    report.refused += static_cast<std::int64_t>(csv->refused_count() - csv->refused().size());
    report.read += static_cast<std::int64_t>(csv->refused_count());
}

} // namespace

std::string_view to_word(FileKind kind)
{
    switch (kind) {
    case FileKind::map: return "map";
    case FileKind::key_figures: return "key_figures";
    case FileKind::household_positions: return "household_positions";
    case FileKind::registered_crimes: return "registered_crimes";
    case FileKind::names: return "names";
    }
    WF_CHECK(false);
    return {};
}

Result<Content> read(std::string_view bytes, statistics::Measures const& measures)
{
    WF_TRY(SourceTable const table, read_table(bytes));
    WF_TRY(Columns columns, find_columns(table.columns(), measures));
    Content content;
    WF_TRY(content.kind, find_kind(table, columns));
    report_uncut_rows(table, content.report);
    Reading reading{table, columns};
    content.rows.reserve(table.rows());
    for (std::size_t at = 0; at < table.rows(); ++at) {
        ++content.report.read;
        auto row = reading.read_row(at);
        if (row) {
            ++content.report.kept;
            content.rows.push_back(std::move(*row));
            continue;
        }
        if (is_set_aside(row.error().code)) ++content.set_aside;
        content.report.refuse(table.line(at), row.error().code, row.error().detail);
    }
    content.unknown_columns = std::move(columns.unknown);
    content.repeated_columns = std::move(columns.repeated);
    content.geometry_columns = std::move(columns.geometry);
    return content;
}

} // namespace wf::cbs
