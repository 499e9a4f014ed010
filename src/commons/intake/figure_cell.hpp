// SPDX-License-Identifier: EUPL-1.2
// One cell of a published table of figures. Missing is not zero: it is nothing.
#pragma once

#include "base/result.hpp"
#include "commons/statistics/statistics.hpp"

#include <optional>
#include <string_view>

namespace wf::intake {

/// Empty, a point, NA, and the numbers that Statistics Netherlands (CBS) writes for unknown or secret: -99995, -99997,
/// -99999997, -99999998, -99999999, also with decimals (-99997.0).
[[nodiscard]] bool is_missing(std::string_view cell);

/// The value of a measure, or nothing when it is missing. A decimal point, or one decimal comma.
/// Errors, code without the importer's name in front: not_a_number, not_a_whole_number (persons, cases; a point that
/// separates thousands ends here), impossible_value (a negative count, a share over 100, a class outside 1 to 5).
Result<std::optional<double>> read_figure(std::string_view cell, statistics::Measure const& measure);

} // namespace wf::intake
