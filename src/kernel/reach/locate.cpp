// SPDX-License-Identifier: EUPL-1.2
#include "kernel/reach/locate.hpp"

#include "base/check.hpp"
#include "kernel/reach/locate_grid.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <string>
#include <string_view>
#include <unordered_map>

namespace wf::reach {
namespace {

constexpr double detour_to_own_street = 40;
constexpr double outline_step = 25;
constexpr double inside_step = 10;

/// For each node, how many nodes the part of the network holds that it is in. All edges connect, also steps and a ferry.
std::vector<std::uint32_t> count_connected(Network const& network)
{
    std::vector<std::uint32_t> parent(network.nodes.size());
    std::iota(parent.begin(), parent.end(), 0U);
    auto const top = [&](std::uint32_t node) {
        while (parent[node] != node) node = parent[node] = parent[parent[node]];
        return node;
    };
    for (auto const& edge : network.edges) {
        auto const a = top(edge.from);
        auto const b = top(edge.to);
        parent[std::max(a, b)] = std::min(a, b);
    }
    std::vector<std::uint32_t> size(network.nodes.size(), 0);
    for (std::uint32_t node = 0; node < size.size(); ++node) ++size[top(node)];
    for (std::uint32_t node = 0; node < size.size(); ++node) size[node] = size[top(node)];
    return size;
}

bool is_for_everybody(Way const& way)
{
    return way.road != Road::steps && way.road != Road::ferry && way.access == Access::allowed;
}

std::vector<Piece> collect_pieces(Network const& network, std::size_t least_nodes)
{
    auto const connected = count_connected(network);
    std::size_t const largest = connected.empty() ? 0 : *std::max_element(connected.begin(), connected.end());
    std::size_t const least = std::min(least_nodes, largest);
    std::vector<Piece> pieces;
    pieces.reserve(network.edges.size() + network.bends.size());
    for (std::uint32_t index = 0; index < network.edges.size(); ++index) {
        auto const& edge = network.edges[index];
        if (!is_for_everybody(network.ways[edge.way]) || connected[edge.from] < least) continue;
        Place32 last = network.nodes[edge.from].at;
        for (std::uint32_t i = 0; i < edge.bends; ++i) {
            Place32 const bend = network.bends[edge.first_bend + i];
            pieces.push_back({last, bend, index});
            last = bend;
        }
        pieces.push_back({last, network.nodes[edge.to].at, index});
    }
    return pieces;
}

/// Is a point inside the outline (even-odd)? Sides lie in bands of latitude, so that a question looks at a few of them.
class Inside {
public:
    Inside(std::span<geo::Point const> outline, geo::Box const& box) : m_south{box.south}
    {
        constexpr std::size_t most_bands = 1024;
        m_bands.resize(std::clamp<std::size_t>(outline.size() / 4, 1, most_bands));
        m_height = (box.north - box.south) / static_cast<double>(m_bands.size());
        for (std::size_t i = 0; i < outline.size(); ++i) {
            Side const side{outline[i], outline[(i + 1) % outline.size()]};
            std::size_t const last = band_of(std::max(side.a.lat, side.b.lat));
            for (std::size_t band = band_of(std::min(side.a.lat, side.b.lat)); band <= last; ++band) {
                m_bands[band].push_back(side);
            }
        }
    }
    [[nodiscard]] bool operator()(geo::Point point) const
    {
        bool inside = false;
        for (auto const& [a, b] : m_bands[band_of(point.lat)]) {
            if ((a.lat > point.lat) == (b.lat > point.lat)) continue;
            double const lon = a.lon + (point.lat - a.lat) / (b.lat - a.lat) * (b.lon - a.lon);
            if (point.lon < lon) inside = !inside;
        }
        return inside;
    }

private:
    struct Side {
        geo::Point a;
        geo::Point b;
    };
    [[nodiscard]] std::size_t band_of(double lat) const
    {
        if (!(m_height > 0)) return 0;
        double const last = static_cast<double>(m_bands.size() - 1);
        return static_cast<std::size_t>(std::clamp(std::floor((lat - m_south) / m_height), 0.0, last));
    }
    double m_south;
    double m_height{0};
    std::vector<std::vector<Side>> m_bands;
};

geo::Point between(geo::Point a, geo::Point b, double part)
{
    return {a.lon + part * (b.lon - a.lon), a.lat + part * (b.lat - a.lat)};
}

/// Where the outline is crossed between a and b, one of which is inside it: to a few millimetres.
double find_crossing(Inside const& is_inside, geo::Point a, geo::Point b)
{
    bool const first = is_inside(a);
    double low = 0;
    double high = 1;
    for (int i = 0; i < 12; ++i) {
        double const middle = (low + high) / 2;
        (is_inside(between(a, b, middle)) == first ? low : high) = middle;
    }
    return high;
}

bool is_usable(geo::Point point)
{
    return std::abs(point.lon) <= 180 && std::abs(point.lat) <= 90;
}

} // namespace

struct Locator::Grid {
    Grid(Network const& network, LocateOptions const& wanted)
        : pieces{collect_pieces(network, wanted.least_nodes)}, options{wanted}
    {
        std::vector<std::uint32_t> number(network.names.size());
        for (std::uint32_t name = 0; name < network.names.size(); ++name) {
            number[name] = names.try_emplace(network.names[name], name).first->second;
        }
        street_of.reserve(network.edges.size());
        for (auto const& edge : network.edges) street_of.push_back(number[network.ways[edge.way].name]);
    }

    [[nodiscard]] std::size_t first_piece_of(std::uint32_t edge) const
    {
        auto const& all = pieces.pieces();
        auto const first = std::lower_bound(all.begin(), all.end(), edge, [](Piece const& piece, std::uint32_t wanted) {
            return piece.edge < wanted;
        });
        return static_cast<std::size_t>(first - all.begin());
    }

    /// The part of the edge's length that lies before this point of this piece.
    [[nodiscard]] float fraction_at(std::size_t piece, double along, Flat flat) const
    {
        auto const& all = pieces.pieces();
        std::uint32_t const edge = all[piece].edge;
        std::size_t first = piece;
        while (first > 0 && all[first - 1].edge == edge) --first;
        double before = 0;
        double whole = 0;
        for (std::size_t i = first; i < all.size() && all[i].edge == edge; ++i) {
            double const length = metres_between(to_point(all[i].a), to_point(all[i].b), flat);
            if (i < piece) before += length;
            if (i == piece) before += along * length;
            whole += length;
        }
        return whole > 0 ? static_cast<float>(std::clamp(before / whole, 0.0, 1.0)) : 0.0F;
    }

    [[nodiscard]] Foothold make_foothold(Hit const& hit, geo::Point point) const
    {
        return {pieces.pieces()[hit.piece].edge, fraction_at(hit.piece, hit.along, flat_at(point.lat)),
                static_cast<float>(std::sqrt(hit.square))};
    }

    [[nodiscard]] std::optional<Hit> nearest(geo::Point point, double furthest) const
    {
        return pieces.nearest(point, furthest, [](Piece const&) { return true; });
    }

    [[nodiscard]] std::optional<Foothold> find_inside(std::uint32_t edge, Inside const& is_inside, Flat flat) const;

    PieceGrid pieces;
    LocateOptions options;
    std::unordered_map<std::string, std::uint32_t> names;
    std::vector<std::uint32_t> street_of; ///< of each edge: a number that equal names share
};

/// An edge that crosses the outline is entered where it does so first; one that lies inside as a whole, in its middle.
std::optional<Foothold> Locator::Grid::find_inside(std::uint32_t edge, Inside const& is_inside, Flat flat) const
{
    auto const& all = pieces.pieces();
    std::size_t const first = first_piece_of(edge);
    geo::Point last = to_point(all[first].a);
    bool const starts_inside = is_inside(last);
    for (std::size_t i = first; i < all.size() && all[i].edge == edge; ++i) {
        geo::Point const a = to_point(all[i].a);
        geo::Point const b = to_point(all[i].b);
        double const steps = std::clamp(std::ceil(metres_between(a, b, flat) / inside_step), 1.0, 10'000.0);
        for (double step = 1; step <= steps; ++step) {
            geo::Point const here = step == steps ? b : between(a, b, step / steps);
            if (is_inside(here) != starts_inside) {
                double const along = (step - 1 + find_crossing(is_inside, last, here)) / steps;
                return Foothold{edge, fraction_at(i, along, flat), 0};
            }
            last = here;
        }
    }
    if (!starts_inside) return {};
    return Foothold{edge, 0.5F, 0};
}

Locator::Locator(Network const& network, LocateOptions const& options)
    : m_grid{std::make_unique<Grid>(network, options)}
{
}
Locator::~Locator() = default;
Locator::Locator(Locator&&) noexcept = default;

std::optional<Foothold> Locator::find(geo::Point point) const
{
    auto const hit = m_grid->nearest(point, m_grid->options.furthest_metres);
    if (!hit) return {};
    return m_grid->make_foothold(*hit, point);
}

std::optional<Foothold> Locator::find(geo::Point point, std::string_view street) const
{
    double const furthest = m_grid->options.furthest_metres;
    auto hit = m_grid->nearest(point, furthest);
    if (!hit) return {};
    auto const known = street.empty() ? m_grid->names.end() : m_grid->names.find(std::string{street});
    if (known != m_grid->names.end()) {
        auto const in_street = [&](Piece const& piece) { return m_grid->street_of[piece.edge] == known->second; };
        double const limit = std::min(furthest, std::sqrt(hit->square) + detour_to_own_street);
        if (auto const own = m_grid->pieces.nearest(point, limit, in_street)) hit = own;
    }
    return m_grid->make_foothold(*hit, point);
}

std::vector<Foothold> Locator::find_around(std::span<geo::Point const> outline, double near_metres) const
{
    if (outline.empty() || !std::all_of(outline.begin(), outline.end(), is_usable)) return {};
    geo::Box box{outline[0].lon, outline[0].lat, outline[0].lon, outline[0].lat};
    for (auto const& point : outline) {
        box.west = std::min(box.west, point.lon);
        box.south = std::min(box.south, point.lat);
        box.east = std::max(box.east, point.lon);
        box.north = std::max(box.north, point.lat);
    }
    Flat const flat = flat_at((box.south + box.north) / 2);

    std::vector<Foothold> all;
    std::optional<Foothold> nearest;
    auto const stand_at = [&](geo::Point point) {
        double const furthest = nearest ? static_cast<double>(nearest->metres) : m_grid->options.furthest_metres;
        auto const hit = m_grid->nearest(point, std::max(near_metres, furthest));
        if (!hit) return;
        auto const foothold = m_grid->make_foothold(*hit, point);
        if (!nearest || foothold.metres < nearest->metres) nearest = foothold;
        if (foothold.metres <= near_metres) all.push_back(foothold);
    };
    for (std::size_t i = 0; i < outline.size(); ++i) {
        geo::Point const a = outline[i];
        geo::Point const b = outline[(i + 1) % outline.size()];
        double const steps = std::max(1.0, std::ceil(metres_between(a, b, flat) / outline_step));
        for (double step = 0; step < steps; ++step) stand_at(between(a, b, step / steps));
    }

    if (outline.size() >= 3) {
        Inside const is_inside{outline, box};
        std::vector<std::uint32_t> edges;
        m_grid->pieces.visit_box(box,
                                 [&](std::uint32_t piece) { edges.push_back(m_grid->pieces.pieces()[piece].edge); });
        std::sort(edges.begin(), edges.end());
        edges.erase(std::unique(edges.begin(), edges.end()), edges.end());
        for (auto const edge : edges) {
            if (auto const foothold = m_grid->find_inside(edge, is_inside, flat)) all.push_back(*foothold);
        }
    }
    // Each edge once, by its shortest way in.
    std::stable_sort(all.begin(), all.end(), [](Foothold const& one, Foothold const& other) {
        return one.edge != other.edge ? one.edge < other.edge : one.metres < other.metres;
    });
    all.erase(std::unique(all.begin(), all.end(),
                          [](Foothold const& one, Foothold const& other) { return one.edge == other.edge; }),
              all.end());
    if (all.empty() && nearest) all.push_back(*nearest);
    return all;
}

} // namespace wf::reach
