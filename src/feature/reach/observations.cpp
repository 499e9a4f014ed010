// SPDX-License-Identifier: EUPL-1.2
#include "feature/reach/observations.hpp"

#include "base/date.hpp"
#include "base/text.hpp"

#include <algorithm>
#include <array>
#include <unordered_map>

namespace wf::reach_pages {
namespace {

using reach::Attribute;

constexpr std::array<std::string_view, 5> surfaces{"smooth", "paving", "rough", "compacted", "loose"};
constexpr std::array<std::string_view, 4> smoothnesses{"good", "intermediate", "bad", "impassable"};
constexpr std::array<std::string_view, 4> kerbs{"flush", "lowered", "rolled", "raised"};
constexpr std::array<std::string_view, 2> sidewalks{"no", "yes"};
constexpr std::int64_t least_centimetres = 30;
constexpr std::int64_t most_centimetres = 1000;

bool is_of_node(Attribute attribute)
{
    return attribute == Attribute::kerb || attribute == Attribute::passage;
}

bool can_be_seen(Attribute attribute)
{
    switch (attribute) {
    case Attribute::surface:
    case Attribute::smoothness:
    case Attribute::kerb:
    case Attribute::width:
    case Attribute::passage:
    case Attribute::sidewalk: return true;
    case Attribute::incline:
    case Attribute::access:
    case Attribute::bench: return false;
    }
    return false;
}

/// Position of the word among the choices; the enums have `unknown` (and for kerbs `none`) before them.
std::uint8_t place_of(Observation const& observation)
{
    auto const words = choices(observation.attribute);
    auto const found = std::find(words.begin(), words.end(), observation.value);
    WF_CHECK(found != words.end());
    return static_cast<std::uint8_t>(found - words.begin());
}

void apply_to(reach::Way& way, Observation const& seen)
{
    switch (seen.attribute) {
    case Attribute::surface: way.surface = static_cast<reach::Surface>(place_of(seen) + 1); return;
    case Attribute::smoothness: way.smoothness = static_cast<reach::Smoothness>(place_of(seen) + 1); return;
    case Attribute::sidewalk: way.sidewalk = static_cast<reach::Sidewalk>(place_of(seen) + 1); return;
    case Attribute::width: way.width_cm = static_cast<std::uint16_t>(parse_integer(seen.value).value_or(0)); return;
    default: return;
    }
}

void apply_to(reach::NetworkNode& node, Observation const& seen)
{
    if (seen.attribute == Attribute::kerb) node.kerb = static_cast<reach::Kerb>(place_of(seen) + 2);
    else node.passage_cm = static_cast<std::uint16_t>(parse_integer(seen.value).value_or(0));
}

} // namespace

std::string_view to_word(Review review)
{
    switch (review) {
    case Review::waiting: return "waiting";
    case Review::accepted: return "accepted";
    case Review::rejected: return "rejected";
    }
    return {};
}

std::span<std::string_view const> choices(Attribute attribute)
{
    switch (attribute) {
    case Attribute::surface: return surfaces;
    case Attribute::smoothness: return smoothnesses;
    case Attribute::kerb: return kerbs;
    case Attribute::sidewalk: return sidewalks;
    default: return {};
    }
}

Result<void> check(Observation const& observation)
{
    auto const bad = [](std::string field, std::string detail) {
        return Error{Trouble::bad_input, "reach.bad_observation", std::move(field), std::move(detail)};
    };
    if (!can_be_seen(observation.attribute)) return bad("attribute", "this cannot be seen in the street");
    if (observation.osm_type != (is_of_node(observation.attribute) ? 'n' : 'w'))
        return bad("attribute", "kerbs and passages are of a crossing, the rest is of a street");
    if (observation.osm_id <= 0) return bad("osm_id", "name the street or crossing by its number in OpenStreetMap");
    if (!Date::parse(observation.seen_on)) return bad("seen_on", "give the day as 2026-11-21");
    auto const words = choices(observation.attribute);
    if (!words.empty()) {
        if (std::find(words.begin(), words.end(), observation.value) == words.end())
            return bad("value", "\"" + observation.value + "\" is not one of the answers");
        return {};
    }
    auto const centimetres = parse_integer(observation.value);
    if (!centimetres || *centimetres < least_centimetres || *centimetres > most_centimetres)
        return bad("value", "give whole centimetres, 30 to 1000");
    return {};
}

std::size_t apply_observations(reach::Network& network, std::span<Observation const> observations)
{
    if (observations.empty()) return 0;
    std::unordered_map<std::int64_t, std::vector<reach::Way*>> ways;
    for (auto& way : network.ways) ways[way.osm_id].push_back(&way);
    std::unordered_map<std::int64_t, reach::NetworkNode*> nodes;
    for (auto& node : network.nodes) nodes.emplace(node.osm_id, &node);
    std::size_t applied = 0;
    for (auto const& seen : observations) {
        if (!check(seen)) continue;
        if (seen.osm_type == 'n') {
            auto const found = nodes.find(seen.osm_id);
            if (found == nodes.end()) continue;
            apply_to(*found->second, seen);
        } else {
            auto const found = ways.find(seen.osm_id);
            if (found == ways.end()) continue;
            for (auto* way : found->second) apply_to(*way, seen);
        }
        ++applied;
    }
    return applied;
}

} // namespace wf::reach_pages
