// SPDX-License-Identifier: EUPL-1.2
#include "import/osm/map_rings.hpp"

#include "import/osm/geometry.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <numeric>
#include <unordered_map>

namespace wf::osm {
namespace {

/// The longest runs of nodes that are in the file.
void add_runs(std::vector<NodeRing>& runs, Refs refs, NodeTable const& nodes)
{
    NodeRing run;
    auto const end_run = [&] {
        if (run.size() >= 2) runs.push_back(std::move(run));
        run = {};
    };
    for (std::uint32_t const number : nodes.numbers(refs)) {
        if (!nodes.is_there(number)) end_run();
        else if (run.empty() || run.back() != number) run.push_back(number);
    }
    end_run();
}

/// For each piece the lowest piece that it hangs together with.
std::vector<std::size_t> group(std::vector<NodeRing> const& pieces)
{
    std::vector<std::size_t> leads(pieces.size());
    std::iota(leads.begin(), leads.end(), std::size_t{0});
    auto const lead_of = [&](std::size_t piece) {
        while (leads[piece] != piece) piece = leads[piece] = leads[leads[piece]];
        return piece;
    };
    std::unordered_map<std::uint32_t, std::size_t> at_node;
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        if (pieces[i].front() == pieces[i].back()) continue; // a ring that touches others is one by itself
        for (std::uint32_t const node : {pieces[i].front(), pieces[i].back()}) {
            auto const [first, added] = at_node.try_emplace(node, i);
            if (added) continue;
            auto const one = lead_of(first->second);
            auto const other = lead_of(i);
            leads[std::max(one, other)] = std::min(one, other);
        }
    }
    for (std::size_t i = 0; i < leads.size(); ++i) leads[i] = lead_of(i);
    return leads;
}

bool is_closed(NodeRing const& line)
{
    return line.size() >= 4 && line.front() == line.back();
}

/// Puts `piece` behind `line` when they share an end.
bool append(NodeRing& line, NodeRing const& piece)
{
    if (line.front() == line.back()) return false;
    if (piece.front() == line.back()) line.insert(line.end(), piece.begin() + 1, piece.end());
    else if (piece.back() == line.back()) line.insert(line.end(), piece.rbegin() + 1, piece.rend());
    else return false;
    return true;
}

/// Joins what shares an end, as far as it goes.
std::vector<NodeRing> chain(std::vector<NodeRing> pieces)
{
    std::vector<NodeRing> chains;
    while (!pieces.empty()) {
        NodeRing line = std::move(pieces.front());
        pieces.erase(pieces.begin());
        for (int turned = 0; turned < 2; ++turned) {
            for (auto at = pieces.begin(); at != pieces.end();) {
                if (!append(line, *at)) {
                    ++at;
                    continue;
                }
                pieces.erase(at);
                at = pieces.begin();
            }
            std::ranges::reverse(line);
        }
        chains.push_back(std::move(line));
    }
    return chains;
}

/// The inside of the file's box, away from its edge.
class Inside {
public:
    explicit Inside(geo::Box const& box)
    {
        double const margin = edge_metres / metres_per_unit * 1e-7;
        double const wide = margin / std::cos((box.south + box.north) / 2 * std::numbers::pi / 180);
        m_low = {box.west + wide, box.south + margin};
        m_high = {box.east - wide, box.north - margin};
    }
    /// The straight line comes into it: what is left of the line after each side has cut it.
    [[nodiscard]] bool meets(geo::Point a, geo::Point b) const
    {
        double from = 0;
        double to = 1;
        auto const cut = [&](double start, double step, double low, double high) {
            if (step == 0) return start > low && start < high;
            double const one = (low - start) / step;
            double const other = (high - start) / step;
            from = std::max(from, std::min(one, other));
            to = std::min(to, std::max(one, other));
            return from < to;
        };
        return cut(a.lon, b.lon - a.lon, m_low.lon, m_high.lon) && cut(a.lat, b.lat - a.lat, m_low.lat, m_high.lat);
    }

private:
    geo::Point m_low;
    geo::Point m_high;
};

/// Two ends of open lines, and how far they lie apart.
struct Gap {
    double metres{0};
    std::size_t one{0};   ///< line
    std::size_t other{0}; ///< line, the same one where it is to be closed
    bool from_front{false};
    bool to_front{false};
};

std::optional<Gap> find_gap(std::vector<NodeRing> const& lines, std::vector<reach::Place32> const& places,
                            Inside const& inside)
{
    std::optional<Gap> least;
    auto const look = [&](Gap gap) {
        auto const place = [&](std::size_t line, bool front) {
            return places[front ? lines[line].front() : lines[line].back()];
        };
        auto const a = place(gap.one, gap.from_front);
        auto const b = place(gap.other, gap.to_front);
        gap.metres = metres_between(a, b);
        if (least && least->metres <= gap.metres) return;
        if (!inside.meets(reach::to_point(a), reach::to_point(b))) least = gap;
    };
    for (std::size_t one = 0; one < lines.size(); ++one) {
        if (lines[one].size() >= 3) look({0, one, one, false, true});
        for (std::size_t other = one + 1; other < lines.size(); ++other) {
            for (bool const from : {false, true}) {
                for (bool const to : {false, true}) look({0, one, other, from, to});
            }
        }
    }
    return least;
}

/// Closes lines at the edge, nearest ends first; what cannot be closed stays in `lines`.
std::vector<NodeRing> close_at_edge(std::vector<NodeRing>& lines, std::vector<reach::Place32> const& places,
                                    Inside const& inside)
{
    std::vector<NodeRing> rings;
    while (auto const gap = find_gap(lines, places, inside)) {
        NodeRing& line = lines[gap->one];
        if (gap->one == gap->other) {
            line.push_back(line.front());
            rings.push_back(std::move(line));
            lines.erase(lines.begin() + static_cast<std::ptrdiff_t>(gap->one));
            continue;
        }
        NodeRing& next = lines[gap->other];
        if (gap->from_front) std::ranges::reverse(line);
        if (!gap->to_front) std::ranges::reverse(next);
        line.insert(line.end(), next.begin(), next.end());
        lines.erase(lines.begin() + static_cast<std::ptrdiff_t>(gap->other));
    }
    return rings;
}

} // namespace

ClosedRings close_rings(std::vector<Refs> const& pieces, NodeTable const& nodes,
                        std::optional<geo::Box> const& file_box)
{
    ClosedRings closed;
    std::vector<NodeRing> lines;
    for (Refs const refs : pieces) add_runs(lines, refs, nodes);
    auto const leads = group(lines);
    std::vector<std::vector<NodeRing>> groups(lines.size());
    for (std::size_t i = 0; i < lines.size(); ++i) groups[leads[i]].push_back(std::move(lines[i]));
    std::vector<NodeRing> open;
    for (auto const& some : groups) {
        if (some.empty()) continue;
        if (auto rings = join_rings(some)) {
            std::move(rings->begin(), rings->end(), std::back_inserter(closed.rings));
            continue;
        }
        for (auto& line : chain(some)) (is_closed(line) ? closed.rings : open).push_back(std::move(line));
    }
    // Of very many loose ends (a damaged file) none is joined: all pairs are looked at.
    constexpr std::size_t most_open = 200;
    if (file_box && open.size() <= most_open) {
        auto at_edge = close_at_edge(open, nodes.places(), Inside{*file_box});
        std::move(at_edge.begin(), at_edge.end(), std::back_inserter(closed.rings));
    }
    closed.left_over = !open.empty();
    return closed;
}

} // namespace wf::osm
