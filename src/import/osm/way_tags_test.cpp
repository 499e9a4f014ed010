// SPDX-License-Identifier: EUPL-1.2
#include "import/osm/way_tags.hpp"

#include <doctest/doctest.h>

#include <vector>

using namespace wf::osm;
using wf::reach::Access;
using wf::reach::Lit;
using wf::reach::Road;
using wf::reach::Sidewalk;
using wf::reach::Smoothness;
using wf::reach::Surface;

namespace {

std::optional<Walk> walk(std::vector<Tag> const& tags)
{
    return find_walk(Tags{tags});
}

wf::reach::Way way(std::vector<Tag> const& tags)
{
    auto const found = walk(tags);
    REQUIRE(found.has_value());
    return found->way;
}

} // namespace

TEST_CASE("streets and paths can be walked, roads for motors cannot")
{
    CHECK(way({{"highway", "residential"}}).road == Road::residential);
    CHECK(way({{"highway", "tertiary_link"}}).road == Road::tertiary);
    CHECK(way({{"highway", "cycleway"}}).road == Road::cycleway);
    CHECK(way({{"highway", "bridleway"}}).road == Road::path);
    CHECK(way({{"highway", "steps"}}).road == Road::steps);
    for (auto const* no : {"motorway", "motorway_link", "trunk", "trunk_link", "construction", "proposed", "raceway",
                           "abandoned", "bus_guideway", "razed", "rest_area"}) {
        CAPTURE(no);
        CHECK(!walk({{"highway", no}}));
        CHECK(!walk({{"highway", no}, {"foot", "yes"}}));
    }
    CHECK(!walk({{"highway", "primary"}, {"motorroad", "yes"}}));
    CHECK(!walk({{"highway", "footway"}, {"disused", "yes"}}));
    CHECK(!walk({{"building", "yes"}}));
    CHECK(!walk({}));
}

TEST_CASE("crossings are known by the second key of their path")
{
    CHECK(way({{"highway", "footway"}, {"footway", "crossing"}}).road == Road::crossing);
    CHECK(way({{"highway", "cycleway"}, {"cycleway", "crossing"}}).road == Road::crossing);
    CHECK(way({{"highway", "footway"}, {"footway", "sidewalk"}}).road == Road::footway);
    CHECK(way({{"highway", "residential"}, {"footway", "crossing"}}).road == Road::residential);
    CHECK(walk({{"highway", "footway"}, {"footway", "crossing"}, {"tactile_paving", "yes"}})->tactile);
}

TEST_CASE("access: closed, allowed, or not known")
{
    for (auto const* no : {"no", "use_sidepath", "private"}) CHECK(!walk({{"highway", "service"}, {"foot", no}}));
    for (auto const* no : {"no", "private"}) {
        CHECK(!walk({{"highway", "service"}, {"access", no}}));
        CHECK(!walk({{"highway", "service"}, {"service", "driveway"}, {"access", no}}));
        for (auto const* yes : {"yes", "designated", "permissive"}) {
            CHECK(way({{"highway", "service"}, {"access", no}, {"foot", yes}}).access == Access::allowed);
        }
    }
    for (auto const* yes : {"customers", "destination", "permissive", "yes"}) {
        CHECK(way({{"highway", "service"}, {"access", yes}}).access == Access::allowed);
    }
    CHECK(way({{"highway", "service"}, {"service", "driveway"}}).access == Access::allowed);
    CHECK(way({{"highway", "track"}}).access == Access::allowed);
    CHECK(way({{"highway", "path"}, {"access", "unknown"}}).access == Access::unknown);
    CHECK(way({{"highway", "path"}, {"foot", "unknown"}}).access == Access::unknown);
    CHECK(way({{"highway", "cycleway"}, {"foot", "discouraged"}}).access == Access::unknown);
    CHECK(!walk({{"highway", "busway"}}));
    CHECK(walk({{"highway", "busway"}, {"foot", "yes"}}));
}

TEST_CASE("a ferry is walked onto, with its time when that is tagged")
{
    auto const ferry = walk({{"route", "ferry"}, {"duration", "00:05"}});
    REQUIRE(ferry);
    CHECK(ferry->way.road == Road::ferry);
    CHECK(ferry->ferry_seconds == doctest::Approx(300));
    CHECK(!walk({{"route", "ferry"}})->ferry_seconds);
    CHECK(!walk({{"route", "ferry"}, {"foot", "no"}}));
    CHECK(!walk({{"route", "bicycle"}}));
}

TEST_CASE("surface and smoothness: the worst of a list, and nothing made of words that we do not know")
{
    CHECK(surface_of("asphalt") == Surface::smooth);
    CHECK(surface_of("paving_stones:30") == Surface::paving);
    CHECK(surface_of("sett") == Surface::rough);
    CHECK(surface_of("shells") == Surface::compacted);
    CHECK(surface_of("grass") == Surface::loose);
    CHECK(surface_of("asphalt; gravel") == Surface::loose);
    CHECK(surface_of("") == Surface::unknown);
    CHECK(surface_of("stoeptegels") == Surface::unknown);
    CHECK(smoothness_of("excellent") == Smoothness::good);
    CHECK(smoothness_of("very_bad") == Smoothness::bad);
    CHECK(smoothness_of("horrible") == Smoothness::impassable);
    CHECK(smoothness_of("nice") == Smoothness::unknown);
    CHECK(way({{"highway", "residential"}, {"surface", "asphalt"}, {"sidewalk:surface", "paving_stones"}}).surface ==
          Surface::paving);
}

TEST_CASE("the width of a carriageway is not the width of its sidewalk")
{
    CHECK(way({{"highway", "footway"}, {"width", "1,5 m"}}).width_cm == 150);
    CHECK(way({{"highway", "footway"}, {"est_width", "0.9"}}).width_cm == 90);
    CHECK(way({{"highway", "residential"}, {"width", "5"}}).width_cm == 0);
    CHECK(way({{"highway", "residential"}, {"width", "5"}, {"sidewalk", "no"}}).width_cm == 500);
    CHECK(way({{"highway", "residential"}, {"width", "5"}, {"sidewalk:both:width", "1.2"}}).width_cm == 120);
    CHECK(way({{"highway", "footway"}, {"width", "1500"}}).width_cm == 0);
}

TEST_CASE("sidewalks by one key or by one for each side")
{
    auto const of = [](std::vector<Tag> const& tags) { return sidewalk_of(Tags{tags}); };
    CHECK(of({{"sidewalk", "both"}}) == Sidewalk::yes);
    CHECK(of({{"sidewalk", "separate"}}) == Sidewalk::separate);
    CHECK(of({{"sidewalk", "none"}}) == Sidewalk::no);
    CHECK(of({{"sidewalk:both", "separate"}}) == Sidewalk::separate);
    CHECK(of({{"sidewalk:left", "no"}, {"sidewalk:right", "yes"}}) == Sidewalk::yes);
    CHECK(of({{"sidewalk:left", "no"}, {"sidewalk:right", "no"}}) == Sidewalk::no);
    CHECK(of({{"sidewalk:left", "no"}}) == Sidewalk::unknown);
    CHECK(of({}) == Sidewalk::unknown);
}

TEST_CASE("light, slope and ramps")
{
    auto const path = way({{"highway", "path"}, {"lit", "no"}, {"incline", "-8%"}});
    CHECK(path.lit == Lit::no);
    CHECK(path.incline_known);
    CHECK(path.incline_percent == -8);
    CHECK(!way({{"highway", "path"}, {"incline", "up"}}).incline_known);
    CHECK(way({{"highway", "path"}, {"lit", "24/7"}}).lit == Lit::yes);
    CHECK(way({{"highway", "steps"}, {"ramp", "yes"}}).ramp);
    CHECK(way({{"highway", "steps"}, {"ramp:wheelchair", "yes"}}).ramp);
    CHECK(!way({{"highway", "steps"}, {"ramp", "yes"}, {"ramp:bicycle", "yes"}}).ramp);
    CHECK(!way({{"highway", "path"}, {"ramp", "yes"}}).ramp);
}
