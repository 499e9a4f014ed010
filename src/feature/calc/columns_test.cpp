// SPDX-License-Identifier: EUPL-1.2
#include "feature/calc/columns.hpp"
#include "feature/calc/test_run.hpp"

#include <cmath>

using namespace wf;
using namespace wf::calc;

namespace {

Columns read(std::string_view bytes, std::vector<Wanted> const& wanted)
{
    auto columns = Columns::read_bytes(bytes, "x.csv", wanted);
    REQUIRE(columns);
    return std::move(*columns);
}

Error error_of(std::string_view bytes, std::vector<Wanted> const& wanted = {{"a", Kind::number}})
{
    auto const columns = Columns::read_bytes(bytes, "x.csv", wanted);
    REQUIRE(!columns);
    return columns.error();
}

} // namespace

TEST_CASE("numbers and text, quoted or not; what nobody asked for is stepped over")
{
    auto const columns =
        read("\xef\xbb\xbf\"id\";a ;\"k, really\"\r\n1;2.5;\"x\"\r\n\r\n\"two \"\"2\"\"\";\"-3e2\";b\r\n3; 4 ;x",
             {{"k, really", Kind::any}, {"a", Kind::any}, {"id", Kind::label}});
    CHECK(columns.rows() == 3);
    CHECK(columns[0].levels == std::vector<std::string>{"b", "x"});
    CHECK(columns[0].codes == std::vector<std::uint32_t>{1, 0, 1});
    CHECK(columns[1].numbers == std::vector<double>{2.5, -300, 4});
    CHECK(columns[2].levels == std::vector<std::string>{"1", "3", "two \"2\""});
    CHECK(columns[2].codes == std::vector<std::uint32_t>{0, 2, 1});
    CHECK(columns.error_at(2, 1, "c", "d").field == "x.csv, line 5, column a");
    CHECK(columns.warnings().empty());
}

TEST_CASE("empty, NA and a point are missing, in numbers and in text")
{
    auto const columns = read("a,k\n,\nNA,NA\n.,.\n\"NA\", \n1,z\n", {{"a", Kind::number}, {"k", Kind::any}});
    for (std::size_t row = 0; row < 4; ++row) {
        CHECK(std::isnan(columns[0].numbers[row]));
        CHECK(columns[1].codes[row] == stat::no_level);
    }
    CHECK(columns[0].numbers[4] == 1);
    CHECK(columns[1].codes[4] == 0);
}

TEST_CASE("one column can be wanted twice, and text that begins as numbers is read once more, with a warning")
{
    auto const columns = read("a\n01\n1\nx\n", {{"a", Kind::label}, {"a", Kind::any}});
    CHECK(columns[0].levels == std::vector<std::string>{"01", "1", "x"});
    CHECK(columns[1].levels == columns[0].levels);
    REQUIRE(columns.warnings().size() == 1);
    CHECK(columns.warnings().front().code == "mixed_column");
    CHECK(test::has(columns.warnings().front().text, "\"x\""));
    CHECK(read("a\n01\n1\n", {{"a", Kind::any}})[0].numbers == std::vector<double>{1, 1});
}

TEST_CASE("what is wrong is named with file, line and column")
{
    auto const word = error_of("b,a\n1,2\n1,many\n");
    CHECK(word.code == "csv.not_a_number");
    CHECK(word.field == "x.csv, line 3, column a");
    CHECK(test::has(word.detail, "\"many\" is not a number"));
    CHECK(error_of("a\nNaN\n").code == "csv.not_a_number");
    CHECK(error_of("a\n1e999\n").code == "csv.not_a_number");
    auto const none = error_of("b,c\n1,2\n");
    CHECK(none.code == "csv.column_missing");
    CHECK(test::has(none.detail, "it has b, c"));
    CHECK(error_of("a,b\n1\n").code == "csv.too_few_cells");
    CHECK(error_of("a,b\n\n1,2,3\n").field == "x.csv, line 3");
    CHECK(error_of("a,b\n1,2,3\n").code == "csv.too_many_cells");
    CHECK(error_of("a\n\"1\n").code == "csv.quote_not_closed");
    CHECK(error_of("a\n\"1\"2\n").code == "csv.text_after_quote");
    CHECK(error_of("a,a\n1,2\n").code == "csv.header_twice");
    CHECK(error_of("\"a\n").code == "csv.quote_not_closed");
    CHECK(error_of("").code == "csv.empty");
    CHECK(error_of("a\n\xff\n").field == "x.csv, line 2");
    CHECK(Columns::read("/nowhere.csv", {}).error().code == "file.not_found");
}

TEST_CASE("a header over two lines, and a file without rows")
{
    auto const columns = read("\"first\nname\",b\n1,2\n", {{"first\nname", Kind::number}});
    CHECK(columns.rows() == 1);
    CHECK(columns.error_at(0, 0, "c", "d").field == "x.csv, line 3, column first\nname");
    CHECK(read("a,b\n", {{"a", Kind::number}}).rows() == 0);
}
