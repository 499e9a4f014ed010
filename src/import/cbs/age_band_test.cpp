// SPDX-License-Identifier: EUPL-1.2
#include "import/cbs/age_band.hpp"

#include <doctest/doctest.h>

using namespace wf::cbs;

TEST_CASE("age bands of StatLine")
{
    CHECK(parse_age_band("0 - 5 jaar") == "0-5");
    CHECK(parse_age_band(" 80 - 85 jaar ") == "80-85");
    CHECK(parse_age_band("20 tot 25 jaar") == "20-25");
    CHECK(parse_age_band("95 jaar of ouder") == "95+");
    CHECK(parse_age_band("105 jaar of ouder") == "105+");
    CHECK(parse_age_band("18 jaar") == "18");
    CHECK(parse_age_band("Totaal") == "");
    CHECK(parse_age_band("Totaal leeftijd") == "");
    for (char const* wrong :
         {"", "jaar", "5 - 0 jaar", "5 - 5 jaar", "0 - 5", "0 - 5 jaren", "-5 jaar", "0 - jaar", "999 jaar", "70100"}) {
        CAPTURE(wrong);
        CHECK_FALSE(parse_age_band(wrong));
    }
}

TEST_CASE("sexes and groups")
{
    CHECK(parse_sex("T001038") == "");
    CHECK(parse_sex("3000   ") == "men");
    CHECK(parse_sex("Vrouwen") == "women");
    CHECK_FALSE(parse_sex(""));
    CHECK_FALSE(parse_sex("5000"));
    CHECK(join_group("", "0-5") == "0-5");
    CHECK(join_group("men", "0-5") == "men 0-5");
    CHECK(join_group("women", "") == "women");
}
