// SPDX-License-Identifier: EUPL-1.2
// Straight pieces of edges in a grid of cells: what lies nearest to a point, what lies in a box? Only locate.cpp and its tests
// include this header.
// Assumption   within a few kilometres the earth is flat: metres per degree are those of the WGS 84 ellipsoid at the latitude of
//              the point that is asked about.
// Units        metres; places in 1e-7 degrees. A grid has at most 16 cells a piece (or 65,536), so its size does not hang on the
//              extent of the network; cells are 50 m, or wider where that would be too many.
#pragma once

#include "kernel/reach/network.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <optional>
#include <vector>

namespace wf::reach {

struct Flat {
    double per_lon{0}; ///< metres in a degree
    double per_lat{0};
};
[[nodiscard]] Flat flat_at(double latitude);
[[nodiscard]] double metres_between(geo::Point a, geo::Point b, Flat flat);

struct Piece {
    Place32 a;
    Place32 b;
    std::uint32_t edge{0};
};

struct Hit {
    std::size_t piece{0};
    double along{0};  ///< 0 (a) to 1 (b)
    double square{0}; ///< square metres: distance times itself
};
/// The nearest point on the piece; exactly an end where that is nearest, so that pieces that meet there are equally far.
[[nodiscard]] Hit nearest_on(Piece const& piece, std::size_t index, geo::Point point, Flat flat);

class PieceGrid {
public:
    /// Pieces in the order of their edges.
    explicit PieceGrid(std::vector<Piece> pieces);
    [[nodiscard]] std::vector<Piece> const& pieces() const { return m_pieces; }

    /// Among pieces for which keep(piece) holds, at most `furthest` metres away. Of equally near ones the first.
    template <class Keep>
    [[nodiscard]] std::optional<Hit> nearest(geo::Point point, double furthest, Keep const& keep) const;
    /// Calls visit(index of a piece) for all that can have a part in the box; a piece can come more than once.
    template <class Visit>
    void visit_box(geo::Box const& box, Visit const& visit) const;

private:
    template <class Visit>
    void visit_cells_of(Piece const& piece, Visit const& visit) const;
    template <class Visit>
    void visit_ring(std::int64_t column, std::int64_t row, std::int64_t radius, Visit const& visit) const;
    template <class Visit>
    void visit_cell(std::size_t cell, Visit const& visit) const
    {
        for (std::uint32_t i = m_first[cell]; i < m_first[cell + 1]; ++i) visit(m_listed[i]);
    }
    void choose_cells();
    [[nodiscard]] double column_of(double lon) const { return (lon * 1e7 - static_cast<double>(m_west)) / m_cell_lon; }
    [[nodiscard]] double row_of(double lat) const { return (lat * 1e7 - static_cast<double>(m_south)) / m_cell_lat; }

    std::vector<Piece> m_pieces;
    std::int64_t m_west{0};
    std::int64_t m_south{0};
    double m_cell_lon{1};
    double m_cell_lat{1};
    std::int64_t m_columns{0};
    std::int64_t m_rows{0};
    std::vector<std::uint32_t> m_first; ///< of each cell, in m_listed
    std::vector<std::uint32_t> m_listed;
};

template <class Visit>
void PieceGrid::visit_ring(std::int64_t column, std::int64_t row, std::int64_t radius, Visit const& visit) const
{
    std::int64_t const bottom = std::max<std::int64_t>(row - radius, 0);
    std::int64_t const top = std::min(row + radius, m_rows - 1);
    std::int64_t const left = std::max<std::int64_t>(column - radius, 0);
    std::int64_t const right = std::min(column + radius, m_columns - 1);
    for (std::int64_t y = bottom; y <= top; ++y) {
        bool const whole = y == row - radius || y == row + radius;
        auto const start = static_cast<std::size_t>(y * m_columns);
        if (whole) {
            for (std::int64_t x = left; x <= right; ++x) visit_cell(start + static_cast<std::size_t>(x), visit);
            continue;
        }
        if (column - radius >= 0 && column - radius < m_columns) {
            visit_cell(start + static_cast<std::size_t>(column - radius), visit);
        }
        if (column + radius >= 0 && column + radius < m_columns) {
            visit_cell(start + static_cast<std::size_t>(column + radius), visit);
        }
    }
}

template <class Keep>
std::optional<Hit> PieceGrid::nearest(geo::Point point, double furthest, Keep const& keep) const
{
    if (m_pieces.empty() || !(std::abs(point.lon) <= 360) || !(std::abs(point.lat) <= 90)) return {};
    Flat const flat = flat_at(point.lat);
    double const x = column_of(point.lon);
    double const y = row_of(point.lat);
    auto const column = static_cast<std::int64_t>(std::floor(x));
    auto const row = static_cast<std::int64_t>(std::floor(y));
    double const cell_width = m_cell_lon * 1e-7 * flat.per_lon;
    double const cell_height = m_cell_lat * 1e-7 * flat.per_lat;
    auto const outside = [](std::int64_t at, std::int64_t size) {
        return std::max({-at, at - (size - 1), std::int64_t{0}});
    };
    auto const span = [](std::int64_t at, std::int64_t size) {
        return std::max(std::abs(at), std::abs(at - (size - 1)));
    };
    std::int64_t const last = std::max(span(column, m_columns), span(row, m_rows));

    std::optional<Hit> best;
    double limit = furthest * furthest;
    for (std::int64_t radius = std::max(outside(column, m_columns), outside(row, m_rows)); radius <= last; ++radius) {
        // Nothing of this ring or beyond it is nearer than the square inside it reaches.
        double const reach = static_cast<double>(radius) - 1;
        double const seen =
            std::min(std::min(x - static_cast<double>(column), static_cast<double>(column) + 1 - x) * cell_width +
                         reach * cell_width,
                     std::min(y - static_cast<double>(row), static_cast<double>(row) + 1 - y) * cell_height +
                         reach * cell_height);
        if (seen > 0 && seen * seen > limit) break;
        visit_ring(column, row, radius, [&](std::uint32_t index) {
            Piece const& piece = m_pieces[index];
            if (!keep(piece)) return;
            Hit const hit = nearest_on(piece, index, point, flat);
            if (hit.square > limit || (best && hit.square == best->square && index >= best->piece)) return;
            best = hit;
            limit = hit.square;
        });
    }
    return best;
}

template <class Visit>
void PieceGrid::visit_box(geo::Box const& box, Visit const& visit) const
{
    auto const clip = [](double at, std::int64_t size) {
        return static_cast<std::int64_t>(std::clamp(std::floor(at), -1.0, static_cast<double>(size)));
    };
    std::int64_t const left = std::max<std::int64_t>(clip(column_of(box.west), m_columns), 0);
    std::int64_t const right = std::min(clip(column_of(box.east), m_columns), m_columns - 1);
    std::int64_t const bottom = std::max<std::int64_t>(clip(row_of(box.south), m_rows), 0);
    std::int64_t const top = std::min(clip(row_of(box.north), m_rows), m_rows - 1);
    for (std::int64_t y = bottom; y <= top; ++y) {
        for (std::int64_t x = left; x <= right; ++x) visit_cell(static_cast<std::size_t>(y * m_columns + x), visit);
    }
}

} // namespace wf::reach
