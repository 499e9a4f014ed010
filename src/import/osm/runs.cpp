// SPDX-License-Identifier: EUPL-1.2
#include "import/osm/runs.hpp"

#include "import/osm/shapes.hpp"
#include "import/osm/squares.hpp"

#include <algorithm>

namespace wf::osm {
namespace {

/// The part of a way between two gaps in the file.
class Row {
public:
    explicit Row(Runs& runs, std::uint32_t street) : m_runs{runs}, m_street{street} {}
    void add(std::uint32_t node)
    {
        if (m_row.empty() || m_row.back() != node) m_row.push_back(node);
    }
    void end()
    {
        if (m_row.size() >= 2) {
            m_runs.add(m_street, m_row);
            m_any = true;
        }
        m_row.clear();
    }
    [[nodiscard]] bool any() const { return m_any; }

private:
    Runs& m_runs;
    std::uint32_t m_street;
    std::vector<std::uint32_t> m_row;
    bool m_any{false};
};

void add_way(Runs& runs, GatheredWalk const& way, Gathered& things)
{
    auto const street = static_cast<std::uint32_t>(runs.streets.size());
    runs.streets.push_back(way.walk);
    Row row{runs, street};
    bool cut = false;
    for (std::uint32_t const node : things.nodes.numbers(way.nodes)) {
        if (things.nodes.is_there(node)) {
            row.add(node);
        } else {
            cut = true;
            row.end();
        }
    }
    row.end();
    std::string const name = "way " + std::to_string(way.walk.way.osm_id);
    if (!row.any()) {
        things.report.refuse(0, "osm.incomplete_way", name + " has fewer than two points in this file");
    } else if (cut) {
        ++things.report.read; // the part that is missing
        things.report.refuse(0, "osm.cut_way", name + " goes on outside this file; the part inside is kept");
    }
}

void add_square(Runs& runs, AreaSquare const& square, Gathered& things, std::vector<bool> const& walked)
{
    auto const closed = close_shape(things.shapes[square.shape], things.nodes);
    if (!closed) {
        things.report.refuse(0, "osm.incomplete_square",
                             "the outline of square " + std::to_string(square.walk.way.osm_id) +
                                 " is not complete in this file");
        return;
    }
    auto const crossed = cross_square(closed->outer, closed->inner, things.nodes.places(),
                                      [&](std::uint32_t node) { return walked[node]; });
    auto const street = static_cast<std::uint32_t>(runs.streets.size());
    runs.streets.push_back(square.walk);
    for (auto const& [from, to] : crossed.lines) {
        std::uint32_t const row[]{from, to};
        runs.add(street, row);
    }
    for (NodeRing const& ring : crossed.outlines) runs.add(street, ring);
}

/// Outlines of squares that touch each other are doors of one another.
std::vector<bool> find_walked(Runs const& runs, Gathered const& things)
{
    std::vector<std::uint8_t> uses(things.nodes.size());
    for (AreaSquare const& square : things.squares) {
        auto const closed = close_shape(things.shapes[square.shape], things.nodes);
        if (!closed) continue;
        for (NodeRing const& ring : closed->outer) {
            for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
                if (uses[ring[i]] < 2) ++uses[ring[i]];
            }
        }
    }
    std::vector<bool> walked(things.nodes.size());
    for (std::uint32_t const node : runs.nodes) walked[node] = true;
    for (std::size_t i = 0; i < uses.size(); ++i) {
        if (uses[i] == 2) walked[i] = true;
    }
    return walked;
}

} // namespace

void Runs::add(std::uint32_t street, std::span<std::uint32_t const> row)
{
    runs.push_back({street, static_cast<std::uint32_t>(nodes.size()), static_cast<std::uint32_t>(row.size())});
    nodes.insert(nodes.end(), row.begin(), row.end());
}

Runs make_runs(Gathered& things)
{
    Runs runs;
    runs.places = things.nodes.places();
    for (GatheredWalk const& way : things.walks) add_way(runs, way, things);
    auto const walked = find_walked(runs, things);
    for (AreaSquare const& square : things.squares) add_square(runs, square, things, walked);
    return runs;
}

} // namespace wf::osm
