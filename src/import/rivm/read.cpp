// SPDX-License-Identifier: EUPL-1.2
#include "import/rivm/read.hpp"

#include "base/csv.hpp"
#include "base/text.hpp"
#include "commons/intake/figure_cell.hpp"
#include "commons/intake/source_text.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <unordered_map>

namespace wf::rivm {
namespace {

using namespace std::string_view_literals;

struct AgeGroup {
    std::string_view code;
    std::string_view words;
    std::string_view group;
};

constexpr std::array age_groups{AgeGroup{"20300"sv, "18 jaar of ouder"sv, "18+"sv},
                                AgeGroup{"53115"sv, "18 tot 65 jaar"sv, "18-65"sv},
                                AgeGroup{"80200"sv, "65 jaar of ouder"sv, "65+"sv}};
/// The value itself; the other codes are the ends of its interval.
constexpr std::string_view margin_of_value = "MW00000";
constexpr std::array other_columns{"id"sv,        "jaar"sv,           "leeftijdsgroep"sv,
                                   "leeftijd"sv,  "marges"sv,         "wijkenenbuurten"sv,
                                   "perioden"sv,  "gemeentenaam_1"sv, "soortregio_2"sv,
                                   "codering_3"sv};

Error refusal(std::string code, std::string detail)
{
    return Error{Trouble::bad_input, std::move(code), {}, std::move(detail)};
}

std::string quoted(std::string_view text)
{
    constexpr std::size_t most = 40;
    return "\"" + repair_utf8(text.substr(0, most)) + "\"";
}

struct Columns {
    std::size_t area{0};
    std::size_t age{0};
    std::size_t period{0};
    std::optional<std::size_t> margin;
    std::optional<std::size_t> year_again;
    std::optional<std::size_t> age_again;
    std::vector<std::pair<std::size_t, statistics::Measure const*>> figures;
    std::vector<std::string> unknown;
};

std::optional<std::size_t> find(CsvTable const& table, std::string_view name)
{
    auto const& header = table.header();
    auto const at = std::find_if(header.begin(), header.end(),
                                 [&](std::string const& column) { return fold_case(column) == name; });
    if (at == header.end()) return std::nullopt;
    return static_cast<std::size_t>(at - header.begin());
}

Result<std::size_t> find_required(CsvTable const& table, std::string_view name, std::string_view shown)
{
    if (auto const at = find(table, name)) return *at;
    return Error{Trouble::bad_input, "rivm.column_missing", "header",
                 "there is no column " + std::string{shown} +
                     "; expected the table Gezondheid per wijk en buurt (50090NED) as StatLine gives it"};
}

Result<Columns> find_columns(CsvTable const& table, statistics::Measures const& measures)
{
    Columns columns;
    WF_TRY(columns.area, find_required(table, "wijkenenbuurten", "WijkenEnBuurten"));
    WF_TRY(columns.age, find_required(table, "leeftijd", "Leeftijd"));
    WF_TRY(columns.period, find_required(table, "perioden", "Perioden"));
    columns.margin = find(table, "marges");
    columns.year_again = find(table, "jaar");
    columns.age_again = find(table, "leeftijdsgroep");
    for (std::size_t at = 0; at < table.columns(); ++at) {
        std::string const& name = table.header()[at];
        if (std::find(other_columns.begin(), other_columns.end(), fold_case(name)) != other_columns.end()) continue;
        auto const* measure = measures.find_column(name);
        bool const again = std::any_of(columns.figures.begin(), columns.figures.end(),
                                       [&](auto const& figure) { return figure.second == measure; });
        if (measure == nullptr || measure->kind != datasets::Kind::modelled || again) {
            columns.unknown.push_back(name);
        } else {
            columns.figures.emplace_back(at, measure);
        }
    }
    if (columns.figures.empty())
        return Error{Trouble::bad_input, "rivm.no_indicators", "header",
                     "no column of this table is an indicator that we know"};
    return columns;
}

class Reading {
public:
    Reading(CsvTable const& table, Columns const& columns) : m_table{table}, m_columns{columns} {}

    Result<Row> read_row(std::size_t at)
    {
        if (m_columns.margin && cell(at, *m_columns.margin) != margin_of_value) {
            return refusal("rivm.margin_row",
                           quoted(cell(at, *m_columns.margin)) +
                               " is an end of the interval around a value; intervals are not kept yet");
        }
        WF_TRY(AreaCode area, read_area(cell(at, m_columns.area)));
        WF_TRY(int const year, read_year(at));
        WF_TRY(std::string group, read_group(at));
        Row row{static_cast<std::int64_t>(m_table.line(at)), std::move(area), year, std::move(group), {}};
        for (auto const& [column, measure] : m_columns.figures) {
            auto value = intake::read_figure(cell(at, column), *measure);
            if (!value)
                return refusal("rivm." + value.error().code,
                               "column " + m_table.header()[column] + ": " + value.error().detail);
            if (*value) row.figures.emplace_back(measure, **value);
        }
        auto const [first, fresh] =
            m_first_line.try_emplace(row.area.text() + ' ' + std::to_string(row.year) + ' ' + row.group, row.line);
        if (fresh) return row;
        return refusal("rivm.duplicate_row", row.area.text() + ", " + std::to_string(row.year) + ", " + row.group +
                                                 " stands at line " + std::to_string(first->second) +
                                                 " already; the first one counts");
    }

private:
    std::string_view cell(std::size_t row, std::size_t column) const { return trim(m_table.cell(row, column)); }

    static Result<AreaCode> read_area(std::string_view code)
    {
        if (code.starts_with("NL")) return refusal("rivm.country_row", "figures of the whole country are not kept yet");
        auto area = parse_area_code(code);
        if (area) return area;
        return refusal("rivm.bad_area_code",
                       quoted(code) + " is no area code; expected GM and 4, WK and 6 or BU and 8 digits");
    }

    Result<int> read_year(std::size_t at) const
    {
        auto const year = intake::parse_year(cell(at, m_columns.period));
        if (!year)
            return refusal("rivm.bad_period", quoted(cell(at, m_columns.period)) + " is no year; expected 2020JJ00");
        if (m_columns.year_again && intake::parse_year(cell(at, *m_columns.year_again)) != year) {
            return refusal("rivm.contradiction", "jaar says " + quoted(cell(at, *m_columns.year_again)) +
                                                     ", Perioden says " + quoted(cell(at, m_columns.period)));
        }
        return *year;
    }

    Result<std::string> read_group(std::size_t at) const
    {
        std::string_view const words = cell(at, m_columns.age);
        auto const found = std::find_if(age_groups.begin(), age_groups.end(),
                                        [&](AgeGroup const& age) { return age.code == words || age.words == words; });
        if (found == age_groups.end())
            return refusal("rivm.unknown_age",
                           quoted(words) + " is none of the age groups 20300 (18+), 53115 (18-65), 80200 (65+)");
        if (m_columns.age_again && cell(at, *m_columns.age_again) != found->group) {
            return refusal("rivm.contradiction", "leeftijdsgroep says " + quoted(cell(at, *m_columns.age_again)) +
                                                     ", Leeftijd says " + quoted(words));
        }
        return std::string{found->group};
    }

    CsvTable const& m_table;
    Columns const& m_columns;
    std::unordered_map<std::string, std::int64_t> m_first_line;
};

} // namespace

Result<Content> read(std::string_view bytes, statistics::Measures const& measures)
{
    WF_TRY_VOID(intake::check_text(bytes));
    WF_TRY(CsvTable const table, read_csv(bytes));
    WF_TRY(Columns columns, find_columns(table, measures));
    if (table.rows() == 0 && table.refused_count() == 0)
        return Error{Trouble::bad_input, "rivm.no_rows", {}, "there is a header and not a single row below it"};
    Content content;
    for (CsvRefused const& refused : table.refused())
        content.report.refuse(static_cast<std::int64_t>(refused.line), refused.code, refused.detail);
    content.report.refused += static_cast<std::int64_t>(table.refused_count() - table.refused().size());
    content.report.read = static_cast<std::int64_t>(table.refused_count());
    Reading reading{table, columns};
    for (std::size_t at = 0; at < table.rows(); ++at) {
        ++content.report.read;
        auto row = reading.read_row(at);
        if (row) {
            ++content.report.kept;
            content.rows.push_back(std::move(*row));
            continue;
        }
        std::string const& code = row.error().code;
        if (code == "rivm.country_row" || code == "rivm.margin_row") ++content.set_aside;
        content.report.refuse(static_cast<std::int64_t>(table.line(at)), code, row.error().detail);
    }
    content.unknown_columns = std::move(columns.unknown);
    return content;
}

} // namespace wf::rivm
