// SPDX-License-Identifier: EUPL-1.2
#include "commons/intake/figure_cell.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>

namespace wf::intake {
namespace {

using namespace std::string_view_literals;

constexpr std::array missing_numbers{-99995.0, -99997.0, -99999997.0, -99999998.0, -99999999.0};
constexpr std::array whole_units{"persons"sv, "households"sv, "dwellings"sv, "establishments"sv,
                                 "cars"sv,    "vehicles"sv,   "cases"sv,     "class"sv};
/// More than any count, surface or amount of a Dutch municipality.
constexpr double most = 1e9;

std::optional<double> parse_decimal(std::string_view cell)
{
    if (cell.find(',') == std::string_view::npos) return parse_double(cell);
    if (cell.find('.') != std::string_view::npos) return std::nullopt;
    std::string with_point{cell};
    std::replace(with_point.begin(), with_point.end(), ',', '.');
    return parse_double(with_point);
}

bool is_missing_number(double number)
{
    return std::find(missing_numbers.begin(), missing_numbers.end(), number) != missing_numbers.end();
}

bool is_amount(std::string_view unit)
{
    return unit.starts_with("euro");
}

Error fault(std::string code, std::string_view cell, std::string_view why)
{
    constexpr std::size_t shown = 40;
    return Error{Trouble::bad_input,
                 std::move(code),
                 {},
                 "\"" + repair_utf8(cell.substr(0, shown)) + "\" " + std::string{why}};
}

} // namespace

bool is_missing(std::string_view cell)
{
    cell = trim(cell);
    if (cell.empty() || cell == "." || cell == "NA") return true;
    if (cell.front() != '-') return false;
    auto const number = parse_decimal(cell);
    return number && is_missing_number(*number);
}

Result<std::optional<double>> read_figure(std::string_view cell, statistics::Measure const& measure)
{
    cell = trim(cell);
    if (is_missing(cell)) return std::optional<double>{};
    auto const number = parse_decimal(cell);
    if (!number) return fault("not_a_number", cell, "is not a number");
    if (*number < 0 && !is_amount(measure.unit)) return fault("impossible_value", cell, "is below zero");
    if (std::abs(*number) > most)
        return fault("impossible_value", cell, "is larger than anything that is counted here");
    if (measure.unit == "percent" && *number > 100) return fault("impossible_value", cell, "is more than 100 percent");
    if (std::find(whole_units.begin(), whole_units.end(), measure.unit) != whole_units.end() &&
        std::floor(*number) != *number) {
        return fault("not_a_whole_number", cell,
                     "is not a whole number; leave out a point or comma that separates thousands");
    }
    if (measure.unit == "class" && (*number < 1 || *number > 5))
        return fault("impossible_value", cell, "is not a class from 1 to 5");
    return std::optional<double>{*number == 0 ? 0.0 : *number}; // no minus zero
}

} // namespace wf::intake
