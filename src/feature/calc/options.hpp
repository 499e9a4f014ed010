// SPDX-License-Identifier: EUPL-1.2
// Options that commands on columns share: the file, names of columns, numbers, the level of intervals.
#pragma once

#include "feature/calc/columns.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace wf::calc {

/// The one file that was named. Error: usage.
[[nodiscard]] Result<std::string> file_of(web::CommandInput const& input);
/// What `--option` names, or an error of usage.
[[nodiscard]] Result<std::string> name_option(web::CommandInput const& input, std::string_view option);
/// "a,b,c" in pieces; none when the option is missing. An empty piece is an error of usage.
[[nodiscard]] Result<std::vector<std::string>> list_option(web::CommandInput const& input, std::string_view option);
/// A covariate as it was typed: `age`, or `factor(year)`.
[[nodiscard]] Wanted covariate(std::string const& typed);
/// A number between the bounds, without them; or `fallback`. Error: usage.
[[nodiscard]] Result<double> number_option(web::CommandInput const& input, std::string_view option, double fallback,
                                           double above, double below);
/// `--level`, or 0.95.
[[nodiscard]] Result<double> level_of(web::CommandInput const& input);

} // namespace wf::calc
