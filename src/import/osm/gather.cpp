// SPDX-License-Identifier: EUPL-1.2
#include "import/osm/gather.hpp"

#include "base/text.hpp"
#include "import/osm/home_tags.hpp"

#include <algorithm>

namespace wf::osm {
namespace {

/// A way that a multipolygon needs.
struct WantedWay {
    std::int64_t id{0};
    std::uint32_t shape{0};
    bool inner{false};
    bool found{false};
};

std::uint32_t last_shape(Gathered const& things)
{
    return static_cast<std::uint32_t>(things.shapes.size() - 1);
}

/// Homes, places and squares that a surface is. Whether it is any.
class Areas {
public:
    Areas(Gathered& things, PlaceRules const& rules) : m_things{things}, m_rules{rules} {}

    /// `make_shape` is called once, when the surface matters.
    template <class MakeShape>
    void take(char type, std::int64_t id, Tags tags, MakeShape const& make_shape)
    {
        auto const kinds = m_rules.find(tags);
        bool const home = is_home(tags);
        std::optional<Walk> walk;
        bool const surface = type == 'r' || tags.get("area") == "yes";
        if (surface && !tags.get("highway").empty()) walk = find_walk(tags);
        if (kinds.empty() && !home && !walk) return;
        m_things.shapes.push_back(make_shape());
        std::uint32_t const shape = last_shape(m_things);
        for (walking::Category const* kind : kinds) {
            m_things.area_places.push_back({make_place(type, id, kind->id, tags), shape});
        }
        if (home) m_things.area_homes.push_back({make_home(type, id, tags), shape});
        if (walk) {
            walk->way.osm_id = id;
            walk->way.road = reach::Road::square;
            walk->way.name = m_names.number(m_things.names, tags.get("name"));
            m_things.squares.push_back({*walk, shape});
        }
        m_things.report.read += static_cast<std::int64_t>(kinds.size()) + (home ? 1 : 0) + (walk ? 1 : 0);
    }

    std::uint32_t name(std::string_view text) { return m_names.number(m_things.names, text); }

private:
    class Names {
    public:
        std::uint32_t number(std::vector<std::string>& names, std::string_view text)
        {
            if (text.empty()) return 0;
            auto const [at, added] = m_known.try_emplace(repair_utf8(text), static_cast<std::uint32_t>(names.size()));
            if (added) names.push_back(at->first);
            return at->second;
        }

    private:
        std::unordered_map<std::string, std::uint32_t> m_known;
    };

    Gathered& m_things;
    PlaceRules const& m_rules;
    Names m_names;
};

class RelationVisitor final : public Visitor {
public:
    RelationVisitor(Areas& areas, std::vector<WantedWay>& wanted, Gathered const& things)
        : m_areas{areas}, m_wanted{wanted}, m_things{things}
    {
    }
    using Visitor::visit;
    void visit(MapRelation const& relation) override
    {
        if (relation.tags.get("type") != "multipolygon") return;
        bool taken = false;
        m_areas.take('r', relation.id, relation.tags, [&] {
            taken = true;
            return GatheredShape{};
        });
        if (!taken) return;
        for (Member const& member : relation.members) {
            if (member.type == 'w') {
                m_wanted.push_back({member.id, last_shape(m_things), member.role == "inner", false});
            }
        }
    }

private:
    Areas& m_areas;
    std::vector<WantedWay>& m_wanted;
    Gathered const& m_things;
};

class WayVisitor final : public Visitor {
public:
    WayVisitor(Areas& areas, std::vector<WantedWay>& wanted, Gathered& things)
        : m_areas{areas}, m_wanted{wanted}, m_things{things}
    {
    }
    using Visitor::visit;
    void visit(MapWay const& way) override
    {
        if (way.nodes.size() < 2) return;
        give_to_relations(way);
        if (way.tags.empty()) return;
        bool const closed = way.nodes.size() >= 4 && way.nodes.front() == way.nodes.back();
        if (!way.tags.get("highway").empty() || way.tags.get("route") == "ferry") take_walk(way, closed);
        if (closed) {
            m_areas.take('w', way.id, way.tags, [&] {
                return GatheredShape{{m_things.nodes.add(way.nodes)}, {}, false};
            });
            if (way.tags.has("building")) take_building(way);
        }
        if (is_bench(way.tags) && way.tags.get("amenity") == "bench") {
            std::int64_t const middle = way.nodes[way.nodes.size() / 2];
            m_bench_nodes.push_back(m_things.nodes.add(std::span{&middle, 1}));
        }
    }
    [[nodiscard]] std::vector<Refs> const& bench_nodes() const { return m_bench_nodes; }

private:
    void give_to_relations(MapWay const& way)
    {
        // Of std::ranges::equal_range clang 14 does not take what it returns.
        auto const begin = std::ranges::lower_bound(m_wanted, way.id, {}, &WantedWay::id);
        auto const end = std::ranges::upper_bound(begin, m_wanted.end(), way.id, {}, &WantedWay::id);
        if (begin == end) return;
        Refs const refs = m_things.nodes.add(way.nodes);
        for (auto wanted = begin; wanted != end; ++wanted) {
            GatheredShape& shape = m_things.shapes[wanted->shape];
            (wanted->inner ? shape.inner : shape.outer).push_back(refs);
            wanted->found = true;
        }
    }

    void take_walk(MapWay const& way, bool closed)
    {
        auto walk = find_walk(way.tags);
        if (!walk || (walk->area && closed)) return; // a surface is a square
        walk->way.osm_id = way.id;
        walk->way.name = m_areas.name(way.tags.get("name"));
        m_things.walks.push_back({*walk, m_things.nodes.add(way.nodes)});
        ++m_things.report.read;
    }

    void take_building(MapWay const& way)
    {
        std::int64_t const corners[]{way.nodes[0], way.nodes[(way.nodes.size() - 1) / 2]};
        m_things.buildings.push_back(
            {way.id, m_things.nodes.add(corners), is_residential(way.tags) && !is_home(way.tags)});
    }

    Areas& m_areas;
    std::vector<WantedWay>& m_wanted;
    Gathered& m_things;
    std::vector<Refs> m_bench_nodes;
};

class NodeVisitor final : public Visitor {
public:
    NodeVisitor(Gathered& things, PlaceRules const& rules) : m_things{things}, m_rules{rules} {}
    using Visitor::visit;
    void visit(MapNode const& node) override
    {
        if (!node.at) return;
        widen(*node.at);
        auto const number = m_things.nodes.find(node.id);
        if (number) m_things.nodes.put(*number, *node.at);
        if (node.tags.empty()) return;
        if (number) {
            if (Meaning const meaning = meaning_of(node.tags); meaning != Meaning{})
                m_things.meanings[*number] = meaning;
        }
        if (is_home(node.tags)) {
            m_things.homes.push_back(make_home('n', node.id, node.tags));
            m_things.homes.back().at = *node.at;
            ++m_things.report.read;
        }
        for (walking::Category const* kind : m_rules.find(node.tags)) {
            m_things.places.push_back(make_place('n', node.id, kind->id, node.tags));
            m_things.places.back().at = to_point(*node.at);
            ++m_things.report.read;
        }
        if (is_bench(node.tags)) {
            m_things.benches.push_back({node.id, *node.at, number});
            ++m_things.report.read;
        }
    }
    [[nodiscard]] bool any() const { return m_any; }
    [[nodiscard]] geo::Box box() const
    {
        geo::Point const low = to_point(m_low);
        geo::Point const high = to_point(m_high);
        return {low.lon, low.lat, high.lon, high.lat};
    }

private:
    void widen(reach::Place32 at)
    {
        m_any = true;
        m_low = {std::min(m_low.lon, at.lon), std::min(m_low.lat, at.lat)};
        m_high = {std::max(m_high.lon, at.lon), std::max(m_high.lat, at.lat)};
    }

    Gathered& m_things;
    PlaceRules const& m_rules;
    bool m_any{false};
    reach::Place32 m_low{1'800'000'000, 900'000'000};
    reach::Place32 m_high{-1'800'000'000, -900'000'000};
};

void merge(Header& header, Header const& other)
{
    // Without a time of the file, the newest of the things counts; a text of year, month and day sorts as time does.
    if (other.timestamp > header.timestamp) header.timestamp = other.timestamp;
}

void take_benches(Gathered& things, std::span<Refs const> nodes)
{
    for (Refs const refs : nodes) {
        std::uint32_t const number = things.nodes.numbers(refs).front();
        if (!things.nodes.is_there(number)) continue;
        things.benches.push_back({0, things.nodes.places()[number], number});
        ++things.report.read;
    }
}

Error nothing_to_walk_on()
{
    return {Trouble::bad_input,
            "osm.empty",
            {},
            "there is no street or path in this file; export a place with its streets"};
}

} // namespace

Result<GatheredFile> gather(Source const& source, PlaceRules const& rules,
                            std::function<void(double part)> const& progress)
{
    GatheredFile file;
    Gathered& things = file.things;
    auto const part = [&](double from, double length) {
        return [&progress, from, length](double done) {
            if (progress) progress(from + length * done);
        };
    };
    WF_TRY(Format const format, find_format(source));
    if (format == Format::pbf) WF_TRY_VOID(check_whole(source));
    Areas areas{things, rules};
    std::vector<WantedWay> wanted;
    RelationVisitor relations{areas, wanted, things};
    WF_TRY(file.header, scan(source, format, Things::relations, relations, part(0, 0.15)));
    std::ranges::stable_sort(wanted, {}, &WantedWay::id);

    WayVisitor ways{areas, wanted, things};
    WF_TRY(Header const header_of_ways, scan(source, format, Things::ways, ways, part(0.15, 0.35)));
    merge(file.header, header_of_ways);
    if (things.walks.empty() && things.squares.empty()) return nothing_to_walk_on();
    if (things.nodes.added() > most_nodes) {
        return Error{Trouble::too_large,
                     "osm.too_large",
                     {},
                     "this is more than a region; cut your municipality out of it, for example: osmium extract -b "
                     "WEST,SOUTH,EAST,NORTH INPUT -o place.osm.pbf"};
    }
    for (WantedWay const& way : wanted) {
        if (!way.found) things.shapes[way.shape].incomplete = true;
    }
    things.nodes.settle();

    NodeVisitor nodes{things, rules};
    WF_TRY(Header const header_of_nodes, scan(source, format, Things::nodes, nodes, part(0.5, 0.5)));
    merge(file.header, header_of_nodes);
    if (things.nodes.found() == 0) {
        return Error{Trouble::bad_input,
                     "osm.no_locations",
                     {},
                     "the streets have no points in this file; make an extract that is complete (osmium extract does)"};
    }
    take_benches(things, ways.bench_nodes());
    if (nodes.any()) things.box = nodes.box();
    return file;
}

} // namespace wf::osm
