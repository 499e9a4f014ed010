// SPDX-License-Identifier: EUPL-1.2
#include "import/osm/tags.hpp"

#include <doctest/doctest.h>

#include <array>

using namespace wf::osm;

TEST_CASE("lengths are metres unless they say otherwise")
{
    CHECK(parse_length_cm("1.5") == doctest::Approx(150));
    CHECK(parse_length_cm("1,5 m") == doctest::Approx(150));
    CHECK(parse_length_cm("90 cm") == doctest::Approx(90));
    CHECK(parse_length_cm("30mm") == doctest::Approx(3));
    CHECK(parse_length_cm("3'") == doctest::Approx(91.44));
    CHECK(parse_length_cm("3'6\"") == doctest::Approx(106.68));
    CHECK(parse_length_cm("5 ft") == doctest::Approx(152.4));
    for (auto const* text :
         {"", "wide", "2-3", "1.5;2", "~2", "-1", "1.2.3", "m", "99999999999999999999999999", "2 miles"}) {
        CAPTURE(text);
        CHECK(!parse_length_cm(text));
    }
}

TEST_CASE("a slope is known only when it is a number with a unit")
{
    CHECK(parse_incline_percent("5%") == doctest::Approx(5));
    CHECK(parse_incline_percent("-3,5 %") == doctest::Approx(-3.5));
    CHECK(parse_incline_percent("10°") == doctest::Approx(17.6327).epsilon(1e-5));
    CHECK(parse_incline_percent("1:12") == doctest::Approx(8.3333).epsilon(1e-4));
    CHECK(parse_incline_percent("0") == doctest::Approx(0));
    for (auto const* text : {"up", "down", "yes", "5", "", "200%", "1:0", "89°", "5%;6%"}) {
        CAPTURE(text);
        CHECK(!parse_incline_percent(text));
    }
}

TEST_CASE("durations are hours and minutes, or minutes")
{
    CHECK(parse_duration_seconds("00:20") == doctest::Approx(1200));
    CHECK(parse_duration_seconds("1:05:30") == doctest::Approx(3930));
    CHECK(parse_duration_seconds("20") == doctest::Approx(1200));
    CHECK(parse_duration_seconds("PT1H5M") == doctest::Approx(3900));
    for (auto const* text : {"", "soon", "1:2:3:4", "PT", "PT5", "-5", "5 min"}) {
        CAPTURE(text);
        CHECK(!parse_duration_seconds(text));
    }
}

TEST_CASE("a tag is looked up by its key; no is not having it")
{
    std::array const list{Tag{"foot", "yes"}, Tag{"bench", "no"}, Tag{"name:nl", "Kade"}};
    Tags const tags{list};
    CHECK(tags.get("foot") == "yes");
    CHECK(tags.get("name").empty());
    CHECK(tags.get_first({"name", "name:nl"}) == "Kade");
    CHECK(tags.has("foot"));
    CHECK(!tags.has("bench"));
    CHECK(tags.is("foot", {"no", "yes"}));
    CHECK(!tags.is("foot", {"no"}));
    CHECK(Tags{}.empty());
}
