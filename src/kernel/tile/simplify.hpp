// SPDX-License-Identifier: EUPL-1.2
// Lines and rings with fewer points, before they are cut into squares: so that two squares draw one line. Also for who
// draws squares again.
// Source  D. H. Douglas and T. K. Peucker, "Algorithms for the reduction of the number of points", 1973.
#pragma once

#include "kernel/tile/plane.hpp"

#include <utility>
#include <vector>

namespace wf::tile {

class Simplifier {
public:
    /// Every point that goes is at most `tolerance` units away from the straight piece that comes in its place. The ends stay,
    /// and every 1,024th point, so that n points take at most 512 n steps. Tolerance 0 changes nothing.
    void line(std::vector<Point>& points, double tolerance);
    /// The same of a ring that does not repeat its first point. The first point and the one furthest from it stay.
    void ring(std::vector<Point>& points, double tolerance);

private:
    void mark(std::vector<Point> const& points, double tolerance, std::size_t also_kept);
    void keep_marked(std::vector<Point>& points);

    std::vector<unsigned char> m_kept;
    std::vector<std::pair<std::size_t, std::size_t>> m_waiting;
};

/// A point that is the same as the one before it goes.
void drop_repeated(std::vector<Point>& points);
/// Points of a ring on a straight piece between their neighbours go, and so do spikes. May leave fewer than three.
void drop_straight(std::vector<Point>& ring);

} // namespace wf::tile
