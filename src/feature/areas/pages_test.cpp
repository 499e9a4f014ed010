// SPDX-License-Identifier: EUPL-1.2
#include "feature/areas/pages.hpp"

#include "feature/areas/locator.hpp"

#include <doctest/doctest.h>

using namespace wf;
using namespace wf::area_pages;

namespace {

AreaRow row(std::string name, std::optional<double> inhabitants)
{
    AreaRow made;
    made.name = std::move(name);
    made.inhabitants = inhabitants;
    return made;
}

std::string names(std::vector<AreaRow const*> const& rows)
{
    std::string all;
    for (auto const* each : rows) all += each->name;
    return all;
}

std::vector<AreaRow> some()
{
    return {row("a", 20), row("b", std::nullopt), row("c", 10), row("d", 20)};
}

words::Words dutch()
{
    words::Words t{words::Language::nl};
    CHECK(t.add("msgid \"areas.suffix.percent\"\nmsgstr \" %\"\n"));
    return t;
}

Indicator unit(std::string name, int decimals)
{
    Indicator indicator;
    indicator.unit = std::move(name);
    indicator.decimals = decimals;
    return indicator;
}

} // namespace

TEST_CASE("rows sort by a number both ways; what is unknown comes last and equals keep their order")
{
    auto const rows = some();
    CHECK(names(sort_rows(rows, "inhabitants")) == "cadb");
    CHECK(names(sort_rows(rows, "-inhabitants")) == "adcb");
}

TEST_CASE("rows by name backwards, and an unknown key that changes nothing")
{
    auto const rows = some();
    CHECK(names(sort_rows(rows, "-name")) == "dcba");
    CHECK(names(sort_rows(rows, "quality")) == "abcd");
}

TEST_CASE("values are written as people read them")
{
    auto const t = dutch();
    CHECK(show_value(t, unit("percent", 1), 16.4).whole() == "16,4 %");
    CHECK(show_value(t, unit("persons", 0), 3725).whole() == "3.725");
    CHECK(show_value(t, unit("euro_1000", 1), 19.4).whole() == "€ 19.400");
}

TEST_CASE("an area with an outline gets a small map with itself in it, one without gets none")
{
    areas::Area whole;
    whole.code = "GM9999";
    whole.level = AreaLevel::municipality;
    whole.outline = R"({"type":"Polygon","coordinates":[[[5.0,52.0],[5.1,52.0],[5.1,52.1],[5.0,52.1],[5.0,52.0]]]})";
    auto part = whole;
    part.code = "BU99990001";
    part.level = AreaLevel::neighbourhood;
    part.outline = R"({"type":"Polygon","coordinates":[[[5.0,52.0],[5.05,52.0],[5.05,52.1],[5.0,52.1],[5.0,52.0]]]})";
    auto beside = part;
    beside.code = "BU99990002";
    beside.outline =
        R"({"type":"Polygon","coordinates":[[[5.05,52.0],[5.1,52.0],[5.1,52.1],[5.05,52.1],[5.05,52.0]]]})";
    auto bare = part;
    bare.code = "BU99990003";
    bare.outline.clear();

    auto const drawn = draw_locators(std::vector{whole, part, beside, bare});
    REQUIRE(drawn.size() == 3);
    CHECK(drawn[0].area_code == "GM9999");
    CHECK(drawn[1].area_code == "BU99990001");
    CHECK(drawn[1].svg.find("class=\"here\"") != std::string::npos);
    CHECK(drawn[1].svg.find("class=\"near\"") != std::string::npos);
    CHECK(drawn[1].svg.find("nan") == std::string::npos);
}

TEST_CASE("addresses of areas")
{
    CHECK(path_of(AreaLevel::neighbourhood, "BU01660001") == "/buurt/BU01660001");
    CHECK(path_of(AreaLevel::district, "WK016600") == "/wijk/WK016600");
    CHECK(path_of(AreaLevel::municipality, "GM0166") == "/gemeente/GM0166");
}
