// SPDX-License-Identifier: EUPL-1.2
#include "kernel/tile/simplify.hpp"

#include <cmath>

namespace wf::tile {

namespace {

constexpr std::size_t stride = 1024;

/// How far points are from a straight piece, as squares times `scale()`: comparing these needs no division.
class Straight {
public:
    Straight(Point a, Point b)
        : m_a{a},
          m_b{b},
          m_dx{std::int64_t{b.x} - a.x},
          m_dy{std::int64_t{b.y} - a.y},
          m_length{m_dx * m_dx + m_dy * m_dy}
    {
    }
    [[nodiscard]] double scale() const { return m_length == 0 ? 1.0 : static_cast<double>(m_length); }
    [[nodiscard]] double far(Point p) const
    {
        std::int64_t const x = std::int64_t{p.x} - m_a.x;
        std::int64_t const y = std::int64_t{p.y} - m_a.y;
        std::int64_t const along = x * m_dx + y * m_dy;
        if (along <= 0) return static_cast<double>(x * x + y * y) * scale();
        if (along >= m_length) {
            std::int64_t const beyond_x = std::int64_t{p.x} - m_b.x;
            std::int64_t const beyond_y = std::int64_t{p.y} - m_b.y;
            return static_cast<double>(beyond_x * beyond_x + beyond_y * beyond_y) * scale();
        }
        auto const across = static_cast<double>(m_dx * y - m_dy * x);
        return across * across;
    }

private:
    Point m_a;
    Point m_b;
    std::int64_t m_dx;
    std::int64_t m_dy;
    std::int64_t m_length; ///< squared
};

} // namespace

void Simplifier::mark(std::vector<Point> const& points, double tolerance, std::size_t also_kept)
{
    std::size_t const last = points.size() - 1;
    m_kept.assign(points.size(), 0);
    m_kept[0] = m_kept[last] = m_kept[also_kept] = 1;
    for (std::size_t i = stride; i < last; i += stride) m_kept[i] = 1;
    m_waiting.clear();
    for (std::size_t from = 0, to = 1; to <= last; ++to) {
        if (m_kept[to] == 0) continue;
        m_waiting.emplace_back(from, to);
        from = to;
    }
    double const limit = tolerance * tolerance;
    while (!m_waiting.empty()) {
        auto const [from, to] = m_waiting.back();
        m_waiting.pop_back();
        Straight const straight{points[from], points[to]};
        double worst = limit * straight.scale();
        std::size_t at = from;
        for (std::size_t i = from + 1; i < to; ++i) {
            double const far = straight.far(points[i]);
            if (far > worst) {
                worst = far;
                at = i;
            }
        }
        if (at == from) continue;
        m_kept[at] = 1;
        m_waiting.emplace_back(from, at);
        m_waiting.emplace_back(at, to);
    }
}

void Simplifier::keep_marked(std::vector<Point>& points)
{
    std::size_t kept = 0;
    for (std::size_t i = 0; i < points.size(); ++i) {
        if (m_kept[i] != 0) points[kept++] = points[i];
    }
    points.resize(kept);
}

void Simplifier::line(std::vector<Point>& points, double tolerance)
{
    if (tolerance <= 0 || points.size() < 3) return;
    mark(points, tolerance, 0);
    keep_marked(points);
}

void Simplifier::ring(std::vector<Point>& points, double tolerance)
{
    if (tolerance <= 0 || points.size() < 4) return;
    Straight const first{points[0], points[0]};
    std::size_t furthest = 0;
    double far = 0;
    for (std::size_t i = 1; i < points.size(); ++i) {
        double const this_far = first.far(points[i]);
        if (this_far > far) {
            far = this_far;
            furthest = i;
        }
    }
    points.push_back(points[0]);
    mark(points, tolerance, furthest);
    keep_marked(points);
    points.pop_back();
    drop_straight(points);
}

void drop_repeated(std::vector<Point>& points)
{
    points.erase(std::unique(points.begin(), points.end()), points.end());
}

void drop_straight(std::vector<Point>& ring)
{
    std::size_t end = 0; // ring[0, end) is done
    for (std::size_t i = 0; i < ring.size(); ++i) {
        Point const point = ring[i];
        while (end >= 2 && turn(ring[end - 2], ring[end - 1], point) == 0) --end;
        if (end >= 1 && ring[end - 1] == point) continue;
        ring[end++] = point;
    }
    std::size_t begin = 0;
    while (end - begin >= 3) {
        if (turn(ring[end - 2], ring[end - 1], ring[begin]) == 0) {
            --end;
        } else if (turn(ring[end - 1], ring[begin], ring[begin + 1]) == 0) {
            ++begin;
        } else {
            break;
        }
    }
    ring.resize(end);
    ring.erase(ring.begin(), ring.begin() + static_cast<std::ptrdiff_t>(begin));
}

} // namespace wf::tile
