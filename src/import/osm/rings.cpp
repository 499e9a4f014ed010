// SPDX-License-Identifier: EUPL-1.2
#include "import/osm/rings.hpp"

#include "kernel/geo/contains.hpp"

#include <algorithm>
#include <unordered_map>

namespace wf::osm {
namespace {

/// Open pieces by the nodes at their ends.
class Ends {
public:
    explicit Ends(std::span<NodeRing const> pieces) : m_pieces{pieces}, m_used(pieces.size(), false)
    {
        for (std::size_t i = 0; i < pieces.size(); ++i) {
            m_at.emplace(pieces[i].front(), i);
            m_at.emplace(pieces[i].back(), i);
        }
    }
    [[nodiscard]] bool used(std::size_t i) const { return m_used[i]; }
    void use(std::size_t i) { m_used[i] = true; }
    /// The first piece not used yet that has an end there.
    [[nodiscard]] std::optional<std::size_t> find(std::uint32_t node) const
    {
        std::optional<std::size_t> first;
        auto const [begin, end] = m_at.equal_range(node);
        for (auto at = begin; at != end; ++at) {
            if (!m_used[at->second] && (!first || at->second < *first)) first = at->second;
        }
        return first;
    }

private:
    std::span<NodeRing const> m_pieces;
    std::vector<bool> m_used;
    std::unordered_multimap<std::uint32_t, std::size_t> m_at;
};

void append(NodeRing& ring, NodeRing const& piece)
{
    if (piece.front() == ring.back()) ring.insert(ring.end(), piece.begin() + 1, piece.end());
    else ring.insert(ring.end(), piece.rbegin() + 1, piece.rend());
}

geo::Ring to_points(NodeRing const& ring, std::span<reach::Place32 const> places)
{
    geo::Ring points;
    points.reserve(ring.size());
    for (std::uint32_t const node : ring) points.push_back(to_point(places[node]));
    return points;
}

} // namespace

std::optional<std::vector<NodeRing>> join_rings(std::span<NodeRing const> pieces)
{
    std::vector<NodeRing> rings;
    std::vector<NodeRing> open;
    for (NodeRing const& piece : pieces) {
        if (piece.size() < 2) return std::nullopt;
        (piece.front() == piece.back() ? rings : open).push_back(piece);
    }
    Ends ends{open};
    for (std::size_t i = 0; i < open.size(); ++i) {
        if (ends.used(i)) continue;
        ends.use(i);
        NodeRing ring = open[i];
        while (ring.front() != ring.back()) {
            auto const next = ends.find(ring.back());
            if (!next) return std::nullopt;
            ends.use(*next);
            append(ring, open[*next]);
        }
        rings.push_back(std::move(ring));
    }
    if (std::ranges::any_of(rings, [](NodeRing const& ring) { return ring.size() < 4; })) return std::nullopt;
    return rings;
}

geo::MultiPolygon make_shape(std::span<NodeRing const> outer, std::span<NodeRing const> inner,
                             std::span<reach::Place32 const> places)
{
    geo::MultiPolygon shape;
    for (NodeRing const& ring : outer) shape.push_back({to_points(ring, places)});
    for (NodeRing const& ring : inner) {
        geo::Ring hole = to_points(ring, places);
        auto const around = std::ranges::find_if(shape, [&](geo::Polygon const& polygon) {
            return geo::contains(polygon, hole.front());
        });
        if (around != shape.end()) around->push_back(std::move(hole));
    }
    return shape;
}

} // namespace wf::osm
