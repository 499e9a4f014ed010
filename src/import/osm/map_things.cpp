// SPDX-License-Identifier: EUPL-1.2
#include "import/osm/map_things.hpp"

#include "base/check.hpp"
#include "base/text.hpp"
#include "import/osm/geometry.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

namespace wf::osm {

std::uint64_t map_id(char type, std::int64_t id)
{
    WF_CHECK(type == 'n' || type == 'w' || type == 'r');
    auto const digit = type == 'n' ? 1U : type == 'w' ? 2U : 3U;
    // Things that were never uploaded have ids below zero.
    auto const bits = static_cast<std::uint64_t>(id);
    return (id < 0 ? 0 - bits : bits) * 10 + digit;
}

void MapThings::add(std::uint64_t id, MapLook const& look, std::uint32_t text,
                    std::span<std::vector<tile::Spot> const> parts)
{
    Thing thing{id,
                look,
                text,
                static_cast<std::uint32_t>(m_sizes.size()),
                static_cast<std::uint32_t>(parts.size()),
                static_cast<std::uint32_t>(m_spots.size())};
    for (auto const& part : parts) {
        WF_CHECK(!part.empty() && m_spots.size() + part.size() <= std::numeric_limits<std::uint32_t>::max());
        m_sizes.push_back(static_cast<std::uint32_t>(part.size()));
        m_spots.insert(m_spots.end(), part.begin(), part.end());
    }
    m_things.push_back(thing);
}

std::uint32_t MapThings::number_of(std::string_view text)
{
    if (text.empty()) return 0;
    auto const [at, added] = m_numbers.try_emplace(repair_utf8(text), static_cast<std::uint32_t>(m_texts.size()));
    if (added) m_texts.push_back(at->first);
    return at->second;
}

std::span<tile::Spot const> MapThings::spots_of(Thing const& thing) const
{
    std::size_t count = 0;
    for (std::uint32_t part = 0; part < thing.parts; ++part) count += m_sizes[thing.first_part + part];
    return std::span{m_spots}.subspan(thing.first_spot, count);
}

SpotBox MapThings::box(Thing const& thing) const
{
    auto const spots = spots_of(thing);
    SpotBox box{spots.front(), spots.front()};
    for (tile::Spot const spot : spots) {
        box.low = {std::min(box.low.lon, spot.lon), std::min(box.low.lat, spot.lat)};
        box.high = {std::max(box.high.lon, spot.lon), std::max(box.high.lat, spot.lat)};
    }
    return box;
}

tile::Feature MapThings::make_feature(Thing const& thing) const
{
    MapLook const& look = thing.look;
    tile::Feature feature;
    feature.id = thing.id;
    feature.layer = static_cast<std::uint8_t>(look.layer);
    feature.shape = shape_of(look.layer);
    feature.zoom_from = look.zoom_from;
    feature.zoom_to = map_zoom_to;
    feature.rank = look.rank;
    feature.parts.reserve(thing.parts);
    auto spots = spots_of(thing);
    for (std::uint32_t part = 0; part < thing.parts; ++part) {
        auto const some = spots.first(m_sizes[thing.first_part + part]);
        feature.parts.emplace_back(some.begin(), some.end());
        spots = spots.subspan(some.size());
    }
    auto const put = [&](MapKey key, tile::Value value) {
        feature.tags.emplace_back(static_cast<std::uint16_t>(key), std::move(value));
    };
    if (look.kind != MapKind::none) put(MapKey::kind, std::string{to_word(look.kind)});
    if (thing.text != 0) put(look.layer == MapLayer::number ? MapKey::number : MapKey::name, m_texts[thing.text]);
    if (look.bridge) put(MapKey::bridge, true);
    if (look.tunnel) put(MapKey::tunnel, true);
    if (look.layer == MapLayer::place) put(MapKey::rank, std::int64_t{look.rank});
    return feature;
}

double square_metres_of(std::span<tile::Spot const> ring)
{
    if (ring.size() < 4) return 0;
    double const stretch = std::cos(ring.front().lat * 1e-7 * std::numbers::pi / 180);
    double twice = 0;
    auto const metres = [&](tile::Spot spot) {
        // From the first spot on, so that small surfaces keep their digits.
        return std::pair{(double{1.0} * spot.lon - ring.front().lon) * metres_per_unit * stretch,
                         (double{1.0} * spot.lat - ring.front().lat) * metres_per_unit};
    };
    for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
        auto const [x, y] = metres(ring[i]);
        auto const [next_x, next_y] = metres(ring[i + 1]);
        twice += x * next_y - next_x * y;
    }
    return std::abs(twice) / 2;
}

} // namespace wf::osm
