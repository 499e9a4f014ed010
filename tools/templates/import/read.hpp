// SPDX-License-Identifier: EUPL-1.2
// Files of @name@: bytes to rows. Pure. A row that cannot be used is refused with its line and the reason.
#pragma once

#include "base/result.hpp"
#include "commons/datasets/datasets.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace wf::@name@ {

struct Row {
    std::int64_t line{0};
    std::string code;
    std::optional<double> value; ///< nothing: missing
};

struct Content {
    std::vector<Row> rows;
    datasets::ImportReport report;
};

/// Errors: csv.*. Reasons of a row: @name@.no_code, csv.not_a_number, csv.too_few_cells, csv.too_many_cells.
Result<Content> read(std::string_view bytes);

} // namespace wf::@name@
