// SPDX-License-Identifier: EUPL-1.2
#include "base/csv.hpp"

#include <doctest/doctest.h>

using namespace wf;

namespace {

using Names = std::vector<std::string>;
using Cells = std::vector<std::vector<std::string>>;

Cells cells_of(CsvTable const& table)
{
    Cells all;
    for (std::size_t row = 0; row < table.rows(); ++row) {
        auto& cells = all.emplace_back();
        for (std::size_t column = 0; column < table.columns(); ++column) cells.emplace_back(table.cell(row, column));
    }
    return all;
}

std::string code_of(std::string_view bytes, CsvLimits const& limits = {})
{
    auto const table = read_csv(bytes, limits);
    REQUIRE(!table);
    return table.error().code + (table.error().field.empty() ? "" : " " + table.error().field);
}

} // namespace

TEST_CASE("csv: a plain table")
{
    CsvTable const table = read_csv("home, metres ,open\na,1600,no\nc,800,yes\n").value();
    CHECK(table.header() == Names{"home", "metres", "open"});
    CHECK(cells_of(table) == Cells{{"a", "1600", "no"}, {"c", "800", "yes"}});
    CHECK(table.delimiter() == ',');
    CHECK(table.column("metres") == 1);
    CHECK(!table.column("Metres"));
    CHECK(table.required_column("open").value() == 2);
    CHECK(table.required_column("closed").error().code == "csv.column_missing");
    CHECK(table.line(0) == 2);
    CHECK(table.line(1) == 3);
    CHECK_THROWS_AS((void)table.cell(2, 0), Bug);
    CHECK_THROWS_AS((void)table.cell(0, 3), Bug);
    CHECK_THROWS_AS((void)table.line(2), Bug);
}

TEST_CASE("csv: the same table in the ways that programs write it")
{
    for (std::string_view bytes : {"a,b\n1,2\n", "a,b\n1,2", "a,b\r\n1,2\r\n", "a,b\r\n1,2\r",
                                   "\xef\xbb\xbf"
                                   "a,b\n1,2\n",
                                   "a;b\n1;2\n", "a\tb\r\n1\t2\r\n", "\"a\",\"b\"\n\"1\",\"2\"\n",
                                   "\r\n\na,b\n\n1,2\n\r\n\n", "\xef\xbb\xbf\"a\";b\n1;2"}) {
        CAPTURE(bytes);
        auto const table = read_csv(bytes);
        REQUIRE(table);
        CHECK(table->header() == Names{"a", "b"});
        CHECK(cells_of(*table) == Cells{{"1", "2"}});
        CHECK(table->refused_count() == 0);
    }
    CHECK(cells_of(read_csv("only\nx\n\ny").value()) == Cells{{"x"}, {"y"}});
    CHECK(read_csv("a,b\n").value().rows() == 0);
    CHECK(read_csv("a,b").value().columns() == 2);
}

TEST_CASE("csv: the delimiter is found outside quotes in the header")
{
    CHECK(read_csv("\"a,b,c\";d\n1;2\n").value().header() == Names{"a,b,c", "d"});
    CHECK(read_csv("\"x \"\";;;\"\" y\",c\n1,2\n").value().header() == Names{"x \";;;\" y", "c"});
    CHECK(read_csv("\"line\n;;;\",c\n1,2\n").value().header() == Names{"line\n;;;", "c"});
    CHECK(read_csv("Share, %;homes\n1;2\n").value().header() == Names{"Share, %", "homes"});
    CHECK(read_csv("5\" pipe,b\n1,2\n").value().header() == Names{"5\" pipe", "b"});
}

TEST_CASE("csv: quotes hold delimiters, quotes and line ends, and lines stay counted")
{
    CsvTable const table =
        read_csv("name,note\r\n\"De Kolk, Kampen\",\"said \"\"yes\"\"\"\r\n\"two\r\nlines\",\"\"\r\nlast,5\" pipe\r\n")
            .value();
    CHECK(cells_of(table) == Cells{{"De Kolk, Kampen", "said \"yes\""}, {"two\r\nlines", ""}, {"last", "5\" pipe"}});
    CHECK(table.line(1) == 3);
    CHECK(table.line(2) == 5);
    CHECK(cells_of(read_csv("a,b\n\"\"\"\",\"\"\"\"\"\"\n").value()) == Cells{{"\"", "\"\""}});
}

TEST_CASE("csv: rows of the wrong width are counted and listed, the others are read")
{
    CsvTable const table = read_csv("a,b\n1\n1,2\n1,2,3\n\"x\"y,2\n,\n\"1\" ,2\n3,4\n").value();
    CHECK(cells_of(table) == Cells{{"1", "2"}, {"", ""}, {"3", "4"}});
    CHECK(table.line(2) == 8);
    CHECK(table.refused_count() == 4);
    REQUIRE(table.refused().size() == 4);
    CHECK(table.refused()[0].line == 2);
    CHECK(table.refused()[0].code == "csv.too_few_cells");
    CHECK(table.refused()[1].line == 4);
    CHECK(table.refused()[1].code == "csv.too_many_cells");
    CHECK(table.refused()[1].detail == "3 cells where the header has 2");
    CHECK(table.refused()[2].line == 5);
    CHECK(table.refused()[2].code == "csv.text_after_quote");
    CHECK(table.refused()[3].line == 7);

    CsvTable const many = read_csv("a,b\n1\n1\n1\n1\n", {.refused_listed = 2}).value();
    CHECK(many.refused().size() == 2);
    CHECK(many.refused_count() == 4);
}

TEST_CASE("csv: what makes the whole file unreadable, and where")
{
    CHECK(code_of("") == "csv.empty");
    CHECK(code_of("\xef\xbb\xbf\r\n\n") == "csv.empty");
    CHECK(code_of("a,b\n1,caf\xe9\n") == "csv.not_utf8 line 2");
    CHECK(code_of("a,b,a\n") == "csv.header_twice line 1");
    CHECK(code_of("\n\na, a \n") == "csv.header_twice line 3");
    CHECK(code_of("a,b\n1,2\n\"open,3\n4,5\n") == "csv.quote_not_closed line 3");
    CHECK(code_of("a,b\n1,\"\n\n\n") == "csv.quote_not_closed line 2");
    CHECK(code_of("\"a") == "csv.quote_not_closed line 1");
    CHECK(code_of("\"a\"x,b\n") == "csv.text_after_quote line 1");
    CHECK(code_of("a,b\n1,2\n", {.bytes = 7}) == "csv.too_large");
    CHECK(code_of("a,b\n1,2\n3,4\n", {.rows = 1}) == "csv.too_many_rows line 3");
    CHECK(code_of("a,b,c\n", {.columns = 2}) == "csv.too_many_columns line 1");
    CHECK(read_csv("a,b\n1,2\n", {.bytes = 8, .rows = 1, .columns = 2}).has_value());
    CHECK(read_csv("a,,\n1,,\n").value().columns() == 3); // nameless columns may be many
}

TEST_CASE("csv: cells as values")
{
    CsvTable const table =
        read_csv("code;count;share;note\nGM0166   ;12;0.5;x\n;NA; . ;\nBU1;1.5;0,25;NA\n-;-3;-1e3;nan\n").value();
    CHECK(table.text(0, 0) == "GM0166");
    CHECK(table.cell(0, 0) == "GM0166   ");
    CHECK(!table.text(1, 0));
    CHECK(!table.text(2, 3));
    CHECK(table.integer(0, 1).value() == 12);
    CHECK(table.number(0, 2).value() == 0.5);
    CHECK(!table.integer(1, 1).value().has_value());
    CHECK(!table.number(1, 2).value().has_value());
    CHECK(table.number(2, 2, DecimalMark::comma).value() == 0.25);
    CHECK(table.number(0, 1, DecimalMark::comma).value() == 12.0);
    CHECK(table.number(3, 2).value() == -1000.0);
    CHECK(table.integer(3, 1).value() == -3);

    Error const not_whole = table.integer(2, 1).error();
    CHECK(not_whole.code == "csv.not_a_whole_number");
    CHECK(not_whole.field == "line 4, column count");
    CHECK(not_whole.detail == "\"1.5\" is not a whole number");
    CHECK(table.number(2, 2).error().code == "csv.not_a_number");
    CHECK(!table.number(0, 2, DecimalMark::comma));
    CHECK(!table.number(3, 3));
}

TEST_CASE("csv: a table can be moved and copied")
{
    CsvTable table = read_csv("a\nx\n").value(); // short enough to live inside the string
    CsvTable const copy = table;
    CsvTable const moved = std::move(table);
    CHECK(cells_of(moved) == Cells{{"x"}});
    CHECK(cells_of(copy) == Cells{{"x"}});
}

TEST_CASE("csv: writing quotes where needed")
{
    CsvWriter writer{{"name", "metres", "count"}};
    writer.text("plain").number(0.1).integer(3).end_row();
    writer.text("a,b").number(-5.0).missing().end_row();
    writer.text("say \"hi\"").number(1e21).integer(-7).end_row();
    writer.text("two\nlines").missing().missing().end_row();
    CHECK(std::move(writer).finish() ==
          "name,metres,count\nplain,0.1,3\n\"a,b\",-5,\n\"say \"\"hi\"\"\",1e+21,-7\n\"two\nlines\",,\n");
}

TEST_CASE("csv: text cannot become a formula, numbers stay numbers")
{
    CsvWriter writer{{"@name", "n"}, ';'};
    for (std::string_view formula : {"=1+1", "+1", "-1", "@SUM(A1)", "\tx"}) writer.text(formula).number(-1).end_row();
    writer.text("a=b").number(1).end_row();
    CHECK(std::move(writer).finish() == "'@name;n\n'=1+1;-1\n'+1;-1\n'-1;-1\n'@SUM(A1);-1\n\"'\tx\";-1\na=b;1\n");

    CsvWriter unguarded{{"n"}, ',', FormulaGuard::off};
    unguarded.text("=1+1").end_row();
    CHECK(std::move(unguarded).finish() == "n\n=1+1\n");
}

TEST_CASE("csv: every awkward text comes back as it was written")
{
    Names const awkward{"",
                        " ",
                        "\"",
                        "\"\"",
                        ",",
                        ";",
                        "\t",
                        "\n",
                        "\r",
                        "\r\n",
                        "a\r",
                        "a,b;c\td",
                        "=1",
                        "'",
                        "NA",
                        ".",
                        "\xef\xbb\xbfx",
                        "caf\xc3\xa9",
                        "\"a\"b",
                        std::string(1, '\0')};
    for (char const delimiter : {',', ';', '\t'}) {
        CsvWriter one{{"x"}, delimiter, FormulaGuard::off};
        CsvWriter two{{"semi;semi;semi", "comma,"}, delimiter, FormulaGuard::off};
        Cells single;
        Cells pairs;
        for (auto const& text : awkward) {
            one.text(text).end_row();
            two.text(text).text("").end_row();
            single.push_back({text});
            pairs.push_back({text, ""});
        }
        CHECK(cells_of(read_csv(std::move(one).finish()).value()) == single);
        CsvTable const table = read_csv(std::move(two).finish()).value();
        CHECK(cells_of(table) == pairs);
        CHECK(table.delimiter() == delimiter);
    }
}

TEST_CASE("csv: a row that is not as wide as the header is a bug")
{
    CsvWriter writer{{"a", "b"}};
    writer.text("1");
    CHECK_THROWS_AS(writer.end_row(), Bug);
    CHECK_THROWS_AS((void)std::move(writer).finish(), Bug);
    CsvWriter wide{{"a"}};
    wide.text("1");
    CHECK_THROWS_AS(wide.text("2"), Bug);
    CHECK_THROWS_AS((CsvWriter{{}}), Bug);
    CHECK_THROWS_AS((CsvWriter{{"a"}, '|'}), Bug);
}
