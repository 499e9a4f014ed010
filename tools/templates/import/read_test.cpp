// SPDX-License-Identifier: EUPL-1.2
#include "import/@name@/read.hpp"

#include <doctest/doctest.h>

using namespace wf;

TEST_CASE("@name@: rows, and what is missing stays missing")
{
    auto const content = @name@::read("code,value\nA,1.5\nB,\nC,NA\n").value();
    REQUIRE(content.rows.size() == 3);
    CHECK(content.rows[0].code == "A");
    CHECK(content.rows[0].value == 1.5);
    CHECK(content.rows[0].line == 2);
    CHECK(!content.rows[1].value);
    CHECK(!content.rows[2].value);
    CHECK(content.report.read == 3);
    CHECK(content.report.kept == 3);
}

TEST_CASE("@name@: a bad row is refused with its line, and the rest goes on")
{
    auto const content = @name@::read("code;value\nA;much\n;2\nB;3;4\nC;5\n").value();
    REQUIRE(content.rows.size() == 1);
    CHECK(content.rows[0].code == "C");
    CHECK(content.report.read == 4);
    CHECK(content.report.kept == 1);
    CHECK(content.report.refused == 3);
    REQUIRE(content.report.refusals.size() == 3);
    CHECK(content.report.refusals[0].code == "csv.too_many_cells");
    CHECK(content.report.refusals[0].line == 4);
    CHECK(content.report.refusals[1].code == "csv.not_a_number");
    CHECK(content.report.refusals[1].line == 2);
    CHECK(content.report.refusals[2].code == "@name@.no_code");
    CHECK(content.report.refusals[2].line == 3);
}

TEST_CASE("@name@: a file that is another thing is an error")
{
    CHECK(@name@::read("").error().code == "csv.empty");
    CHECK(@name@::read("a,b\n1,2\n").error().code == "csv.column_missing");
}
