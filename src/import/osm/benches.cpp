// SPDX-License-Identifier: EUPL-1.2
#include "import/osm/geometry.hpp"
#include "import/osm/runs.hpp"

#include <algorithm>
#include <limits>

namespace wf::osm {
namespace {

/// Where a bench comes into a street.
struct Spot {
    std::uint32_t run{0};
    std::uint32_t line{0}; ///< between node `line` and the next
    Foot foot{0, std::numeric_limits<double>::infinity()};
};

/// Benches by cell; a line looks for those near it, as there are far fewer benches than lines.
class Grid {
public:
    explicit Grid(std::span<Bench const> benches)
    {
        for (std::size_t i = 0; i < benches.size(); ++i) m_cells[Cells::key(m_grid.at(benches[i].at))].push_back(i);
    }
    template <class Use>
    void each_near(reach::Place32 a, reach::Place32 b, Use const& use) const
    {
        Cells::Cell const from = m_grid.at(a);
        Cells::Cell const to = m_grid.at(b);
        auto const [west, east] = std::minmax(from.x, to.x);
        auto const [south, north] = std::minmax(from.y, to.y);
        if (std::int64_t{east} - west > 1000 || std::int64_t{north} - south > 1000) return; // a line of 100 km
        for (std::int32_t y = south - 1; y <= north + 1; ++y) {
            for (std::int32_t x = west - 1; x <= east + 1; ++x) {
                auto const cell = m_cells.find(Cells::key({x, y}));
                if (cell != m_cells.end()) std::ranges::for_each(cell->second, use);
            }
        }
    }

private:
    Cells m_grid{100};
    std::unordered_map<std::uint64_t, std::vector<std::size_t>> m_cells;
};

std::vector<Spot> find_spots(Runs const& runs, std::span<Bench const> benches)
{
    std::vector<Spot> spots(benches.size());
    Grid const grid{benches};
    for (std::uint32_t r = 0; r < runs.runs.size(); ++r) {
        reach::Road const road = runs.streets[runs.runs[r].street].way.road;
        if (road == reach::Road::steps || road == reach::Road::ferry) continue;
        auto const nodes = runs.nodes_of(runs.runs[r]);
        for (std::uint32_t line = 0; line + 1 < nodes.size(); ++line) {
            reach::Place32 const a = runs.places[nodes[line]];
            reach::Place32 const b = runs.places[nodes[line + 1]];
            grid.each_near(a, b, [&](std::size_t bench) {
                Foot const foot = foot_on_line(benches[bench].at, a, b);
                if (foot.metres < spots[bench].foot.metres) spots[bench] = {r, line, foot};
            });
        }
    }
    return spots;
}

struct Insertion {
    Spot spot;
    std::uint32_t node{0};
};

/// The rows anew, with the made nodes in their places.
void insert(Runs& runs, std::vector<Insertion>& insertions)
{
    std::ranges::stable_sort(insertions, {}, [](Insertion const& one) {
        return std::tuple{one.spot.run, one.spot.line, one.spot.foot.along};
    });
    std::vector<std::uint32_t> nodes;
    nodes.reserve(runs.nodes.size() + insertions.size());
    auto next = insertions.begin();
    for (std::uint32_t r = 0; r < runs.runs.size(); ++r) {
        Run& run = runs.runs[r];
        auto const row = runs.nodes_of(run);
        auto const first = static_cast<std::uint32_t>(nodes.size());
        for (std::uint32_t i = 0; i < row.size(); ++i) {
            nodes.push_back(row[i]);
            for (; next != insertions.end() && next->spot.run == r && next->spot.line == i; ++next) {
                nodes.push_back(next->node);
            }
        }
        run.first = first;
        run.count = static_cast<std::uint32_t>(nodes.size()) - first;
    }
    runs.nodes = std::move(nodes);
}

} // namespace

void place_benches(Runs& runs, Gathered& things)
{
    std::vector<bool> walked(runs.places.size());
    for (std::uint32_t const node : runs.nodes) walked[node] = true;
    std::vector<Bench> beside;
    for (Bench const& bench : things.benches) {
        if (!bench.node || !walked[*bench.node]) beside.push_back(bench);
    }
    auto const spots = find_spots(runs, beside);
    std::vector<Insertion> insertions;
    for (std::size_t i = 0; i < beside.size(); ++i) {
        Spot const& spot = spots[i];
        if (spot.foot.metres > bench_metres) {
            things.report.refuse(0, "osm.bench_far",
                                 "bench " + std::to_string(beside[i].osm_id) + " stands at no street");
            ++things.set_aside;
            continue;
        }
        auto const nodes = runs.nodes_of(runs.runs[spot.run]);
        insertions.push_back({spot, static_cast<std::uint32_t>(runs.places.size())});
        runs.places.push_back(
            point_on_line(runs.places[nodes[spot.line]], runs.places[nodes[spot.line + 1]], spot.foot.along));
        runs.bench.push_back(beside[i].osm_id);
    }
    insert(runs, insertions);
}

} // namespace wf::osm
