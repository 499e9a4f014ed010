// SPDX-License-Identifier: EUPL-1.2
// The signs of a small map: a shape each, never a colour alone. Their middle, or the foot of a pin, is at 0 0.
#pragma once

#include "feature/reach/sketch.hpp"

#include <array>
#include <string_view>

namespace wf::reach_pages {

/// In the order in which they are drawn: what matters most comes last and lies above.
inline constexpr std::array<Mark, 7> all_marks{Mark::stays, Mark::maybe, Mark::gains, Mark::bench,
                                               Mark::place, Mark::home,  Mark::pin};
inline constexpr std::array<Track, 3> all_tracks{Track::back, Track::unsure, Track::route};

/// The name of its class, below "reach.sketch.mark." and in data-map.
[[nodiscard]] std::string_view to_word(Mark mark);
[[nodiscard]] std::string_view to_word(Track track);

/// Of one sign with a meaning of its own.
void write_shape(html::Html& page, Mark mark);
/// Many that are alike, as one path: all at the spots ("x y" each, as they stand in a path).
void write_swarm(html::Html& page, Mark mark, std::vector<std::string> const& spots);
void write_track(html::Html& page, Track track, std::string_view path);
/// For the legend.
void write_mark_key(html::Html& page, Mark mark);
void write_track_key(html::Html& page, Track track);

/// What no word may lie on, in units of the drawing.
struct Body {
    double up{0}; ///< its middle is so far above the spot
    double radius{0};
};
[[nodiscard]] Body body_of(Mark mark);

} // namespace wf::reach_pages
