// SPDX-License-Identifier: EUPL-1.2
#include "import/osm/map_read.hpp"

#include "import/osm/gather.hpp"
#include "import/osm/geometry.hpp"
#include "import/osm/map_rings.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <tuple>

namespace wf::osm {
namespace {

tile::Spot to_spot(reach::Place32 at)
{
    return {at.lon, at.lat};
}

/// Something whose nodes are not known yet.
struct Pending {
    std::uint64_t id{0};
    MapLook look;
    std::uint32_t text{0};
    Refs nodes;
};
struct PendingShape {
    std::uint64_t id{0};
    MapLook look;
    std::uint32_t text{0};
    GatheredShape shape;
};
struct WantedWay {
    std::int64_t id{0};
    std::uint32_t shape{0};
    bool inner{false};
};

struct Gathering {
    MapThings things;
    NodeTable nodes;
    std::vector<Pending> ways;
    std::vector<PendingShape> shapes;
    std::vector<WantedWay> wanted;
};

std::string_view number_of(Tags tags)
{
    return tags.get("addr:housenumber");
}

MapLook look_of_number()
{
    return {MapLayer::number, MapKind::none, map_zoom_to, false, false, 0};
}

/// Calls `take(look, text)` for all that a surface with these tags is: itself, a place at its middle, a house number there.
template <class Take>
void take_surface(MapThings& things, Tags tags, MapOutline outline, Take const& take)
{
    if (auto const look = find_map_surface(tags, outline)) {
        bool const named = look->layer != MapLayer::building && look->layer != MapLayer::land;
        take(*look, named ? things.number_of(find_map_name(tags)) : 0);
    }
    if (auto const look = find_map_place(tags)) take(*look, things.number_of(find_map_name(tags)));
    if (!number_of(tags).empty()) take(look_of_number(), things.number_of(number_of(tags)));
}

class RelationVisitor final : public Visitor {
public:
    explicit RelationVisitor(Gathering& gathering) : m_gathering{gathering} {}
    using Visitor::visit;
    void visit(MapRelation const& relation) override
    {
        if (relation.tags.get("type") != "multipolygon") return;
        take_surface(m_gathering.things, relation.tags, MapOutline::relation,
                     [&](MapLook const& look, std::uint32_t text) {
                         m_gathering.shapes.push_back({map_id('r', relation.id), look, text, {}});
                         auto const shape = static_cast<std::uint32_t>(m_gathering.shapes.size() - 1);
                         for (Member const& member : relation.members) {
                             if (member.type != 'w') continue;
                             m_gathering.wanted.push_back({member.id, shape, member.role == "inner"});
                         }
                     });
    }

private:
    Gathering& m_gathering;
};

class WayVisitor final : public Visitor {
public:
    explicit WayVisitor(Gathering& gathering) : m_gathering{gathering} {}
    using Visitor::visit;
    void visit(MapWay const& way) override
    {
        if (way.nodes.size() < 2) return;
        m_nodes.reset();
        give_to_relations(way);
        if (way.tags.empty()) return;
        bool const closed = way.nodes.size() >= 4 && way.nodes.front() == way.nodes.back();
        bool const square = closed && way.tags.get("area") == "yes";
        // The edge of the file may have cut it open.
        bool const surface = closed || is_cut_open(way.tags);
        if (auto const look = find_map_line(way.tags); look && !square) add(way, *look, name_of(way.tags));
        if (!surface) return;
        take_surface(m_gathering.things, way.tags, MapOutline::closed_way,
                     [&](MapLook const& look, std::uint32_t text) { add(way, look, text); });
    }

private:
    /// Tags that only a surface has.
    static bool is_cut_open(Tags tags)
    {
        auto const look = find_map_surface(tags, MapOutline::closed_way);
        return look && look->layer != MapLayer::square && !find_map_line(tags);
    }
    std::uint32_t name_of(Tags tags) { return m_gathering.things.number_of(find_map_name(tags)); }
    Refs nodes_of(MapWay const& way)
    {
        if (!m_nodes) m_nodes = m_gathering.nodes.add(way.nodes);
        return *m_nodes;
    }
    void add(MapWay const& way, MapLook const& look, std::uint32_t text)
    {
        m_gathering.ways.push_back({map_id('w', way.id), look, text, nodes_of(way)});
    }
    void give_to_relations(MapWay const& way)
    {
        auto const& all = m_gathering.wanted;
        for (auto wanted = std::ranges::lower_bound(all, way.id, {}, &WantedWay::id);
             wanted != all.end() && wanted->id == way.id; ++wanted) {
            GatheredShape& shape = m_gathering.shapes[wanted->shape].shape;
            (wanted->inner ? shape.inner : shape.outer).push_back(nodes_of(way));
        }
    }

    Gathering& m_gathering;
    std::optional<Refs> m_nodes; ///< of this way, once they are kept
};

class NodeVisitor final : public Visitor {
public:
    explicit NodeVisitor(Gathering& gathering) : m_gathering{gathering} {}
    using Visitor::visit;
    void visit(MapNode const& node) override
    {
        if (!node.at) return;
        if (auto const number = m_gathering.nodes.find(node.id)) m_gathering.nodes.put(*number, *node.at);
        if (node.tags.empty()) return;
        MapThings& things = m_gathering.things;
        std::vector<tile::Spot> const part{to_spot(*node.at)};
        auto const put = [&](MapLook const& look, std::string_view text) {
            things.add(map_id('n', node.id), look, things.number_of(text), {&part, 1});
        };
        if (auto const look = find_map_place(node.tags)) put(*look, find_map_name(node.tags));
        if (auto const number = number_of(node.tags); !number.empty()) put(look_of_number(), number);
    }

private:
    Gathering& m_gathering;
};

/// The map's own ends: what is drawn, once all nodes are known.
class Finisher {
public:
    Finisher(Gathering& gathering, std::optional<geo::Box> const& file_box)
        : m_things{gathering.things}, m_nodes{gathering.nodes}, m_box{file_box}
    {
        for (auto const& thing : m_things.all()) {
            if (thing.look.layer == MapLayer::place)
                m_labels.emplace(Label{thing.look.kind, thing.text}, m_things.box(thing).low);
        }
    }

    void take(Pending const& way)
    {
        auto const numbers = m_nodes.numbers(way.nodes);
        if (shape_of(way.look.layer) == tile::Shape::line) return add_line(way, numbers);
        bool const whole = numbers.front() == numbers.back() &&
                           std::ranges::all_of(numbers, [&](std::uint32_t number) { return m_nodes.is_there(number); });
        if (!whole) return take(PendingShape{way.id, way.look, way.text, {{way.nodes}, {}, false}});
        std::vector<tile::Spot> ring;
        for (std::uint32_t const number : numbers) append(ring, number);
        add_surface(way.id, way.look, way.text, {ring});
    }

    void take(PendingShape const& shape)
    {
        auto const outer = close_rings(shape.shape.outer, m_nodes, m_box);
        auto const inner = close_rings(shape.shape.inner, m_nodes, m_box);
        if (outer.left_over || outer.rings.empty()) ++m_things.incomplete;
        for (auto const& polygon : make_shape(outer.rings, inner.rings, m_nodes.places())) {
            std::vector<std::vector<tile::Spot>> rings;
            for (auto const& points : polygon) {
                auto& ring = rings.emplace_back();
                for (geo::Point const point : points) ring.push_back(to_spot(to_place(point)));
            }
            add_surface(shape.id, shape.look, shape.text, rings);
            if (shape_of(shape.look.layer) == tile::Shape::point) return; // one label
        }
    }

private:
    struct Label {
        MapKind kind{MapKind::none};
        std::uint32_t text{0};
        auto operator<=>(Label const&) const = default;
    };

    void append(std::vector<tile::Spot>& part, std::uint32_t number) const
    {
        tile::Spot const spot = to_spot(m_nodes.places()[number]);
        if (part.empty() || part.back() != spot) part.push_back(spot);
    }

    /// Where nodes are not in the file the line is broken.
    void add_line(Pending const& way, std::span<std::uint32_t const> numbers)
    {
        std::vector<std::vector<tile::Spot>> parts(1);
        for (std::uint32_t const number : numbers) {
            if (m_nodes.is_there(number)) append(parts.back(), number);
            else if (!parts.back().empty()) parts.emplace_back();
        }
        std::erase_if(parts, [](auto const& part) { return part.size() < 2; });
        if (!parts.empty()) m_things.add(way.id, way.look, way.text, parts);
    }

    void add_surface(std::uint64_t id, MapLook look, std::uint32_t text,
                     std::vector<std::vector<tile::Spot>> const& rings)
    {
        if (rings.front().size() < 4 || rings.front().front() != rings.front().back()) return;
        if (shape_of(look.layer) == tile::Shape::point) return add_middle(id, look, text, rings.front());
        double const square_metres = square_metres_of(rings.front());
        look.zoom_from = zoom_of_surface(look, square_metres, rings.front().front().lat * 1e-7);
        // The largest lie below, so that a park in a wood shows.
        constexpr double most = std::numeric_limits<std::int32_t>::max();
        look.rank = -static_cast<std::int32_t>(std::min(square_metres, most));
        m_things.add(id, look, text, rings);
    }

    void add_middle(std::uint64_t id, MapLook const& look, std::uint32_t text, std::vector<tile::Spot> const& ring)
    {
        geo::Ring points;
        for (tile::Spot const spot : ring) points.push_back(reach::to_point({spot.lon, spot.lat}));
        tile::Spot const middle = to_spot(to_place(geo::centroid({{points}})));
        if (look.layer == MapLayer::place && has_label(look, text, middle)) return;
        std::vector<tile::Spot> const part{middle};
        m_things.add(id, look, text, {&part, 1});
    }

    /// A place that is mapped as a point and as a surface has one name on the map, at the point.
    [[nodiscard]] bool has_label(MapLook const& look, std::uint32_t text, tile::Spot middle) const
    {
        constexpr double near_metres = 3000;
        auto const [begin, end] = m_labels.equal_range(Label{look.kind, text});
        return std::any_of(begin, end, [&](auto const& known) {
            return metres_between({known.second.lon, known.second.lat}, {middle.lon, middle.lat}) <= near_metres;
        });
    }

    MapThings& m_things;
    NodeTable const& m_nodes;
    std::optional<geo::Box> m_box;
    std::multimap<Label, tile::Spot> m_labels;
};

Result<MapThings> read_source(Source const& source, std::function<void(double part)> const& progress)
{
    auto const part = [&](double from, double length) {
        return [&progress, from, length](double done) {
            if (progress) progress(from + length * done);
        };
    };
    WF_TRY(Format const format, find_format(source));
    if (format == Format::pbf) WF_TRY_VOID(check_whole(source));
    Gathering gathering;
    RelationVisitor relations{gathering};
    WF_TRY(Header const header, scan(source, format, Things::relations, relations, part(0, 0.1)));
    std::ranges::stable_sort(gathering.wanted, {}, &WantedWay::id);
    WayVisitor ways{gathering};
    WF_TRY_VOID(scan(source, format, Things::ways, ways, part(0.1, 0.4)));
    if (gathering.nodes.added() > most_nodes)
        return Error{Trouble::too_large, "osm.too_large", {}, "a map of this is more than memory was promised for"};
    gathering.nodes.settle();
    NodeVisitor nodes{gathering};
    WF_TRY_VOID(scan(source, format, Things::nodes, nodes, part(0.5, 0.5)));

    Finisher finisher{gathering, header.box};
    for (Pending const& way : gathering.ways) finisher.take(way);
    for (PendingShape const& shape : gathering.shapes) finisher.take(shape);
    return std::move(gathering.things);
}

} // namespace

Result<MapThings> read_map(std::string const& path, std::function<void(double part)> const& progress)
{
    return read_source({path, {}, false}, progress);
}

Result<MapThings> read_map_bytes(std::string_view bytes)
{
    return read_source({{}, bytes, true}, {});
}

} // namespace wf::osm
