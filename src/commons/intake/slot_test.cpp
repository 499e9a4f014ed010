// SPDX-License-Identifier: EUPL-1.2
#include "commons/intake/slot.hpp"

#include <doctest/doctest.h>

using namespace wf;
using namespace wf::intake;

namespace {

Reach reach_of(std::initializer_list<char const*> codes, std::initializer_list<int> years)
{
    Reach reach;
    for (char const* code : codes) {
        for (int const year : years) reach.add(*parse_area_code(code), year);
    }
    return reach;
}

} // namespace

TEST_CASE("the slot names importer, kind, level, years and municipalities, not the rows")
{
    CHECK(make_slot("cbs", "map", reach_of({"BU01660001"}, {2015})) == "cbs.map.neighbourhood.2015.GM0166");
    CHECK(make_slot("cbs", "map", reach_of({"BU01660001", "BU01660002"}, {2015})) ==
          "cbs.map.neighbourhood.2015.GM0166");
    CHECK(make_slot("cbs", "map", reach_of({"WK016600"}, {2015})) == "cbs.map.district.2015.GM0166");
    CHECK(make_slot("cbs", "map", reach_of({"GM0166"}, {2015})) == "cbs.map.municipality.2015.GM0166");
    CHECK(make_slot("rivm", "health", reach_of({"GM0166", "BU01660001"}, {2020, 2012})) ==
          "rivm.health.mixed.2012-2020.GM0166");
    CHECK(make_slot("cbs", "map", reach_of({"GM0200", "GM0166"}, {2015})) ==
          make_slot("cbs", "map", reach_of({"GM0166", "GM0200"}, {2015})));
}

TEST_CASE("many municipalities are told apart by their codes")
{
    auto const four = make_slot("cbs", "map", reach_of({"GM0001", "GM0002", "GM0003", "GM0004"}, {2015}));
    auto const others = make_slot("cbs", "map", reach_of({"GM0001", "GM0002", "GM0003", "GM0005"}, {2015}));
    CHECK(four.starts_with("cbs.map.municipality.2015.4-"));
    CHECK(four.size() == std::string_view{"cbs.map.municipality.2015.4-"}.size() + 12);
    CHECK(four != others);
}

TEST_CASE("the period lists the years once, in order")
{
    CHECK(make_period(reach_of({"GM0166", "BU01660001"}, {2020, 2012, 2016})) == "2012, 2016, 2020");
}
