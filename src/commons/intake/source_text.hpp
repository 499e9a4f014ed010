// SPDX-License-Identifier: EUPL-1.2
// The bytes of a file before anybody reads them as a table: is this text at all?
#pragma once

#include "base/result.hpp"

#include <optional>
#include <string_view>

namespace wf::intake {

/// UTF-8 text with something in it. Errors, each with what to do about it: intake.empty_file, intake.binary_file (a
/// picture, a workbook, an archive), intake.not_utf8 (field = "line N").
Result<void> check_text(std::string_view bytes);

/// Without the mark that some programs put before UTF-8.
[[nodiscard]] std::string_view without_byte_order_mark(std::string_view bytes);

/// The year in "2020JJ00", as StatLine writes whole years, or in "2020". Nothing for quarters, months and other texts.
[[nodiscard]] std::optional<int> parse_year(std::string_view period);

/// The years that figures may be of; anything else is a mistake.
inline constexpr int first_year = 1900;
inline constexpr int last_year = 2100;

} // namespace wf::intake
