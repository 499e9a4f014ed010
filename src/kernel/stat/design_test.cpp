// SPDX-License-Identifier: EUPL-1.2
#include "kernel/stat/design.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <cmath>
#include <set>

using namespace wf;
using namespace wf::stat;

namespace {

Column numbers(std::string name, std::vector<double> values)
{
    return {std::move(name), std::move(values), {}, {}};
}

Column text(std::string name, std::vector<std::string> const& cells)
{
    return text_column(std::move(name), cells);
}

} // namespace

TEST_CASE("the constant comes first, the first level in byte order is the base")
{
    auto const age = numbers("age", {4, 5, 6, 7});
    auto const kind = text("stark", {"small", "aide", "regular", "small"});
    std::vector<Column const*> const terms{&age, &kind};
    auto const rows = complete_rows(terms);
    CHECK(rows == std::vector<std::size_t>{0, 1, 2, 3});
    auto const design = make_design(terms, rows);
    REQUIRE(design);
    CHECK(design->names == std::vector<std::string>{"intercept", "age", "stark[regular]", "stark[small]"});
    CHECK(design->term == std::vector<std::size_t>{no_term, 0, 1, 1});
    CHECK(design->find("stark[small]") == 3);
    CHECK(design->find("stark[aide]") == 4);
    double const expected[4][4] = {{1, 4, 0, 1}, {1, 5, 0, 0}, {1, 6, 1, 0}, {1, 7, 0, 1}};
    for (std::size_t row = 0; row < 4; ++row) {
        for (std::size_t column = 0; column < 4; ++column) CHECK(design->x(row, column) == expected[row][column]);
    }
}

TEST_CASE("without a constant the first factor keeps all its levels, the second does not")
{
    auto const one = text("a", {"y", "x", "y"});
    auto const other = text("b", {"p", "q", "q"});
    std::vector<Column const*> const terms{&one, &other};
    auto const design = make_design(terms, complete_rows(terms), Constant::no);
    REQUIRE(design);
    CHECK(design->names == std::vector<std::string>{"a[x]", "a[y]", "b[q]"});
}

TEST_CASE("rows that lack something are left out, and a level that is in none of the others goes with them")
{
    auto const age = numbers("age", {4, NAN, 6, 7, 8});
    auto const kind = text("k", {"b", "a", "", "c", "b"});
    std::vector<Column const*> const terms{&age, &kind};
    auto const rows = complete_rows(terms);
    CHECK(rows == std::vector<std::size_t>{0, 3, 4});
    auto const design = make_design(terms, rows);
    REQUIRE(design);
    CHECK(design->names == std::vector<std::string>{"intercept", "age", "k[c]"});
}

TEST_CASE("no design where there is none")
{
    auto const same = text("k", {"a", "a"});
    std::vector<Column const*> const terms{&same};
    CHECK(make_design(terms, complete_rows(terms)).error().code == "one_level");
    CHECK(make_design(terms, {}).error().code == "no_rows");
    CHECK(make_design(terms, {}).error().kind == Trouble::refused);
    auto const many = text("k", {"a", "b", "c"});
    auto const more = text("m", {"d", "e", "f"});
    std::vector<Column const*> const both{&many, &more};
    CHECK(make_design(both, complete_rows(both)).error().code == "too_many_columns");
}

TEST_CASE("groups by hand: by level, by number, and crossed")
{
    auto const place = text("p", {"z", "a", "m", "a"});
    std::vector<std::size_t> const rows{0, 1, 3};
    auto const by_place = make_groups(place, rows);
    CHECK(by_place.of == std::vector<std::uint32_t>{1, 0, 0});
    CHECK(by_place.count == 2);
    auto const year = make_groups(numbers("y", {10, 9, 1, 10}), rows);
    CHECK(year.of == std::vector<std::uint32_t>{1, 0, 1});
    auto const both = crossed(by_place, year);
    CHECK(both.of == std::vector<std::uint32_t>{2, 0, 1});
    CHECK(both.count == 3);
}

TEST_CASE("whatever the levels: columns of 0 and 1 that add up to at most 1, and groups without gaps")
{
    CHECK(rc::check([] {
        auto const cells = *rc::gen::container<std::vector<std::string>>(
            rc::gen::element<std::string>("a", "b", "c", "", "d", "\xc3\xa9"));
        auto const column = text("k", cells);
        std::vector<Column const*> const terms{&column};
        auto const rows = complete_rows(terms);
        std::set<std::string> const levels{cells.begin(), cells.end()};
        auto const groups = make_groups(column, rows);
        RC_ASSERT(groups.count == levels.size() - levels.count(""));
        RC_ASSERT(std::set<std::uint32_t>(groups.of.begin(), groups.of.end()).size() == groups.count);
        auto const design = make_design(terms, rows);
        if (!design) {
            RC_ASSERT(groups.count < 2 || groups.count > rows.size());
            return;
        }
        for (std::size_t i = 0; i < rows.size(); ++i) {
            double sum = 0;
            for (std::size_t level = 1; level < design->x.columns(); ++level) {
                sum += design->x(i, level);
                RC_ASSERT((design->x(i, level) == 1) == (design->names[level] == "k[" + cells[rows[i]] + "]"));
            }
            RC_ASSERT(sum == (groups.of[i] == 0 ? 0 : 1));
        }
    }));
}
