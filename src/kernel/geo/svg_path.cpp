// SPDX-License-Identifier: EUPL-1.2
#include "base/check.hpp"
#include "kernel/geo/polygon.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <numbers>

namespace wf::geo {
namespace {

/// A place on the drawing in tenths of its unit.
struct Dot {
    std::int64_t x{0};
    std::int64_t y{0};
    bool operator==(Dot const&) const = default;
};

class Drawing {
public:
    Drawing(Box const& frame, double size) : m_half{size / 2}
    {
        m_centre = {(frame.west + frame.east) / 2, (frame.south + frame.north) / 2};
        m_narrow = std::cos(m_centre.lat * std::numbers::pi / 180);
        double const widest = std::max((frame.east - frame.west) * m_narrow, frame.north - frame.south);
        m_scale = widest > 0 ? size / widest : 0;
    }

    [[nodiscard]] Dot place(Point point) const
    {
        return {tenths(m_half + (point.lon - m_centre.lon) * m_narrow * m_scale),
                tenths(m_half - (point.lat - m_centre.lat) * m_scale)};
    }

private:
    static std::int64_t tenths(double value)
    {
        // What lies this far outside the drawing is not seen; the limit keeps the number a number.
        constexpr double limit = 1e6;
        return std::llround(std::clamp(value, -limit, limit) * 10);
    }

    Point m_centre;
    double m_half;
    double m_narrow{1};
    double m_scale{0};
};

void append(std::string& path, std::int64_t tenths)
{
    if (tenths < 0) path += '-';
    std::int64_t const size = tenths < 0 ? -tenths : tenths;
    path += std::to_string(size / 10);
    if (size % 10 != 0) {
        path += '.';
        path += static_cast<char>('0' + size % 10);
    }
}

void append(std::string& path, char command, Dot dot)
{
    path += command;
    append(path, dot.x);
    path += ' ';
    append(path, dot.y);
}

} // namespace

std::string svg_path(MultiPolygon const& shape, Box const& frame, double size)
{
    WF_CHECK(std::isfinite(size) && size > 0);
    Drawing const drawing{frame, size};
    std::string path;
    for (auto const& polygon : shape) {
        for (auto const& ring : polygon) {
            if (ring.empty()) continue;
            Dot last = drawing.place(ring.front());
            append(path, 'M', last);
            // The closing point is the Z.
            for (std::size_t i = 1; i + 1 < ring.size(); ++i) {
                Dot const dot = drawing.place(ring[i]);
                if (dot != last) append(path, 'L', dot);
                last = dot;
            }
            path += 'Z';
        }
    }
    return path;
}

SvgSpot svg_spot(Point point, Box const& frame, double size)
{
    auto const dot = Drawing{frame, size}.place(point);
    return {static_cast<double>(dot.x) / 10, static_cast<double>(dot.y) / 10};
}

} // namespace wf::geo
