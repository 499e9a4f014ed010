// SPDX-License-Identifier: EUPL-1.2
// A CBS file as columns and cells, whether it came as CSV or as GeoJSON: the same column names occur in both.
#pragma once

#include "base/csv.hpp"
#include "base/result.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace wf::cbs {

/// A feature of a GeoJSON file: its properties in the order of `SourceTable::columns`, and its geometry.
struct Feature {
    std::vector<std::string> cells; ///< fewer than there are columns when the last ones are absent
    std::string outline;            ///< GeoJSON geometry; empty when it has none or when it is wrong
    std::string outline_fault;      ///< why the geometry cannot be used
};

class SourceTable {
public:
    explicit SourceTable(CsvTable table);
    SourceTable(std::vector<std::string> columns, std::vector<Feature> features);

    /// Lower case, without blanks around them.
    [[nodiscard]] std::vector<std::string> const& columns() const { return m_columns; }
    [[nodiscard]] std::size_t rows() const;
    /// "" when the cell is absent.
    [[nodiscard]] std::string_view cell(std::size_t row, std::size_t column) const;
    /// The line in a CSV, the number of the feature (from 1) in a GeoJSON file.
    [[nodiscard]] std::int64_t line(std::size_t row) const;
    /// Nothing for CSV.
    [[nodiscard]] Feature const* feature(std::size_t row) const;
    [[nodiscard]] bool has_outlines() const { return std::holds_alternative<std::vector<Feature>>(m_rows); }
    /// Rows that are no rows: too many or too few cells.
    [[nodiscard]] CsvTable const* csv() const { return std::get_if<CsvTable>(&m_rows); }

private:
    std::vector<std::string> m_columns;
    std::variant<CsvTable, std::vector<Feature>> m_rows;
};

/// By its content: what begins with { is GeoJSON. Errors: those of intake::check_text, csv.* and json.*,
/// cbs.not_geojson, cbs.not_wgs84, cbs.no_rows.
Result<SourceTable> read_table(std::string_view bytes);

} // namespace wf::cbs
