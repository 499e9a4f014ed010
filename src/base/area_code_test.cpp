// SPDX-License-Identifier: EUPL-1.2
#include "base/area_code.hpp"

#include <doctest/doctest.h>

using namespace wf;

TEST_CASE("area_code: three levels by prefix and number of digits")
{
    CHECK(parse_area_code("GM0166").value().level() == AreaLevel::municipality);
    CHECK(parse_area_code("WK016600").value().level() == AreaLevel::district);
    CHECK(parse_area_code("BU01660001").value().level() == AreaLevel::neighbourhood);
}

TEST_CASE("area_code: padding of StatLine goes")
{
    CHECK(parse_area_code("GM0166    ").value().text() == "GM0166");
    CHECK(parse_area_code("WK016600  ").value().text() == "WK016600");
    CHECK(parse_area_code("GM0166    ").value() == parse_area_code("GM0166").value());
}

TEST_CASE("area_code: the areas that an area lies in")
{
    AreaCode const buurt = parse_area_code("BU01660001").value();
    CHECK(buurt.municipality().text() == "GM0166");
    CHECK(buurt.municipality().level() == AreaLevel::municipality);
    CHECK(buurt.district().value().text() == "WK016600");
    CHECK(buurt.district()->district() == buurt.district());
    CHECK(buurt.municipality().municipality() == buurt.municipality());
    CHECK(!buurt.municipality().district().has_value());

    CHECK(buurt.municipality().contains(buurt));
    CHECK(buurt.district()->contains(buurt));
    CHECK(buurt.contains(buurt));
    CHECK(!buurt.contains(buurt.municipality()));
    CHECK(!parse_area_code("WK016601").value().contains(buurt));
    CHECK(!parse_area_code("GM0160").value().contains(buurt));
}

TEST_CASE("area_code: anything else is refused")
{
    for (std::string_view bad : {"", "GM", "gm0166", "GM016", "GM01666", "WK0166", "BU0166000", "BU016600011",
                                 " GM0166", "NL00", "GM01A6", "GM0166\n"}) {
        CAPTURE(bad);
        auto const answer = parse_area_code(bad);
        REQUIRE(!answer);
        CHECK(answer.error().code == "area.code_malformed");
    }
}

TEST_CASE("area_code: orders by text and hashes equal when equal")
{
    AreaCode const a = parse_area_code("BU01660001").value();
    AreaCode const b = parse_area_code("BU01660002").value();
    CHECK(a < b);
    CHECK(std::hash<AreaCode>{}(a) == std::hash<AreaCode>{}(parse_area_code("BU01660001 ").value()));
}
