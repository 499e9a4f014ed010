// SPDX-License-Identifier: EUPL-1.2
// The stages of compute_reach, one file each. All fill in what they answer at the homes that have a foothold.
#pragma once

#include "kernel/reach/doors.hpp"

#include <algorithm>
#include <cstdint>
#include <span>
#include <vector>

namespace wf::reach {

/// What all stages look at.
struct Question {
    Town const& town;
    Doors const& doors;
    Profile const& profile;
    std::span<std::vector<Destination> const> categories;
    Options const& options;
    std::size_t memory{64U << 20U};         ///< bytes for what is counted before it is added up; changes no answer
    std::shared_ptr<Chains const> chains{}; ///< shared by all streets when nobody rests; else none
    /// Streets at a speed; `costs` are those of this profile on them.
    [[nodiscard]] Pace pace(ArcCosts const& costs, DrawnStreets const& streets, std::shared_ptr<Chains const> on,
                            double speed) const
    {
        return {town, profile, costs, streets, std::move(on), speed, options.leg_limit};
    }
    [[nodiscard]] std::shared_ptr<Chains const> chains_for(DrawnStreets const& streets) const
    {
        return chains ? chains : make_chains_for(town, profile, streets);
    }
    [[nodiscard]] graph::Ticks limit(std::size_t i) const { return options.limits_seconds[i] * 1000; }
    [[nodiscard]] graph::Ticks horizon() const { return options.horizon_seconds * 1000; }
    [[nodiscard]] graph::Ticks furthest_limit() const
    {
        return *std::max_element(options.limits_seconds.begin(), options.limits_seconds.end()) * 1000;
    }
};

[[nodiscard]] inline std::uint16_t whole_seconds(graph::Ticks ticks, std::uint32_t horizon_seconds)
{
    return ticks / 1000 > horizon_seconds ? beyond : static_cast<std::uint16_t>((std::uint64_t{ticks} + 500) / 1000);
}

/// Certain and possible: shares, and seconds at the median speed.
void answer_bounds(Question const& question, std::vector<CategoryAnswer>& answers);
/// Shares and median seconds of the draws, put back between the bounds: these must be there.
void answer_expected(Question const& question, std::vector<CategoryAnswer>& answers);
void answer_counts(Question const& question, std::vector<CategoryAnswer>& answers);
/// Which place is nearest, and how far: where seconds on possible streets are within the horizon.
void answer_nearest(Question const& question, std::vector<CategoryAnswer>& answers);

} // namespace wf::reach
