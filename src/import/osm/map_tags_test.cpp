// SPDX-License-Identifier: EUPL-1.2
#include "import/osm/map_tags.hpp"

#include <doctest/doctest.h>

#include <vector>

namespace wf::osm {
namespace {

std::optional<MapLook> line(std::vector<Tag> tags)
{
    return find_map_line(Tags{tags});
}
std::optional<MapLook> surface(std::vector<Tag> tags, MapOutline outline = MapOutline::closed_way)
{
    return find_map_surface(Tags{tags}, outline);
}
std::optional<MapLook> place(std::vector<Tag> tags)
{
    return find_map_place(Tags{tags});
}

} // namespace

TEST_CASE("roads by kind, from the level on which they matter, bridges above and tunnels below")
{
    struct Case {
        char const* word;
        MapKind kind;
        int zoom;
    };
    for (auto const& [word, kind, zoom] :
         {Case{"motorway", MapKind::motorway, 8}, Case{"trunk", MapKind::main, 8}, Case{"secondary", MapKind::main, 8},
          Case{"tertiary", MapKind::street, 10}, Case{"residential", MapKind::street, 12},
          Case{"pedestrian", MapKind::street, 12}, Case{"service", MapKind::service, 13},
          Case{"cycleway", MapKind::path, 13}, Case{"track", MapKind::path, 13}, Case{"steps", MapKind::steps, 14}}) {
        CAPTURE(word);
        auto const look = line({{"highway", word}});
        REQUIRE(look);
        CHECK(look->layer == MapLayer::road);
        CHECK(look->kind == kind);
        CHECK(look->zoom_from == zoom);
        CHECK(!look->bridge);
        CHECK(!look->tunnel);
    }
    auto const street = line({{"highway", "residential"}});
    auto const bridge = line({{"highway", "footway"}, {"bridge", "yes"}});
    auto const tunnel = line({{"highway", "motorway"}, {"tunnel", "yes"}});
    auto const said = line({{"highway", "footway"}, {"layer", "3"}});
    CHECK(bridge->bridge);
    CHECK(tunnel->tunnel);
    CHECK(tunnel->rank < street->rank);
    CHECK(street->rank < bridge->rank);
    CHECK(bridge->rank < said->rank);
    CHECK(!line({{"highway", "footway"}, {"bridge", "no"}})->bridge);
    CHECK(!line({{"highway", "construction"}}));
    CHECK(!line({{"highway", "proposed"}}));
    CHECK(!line({{"barrier", "fence"}}));
}

TEST_CASE("rails, ferries and waterways")
{
    CHECK(line({{"railway", "rail"}})->kind == MapKind::rail);
    CHECK(line({{"railway", "rail"}})->zoom_from == 10);
    CHECK(line({{"railway", "rail"}, {"service", "siding"}})->zoom_from == 13);
    CHECK(!line({{"railway", "abandoned"}}));
    CHECK(line({{"route", "ferry"}})->kind == MapKind::ferry);
    CHECK(line({{"waterway", "river"}})->layer == MapLayer::waterway);
    CHECK(line({{"waterway", "canal"}})->kind == MapKind::canal);
    CHECK(line({{"waterway", "drain"}})->kind == MapKind::ditch);
    CHECK(line({{"waterway", "ditch"}, {"tunnel", "culvert"}})->tunnel);
    CHECK(!line({{"waterway", "weir"}}));
}

TEST_CASE("a surface is a building, else water, else a square, else land")
{
    CHECK(surface({{"building", "yes"}, {"natural", "water"}})->layer == MapLayer::building);
    CHECK(!surface({{"building", "no"}}));
    CHECK(!surface({{"building", "yes"}, {"location", "underground"}}));
    CHECK(surface({{"natural", "water"}})->kind == MapKind::water);
    CHECK(surface({{"natural", "water"}, {"water", "river"}})->kind == MapKind::river);
    CHECK(surface({{"natural", "water"}, {"water", "something_new"}})->kind == MapKind::water);
    CHECK(surface({{"waterway", "riverbank"}})->kind == MapKind::river);
    CHECK(surface({{"landuse", "reservoir"}})->kind == MapKind::basin);
    CHECK(surface({{"highway", "pedestrian"}, {"area", "yes"}, {"landuse", "grass"}})->layer == MapLayer::square);
    CHECK(!surface({{"highway", "pedestrian"}})); // a ring of a street
    CHECK(surface({{"highway", "pedestrian"}}, MapOutline::relation)->layer == MapLayer::square);
    for (auto const& [key, value, kind] : {std::tuple{"landuse", "residential", MapKind::built},
                                           {"landuse", "industrial", MapKind::industry},
                                           {"leisure", "park", MapKind::green},
                                           {"landuse", "cemetery", MapKind::green},
                                           {"leisure", "pitch", MapKind::green},
                                           {"landuse", "forest", MapKind::wood},
                                           {"natural", "wood", MapKind::wood},
                                           {"landuse", "meadow", MapKind::farm},
                                           {"landuse", "orchard", MapKind::farm},
                                           {"natural", "beach", MapKind::sand},
                                           {"natural", "heath", MapKind::heath},
                                           {"natural", "wetland", MapKind::wetland}}) {
        CAPTURE(value);
        auto const look = surface({{key, value}});
        REQUIRE(look);
        CHECK(look->layer == MapLayer::land);
        CHECK(look->kind == kind);
    }
    CHECK(!surface({{"leisure", "nature_reserve"}})); // lies over land and water of every sort
    CHECK(!surface({{"amenity", "parking"}}));
}

TEST_CASE("places need a name; the more people the lower the rank")
{
    CHECK(!place({{"place", "village"}}));
    CHECK(!place({{"place", "somewhere"}, {"name", "X"}}));
    auto const village = place({{"place", "village"}, {"name", "IJsselmuiden"}});
    REQUIRE(village);
    CHECK(village->kind == MapKind::village);
    CHECK(village->zoom_from == 10);
    auto const large = place({{"place", "village"}, {"name", "IJsselmuiden"}, {"population", "12000"}});
    auto const small = place({{"place", "village"}, {"name", "Wilsum"}, {"population", "700"}});
    auto const town = place({{"place", "town"}, {"name", "Kampen"}});
    CHECK(town->rank < large->rank);
    CHECK(large->rank < small->rank);
    CHECK(small->rank < village->rank);
    CHECK(place({{"place", "town"}, {"name", "Kampen"}, {"population", "many"}})->rank == town->rank);
    CHECK(place({{"place", "town"}, {"name", "Kampen"}, {"population", "-5"}})->rank == town->rank);
}

TEST_CASE("the Dutch name goes first")
{
    std::vector<Tag> const both{{"name", "Fryslân"}, {"name:nl", "Friesland"}};
    CHECK(find_map_name(Tags{both}) == "Friesland");
    std::vector<Tag> const one{{"name", "Fryslân"}};
    CHECK(find_map_name(Tags{one}) == "Fryslân");
}

TEST_CASE("a surface is drawn from the level on which 16 points of the screen show it")
{
    MapLook const land;
    CHECK(zoom_of_surface(land, 1e9, 52.5) == 8);
    // At 52.5 degrees a point of level 12 is 11.6 m wide, of level 13 half of that.
    CHECK(zoom_of_surface(land, 2200, 52.5) == 12);
    CHECK(zoom_of_surface(land, 2100, 52.5) == 13);
    CHECK(zoom_of_surface(land, 1, 52.5) == 14);
    MapLook building;
    building.layer = MapLayer::building;
    building.zoom_from = 13;
    CHECK(zoom_of_surface(building, 2001, 52.5) == 13);
    CHECK(zoom_of_surface(building, 2000, 52.5) == 14);
}

} // namespace wf::osm
