// SPDX-License-Identifier: EUPL-1.2
#include "import/cbs/source_table.hpp"

#include "base/text.hpp"
#include "commons/intake/source_text.hpp"
#include "import/cbs/outline.hpp"
#include "platform/json/json.hpp"

#include <algorithm>
#include <unordered_map>
#include <utility>

namespace wf::cbs {
namespace {

std::string column_name(std::string_view name)
{
    return fold_case(trim(name));
}

std::string cell_text(json::Value const& value)
{
    if (auto const* text = value.text()) return *text;
    if (auto const number = value.number()) return to_text(*number);
    if (auto const truth = value.boolean()) return *truth ? "true" : "false";
    return value.is_null() ? "" : "(no single value)";
}

Error not_geojson(std::string detail)
{
    return Error{Trouble::bad_input,
                 "cbs.not_geojson",
                 {},
                 std::move(detail) + "; a GeoJSON FeatureCollection of areas is expected"};
}

/// The Dutch grid in metres has its name in "crs" when a program wrote it there.
bool says_other_projection(json::Value const& collection)
{
    auto const* crs = collection.find("crs");
    auto const* properties = crs == nullptr ? nullptr : crs->find("properties");
    auto const* name = properties == nullptr ? nullptr : properties->find("name");
    auto const* text = name == nullptr ? nullptr : name->text();
    return text != nullptr && !text->ends_with("CRS84") && !text->ends_with(":4326") && !text->ends_with(":4258");
}

class Collecting {
public:
    Result<void> add(json::Value const& feature)
    {
        auto const* properties = feature.find("properties");
        if (properties == nullptr || properties->object() == nullptr)
            return not_geojson("feature " + std::to_string(m_features.size() + 1) + " has no properties");
        Feature row;
        for (auto const& [name, value] : *properties->object()) put(row, column_name(name), cell_text(value));
        auto const* geometry = feature.find("geometry");
        if (geometry != nullptr && !geometry->is_null()) {
            auto outline = read_outline(*geometry);
            if (outline) {
                row.outline = std::move(*outline);
            } else if (outline.error().code == "cbs.not_wgs84") {
                return std::move(outline.error());
            } else {
                row.outline_fault = outline.error().detail;
            }
        }
        m_features.push_back(std::move(row));
        return {};
    }

    SourceTable finish() { return SourceTable{std::move(m_columns), std::move(m_features)}; }

private:
    void put(Feature& row, std::string name, std::string text)
    {
        auto const [place, fresh] = m_places.try_emplace(name, m_columns.size());
        if (fresh) m_columns.push_back(std::move(name));
        if (row.cells.size() <= place->second) row.cells.resize(place->second + 1);
        row.cells[place->second] = std::move(text);
    }

    std::vector<std::string> m_columns;
    std::unordered_map<std::string, std::size_t> m_places;
    std::vector<Feature> m_features;
};

Result<SourceTable> read_geojson(std::string_view bytes)
{
    WF_TRY(json::Value const collection, json::read(bytes));
    auto const* features = collection.find("features");
    if (features == nullptr || features->array() == nullptr) return not_geojson("there is no list of features");
    if (says_other_projection(collection))
        return not_wgs84("the file says that its coordinates are in another projection");
    Collecting collecting;
    for (json::Value const& feature : *features->array()) WF_TRY_VOID(collecting.add(feature));
    return collecting.finish();
}

} // namespace

SourceTable::SourceTable(CsvTable table) : m_rows{std::move(table)}
{
    auto const& header = std::get<CsvTable>(m_rows).header();
    std::transform(header.begin(), header.end(), std::back_inserter(m_columns), column_name);
}

SourceTable::SourceTable(std::vector<std::string> columns, std::vector<Feature> features)
    : m_columns{std::move(columns)}, m_rows{std::move(features)}
{
}

std::size_t SourceTable::rows() const
{
    if (auto const* table = csv()) return table->rows();
    return std::get<std::vector<Feature>>(m_rows).size();
}

std::string_view SourceTable::cell(std::size_t row, std::size_t column) const
{
    if (auto const* table = csv()) return trim(table->cell(row, column));
    auto const& cells = feature(row)->cells;
    return column < cells.size() ? trim(cells[column]) : std::string_view{};
}

std::int64_t SourceTable::line(std::size_t row) const
{
    if (auto const* table = csv()) return static_cast<std::int64_t>(table->line(row));
    return static_cast<std::int64_t>(row) + 1;
}

Feature const* SourceTable::feature(std::size_t row) const
{
    auto const* features = std::get_if<std::vector<Feature>>(&m_rows);
    if (features == nullptr) return nullptr;
    WF_CHECK(row < features->size());
    return &(*features)[row];
}

Result<SourceTable> read_table(std::string_view bytes)
{
    WF_TRY_VOID(intake::check_text(bytes));
    std::string_view const content = intake::without_byte_order_mark(bytes);
    bool const is_json = trim(content.substr(0, 256)).starts_with('{') || trim(content.substr(0, 256)).starts_with('[');
    auto const read = [&]() -> Result<SourceTable> {
        if (is_json) return read_geojson(content);
        WF_TRY(CsvTable table, read_csv(bytes));
        return SourceTable{std::move(table)};
    };
    WF_TRY(SourceTable table, read());
    bool const nothing_refused = table.csv() == nullptr || table.csv()->refused_count() == 0;
    if (table.rows() == 0 && nothing_refused)
        return Error{Trouble::bad_input, "cbs.no_rows", {}, "there is a header and not a single row below it"};
    return table;
}

} // namespace wf::cbs
