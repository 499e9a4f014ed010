// SPDX-License-Identifier: EUPL-1.2
#include "import/osm/map_plan.hpp"

#include "base/check.hpp"
#include "base/json_writer.hpp"

#include <array>
#include <initializer_list>

namespace wf::osm {
namespace {

struct Field {
    MapKey key;
    std::string_view type;
};

struct LayerText {
    std::string_view name;
    tile::Shape shape;
    int zoom_from;
    std::string_view about;
    std::initializer_list<Field> fields;
};

constexpr std::array<std::string_view, 6> keys{"kind", "name", "bridge", "tunnel", "number", "rank"};
constexpr Field kind{MapKey::kind, "String"};
constexpr Field name{MapKey::name, "String"};
constexpr Field bridge{MapKey::bridge, "Boolean"};
constexpr Field tunnel{MapKey::tunnel, "Boolean"};
constexpr Field number{MapKey::number, "String"};
constexpr Field rank{MapKey::rank, "Number"};

/// In the order of MapLayer.
LayerText const layers[]{
    {"land", tile::Shape::surface, 8, "built, industry, green, wood, farm, sand, heath, wetland", {kind}},
    {"water", tile::Shape::surface, 8, "river, canal, lake, pond, basin, water", {kind, name}},
    {"waterway", tile::Shape::line, 8, "river, canal, stream, ditch", {kind, name, bridge, tunnel}},
    {"square", tile::Shape::surface, 13, "surfaces that are walked over", {name}},
    {"building", tile::Shape::surface, 13, "buildings; large ones first", {}},
    {"road",
     tile::Shape::line,
     8,
     "motorway, main, street, service, path, steps, rail, ferry",
     {kind, name, bridge, tunnel}},
    {"place",
     tile::Shape::point,
     8,
     "city, town, village, hamlet, suburb, quarter, neighbourhood, island, locality; a low rank matters most",
     {kind, name, rank}},
    {"number", tile::Shape::point, 15, "house numbers", {number}},
};

constexpr std::array<std::string_view, 34> words{"",        "built",         "industry", "green",   "wood",
                                                 "farm",    "sand",          "heath",    "wetland", "river",
                                                 "canal",   "lake",          "pond",     "basin",   "water",
                                                 "stream",  "ditch",         "motorway", "main",    "street",
                                                 "service", "path",          "steps",    "rail",    "ferry",
                                                 "city",    "town",          "village",  "hamlet",  "suburb",
                                                 "quarter", "neighbourhood", "island",   "locality"};
static_assert(words.size() == static_cast<std::size_t>(MapKind::locality) + 1);
static_assert(keys.size() == static_cast<std::size_t>(MapKey::rank) + 1);
static_assert(std::size(layers) == static_cast<std::size_t>(MapLayer::number) + 1);

} // namespace

std::string_view to_word(MapKind which)
{
    return words[static_cast<std::size_t>(which)];
}

tile::Shape shape_of(MapLayer layer)
{
    return layers[static_cast<std::size_t>(layer)].shape;
}

tile::Plan make_map_plan()
{
    tile::Plan plan;
    for (auto const& layer : layers) plan.layers.emplace_back(layer.name);
    for (auto const& key : keys) plan.keys.emplace_back(key);
    plan.zoom_from = map_zoom_from;
    plan.zoom_to = map_zoom_to;
    return plan;
}

std::string describe_map_layers()
{
    JsonWriter json;
    json.begin_array();
    for (auto const& layer : layers) {
        json.begin_object().member("id", layer.name).member("description", layer.about);
        json.member("minzoom", layer.zoom_from).member("maxzoom", int{map_zoom_to});
        json.key("fields").begin_object();
        for (auto const& field : layer.fields) json.member(keys[static_cast<std::size_t>(field.key)], field.type);
        json.end_object().end_object();
    }
    json.end_array();
    return std::move(json).finish();
}

} // namespace wf::osm
