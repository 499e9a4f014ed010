// SPDX-License-Identifier: EUPL-1.2
#include "kernel/reach/locate_grid.hpp"

#include "base/check.hpp"

#include <limits>
#include <numbers>

namespace wf::reach {
namespace {

constexpr double cell_metres = 50;
constexpr double least_cells = 65'536;
constexpr double most_cells_a_piece = 16;

} // namespace

Flat flat_at(double latitude)
{
    constexpr double long_radius = 6'378'137.0;
    constexpr double eccentricity_squared = 6.694379990141317e-3;
    constexpr double radians_per_degree = std::numbers::pi / 180;
    double const sine = std::sin(latitude * radians_per_degree);
    double const bend = 1 - eccentricity_squared * sine * sine;
    double const vertical = long_radius / std::sqrt(bend);
    double const meridian = vertical * (1 - eccentricity_squared) / bend;
    return {vertical * std::cos(latitude * radians_per_degree) * radians_per_degree, meridian * radians_per_degree};
}

double metres_between(geo::Point a, geo::Point b, Flat flat)
{
    return std::hypot((b.lon - a.lon) * flat.per_lon, (b.lat - a.lat) * flat.per_lat);
}

Hit nearest_on(Piece const& piece, std::size_t index, geo::Point point, Flat flat)
{
    geo::Point const a = to_point(piece.a);
    geo::Point const b = to_point(piece.b);
    double const ax = (a.lon - point.lon) * flat.per_lon;
    double const ay = (a.lat - point.lat) * flat.per_lat;
    double const bx = (b.lon - point.lon) * flat.per_lon;
    double const by = (b.lat - point.lat) * flat.per_lat;
    double const dx = bx - ax;
    double const dy = by - ay;
    double const length = dx * dx + dy * dy;
    double const along = -(ax * dx + ay * dy);
    if (!(along > 0)) return {index, 0, ax * ax + ay * ay};
    if (!(along < length)) return {index, 1, bx * bx + by * by};
    double const part = along / length;
    double const x = ax + part * dx;
    double const y = ay + part * dy;
    return {index, part, x * x + y * y};
}

/// The columns that the piece touches in each row, found from where it stands at the row's south and north side; a
/// centimetre more at each side, so that rounding leaves no cell out.
template <class Visit>
void PieceGrid::visit_cells_of(Piece const& piece, Visit const& visit) const
{
    double const ax = static_cast<double>(piece.a.lon - m_west);
    double const ay = static_cast<double>(piece.a.lat - m_south);
    double const bx = static_cast<double>(piece.b.lon - m_west);
    double const by = static_cast<double>(piece.b.lat - m_south);
    auto const cell = [](double at, double size, std::int64_t number) {
        return std::clamp(static_cast<std::int64_t>(std::floor(at / size)), std::int64_t{0}, number - 1);
    };
    std::int64_t const bottom = cell(std::min(ay, by) - 1, m_cell_lat, m_rows);
    std::int64_t const top = cell(std::max(ay, by) + 1, m_cell_lat, m_rows);
    for (std::int64_t row = bottom; row <= top; ++row) {
        double west = std::min(ax, bx);
        double east = std::max(ax, bx);
        if (bottom != top && ay != by) {
            auto const at = [&](double y) { return ax + std::clamp((y - ay) / (by - ay), 0.0, 1.0) * (bx - ax); };
            double const south_x = at(static_cast<double>(row) * m_cell_lat - 1);
            double const north_x = at(static_cast<double>(row + 1) * m_cell_lat + 1);
            west = std::min(south_x, north_x);
            east = std::max(south_x, north_x);
        }
        std::int64_t const right = cell(east + 1, m_cell_lon, m_columns);
        for (std::int64_t column = cell(west - 1, m_cell_lon, m_columns); column <= right; ++column) {
            visit(static_cast<std::size_t>(row * m_columns + column));
        }
    }
}

void PieceGrid::choose_cells()
{
    constexpr auto highest = std::numeric_limits<std::int64_t>::max();
    constexpr auto lowest = std::numeric_limits<std::int64_t>::min();
    m_west = highest;
    m_south = highest;
    std::int64_t east = lowest;
    std::int64_t north = lowest;
    for (auto const& piece : m_pieces) {
        for (Place32 const at : {piece.a, piece.b}) {
            m_west = std::min<std::int64_t>(m_west, at.lon);
            m_south = std::min<std::int64_t>(m_south, at.lat);
            east = std::max<std::int64_t>(east, at.lon);
            north = std::max<std::int64_t>(north, at.lat);
        }
    }
    Flat const flat = flat_at(static_cast<double>(m_south + north) / 2 * 1e-7);
    m_cell_lat = cell_metres / flat.per_lat * 1e7;
    m_cell_lon = cell_metres / std::max(flat.per_lon, 1000.0) * 1e7;
    double const most = std::max(least_cells, most_cells_a_piece * static_cast<double>(m_pieces.size()));
    auto const number = [](std::int64_t size, double cell) { return std::floor(static_cast<double>(size) / cell) + 1; };
    while (number(east - m_west, m_cell_lon) * number(north - m_south, m_cell_lat) > most) {
        m_cell_lon *= 1.5;
        m_cell_lat *= 1.5;
    }
    m_columns = static_cast<std::int64_t>(number(east - m_west, m_cell_lon));
    m_rows = static_cast<std::int64_t>(number(north - m_south, m_cell_lat));
}

PieceGrid::PieceGrid(std::vector<Piece> pieces) : m_pieces{std::move(pieces)}
{
    WF_CHECK(std::is_sorted(m_pieces.begin(), m_pieces.end(),
                            [](Piece const& one, Piece const& other) { return one.edge < other.edge; }));
    if (m_pieces.empty()) return;
    choose_cells();
    m_first.assign(static_cast<std::size_t>(m_columns * m_rows) + 1, 0);
    for (auto const& piece : m_pieces) {
        visit_cells_of(piece, [&](std::size_t cell) { ++m_first[cell + 1]; });
    }
    for (std::size_t cell = 1; cell < m_first.size(); ++cell) m_first[cell] += m_first[cell - 1];
    m_listed.resize(m_first.back());
    auto next = m_first;
    for (std::size_t index = 0; index < m_pieces.size(); ++index) {
        visit_cells_of(m_pieces[index],
                       [&](std::size_t cell) { m_listed[next[cell]++] = static_cast<std::uint32_t>(index); });
    }
}

} // namespace wf::reach
