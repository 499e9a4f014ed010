// SPDX-License-Identifier: EUPL-1.2
#include "base/check.hpp"
#include "base/text.hpp"
#include "commons/statistics/statistics.hpp"
#include "platform/json/json.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace wf::embedded::commons_statistics {
std::string_view find(std::string_view name);
}

namespace wf::statistics {
namespace {

constexpr std::array<std::string_view, 8> members{"code",     "name_nl", "name_en",  "unit",
                                                  "decimals", "kind",    "rounding", "columns"};

/// Reads the members of one measure; errors name the measure and the member.
class MeasureReader {
public:
    MeasureReader(json::Value const& value, std::size_t place)
        : m_value{value}, m_name{"measure " + std::to_string(place + 1)}
    {
    }

    Result<Measure> read()
    {
        if (m_value.object() == nullptr) return wrong("", "an object");
        Measure measure;
        WF_TRY(measure.code, text("code"));
        m_name = measure.code;
        WF_TRY_VOID(check_members(*m_value.object(), members, ""));
        WF_TRY(measure.name_nl, text("name_nl"));
        WF_TRY(measure.name_en, text("name_en"));
        WF_TRY(measure.unit, text("unit"));
        WF_TRY(measure.decimals, decimals());
        WF_TRY(measure.kind, kind());
        WF_TRY_VOID(read_rounding(measure));
        WF_TRY(measure.columns, columns());
        return measure;
    }

private:
    [[nodiscard]] std::string where(std::string_view member) const
    {
        return member.empty() ? m_name : m_name + "." + std::string{member};
    }
    [[nodiscard]] Error wrong(std::string_view member, std::string_view expected) const
    {
        return {Trouble::bad_input, "measures.wrong_member", where(member), "expected " + std::string{expected}};
    }
    template <std::size_t N>
    Result<void> check_members(json::Object const& object, std::array<std::string_view, N> const& known,
                               std::string_view prefix) const
    {
        for (auto const& [key, unused] : object) {
            if (std::find(known.begin(), known.end(), key) == known.end()) {
                return Error{Trouble::bad_input, "measures.unknown_member", where(std::string{prefix} + key),
                             "a measure has no such member; is it misspelt?"};
            }
        }
        return {};
    }

    Result<std::string> text(std::string_view member) const
    {
        auto const* const value = m_value.find(member);
        if (value == nullptr || value->text() == nullptr || trim(*value->text()).empty())
            return wrong(member, "a text");
        return *value->text();
    }
    Result<int> decimals() const
    {
        auto const* const value = m_value.find("decimals");
        auto const number = value == nullptr ? std::nullopt : value->number();
        if (!number || *number < 0 || *number > 6 || std::floor(*number) != *number) {
            return wrong("decimals", "a whole number from 0 to 6");
        }
        return static_cast<int>(*number);
    }
    Result<datasets::Kind> kind() const
    {
        WF_TRY(auto const word, text("kind"));
        auto const kind = datasets::parse_kind(word);
        if (!kind) return wrong("kind", "counted, estimated or modelled");
        return *kind;
    }
    Result<double> step(json::Value const& rounding, std::string_view level) const
    {
        auto const* const value = rounding.find(level);
        auto const number = value == nullptr ? std::nullopt : value->number();
        if (!number || !std::isfinite(*number) || *number < 0) {
            return wrong("rounding." + std::string{level}, "a number, 0 when exact or unknown");
        }
        return *number;
    }
    Result<void> read_rounding(Measure& measure) const
    {
        auto const* const rounding = m_value.find("rounding");
        if (rounding == nullptr || rounding->object() == nullptr)
            return wrong("rounding", "an object with three levels");
        constexpr std::array<std::string_view, 3> levels{"neighbourhood", "district", "municipality"};
        WF_TRY_VOID(check_members(*rounding->object(), levels, "rounding."));
        WF_TRY(measure.rounding_neighbourhood, step(*rounding, levels[0]));
        WF_TRY(measure.rounding_district, step(*rounding, levels[1]));
        WF_TRY(measure.rounding_municipality, step(*rounding, levels[2]));
        return {};
    }
    Result<std::vector<std::string>> columns() const
    {
        auto const* const value = m_value.find("columns");
        if (value == nullptr || value->array() == nullptr) return wrong("columns", "a list of column names");
        std::vector<std::string> names;
        for (auto const& one : *value->array()) {
            auto const* const name = one.text();
            if (name == nullptr || name->empty() || fold_case(trim(*name)) != *name) {
                return wrong("columns", "column names in small letters without blanks at their ends");
            }
            names.push_back(*name);
        }
        return names;
    }

    json::Value const& m_value;
    std::string m_name;
};

/// "aantalinwoners_5" gives "aantalinwoners"; nothing when there is no such ending, or nothing before it.
std::optional<std::string_view> without_number(std::string_view column)
{
    auto const place = column.rfind('_');
    if (place == std::string_view::npos || place == 0 || place + 1 == column.size()) return std::nullopt;
    if (column.find_first_not_of("0123456789", place + 1) != std::string_view::npos) return std::nullopt;
    return column.substr(0, place);
}

} // namespace

double Measure::rounding(AreaLevel level) const
{
    switch (level) {
    case AreaLevel::municipality: return rounding_municipality;
    case AreaLevel::district: return rounding_district;
    case AreaLevel::neighbourhood: return rounding_neighbourhood;
    }
    report_bug("a level with a rounding", __FILE__, __LINE__);
}

Result<Measures> Measures::read(std::string_view json)
{
    WF_TRY(auto const file, json::read(json));
    auto const* const list = file.find("measures");
    if (list == nullptr || list->array() == nullptr) {
        return Error{Trouble::bad_input, "measures.wrong_member", "measures", "expected a list of measures"};
    }
    Measures measures;
    for (auto const& one : *list->array()) {
        std::size_t const place = measures.m_measures.size();
        WF_TRY(auto measure, MeasureReader(one, place).read());
        if (!measures.m_by_code.emplace(measure.code, place).second) {
            return Error{Trouble::bad_input, "measures.duplicate_code", measure.code, "two measures have this code"};
        }
        for (auto const& column : measure.columns) {
            auto const [known, added] = measures.m_by_column.emplace(column, place);
            if (added) continue;
            std::string const& other = known->second == place ? measure.code : measures.m_measures[known->second].code;
            return Error{Trouble::bad_input, "measures.duplicate_column", measure.code + ".columns",
                         "\"" + column + "\" is also a column of " + other};
        }
        measures.m_measures.push_back(std::move(measure));
    }
    return measures;
}

Measures const& Measures::built_in()
{
    static Measures const measures = [] {
        auto read_result = read(embedded::commons_statistics::find("measures.json"));
        if (!read_result) throw Bug{"data/measures.json: " + to_line(read_result.error())};
        return std::move(read_result).value();
    }();
    return measures;
}

Measure const* Measures::find(std::string_view code) const
{
    auto const found = m_by_code.find(code);
    return found == m_by_code.end() ? nullptr : &m_measures[found->second];
}

Measure const* Measures::find_column(std::string_view column) const
{
    std::string const spelling = fold_case(trim(column));
    auto found = m_by_column.find(spelling);
    if (found == m_by_column.end()) {
        if (auto const stem = without_number(spelling)) found = m_by_column.find(*stem);
    }
    return found == m_by_column.end() ? nullptr : &m_measures[found->second];
}

} // namespace wf::statistics
