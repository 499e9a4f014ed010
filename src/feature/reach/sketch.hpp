// SPDX-License-Identifier: EUPL-1.2
// A small map on a page, drawn here: streets, water and houses with what the page has to say on them, a legend, and who made the
// map. Works without script and on paper; a browser with script can open it as a map that moves. Signs have a shape each, and
// what matters on it stands in words or in a list on the page as well.
#pragma once

#include "kernel/geo/polygon.hpp"
#include "platform/html/html.hpp"
#include "platform/web/feature.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace wf::reach_pages {

enum class Mark { home, place, bench, pin, gains, maybe, stays }; ///< what a point is
enum class Track { route, unsure, back };                         ///< what a line is

struct MarkedPoint {
    geo::Point at;
    Mark mark{Mark::pin};
    std::string label{};
    std::string url{}; ///< a link, where it is not too near another one to be hit with a finger
};
struct MarkedLine {
    std::vector<geo::Point> points;
    Track track{Track::route};
};

struct Sketch {
    std::string label; ///< what one sees, for who cannot see it
    std::vector<MarkedPoint> points;
    std::vector<MarkedLine> lines;
    std::optional<geo::Box> box; ///< what must be on it; nothing: all points and lines
    double least_metres{500};    ///< the drawing is never of less than this across
    std::string pin_words{};     ///< what the legend calls a pin here; empty: "this place"
    std::string place_words{};   ///< and a place; empty: "place"
    std::string route_words{};   ///< and a route; empty: "the route"
};
/// <figure class="map sketch" data-map="..."> with ground, lines, marks, attribution and a legend of the marks that are used;
/// nothing when no map was imported for this dataset, or when there is nothing to look at.
void write_sketch(html::Html& page, web::Visit const& visit, std::string_view network_dataset, Sketch const& sketch);

} // namespace wf::reach_pages
