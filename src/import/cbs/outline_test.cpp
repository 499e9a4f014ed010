// SPDX-License-Identifier: EUPL-1.2
#include "import/cbs/outline.hpp"

#include <doctest/doctest.h>

using namespace wf;

namespace {

Result<std::string> outline_of(std::string const& geometry)
{
    auto const value = json::read(geometry);
    REQUIRE(value);
    return cbs::read_outline(*value);
}

} // namespace

TEST_CASE("outlines come back as GeoJSON, without heights")
{
    CHECK(*outline_of(R"({"type":"Polygon","coordinates":[[[5.9,52.5],[5.91,52.5,3],[5.91,52.51],[5.9,52.5]]]})") ==
          R"({"type":"Polygon","coordinates":[[[5.9,52.5],[5.91,52.5],[5.91,52.51],[5.9,52.5]]]})");
    std::string const multi =
        R"({"type":"MultiPolygon","coordinates":[[[[0,0],[4,0],[4,4],[0,4],[0,0]],[[1,1],[1,2],[2,2],[1,1]]],[[[5,5],[6,5],[6,6],[5,5]]]]})";
    CHECK(*outline_of(multi) == multi);
}

TEST_CASE("what is no outline in degrees says why")
{
    CHECK(outline_of(
              R"({"type":"Polygon","coordinates":[[[190000,507000],[190100,507000],[190100,507100],[190000,507000]]]})")
              .error()
              .code == "cbs.not_wgs84");
    for (char const* wrong :
         {R"({"type":"Point","coordinates":[5,52]})", R"({"type":"Polygon"})", R"({"type":"Polygon","coordinates":[]})",
          R"({"type":"MultiPolygon","coordinates":[]})", R"({"type":"Polygon","coordinates":[[[5,52],[6,52]]]})",
          R"({"type":"Polygon","coordinates":[[[5,52],[6,52],[6,53],[5,53]]]})",
          R"({"type":"Polygon","coordinates":[[[5,"x"],[6,52],[6,53],[5,52]]]})",
          R"({"type":"Polygon","coordinates":[[5,6,7]]})", R"({"coordinates":[]})",
          R"({"type":"MultiPolygon","coordinates":[[]]})", R"([])"}) {
        CAPTURE(wrong);
        CHECK(outline_of(wrong).error().code == "cbs.bad_outline");
    }
}
