// SPDX-License-Identifier: EUPL-1.2
// Published tables of Statistics Netherlands (CBS) about municipalities, districts and neighbourhoods: bytes to rows,
// by content.
// Pure. A row that cannot be used is refused with its line (in GeoJSON: the number of the feature) and the reason.
#pragma once

#include "base/area_code.hpp"
#include "base/result.hpp"
#include "commons/datasets/datasets.hpp"
#include "commons/statistics/statistics.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace wf::cbs {

enum class FileKind {
    map,                 ///< wijk- en buurtkaart: outlines and key figures
    key_figures,         ///< kerncijfers wijken en buurten
    household_positions, ///< persons in private households, by position and age
    registered_crimes,
    names
};
/// "map", "key_figures" ...: part of the slot of a dataset.
[[nodiscard]] std::string_view to_word(FileKind kind);

struct Row {
    std::int64_t line{0};
    AreaCode area;
    std::string name;    ///< empty when the table has no names
    std::string outline; ///< GeoJSON geometry, empty when the table has none
    int year{0};         ///< as the row itself says; 0 when it does not
    std::string group;   ///< "" everybody, "0-5" (5 not included), "95+", "men 0-5"
    std::vector<std::pair<statistics::Measure const*, double>> figures; ///< what is missing is not here
};

struct Content {
    FileKind kind{FileKind::key_figures};
    std::vector<Row> rows;
    datasets::ImportReport report;
    std::int64_t set_aside{
        0}; ///< sound rows of a sort that is not kept, counted in `report` too: the country, open water
    std::vector<std::string> unknown_columns;
    std::vector<std::string> repeated_columns;
    std::vector<std::string> geometry_columns; ///< outlines in a form that is not read (EWKB)
};

/// `measures` outlives the answer. Errors of the file as a whole: intake.empty_file, intake.binary_file,
/// intake.not_utf8, csv.*, json.*, cbs.not_geojson, cbs.not_wgs84, cbs.no_rows, cbs.no_area_column,
/// cbs.no_known_columns, cbs.health_table.
/// Reasons of a row: cbs.bad_area_code, cbs.unknown_level, cbs.country_row, cbs.water_or_abroad, cbs.bad_outline,
/// cbs.bad_period, cbs.unknown_age, cbs.unknown_sex, cbs.not_a_number, cbs.not_a_whole_number, cbs.impossible_value,
/// cbs.duplicate_area, csv.too_few_cells, csv.too_many_cells.
Result<Content> read(std::string_view bytes, statistics::Measures const& measures);

} // namespace wf::cbs
