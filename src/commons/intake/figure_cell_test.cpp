// SPDX-License-Identifier: EUPL-1.2
#include "commons/intake/figure_cell.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <string>

using namespace wf;
using namespace wf::intake;

namespace {

statistics::Measure measure_in(std::string unit)
{
    statistics::Measure measure;
    measure.code = "x";
    measure.unit = std::move(unit);
    return measure;
}

std::optional<double> value_of(std::string_view cell, std::string unit)
{
    auto const value = read_figure(cell, measure_in(std::move(unit)));
    REQUIRE_MESSAGE(value.has_value(), std::string{cell});
    return *value;
}

std::string fault_of(std::string_view cell, std::string unit)
{
    auto const value = read_figure(cell, measure_in(std::move(unit)));
    REQUIRE_MESSAGE(!value.has_value(), std::string{cell});
    return value.error().code;
}

} // namespace

TEST_CASE("every way in which a value is missing gives nothing, not zero")
{
    for (char const* cell : {"", "  ", ".", "NA", "-99995", "-99997", "-99997.0", "-99999997", "-99999998", "-99999999",
                             "-99999999.0", "-99997,0"}) {
        CAPTURE(cell);
        CHECK(is_missing(cell));
        CHECK_FALSE(value_of(cell, "persons"));
    }
    CHECK_FALSE(is_missing("0"));
    CHECK_FALSE(is_missing("-99996"));
    CHECK_FALSE(is_missing("-1"));
    CHECK_FALSE(is_missing("-"));
}

TEST_CASE("numbers with a point or a decimal comma")
{
    CHECK(value_of("3725", "persons") == 3725);
    CHECK(value_of(" 592.0 ", "cases") == 592);
    CHECK(value_of("2,4", "ratio") == doctest::Approx(2.4));
    CHECK(value_of("2.4", "ratio") == doctest::Approx(2.4));
    CHECK(value_of("0", "persons") == 0);
    CHECK(value_of("100", "percent") == 100);
    CHECK(value_of("-12.5", "euro_1000") == -12.5);
    CHECK_FALSE(std::signbit(*value_of("-0", "persons")));
}

TEST_CASE("what cannot be is refused")
{
    CHECK(fault_of("veel", "persons") == "not_a_number");
    CHECK(fault_of("12 345", "persons") == "not_a_number");
    CHECK(fault_of("1.234,5", "ratio") == "not_a_number");
    CHECK(fault_of("1,2,3", "ratio") == "not_a_number");
    CHECK(fault_of("1e999", "ratio") == "not_a_number");
    CHECK(fault_of("inf", "ratio") == "not_a_number");
    CHECK(fault_of("51.432", "persons") == "not_a_whole_number");
    CHECK(fault_of("51,432", "persons") == "not_a_whole_number");
    CHECK(fault_of("-1", "persons") == "impossible_value");
    CHECK(fault_of("-99996", "persons") == "impossible_value");
    CHECK(fault_of("100.1", "percent") == "impossible_value");
    CHECK(fault_of("6", "class") == "impossible_value");
    CHECK(fault_of("5e12", "persons") == "impossible_value");
}
