// SPDX-License-Identifier: EUPL-1.2
#include "import/osm/way_tags.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace wf::osm {
namespace {

using reach::Access;
using reach::Lit;
using reach::Road;
using reach::Sidewalk;
using reach::Smoothness;
using reach::Surface;

constexpr std::array<std::pair<std::string_view, Road>, 24> roads{{
    {"footway", Road::footway},
    {"path", Road::path},
    {"bridleway", Road::path},
    {"cycleway", Road::cycleway},
    {"track", Road::track},
    {"pedestrian", Road::pedestrian},
    {"living_street", Road::living_street},
    {"residential", Road::residential},
    {"service", Road::service},
    {"busway", Road::service},
    {"unclassified", Road::unclassified},
    {"road", Road::unclassified},
    {"tertiary", Road::tertiary},
    {"tertiary_link", Road::tertiary},
    {"secondary", Road::secondary},
    {"secondary_link", Road::secondary},
    {"primary", Road::primary},
    {"primary_link", Road::primary},
    {"steps", Road::steps},
    {"platform", Road::platform},
    {"corridor", Road::corridor},
    {"elevator", Road::corridor},
    {"crossing", Road::crossing},
    {"yes", Road::unclassified},
}};

std::optional<Road> find_road(Tags tags)
{
    std::string_view const highway = tags.get("highway");
    if (highway.empty()) return tags.get("route") == "ferry" ? std::optional{Road::ferry} : std::nullopt;
    auto const* const found = std::ranges::find(roads, highway, &std::pair<std::string_view, Road>::first);
    if (found == roads.end()) return std::nullopt;
    Road const road = found->second;
    bool const path = road == Road::footway || road == Road::path || road == Road::cycleway;
    if (path &&
        (tags.get("footway") == "crossing" || tags.get("path") == "crossing" || tags.get("cycleway") == "crossing"))
        return Road::crossing;
    return road;
}

/// Nothing: may not be walked.
std::optional<Access> find_access(Tags tags)
{
    std::string_view const foot = tags.get("foot");
    if (is_one_of(foot, {"no", "use_sidepath", "private"})) return std::nullopt;
    if (is_one_of(foot, {"discouraged", "unknown"})) return Access::unknown;
    if (is_one_of(foot, {"yes", "designated", "permissive", "official", "destination", "customers"})) {
        return Access::allowed;
    }
    std::string_view const access = tags.get("access");
    if (is_one_of(access, {"private", "no", "military"})) return std::nullopt;
    if (tags.get("highway") == "busway") return std::nullopt;
    if (is_one_of(access, {"unknown", "discouraged", "agricultural", "forestry", "delivery", "permit", "employees",
                           "residents"})) {
        return Access::unknown;
    }
    return Access::allowed;
}

Surface one_surface(std::string_view value)
{
    if (is_one_of(value, {"asphalt", "concrete", "concrete:plates", "concrete:lanes", "chipseal", "tartan", "rubber",
                          "acrylic", "artificial_turf", "plastic", "metal"})) {
        return Surface::smooth;
    }
    if (value.starts_with("paving_stones") ||
        is_one_of(value, {"paved", "brick", "bricks", "tiles", "wood", "interlock"})) {
        return Surface::paving;
    }
    if (value.starts_with("cobblestone") ||
        is_one_of(value, {"sett", "unhewn_cobblestone", "grass_paver", "metal_grid", "stepping_stones", "stone"})) {
        return Surface::rough;
    }
    if (is_one_of(value, {"compacted", "fine_gravel", "shells", "clay"})) return Surface::compacted;
    if (is_one_of(value, {"unpaved", "gravel", "pebblestone", "ground", "dirt", "earth", "soil", "grass", "sand", "mud",
                          "woodchips", "rock", "rocks", "snow", "ice"})) {
        return Surface::loose;
    }
    return Surface::unknown;
}

/// How wide the part is on which people walk. The carriageway of a road does not tell how wide its sidewalk is.
std::uint16_t width_of(Tags tags, Road road, Sidewalk sidewalk)
{
    std::string_view text =
        tags.get_first({"sidewalk:both:width", "sidewalk:width", "sidewalk:left:width", "sidewalk:right:width"});
    if (text.empty() && (!is_car_road(road) || sidewalk == Sidewalk::no)) text = tags.get_first({"width", "est_width"});
    auto const width = parse_length_cm(text);
    if (!width || *width < 1 || *width > 10'000) return 0;
    return static_cast<std::uint16_t>(std::lround(*width));
}

Lit lit_of(std::string_view value)
{
    if (value == "no") return Lit::no;
    return is_one_of(value, {"yes", "24/7", "automatic", "limited", "sunset-sunrise", "dusk-dawn"}) ? Lit::yes
                                                                                                    : Lit::unknown;
}

/// A gutter for bicycles is no ramp for a rollator.
bool has_ramp(Tags tags)
{
    if (tags.is("ramp:wheelchair", {"yes"}) || tags.is("ramp:stroller", {"yes"})) return true;
    return tags.get("ramp") == "yes" && !tags.has("ramp:bicycle");
}

} // namespace

bool is_car_road(Road road)
{
    return road == Road::residential || road == Road::unclassified || road == Road::tertiary ||
           road == Road::secondary || road == Road::primary;
}

Surface surface_of(std::string_view value)
{
    Surface worst = Surface::unknown;
    for (std::string_view const one : split(value, ';')) worst = std::max(worst, one_surface(trim(one)));
    return worst;
}

Smoothness smoothness_of(std::string_view value)
{
    if (is_one_of(value, {"excellent", "good"})) return Smoothness::good;
    if (value == "intermediate") return Smoothness::intermediate;
    if (is_one_of(value, {"bad", "very_bad"})) return Smoothness::bad;
    if (is_one_of(value, {"horrible", "very_horrible", "impassable"})) return Smoothness::impassable;
    return Smoothness::unknown;
}

Sidewalk sidewalk_of(Tags tags)
{
    std::string_view const plain = tags.get_first({"sidewalk", "sidewalk:both"});
    if (is_one_of(plain, {"both", "left", "right", "yes"})) return Sidewalk::yes;
    if (plain == "separate") return Sidewalk::separate;
    if (is_one_of(plain, {"no", "none"})) return Sidewalk::no;
    std::string_view const left = tags.get("sidewalk:left");
    std::string_view const right = tags.get("sidewalk:right");
    if (left == "yes" || right == "yes") return Sidewalk::yes;
    if (left == "separate" || right == "separate") return Sidewalk::separate;
    return is_one_of(left, {"no", "none"}) && is_one_of(right, {"no", "none"}) ? Sidewalk::no : Sidewalk::unknown;
}

std::optional<Walk> find_walk(Tags tags)
{
    auto const road = find_road(tags);
    if (!road || tags.get("motorroad") == "yes" || tags.get("disused") == "yes" || tags.get("abandoned") == "yes") {
        return std::nullopt;
    }
    auto const access = find_access(tags);
    if (!access) return std::nullopt;
    Walk walk;
    walk.area = tags.get("area") == "yes";
    walk.tactile = tags.is("tactile_paving", {"yes", "contrasted", "primitive"});
    reach::Way& way = walk.way;
    way.road = *road;
    way.access = *access;
    if (*road == Road::ferry) {
        walk.ferry_seconds = parse_duration_seconds(tags.get("duration"));
        return walk;
    }
    way.sidewalk = sidewalk_of(tags);
    way.surface =
        surface_of(tags.get_first({"sidewalk:both:surface", "sidewalk:surface", "footway:surface", "surface"}));
    way.smoothness = smoothness_of(
        tags.get_first({"sidewalk:both:smoothness", "sidewalk:smoothness", "footway:smoothness", "smoothness"}));
    way.width_cm = width_of(tags, *road, way.sidewalk);
    way.lit = lit_of(tags.get("lit"));
    way.ramp = *road == Road::steps && has_ramp(tags);
    if (auto const percent = parse_incline_percent(tags.get("incline"))) {
        way.incline_known = true;
        way.incline_percent = static_cast<std::int8_t>(std::lround(*percent));
    }
    return walk;
}

} // namespace wf::osm
