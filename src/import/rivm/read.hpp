// SPDX-License-Identifier: EUPL-1.2
// Health per district and neighbourhood (RIVM, GGDs and CBS; StatLine 50090NED): bytes to rows. Pure.
// Modelled shares of adults; a row is one area, wave and age group. A row that cannot be used is refused with its line
// and the reason.
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

namespace wf::rivm {

struct Row {
    std::int64_t line{0};
    AreaCode area;
    int year{0};
    std::string group;                                                  ///< "18+", "18-65", "65+"
    std::vector<std::pair<statistics::Measure const*, double>> figures; ///< percent; what is missing is not here
};

struct Content {
    std::vector<Row> rows;
    datasets::ImportReport report;
    std::int64_t set_aside{0}; ///< counted in `report` too: the country, limits of confidence intervals
    std::vector<std::string> unknown_columns;
};

/// `measures` outlives the answer. Two shapes: the table as StatLine gives it (comma or semicolon), and the same with
/// the columns jaar and leeftijdsgroep in front, which then must agree with Perioden and Leeftijd.
/// Errors: intake.empty_file, intake.binary_file, intake.not_utf8, csv.*, rivm.column_missing, rivm.no_rows,
/// rivm.no_indicators.
/// Reasons of a row: rivm.country_row, rivm.margin_row, rivm.bad_area_code, rivm.bad_period, rivm.unknown_age,
/// rivm.contradiction, rivm.not_a_number, rivm.impossible_value, rivm.duplicate_row, csv.too_few_cells,
/// csv.too_many_cells.
Result<Content> read(std::string_view bytes, statistics::Measures const& measures);

} // namespace wf::rivm
