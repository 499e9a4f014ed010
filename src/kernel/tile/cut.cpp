// SPDX-License-Identifier: EUPL-1.2
#include "kernel/tile/cut.hpp"

#include "kernel/tile/simplify.hpp"

#include <algorithm>
#include <cmath>

namespace wf::tile {

namespace {

Point rounded(double x, double y)
{
    return {static_cast<std::int32_t>(std::floor(x + 0.5)), static_cast<std::int32_t>(std::floor(y + 0.5))};
}

} // namespace

Cutter::Cutter(std::uint32_t squares, std::uint32_t extent, std::uint32_t buffer, Pieces& into)
    : m_squares{static_cast<std::int32_t>(squares)},
      m_extent{static_cast<std::int32_t>(extent)},
      m_buffer{static_cast<std::int32_t>(buffer)},
      m_into{into}
{
}

Cutter::Range Cutter::squares_of(Frame const& frame) const
{
    auto const square = [&](double at) {
        return static_cast<std::int32_t>(std::clamp(std::floor(at / m_extent), 0.0, m_squares - 1.0));
    };
    return {square(frame.left - m_buffer), square(frame.top - m_buffer), square(frame.right + m_buffer),
            square(frame.bottom + m_buffer)};
}

Cutter::Range Cutter::both(Range const& a, Range const& b)
{
    return {std::max(a.left, b.left), std::max(a.top, b.top), std::min(a.right, b.right), std::min(a.bottom, b.bottom)};
}

Cutter::Frame Cutter::frame_of(Range const& range) const
{
    double const extent = m_extent;
    return {range.left * extent - m_buffer, range.top * extent - m_buffer, (range.right + 1) * extent + m_buffer,
            (range.bottom + 1) * extent + m_buffer};
}

Cutter::Frame Cutter::frame_of(std::span<Point const> points)
{
    Box const box = box_of(points);
    return {static_cast<double>(box.left), static_cast<double>(box.top), static_cast<double>(box.right),
            static_cast<double>(box.bottom)};
}

bool Cutter::within(Frame const& inner, Frame const& outer)
{
    return inner.left >= outer.left && inner.top >= outer.top && inner.right <= outer.right &&
           inner.bottom <= outer.bottom;
}

void Cutter::halve(Range const& range, Range& first, Range& second)
{
    first = second = range;
    if (range.right - range.left >= range.bottom - range.top) {
        first.right = range.left + (range.right - range.left) / 2;
        second.left = first.right + 1;
    } else {
        first.bottom = range.top + (range.bottom - range.top) / 2;
        second.top = first.bottom + 1;
    }
}

void Cutter::add(Range const& square, std::span<Point const> points, bool outline)
{
    auto const begin = static_cast<std::uint32_t>(m_into.points.size());
    std::int32_t const west = square.left * m_extent;
    std::int32_t const north = square.top * m_extent;
    for (Point const point : points) {
        m_into.points.push_back(
            {static_cast<std::int16_t>(point.x - west), static_cast<std::int16_t>(point.y - north)});
    }
    m_into.list.push_back({(static_cast<std::uint64_t>(square.left) << 32) | static_cast<std::uint32_t>(square.top),
                           m_feature, begin, static_cast<std::uint32_t>(points.size()), outline});
}

void Cutter::spot(Point point)
{
    Range const square{point.x / m_extent, point.y / m_extent, 0, 0};
    add(square, {&point, 1}, true);
}

// ---- Lines: whole segments are handed down, and cut in the last square only ------------------------------------------

void Cutter::line(std::span<Point const> points)
{
    if (points.size() < 2) return;
    divide_line(points, squares_of(frame_of(points)));
}

bool Cutter::part_within(Point a, Point b, Frame const& frame, Part& part)
{
    part = {};
    double const dx = static_cast<double>(b.x) - a.x;
    double const dy = static_cast<double>(b.y) - a.y;
    auto const keep = [&](double along, double room) {
        if (along == 0) return room >= 0;
        double const at = room / along;
        if (along > 0) {
            part.to = std::min(part.to, at);
        } else {
            part.from = std::max(part.from, at);
        }
        return part.from <= part.to;
    };
    return keep(-dx, a.x - frame.left) && keep(dx, frame.right - a.x) && keep(-dy, a.y - frame.top) &&
           keep(dy, frame.bottom - a.y);
}

void Cutter::divide_line(std::span<Point const> points, Range const& range)
{
    if (range.one()) {
        cut_line(points, range);
        return;
    }
    Range halves[2];
    halve(range, halves[0], halves[1]);
    for (Range const& half : halves) {
        Frame const frame = frame_of(half);
        std::size_t begin = 0;
        while (begin + 1 < points.size()) {
            Part part;
            std::size_t end = begin;
            while (end + 1 < points.size() && part_within(points[end], points[end + 1], frame, part)) ++end;
            if (end > begin) {
                auto const run = points.subspan(begin, end - begin + 1);
                Range const narrow = both(half, squares_of(frame_of(run)));
                if (narrow.left <= narrow.right && narrow.top <= narrow.bottom) divide_line(run, narrow);
            }
            begin = end + 1;
        }
    }
}

void Cutter::add_line(Range const& square)
{
    if (m_run.size() >= 2) add(square, m_run, true);
    m_run.clear();
}

void Cutter::cut_line(std::span<Point const> points, Range const& square)
{
    Frame const frame = frame_of(square);
    if (within(frame_of(points), frame)) {
        add(square, points, true);
        return;
    }
    m_run.clear();
    auto const visit = [&](Point point) {
        if (m_run.empty() || m_run.back() != point) m_run.push_back(point);
    };
    for (std::size_t i = 0; i + 1 < points.size(); ++i) {
        Point const a = points[i];
        Point const b = points[i + 1];
        Part part;
        if (!part_within(a, b, frame, part)) {
            add_line(square);
            continue;
        }
        auto const at = [&](double share) {
            double const x = a.x + share * (static_cast<double>(b.x) - a.x);
            double const y = a.y + share * (static_cast<double>(b.y) - a.y);
            return rounded(std::clamp(x, frame.left, frame.right), std::clamp(y, frame.top, frame.bottom));
        };
        if (part.from > 0) add_line(square); // a piece that left ends here, at the next one or at a segment outside
        visit(part.from > 0 ? at(part.from) : a);
        visit(part.to < 1 ? at(part.to) : b);
    }
    add_line(square);
}

// ---- Rings: cut at each half, in fractions of units, and rounded in the last square only -----------------------------

void Cutter::ring(std::span<Point const> points, bool outline)
{
    if (points.size() < 3) return;
    Frame const frame = frame_of(points);
    Range const range = squares_of(frame);
    if (range.one() && within(frame, frame_of(range))) {
        m_run.assign(points.begin(), points.end());
        add_ring(range, outline);
        return;
    }
    std::vector<Vertex> ring;
    ring.reserve(points.size());
    for (Point const point : points) ring.push_back({static_cast<double>(point.x), static_cast<double>(point.y)});
    divide_ring(ring, range, outline);
}

void Cutter::cut_ring(std::vector<Vertex> const& ring, Side side, double at, std::vector<Vertex>& left_over)
{
    bool const upright = side == Side::left || side == Side::right;
    double const sign = side == Side::left || side == Side::top ? 1 : -1;
    auto const room = [&](Vertex v) { return sign * ((upright ? v.x : v.y) - at); };
    auto const meet = [&](Vertex a, Vertex b) -> Vertex {
        // From the same end whichever way the edge runs: neighbours that share it are cut at one point.
        if (upright ? b.x < a.x : b.y < a.y) std::swap(a, b);
        if (upright) return {at, a.y + (b.y - a.y) * ((at - a.x) / (b.x - a.x))};
        return {a.x + (b.x - a.x) * ((at - a.y) / (b.y - a.y)), at};
    };
    left_over.clear();
    for (std::size_t i = 0; i < ring.size(); ++i) {
        Vertex const a = ring[i];
        Vertex const b = ring[i + 1 == ring.size() ? 0 : i + 1];
        double const room_a = room(a);
        double const room_b = room(b);
        if (room_a >= 0) left_over.push_back(a);
        if ((room_a > 0 && room_b < 0) || (room_a < 0 && room_b > 0)) left_over.push_back(meet(a, b));
    }
}

void Cutter::divide_ring(std::vector<Vertex> const& ring, Range const& range, bool outline)
{
    if (range.one()) {
        finish_ring(ring, range, outline);
        return;
    }
    Range halves[2];
    halve(range, halves[0], halves[1]);
    bool const upright = halves[0].right < range.right;
    std::vector<Vertex> rest;
    for (int which = 0; which < 2; ++which) {
        Frame const limit = frame_of(halves[which]);
        if (which == 0) {
            cut_ring(ring, upright ? Side::right : Side::bottom, upright ? limit.right : limit.bottom, rest);
        } else {
            cut_ring(ring, upright ? Side::left : Side::top, upright ? limit.left : limit.top, rest);
        }
        if (rest.size() < 3) continue;
        Frame frame{rest[0].x, rest[0].y, rest[0].x, rest[0].y};
        for (Vertex const v : rest) {
            frame.left = std::min(frame.left, v.x);
            frame.right = std::max(frame.right, v.x);
            frame.top = std::min(frame.top, v.y);
            frame.bottom = std::max(frame.bottom, v.y);
        }
        Range const narrow = both(halves[which], squares_of(frame));
        if (narrow.left <= narrow.right && narrow.top <= narrow.bottom) divide_ring(rest, narrow, outline);
    }
}

void Cutter::finish_ring(std::vector<Vertex> const& ring, Range const& square, bool outline)
{
    Frame const frame = frame_of(square);
    std::vector<Vertex> one;
    std::vector<Vertex> other;
    cut_ring(ring, Side::left, frame.left, one);
    cut_ring(one, Side::right, frame.right, other);
    cut_ring(other, Side::top, frame.top, one);
    cut_ring(one, Side::bottom, frame.bottom, other);
    m_run.clear();
    for (Vertex const v : other) m_run.push_back(rounded(v.x, v.y));
    drop_straight(m_run);
    add_ring(square, outline);
}

void Cutter::add_ring(Range const& square, bool outline)
{
    double const surface = double_surface(m_run);
    if (m_run.size() < 3 || std::abs(surface) < 2) return;
    if ((surface > 0) != outline) std::reverse(m_run.begin() + 1, m_run.end());
    add(square, m_run, outline);
}

} // namespace wf::tile
