// SPDX-License-Identifier: EUPL-1.2
#include "commons/map/ground.hpp"

#include <algorithm>
#include <cmath>

namespace wf::map {
namespace {

constexpr double fine = 16;           // steps to a unit of the drawing
constexpr std::int32_t fine_half = 8; // of the half units that are written
constexpr double tolerance = 0.45 * fine;
constexpr std::int32_t margin = 12 * 16; // wider than half of any stroke
constexpr double furthest = 1 << 29;
constexpr double least_surface = 2.5; // square units: less is hardly seen
constexpr double least_house = 5;
constexpr double house_tolerance = 0.7 * fine; // they have corners, not bends

std::int32_t to_fine(double value)
{
    return static_cast<std::int32_t>(std::lround(std::clamp(value, -furthest, furthest)));
}

std::int32_t to_half(std::int32_t value)
{
    return (value + fine_half / 2) >> 3;
}

void append(std::string& path, std::int32_t number, bool first)
{
    if (!first && number >= 0) path += ' ';
    path += std::to_string(number);
}

/// The part of a segment within the frame; false: none (Liang and Barsky).
bool cut(tile::Point a, tile::Point b, tile::Box const& frame, double& from, double& to)
{
    from = 0;
    to = 1;
    auto const side = [&](double step, double room) {
        if (step == 0) return room >= 0;
        double const at = room / step;
        if (step < 0) from = std::max(from, at);
        else to = std::min(to, at);
        return from <= to;
    };
    double const dx = static_cast<double>(b.x) - a.x;
    double const dy = static_cast<double>(b.y) - a.y;
    return side(-dx, static_cast<double>(a.x) - frame.left) && side(dx, static_cast<double>(frame.right) - a.x) &&
           side(-dy, static_cast<double>(a.y) - frame.top) && side(dy, static_cast<double>(frame.bottom) - a.y);
}

tile::Point between(tile::Point a, tile::Point b, double part)
{
    return {to_fine(a.x + (static_cast<double>(b.x) - a.x) * part),
            to_fine(a.y + (static_cast<double>(b.y) - a.y) * part)};
}

} // namespace

Ground::Ground(View const& view)
    : m_frame{-margin, -margin, static_cast<std::int32_t>(view.width * fine) + margin,
              static_cast<std::int32_t>(view.height * fine) + margin},
      m_left{view.left},
      m_top{view.top},
      m_scale{view.scale * fine}
{
}

void Ground::begin(tile::Address at, std::uint32_t extent)
{
    double const square = std::ldexp(1.0, -static_cast<int>(at.zoom));
    m_step = square / extent * m_scale;
    m_corner = {(at.column * square - m_left) * m_scale, (at.row * square - m_top) * m_scale};
}

bool Ground::place(std::span<tile::Unit const> part)
{
    m_points.clear();
    for (auto const unit : part) {
        m_points.push_back({to_fine(m_corner.x + static_cast<double>(unit.x) * m_step),
                            to_fine(m_corner.y + static_cast<double>(unit.y) * m_step)});
    }
    auto const box = tile::box_of(m_points);
    return box.left <= m_frame.right && box.right >= m_frame.left && box.top <= m_frame.bottom &&
           box.bottom >= m_frame.top && (box.right - box.left >= fine || box.bottom - box.top >= fine);
}

void Ground::surface(Kind kind, tile::ReadLayer const& layer, tile::ReadLayer::Feature const& feature)
{
    bool const house = kind == Kind::building;
    double const least = house ? least_house : least_surface;
    for (std::uint32_t i = 0; i < feature.parts; ++i) {
        if (!place(layer.part(feature.first_part + i))) continue;
        tile::drop_repeated(m_points);
        m_simplifier.ring(m_points, house ? house_tolerance : tolerance);
        clip_ring();
        if (m_points.size() < 3 || std::abs(tile::double_surface(m_points)) < 2 * least * fine * fine) continue;
        write(kind, m_points, true);
    }
}

void Ground::line(Kind kind, tile::ReadLayer const& layer, tile::ReadLayer::Feature const& feature,
                  std::string_view name)
{
    for (std::uint32_t i = 0; i < feature.parts; ++i) {
        if (!place(layer.part(feature.first_part + i))) continue;
        tile::drop_repeated(m_points);
        m_simplifier.line(m_points, tolerance);
        clip_line();
        for (auto& run : m_runs) {
            if (!name.empty()) {
                std::vector<Dot> dots;
                for (auto const point : run) dots.push_back({point.x / fine, point.y / fine});
                auto found = m_named.find(name);
                if (found == m_named.end()) found = m_named.try_emplace(std::string{name}).first;
                found->second.push_back(std::move(dots));
            }
            write(kind, run, false);
        }
    }
}

void Ground::join_named()
{
    auto const meet = [](Dot a, Dot b) { return std::abs(a.x - b.x) < 0.5 && std::abs(a.y - b.y) < 0.5; };
    constexpr std::size_t most = 200; // a street that is cut into more is no street
    for (auto& [name, lines] : m_named) {
        if (lines.size() > most) continue;
        for (std::size_t at = 0; at < lines.size();) {
            auto& line = lines[at];
            std::size_t other = at + 1;
            for (; other < lines.size(); ++other) {
                auto& next = lines[other];
                if (meet(line.front(), next.front()) || meet(line.back(), next.back()))
                    std::reverse(next.begin(), next.end());
                if (meet(line.front(), next.back())) line.swap(next);
                if (meet(line.back(), next.front())) break;
            }
            if (other == lines.size()) {
                ++at;
                continue;
            }
            line.insert(line.end(), lines[other].begin() + 1, lines[other].end());
            lines.erase(lines.begin() + static_cast<std::ptrdiff_t>(other));
        }
    }
}

void Ground::clip_line()
{
    m_runs.clear();
    m_run.clear();
    auto const end_run = [&] {
        if (m_run.size() > 1) m_runs.push_back(m_run);
        m_run.clear();
    };
    for (std::size_t i = 1; i < m_points.size(); ++i) {
        double from = 0;
        double to = 1;
        if (!cut(m_points[i - 1], m_points[i], m_frame, from, to)) {
            end_run();
            continue;
        }
        if (from > 0) end_run();
        if (m_run.empty()) m_run.push_back(between(m_points[i - 1], m_points[i], from));
        m_run.push_back(between(m_points[i - 1], m_points[i], to));
        if (to < 1) end_run();
    }
    end_run();
}

/// One side after the other (Sutherland and Hodgman).
void Ground::clip_ring()
{
    auto const along = [&](auto const& inside, auto const& edge_part) {
        m_run.clear();
        for (std::size_t i = 0; i < m_points.size(); ++i) {
            auto const a = m_points[i];
            auto const b = m_points[i + 1 == m_points.size() ? 0 : i + 1];
            if (inside(a)) m_run.push_back(a);
            if (inside(a) != inside(b)) m_run.push_back(between(a, b, edge_part(a, b)));
        }
        m_points.swap(m_run);
    };
    auto const box = m_points.empty() ? tile::Box{} : tile::box_of(m_points);
    if (m_frame.holds(box)) return;
    using P = tile::Point;
    auto const part = [](double from, double to, double edge) { return (edge - from) / (to - from); };
    along([&](P p) { return p.x >= m_frame.left; }, [&](P a, P b) { return part(a.x, b.x, m_frame.left); });
    along([&](P p) { return p.x <= m_frame.right; }, [&](P a, P b) { return part(a.x, b.x, m_frame.right); });
    along([&](P p) { return p.y >= m_frame.top; }, [&](P a, P b) { return part(a.y, b.y, m_frame.top); });
    along([&](P p) { return p.y <= m_frame.bottom; }, [&](P a, P b) { return part(a.y, b.y, m_frame.bottom); });
}

void Ground::write(Kind kind, std::vector<tile::Point>& points, bool closed)
{
    for (auto& point : points) point = {to_half(point.x), to_half(point.y)};
    tile::drop_repeated(points);
    if (closed) tile::drop_straight(points);
    if (points.size() < (closed ? 3U : 2U)) return;
    auto& path = m_paths[static_cast<std::size_t>(kind)];
    // A step is told from the point before it, and what follows an m is a line: few and short numbers.
    path.data += 'm';
    auto at = path.pen;
    for (bool first = true; auto const point : points) {
        append(path.data, point.x - at.x, first);
        append(path.data, point.y - at.y, false);
        at = point;
        first = false;
    }
    if (closed) path.data += 'z';
    path.pen = closed ? points.front() : at;
}

} // namespace wf::map
