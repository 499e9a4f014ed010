// SPDX-License-Identifier: EUPL-1.2
// Question     which place is nearest, and how many metres is it to it by the quickest way? Rests are left out.
// Inside       for the files of this folder.
#pragma once

#include "kernel/reach/doors.hpp"

#include <span>
#include <vector>

namespace wf::reach {

struct Found {
    graph::Ticks time{graph::unreachable};
    std::uint32_t place{graph::none};
    double metres{0};

    void meet(Found const& other)
    {
        if (other.time < time) *this = other;
    }
};

/// One a door. The pace is one without rests, or its rests are not counted.
[[nodiscard]] std::vector<Found> find_nearest(Doors const& doors, Pace const& pace, Exits const& exits,
                                              Network const& network, std::span<Destination const> destinations,
                                              graph::Ticks horizon);

} // namespace wf::reach
