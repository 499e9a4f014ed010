// SPDX-License-Identifier: EUPL-1.2
#include "import/osm/map_tags.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <numbers>
#include <span>

namespace wf::osm {
namespace {

struct Word {
    std::string_view value;
    MapKind kind;
};

struct RoadWord {
    std::string_view value;
    MapKind kind;
    std::uint8_t zoom_from;
    std::int8_t rank; ///< among roads of the same height
};

using enum MapKind;

constexpr RoadWord roads[]{{"motorway", motorway, 8, 9},
                           {"motorway_link", motorway, 9, 8},
                           {"trunk", main, 8, 7},
                           {"trunk_link", main, 10, 7},
                           {"primary", main, 8, 7},
                           {"primary_link", main, 10, 7},
                           {"secondary", main, 8, 6},
                           {"secondary_link", main, 10, 6},
                           {"tertiary", street, 10, 5},
                           {"tertiary_link", street, 11, 5},
                           {"residential", street, 12, 4},
                           {"unclassified", street, 12, 4},
                           {"living_street", street, 12, 4},
                           {"pedestrian", street, 12, 4},
                           {"road", street, 12, 4},
                           {"busway", street, 12, 4},
                           {"service", service, 13, 3},
                           {"footway", path, 13, 2},
                           {"path", path, 13, 2},
                           {"cycleway", path, 13, 2},
                           {"track", path, 13, 2},
                           {"bridleway", path, 13, 2},
                           {"steps", steps, 14, 2}};
constexpr RoadWord railways[]{{"rail", rail, 10, 10}, {"light_rail", rail, 10, 10},   {"subway", rail, 10, 10},
                              {"tram", rail, 12, 10}, {"narrow_gauge", rail, 10, 10}, {"preserved", rail, 10, 10}};

constexpr Word natural_land[]{{"wood", wood},       {"scrub", heath},  {"heath", heath},     {"moor", heath},
                              {"fell", heath},      {"tundra", heath}, {"grassland", green}, {"sand", sand},
                              {"beach", sand},      {"dune", sand},    {"shingle", sand},    {"bare_rock", sand},
                              {"wetland", wetland}, {"mud", wetland}};
constexpr Word leisure_land[]{{"park", green},
                              {"garden", green},
                              {"pitch", green},
                              {"playground", green},
                              {"common", green},
                              {"golf_course", green},
                              {"recreation_ground", green},
                              {"dog_park", green},
                              {"track", green},
                              {"miniature_golf", green},
                              {"horse_riding", green}};
constexpr Word landuse_land[]{{"grass", green},
                              {"recreation_ground", green},
                              {"village_green", green},
                              {"cemetery", green},
                              {"allotments", green},
                              {"flowerbed", green},
                              {"greenfield", green},
                              {"grave_yard", green},
                              {"forest", wood},
                              {"farmland", farm},
                              {"meadow", farm},
                              {"orchard", farm},
                              {"vineyard", farm},
                              {"plant_nursery", farm},
                              {"greenhouse_horticulture", farm},
                              {"animal_keeping", farm},
                              {"residential", built},
                              {"commercial", built},
                              {"retail", built},
                              {"education", built},
                              {"institutional", built},
                              {"religious", built},
                              {"civic_admin", built},
                              {"garages", built},
                              {"farmyard", built},
                              {"static_caravan", built},
                              {"industrial", industry},
                              {"railway", industry},
                              {"quarry", industry},
                              {"landfill", industry},
                              {"military", industry},
                              {"port", industry},
                              {"depot", industry},
                              {"construction", industry},
                              {"brownfield", industry}};
constexpr Word water_words[]{{"river", river},     {"oxbow", river},     {"stream", river},  {"canal", canal},
                             {"ditch", canal},     {"moat", canal},      {"lock", canal},    {"lake", lake},
                             {"lagoon", lake},     {"pond", pond},       {"fishpond", pond}, {"basin", basin},
                             {"reservoir", basin}, {"wastewater", basin}};
constexpr Word waterways[]{{"river", river},          {"canal", canal}, {"stream", stream},
                           {"tidal_channel", stream}, {"ditch", ditch}, {"drain", ditch}};

struct PlaceWord {
    std::string_view value;
    MapKind kind;
    std::uint8_t zoom_from;
    std::int8_t rank;
};
constexpr PlaceWord places[]{{"city", city, 8, 0},
                             {"town", town, 8, 1},
                             {"village", village, 10, 2},
                             {"island", island, 11, 3},
                             {"borough", suburb, 11, 3},
                             {"suburb", suburb, 11, 3},
                             {"quarter", quarter, 12, 4},
                             {"hamlet", hamlet, 12, 4},
                             {"neighbourhood", neighbourhood, 13, 5},
                             {"islet", island, 14, 6},
                             {"isolated_dwelling", hamlet, 14, 6},
                             {"locality", locality, 14, 6}};

template <class Row, std::size_t n>
Row const* find_word(Row const (&rows)[n], std::string_view value)
{
    if (value.empty()) return nullptr;
    auto const* const found = std::ranges::find(rows, value, &Row::value);
    return found == std::end(rows) ? nullptr : found;
}

/// Bridges lie above what they cross, tunnels below, unless `layer` says otherwise.
int height_of(Tags tags, MapLook const& look)
{
    int const usual = look.bridge ? 1 : look.tunnel ? -1 : 0;
    auto const said = parse_integer(tags.get("layer"));
    return said ? static_cast<int>(std::clamp<std::int64_t>(*said, -5, 5)) : usual;
}

void set_height(MapLook& look, Tags tags, int rank)
{
    constexpr int ranks_a_height = 16;
    look.bridge = tags.has("bridge");
    look.tunnel = tags.has("tunnel");
    look.rank = height_of(tags, look) * ranks_a_height + rank;
}

std::optional<MapKind> find_water(Tags tags)
{
    if (tags.is("waterway", {"riverbank"})) return river;
    if (tags.is("waterway", {"dock"})) return basin;
    if (tags.is("landuse", {"basin", "reservoir", "salt_pond"})) return basin;
    if (!tags.is("natural", {"water"})) return std::nullopt;
    auto const* const word = find_word(water_words, tags.get("water"));
    return word != nullptr ? word->kind : water;
}

std::optional<MapKind> find_land(Tags tags)
{
    for (auto const* const word :
         {find_word(natural_land, tags.get("natural")), find_word(leisure_land, tags.get("leisure")),
          find_word(landuse_land, tags.get("landuse"))}) {
        if (word != nullptr) return word->kind;
    }
    if (tags.is("amenity", {"grave_yard"})) return green;
    return std::nullopt;
}

bool is_square(Tags tags, MapOutline outline)
{
    return (outline == MapOutline::relation || tags.get("area") == "yes") &&
           tags.is("highway", {"pedestrian", "footway", "path", "cycleway", "living_street", "residential", "service",
                               "unclassified", "platform"});
}

} // namespace

std::optional<MapLook> find_map_line(Tags tags)
{
    MapLook look;
    auto const* road = find_word(roads, tags.get("highway"));
    if (road == nullptr) road = find_word(railways, tags.get("railway"));
    if (road != nullptr) {
        bool const siding = road->kind == rail && !tags.get("service").empty();
        look = {MapLayer::road, road->kind, siding ? std::uint8_t{13} : road->zoom_from, false, false, 0};
        set_height(look, tags, road->rank);
        return look;
    }
    if (tags.get("route") == "ferry") {
        look = {MapLayer::road, ferry, 9, false, false, 0};
        return look;
    }
    auto const* const way = find_word(waterways, tags.get("waterway"));
    if (way == nullptr) return std::nullopt;
    std::uint8_t const zoom = way->kind == river ? 8 : way->kind == canal ? 11 : way->kind == stream ? 13 : 14;
    look = {MapLayer::waterway, way->kind, zoom, false, false, 0};
    set_height(look, tags, way->kind == river ? 2 : way->kind == canal ? 1 : 0);
    return look;
}

std::optional<MapLook> find_map_surface(Tags tags, MapOutline outline)
{
    if (tags.get("location") == "underground") return std::nullopt;
    MapLook look;
    if (tags.has("building")) {
        look.layer = MapLayer::building;
        look.zoom_from = 13;
        return look;
    }
    if (auto const kind = find_water(tags)) {
        look.layer = MapLayer::water;
        look.kind = *kind;
        return look;
    }
    if (is_square(tags, outline)) {
        look.layer = MapLayer::square;
        look.zoom_from = 13;
        return look;
    }
    if (auto const kind = find_land(tags)) {
        look.kind = *kind;
        return look;
    }
    return std::nullopt;
}

std::optional<MapLook> find_map_place(Tags tags)
{
    auto const* const word = find_word(places, tags.get("place"));
    if (word == nullptr || find_map_name(tags).empty()) return std::nullopt;
    constexpr int ranks_a_word = 32;
    auto const people = std::max<std::int64_t>(0, parse_integer(tags.get("population")).value_or(0));
    int const doublings = std::min(31, static_cast<int>(std::bit_width(static_cast<std::uint64_t>(people))));
    MapLook look{MapLayer::place, word->kind, word->zoom_from, false, false, 0};
    look.rank = word->rank * ranks_a_word + 31 - doublings;
    return look;
}

std::string_view find_map_name(Tags tags)
{
    return tags.get_first({"name:nl", "name"});
}

std::uint8_t zoom_of_surface(MapLook const& look, double square_metres, double latitude)
{
    constexpr double large_building = 2000;
    if (look.layer == MapLayer::building) return square_metres > large_building ? 13 : 14;
    constexpr double around_the_earth = 40'075'016.7;
    constexpr double points_a_square = 512;
    constexpr double points_needed = 16;
    constexpr std::uint8_t always_from = 14;
    double point = around_the_earth * std::cos(latitude * std::numbers::pi / 180) / points_a_square;
    point /= static_cast<double>(1U << look.zoom_from);
    std::uint8_t zoom = look.zoom_from;
    for (; zoom < always_from && square_metres < points_needed * point * point; ++zoom) point /= 2;
    return zoom;
}

} // namespace wf::osm
