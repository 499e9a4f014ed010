// SPDX-License-Identifier: EUPL-1.2
#include "import/osm/map_clip.hpp"

#include <algorithm>
#include <cmath>

namespace wf::osm {
namespace {

using Part = std::vector<tile::Spot>;
using Coordinate = std::int32_t tile::Spot::*;

enum class Keep { above, below };

/// What of a ring (its first spot is not repeated) lies on one side of a limit.
Part cut(Part const& ring, Coordinate along, Coordinate across, std::int32_t limit, Keep keep)
{
    Part kept;
    auto const inside = [&](tile::Spot spot) {
        return keep == Keep::above ? spot.*along >= limit : spot.*along <= limit;
    };
    for (std::size_t i = 0; i < ring.size(); ++i) {
        tile::Spot const here = ring[i];
        tile::Spot const before = ring[i == 0 ? ring.size() - 1 : i - 1];
        if (inside(here) != inside(before)) {
            double const part = (double{1.0} * limit - before.*along) / (double{1.0} * here.*along - before.*along);
            tile::Spot crossing;
            crossing.*along = limit;
            crossing.*across = static_cast<std::int32_t>(
                std::lround(before.*across + part * (double{1.0} * here.*across - before.*across)));
            kept.push_back(crossing);
        }
        if (inside(here)) kept.push_back(here);
    }
    return kept;
}

Part clip_ring(Part ring, SpotBox const& box)
{
    constexpr auto lon = &tile::Spot::lon;
    constexpr auto lat = &tile::Spot::lat;
    if (!ring.empty()) ring.pop_back();
    ring = cut(ring, lon, lat, box.low.lon, Keep::above);
    ring = cut(ring, lon, lat, box.high.lon, Keep::below);
    ring = cut(ring, lat, lon, box.low.lat, Keep::above);
    ring = cut(ring, lat, lon, box.high.lat, Keep::below);
    if (!ring.empty()) ring.push_back(ring.front());
    return ring;
}

SpotBox box_of(tile::Spot a, tile::Spot b)
{
    return {{std::min(a.lon, b.lon), std::min(a.lat, b.lat)}, {std::max(a.lon, b.lon), std::max(a.lat, b.lat)}};
}

void clip_line(Part const& line, SpotBox const& box, std::vector<Part>& runs)
{
    bool goes_on = false;
    for (std::size_t i = 0; i + 1 < line.size(); ++i) {
        bool const touches = box.touches(box_of(line[i], line[i + 1]));
        if (touches && !goes_on) runs.push_back({line[i]});
        if (touches) runs.back().push_back(line[i + 1]);
        goes_on = touches;
    }
}

bool lies_in(std::vector<Part> const& parts, SpotBox const& box)
{
    return std::ranges::all_of(parts, [&](Part const& part) {
        return std::ranges::all_of(part, [&](tile::Spot spot) { return box.touches({spot, spot}); });
    });
}

} // namespace

std::optional<tile::Feature> clip_to(tile::Feature feature, SpotBox const& box)
{
    if (lies_in(feature.parts, box)) return feature;
    std::vector<Part> parts;
    switch (feature.shape) {
    case tile::Shape::point: return std::nullopt; // a thing of ours has one point
    case tile::Shape::line:
        for (Part const& part : feature.parts) clip_line(part, box, parts);
        break;
    case tile::Shape::surface:
        for (Part& part : feature.parts) {
            Part ring = clip_ring(std::move(part), box);
            if (ring.size() >= 4) parts.push_back(std::move(ring));
            else if (parts.empty()) return std::nullopt; // the outline is not here
        }
        break;
    }
    if (parts.empty()) return std::nullopt;
    feature.parts = std::move(parts);
    return feature;
}

} // namespace wf::osm
