// SPDX-License-Identifier: EUPL-1.2
// The map of a page without any script: neighbourhoods filled by the share of people who come in time, hatched where that is not
// known well enough, with the number on them. Drawn once for a municipality, coloured for each question. The table has them all.
#pragma once

#include "feature/reach/picture.hpp"
#include "platform/html/html.hpp"
#include "platform/web/feature.hpp"

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace wf::reach_pages {

/// Outlines of the neighbourhoods of a picture, cut to where four fifths of the people live.
struct Drawing {
    struct Shape {
        std::string code;
        std::string path; ///< for <svg>
        double x{0};      ///< of its label
        double y{0};
        double room{0}; ///< for a label, in units of the drawing; 0: its middle lies beyond the edge
    };
    std::vector<Shape> shapes; ///< those that can be seen
    double top{0};             ///< of the view box; its left is 0 and its width that of the drawing
    double height{0};
    html::Safe ground;       ///< water and roads, to lie over the areas; empty without a map
    std::size_t left_out{0}; ///< neighbourhoods beyond the frame, or without an outline
    [[nodiscard]] bool shows(std::string_view code) const;
    std::map<std::string, std::string, std::less<>> outlines; ///< GeoJSON geometry by code: all that are known
};
[[nodiscard]] std::shared_ptr<Drawing const> draw(store::Store& store, Picture const& picture);

/// Each valid for one generation of the store.
class Drawings {
public:
    [[nodiscard]] std::shared_ptr<Drawing const> get(store::Store& store, Picture const& picture);

private:
    store::Kept<Drawing> m_kept{8};
};

/// Which of five classes a share falls in: 1 (below a fifth) to 5 (from four fifths).
[[nodiscard]] int class_of(double share);

struct Tint {
    std::optional<Three> share; ///< nothing: no answer
    std::string label;          ///< "Brunnepe: 12 of 100", for who cannot see it
};
/// <figure> with the map and its legend; nothing when there are no outlines.
/// `areas`: address of the same as GeoJSON; with it a browser with script offers the map with streets.
void write_choropleth(html::Html& page, web::Visit const& visit, Drawing const& drawing, std::string_view areas,
                      std::function<Tint(std::string_view code)> const& tint_of);

} // namespace wf::reach_pages
