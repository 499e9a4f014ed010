// SPDX-License-Identifier: EUPL-1.2
#include "import/osm/shapes.hpp"

#include "base/text.hpp"
#include "import/osm/geometry.hpp"
#include "kernel/geo/contains.hpp"

#include <algorithm>
#include <unordered_set>

namespace wf::osm {
namespace {

constexpr double twice_metres = 60;
constexpr double cell_metres = 1000;

std::optional<NodeRing> to_ring(Refs refs, NodeTable const& nodes)
{
    NodeRing ring;
    for (std::uint32_t const number : nodes.numbers(refs)) {
        if (!nodes.is_there(number)) return std::nullopt;
        if (ring.empty() || ring.back() != number) ring.push_back(number);
    }
    return ring;
}

std::optional<std::vector<NodeRing>> to_rings(std::vector<Refs> const& pieces, NodeTable const& nodes)
{
    std::vector<NodeRing> lines;
    for (Refs const refs : pieces) {
        auto line = to_ring(refs, nodes);
        if (!line) return std::nullopt;
        lines.push_back(std::move(*line));
    }
    return join_rings(lines);
}

/// A place with the surface that it was mapped as.
struct Surfaced {
    places::Place place;
    geo::MultiPolygon shape;
};

/// With one name: when they touch or lie close. A point without a name, or in a surface without one: when it lies in it.
bool is_same(places::Place const& earlier, Surfaced const& later)
{
    if (earlier.category != later.place.category) return false;
    std::string const name = fold_case(earlier.name);
    std::string const other = fold_case(later.place.name);
    bool const inside = geo::contains(later.shape, earlier.at);
    if (name.empty() || other.empty()) return inside && earlier.id.starts_with("osm-n");
    return name == other && (inside || metres_between(to_place(earlier.at), to_place(later.place.at)) <= twice_metres);
}

/// What the surface knows and the point does not.
void complete(places::Place& place, places::Place&& other)
{
    auto const fill = [](auto& mine, auto& theirs) {
        if (mine.empty()) mine = std::move(theirs);
    };
    fill(place.name, other.name);
    fill(place.address, other.address);
    fill(place.opening_hours, other.opening_hours);
    fill(place.wheelchair, other.wheelchair);
    fill(place.entrances, other.entrances);
    if (place.entrances.empty()) fill(place.outline, other.outline);
}

/// Places by cell, so that a surface is held against its neighbours only.
class Neighbours {
public:
    explicit Neighbours(std::vector<places::Place>& places) : m_places{places}
    {
        for (std::size_t i = 0; i < places.size(); ++i) m_cells[key(places[i].at)].push_back(i);
    }
    [[nodiscard]] places::Place* find_same(Surfaced const& surfaced) const
    {
        geo::Box box = geo::bounding_box(surfaced.shape);
        Cells::Cell const low = m_grid.at(to_place({box.west, box.south}));
        Cells::Cell const high = m_grid.at(to_place({box.east, box.north}));
        if (std::int64_t{high.x} - low.x > 50 || std::int64_t{high.y} - low.y > 50) return nullptr; // larger than 5 km
        std::optional<std::size_t> first;
        for (std::int32_t y = low.y - 1; y <= high.y + 1; ++y) {
            for (std::int32_t x = low.x - 1; x <= high.x + 1; ++x) {
                auto const cell = m_cells.find(Cells::key({x, y}));
                if (cell == m_cells.end()) continue;
                for (std::size_t const i : cell->second) {
                    if ((!first || i < *first) && is_same(m_places[i], surfaced)) first = i;
                }
            }
        }
        return first ? &m_places[*first] : nullptr;
    }
    void add(places::Place place)
    {
        m_cells[key(place.at)].push_back(m_places.size());
        m_places.push_back(std::move(place));
    }

private:
    [[nodiscard]] std::uint64_t key(geo::Point at) const { return Cells::key(m_grid.at(to_place(at))); }

    std::vector<places::Place>& m_places;
    Cells m_grid{100};
    std::unordered_map<std::uint64_t, std::vector<std::size_t>> m_cells;
};

std::string_view word_of(char type)
{
    return type == 'w' ? "way " : "relation ";
}

void settle_homes(Gathered& things)
{
    for (AreaHome& area : things.area_homes) {
        auto const closed = close_shape(things.shapes[area.shape], things.nodes);
        if (!closed) {
            things.report.refuse(0, "osm.incomplete_address",
                                 "the outline of " + std::string{word_of(area.home.osm_type)} +
                                     std::to_string(area.home.osm_id) + " is not complete in this file");
            continue;
        }
        area.home.at = to_place(geo::centroid(make_shape(closed->outer, closed->inner, things.nodes.places())));
        things.homes.push_back(std::move(area.home));
    }
    things.area_homes = {};
}

void find_entrances(Surfaced& surfaced, ClosedShape const& closed, Gathered const& things)
{
    for (NodeRing const& ring : closed.outer) {
        for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
            auto const meaning = things.meanings.find(ring[i]);
            if (meaning != things.meanings.end() && meaning->second.entrance) {
                surfaced.place.entrances.push_back(to_point(things.nodes.places()[ring[i]]));
            }
        }
    }
    if (!surfaced.place.entrances.empty() || geo::area_square_metres(surfaced.shape) <= large_square_metres) return;
    auto const largest = std::ranges::max_element(surfaced.shape, {}, [](geo::Polygon const& polygon) {
        return geo::area_square_metres({polygon});
    });
    surfaced.place.outline = largest->front();
}

void settle_places(Gathered& things)
{
    Neighbours neighbours{things.places};
    for (AreaPlace& area : things.area_places) {
        auto const closed = close_shape(things.shapes[area.shape], things.nodes);
        if (!closed) {
            things.report.refuse(0, "osm.incomplete_place",
                                 "the outline of " + area.place.source_url + " is not complete in this file");
            continue;
        }
        Surfaced surfaced{std::move(area.place), make_shape(closed->outer, closed->inner, things.nodes.places())};
        surfaced.place.at = geo::centroid(surfaced.shape);
        find_entrances(surfaced, *closed, things);
        if (places::Place* const same = neighbours.find_same(surfaced)) {
            things.report.refuse(0, "osm.mapped_twice",
                                 surfaced.place.source_url + " is the same " + surfaced.place.category + " as " +
                                     same->source_url);
            ++things.set_aside;
            complete(*same, std::move(surfaced.place));
            continue;
        }
        neighbours.add(std::move(surfaced.place));
    }
    things.area_places = {};
}

} // namespace

std::optional<ClosedShape> close_shape(GatheredShape const& shape, NodeTable const& nodes)
{
    if (shape.incomplete || shape.outer.empty()) return std::nullopt;
    auto outer = to_rings(shape.outer, nodes);
    auto inner = to_rings(shape.inner, nodes);
    if (!outer || !inner || outer->empty()) return std::nullopt;
    return ClosedShape{std::move(*outer), std::move(*inner)};
}

void settle_areas(Gathered& things)
{
    settle_homes(things);
    settle_places(things);
}

void add_homes_of_buildings(Gathered& things)
{
    Cells const cells{cell_metres};
    std::unordered_set<std::uint64_t> addressed;
    for (network::Home const& home : things.homes) addressed.insert(Cells::key(cells.at(home.at)));
    for (Building const& building : things.buildings) {
        if (!building.residential) continue;
        auto const corners = things.nodes.numbers(building.corners);
        if (!things.nodes.is_there(corners[0]) || !things.nodes.is_there(corners[1])) continue;
        auto const& places = things.nodes.places();
        reach::Place32 const middle = point_on_line(places[corners[0]], places[corners[1]], 0.5);
        if (addressed.contains(Cells::key(cells.at(middle)))) continue;
        things.homes.push_back({building.osm_id, 'w', middle, {}, {}, {}});
        ++things.report.read;
    }
}

} // namespace wf::osm
