// SPDX-License-Identifier: EUPL-1.2
// What of the world a drawing shows: a piece of web Mercator, in units of the drawing from its upper left corner.
#pragma once

#include "kernel/geo/polygon.hpp"

namespace wf::map {

struct View {
    double left{0};  ///< of the world, which runs from 0 (180 degrees west) to 1
    double top{0};   ///< from 0 (85 degrees north) to 1
    double scale{1}; ///< units of the drawing that the world is wide
    int width{600};
    int height{380};
};

/// A place on a drawing.
struct Dot {
    double x{0};
    double y{0};
};

/// `metres` across at the latitude of the centre.
[[nodiscard]] View view_around(geo::Point centre, double metres, int width, int height);
/// `degrees` of longitude across.
[[nodiscard]] View view_of(geo::Point centre, double degrees, int width, int height);
/// All of the box with a margin for signs at its edge (a tenth each way), and at least `least_metres` across.
[[nodiscard]] View view_over(geo::Box const& box, double least_metres, int width, int height);

[[nodiscard]] Dot project(View const& view, geo::Point point);
/// Within the drawing, or no further than `margin` units from it.
[[nodiscard]] bool shows(View const& view, Dot dot, double margin = 0);
[[nodiscard]] geo::Box box_of(View const& view);
/// In its middle.
[[nodiscard]] double metres_across(View const& view);

} // namespace wf::map
