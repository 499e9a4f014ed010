// SPDX-License-Identifier: EUPL-1.2
// The commands as a researcher calls them, on the real table of CBS for 2017 and on small files of our own.
#include "feature/calc/test_run.hpp"

using namespace wf;
using namespace wf::calc::test;

TEST_CASE("households with children per 100 households in Kampen, 2017: the example of docs/methods/indicator.md")
{
    auto const outcome = run("calc indicator rate", {"data/kampen/kwb_2017_selectie.csv"},
                             {{"numerator", "HuishoudensMetKinderen_31"},
                              {"denominator", "HuishoudensTotaal_28"},
                              {"factor", "100"},
                              {"rounding", "5"},
                              {"id", "WijkenEnBuurten"}});
    REQUIRE(outcome.status);
    CHECK(*outcome.status == 0);
    // 495 of 3,000 in Binnenstad Kampen, both rounded to fives: 492.5 / 3,002.5 and 497.5 / 2,997.5.
    CHECK(has(outcome.out, R"({"id":"BU01660000","rate":16.5,"ci":[16.402)"));
    CHECK(has(outcome.out, R"("basis":{"n":22,"missing":0,"method":"indicator","method_version":"1"})"));
    CHECK(has(outcome.out, R"("status":"answered")"));
}

TEST_CASE("a row without an answer carries its reason, and a table of such rows is refused with exit 3")
{
    SmallFile const mixed{"a;b\n3;100\n3;.\n3;20\n"};
    auto const some = run("calc indicator rate", {mixed.name()}, {{"numerator", "a"}, {"denominator", "b"}});
    REQUIRE(some.status);
    CHECK(*some.status == 0);
    CHECK(has(some.out, R"({"row":1,"rate":30,"ci":[30,30]})"));
    CHECK(has(some.out, R"({"row":2,"rate":null,"reason":"denominator_missing"})"));
    CHECK(has(some.out, R"({"row":3,"rate":null,"reason":"denominator_too_small"})"));

    SmallFile const none{"a,b\n3,20\n"};
    auto const refused = run("calc indicator rate", {none.name()}, {{"numerator", "a"}, {"denominator", "b"}});
    REQUIRE(refused.status);
    CHECK(*refused.status == 3);
    CHECK(has(refused.out, R"({"status":"refused","reason":{"code":"denominator_too_small")"));
}

TEST_CASE("a share of too few people is refused by row, and one that is missing says so")
{
    SmallFile const file{"p\tn\n16\t3725\n33\t3\nNA\t100\n"};
    auto const outcome = run("calc indicator share", {file.name()}, {{"share", "p"}, {"base", "n"}, {"rounding", "1"}});
    REQUIRE(outcome.status);
    CHECK(has(outcome.out, R"({"row":1,"share":16,"ci":[15.5,16.5]})"));
    CHECK(has(outcome.out, R"({"row":2,"share":null,"reason":"base_too_small"})"));
    CHECK(has(outcome.out, R"({"row":3,"share":null,"reason":"share_missing"})"));
}

TEST_CASE("the order of rows changes no row's answer")
{
    SmallFile const there{"id,a,b\nx,3,100\ny,7,200\n"};
    SmallFile const back{"id,a,b\ny,7,200\nx,3,100\n"};
    std::vector<std::pair<std::string, std::string>> const options{{"numerator", "a"},
                                                                   {"denominator", "b"},
                                                                   {"id", "id"}};
    for (auto const* name : {&there.name(), &back.name()}) {
        auto const outcome = run("calc indicator rate", {*name}, options);
        CHECK(has(outcome.out, R"({"id":"x","rate":30,)"));
        CHECK(has(outcome.out, R"({"id":"y","rate":35,)"));
    }
}

TEST_CASE("wrong input names the file, the line, the column and what to do")
{
    SmallFile const file{"a,b\n3,100\n8o,100\n"};
    auto const error_of = [&](std::vector<std::pair<std::string, std::string>> options) {
        auto const outcome = run("calc indicator rate", {file.name()}, std::move(options));
        REQUIRE(!outcome.status);
        CHECK(outcome.out.empty());
        return outcome.status.error();
    };
    auto const cell = error_of({{"numerator", "a"}, {"denominator", "b"}});
    CHECK(has(cell.field, file.name()));
    CHECK(has(cell.field, "3"));
    CHECK(has(cell.field, "a"));
    CHECK(error_of({{"numerator", "a"}}).field == "--denominator");
    CHECK(error_of({{"numerator", "c"}, {"denominator", "b"}}).code == "csv.column_missing");
    CHECK(error_of({{"numerator", "a"}, {"denominator", "b"}, {"factor", "many"}}).field == "--factor");
    CHECK(!run("calc indicator rate", {"no-such.csv"}, {}).status);
    CHECK(!run("calc indicator rate", {}, {}).status);
}
