// SPDX-License-Identifier: EUPL-1.2
// Question     how does somebody walk from one spot to another and back, how long does that take, and what is not known on the way?
// Method       the way: kernel/reach/route (possible streets, rests left out). The times: those of a run for a home here and a kind of
//              place that stands only there (kernel/reach/reach: rests count), so that they agree with what a run says.
// Pure: no store, no clock.
#pragma once

#include "feature/reach/home_answer.hpp"
#include "feature/reach/spot.hpp"
#include "feature/reach/towns.hpp"
#include "kernel/reach/route.hpp"

#include <optional>
#include <vector>

namespace wf::reach_pages {

struct Way {
    ThreeTimes seconds; ///< nothing: longer than an hour, or no way
    std::optional<reach::Route> route;
    std::vector<reach::UnknownThing> unknown; ///< in the order of walking
    reach::RestsOnWay rests;
};
struct WayBetween {
    Way there;
    Way back;
    /// Do they go by the same streets?
    [[nodiscard]] bool is_same_way() const;
};
[[nodiscard]] WayBetween find_way_between(ReadyTown const& ready, walking::WalkerProfile const& walker,
                                          Spot const& from, Spot const& to);

/// Where it goes, as points; pieces of which something is not known stand apart, so that they can be drawn so.
struct WayLine {
    std::vector<geo::Point> points;
    bool unsure{false};
};
[[nodiscard]] std::vector<WayLine> trace_way(reach::Network const& network, Way const& way);

} // namespace wf::reach_pages
