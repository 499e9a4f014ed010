// SPDX-License-Identifier: EUPL-1.2
// Question     which closed lines do the pieces of a surface make, where the edge of the file may have cut some off?
// Method       pieces that hang together by their ends are joined (rings.hpp), each such group by itself. Of what does not close,
//              the open ends nearest to each other are joined by straight lines, as far as those lines run outside the file's box or
//              within `edge_metres` of its edge.
// Assumption   what the edge cut off is on the far side of such a line. Where that is not so (a peninsula from beyond the edge, of
//              which only the shore is known), the wrong side is filled.
#pragma once

#include "import/osm/gathered.hpp"
#include "import/osm/map_things.hpp"
#include "import/osm/rings.hpp"

#include <optional>
#include <vector>

namespace wf::osm {

inline constexpr double edge_metres = 400;

struct ClosedRings {
    std::vector<NodeRing> rings;
    bool left_over{false}; ///< something does not close, and is not in a ring
};
/// `file_box`: what the file says that it holds; without it nothing is closed at the edge.
[[nodiscard]] ClosedRings close_rings(std::vector<Refs> const& pieces, NodeTable const& nodes,
                                      std::optional<geo::Box> const& file_box);

} // namespace wf::osm
