// SPDX-License-Identifier: EUPL-1.2
// Question     may this way be walked, and what do its tags say of it? The table stands in README.md.
// Assumption   what is not tagged is unknown; the rules of access are those of the Netherlands.
#pragma once

#include "import/osm/tags.hpp"
#include "kernel/reach/network.hpp"

#include <optional>

namespace wf::osm {

struct Walk {
    reach::Way way;                      ///< without id and name
    bool area{false};                    ///< a surface to walk across, not a line
    bool tactile{false};                 ///< with tactile paving: of a crossing it says that its kerbs are flush
    std::optional<double> ferry_seconds; ///< of a ferry, when its time is tagged
};
/// Nothing when it cannot or may not be walked.
[[nodiscard]] std::optional<Walk> find_walk(Tags tags);

/// Worst of a list: "asphalt;gravel" is loose.
[[nodiscard]] reach::Surface surface_of(std::string_view value);
[[nodiscard]] reach::Smoothness smoothness_of(std::string_view value);
[[nodiscard]] reach::Sidewalk sidewalk_of(Tags tags);
/// Cars drive there, and who walks there walks beside them or on a sidewalk.
[[nodiscard]] bool is_car_road(reach::Road road);

} // namespace wf::osm
