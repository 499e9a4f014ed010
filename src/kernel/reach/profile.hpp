// SPDX-License-Identifier: EUPL-1.2
// Who walks: a distribution of speeds, and what kerbs, steps, surface, slope and width cost or forbid.
// Assumption   speeds of a group are lognormal with this mean and standard deviation; a cost is seconds on top, a factor
//              multiplies walking time, and where several factors meet the largest counts (they are not multiplied).
// Source       data/profiles.json names one for each number, or says *assumption*.
#pragma once

#include "base/result.hpp"
#include "kernel/reach/network.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string>

namespace wf::reach {

/// What an obstacle does: nothing, cost time, or stop somebody.
struct Obstacle {
    bool forbidden{false};
    double seconds{0};
    bool operator==(Obstacle const&) const = default;
};
/// A factor on walking time; forbidden: cannot be used.
struct Going {
    bool forbidden{false};
    double factor{1};
    bool operator==(Going const&) const = default;
};

struct Profile {
    std::string id; ///< "rollator"
    double speed_mean{1.34};
    double speed_sd{0.20};
    std::array<Obstacle, 6> kerb{}; ///< by Kerb
    Obstacle steps{};               ///< per 10 steps; a flight counts as many as metres * 2.5
    std::array<Going, 6>
        surface{}; ///< by Surface; what `unknown` becomes is decided by a draw, its own entry is unused
    std::array<Going, 5> smoothness{}; ///< by Smoothness; likewise
    Obstacle stile{};
    double slope_percent{10}; ///< up; steeper than this:
    Going slope_above{};
    double slope_down_factor{1}; ///< walking time on a known descent of 3 % or more
    double width_cm{60};         ///< free width wanted; narrower than this:
    Going narrow{};
    Going road_without_sidewalk{};       ///< on tertiary, secondary and primary roads
    std::optional<double> longest_leg_m; ///< between resting places
    double rest_seconds{0};              ///< rest for each `longest_leg_m` walked beyond the longest leg
    bool operator==(Profile const&) const = default;
};

/// Errors: profile.bad_number (which field, in `field`); also where what a draw calls not fine (compacted, bad, raised) costs
/// less than what it calls fine (paving, good, lowered).
Result<void> check(Profile const& profile);
/// Speed in m/s below which a part `quantile` (0 < q < 1) of these people walk.
[[nodiscard]] double speed_at(Profile const& profile, double quantile);
/// Standard deviation of the logarithm of speed.
[[nodiscard]] double log_speed_sd(Profile const& profile);
/// Where a part `quantile` (0 < q < 1) of the standard normal distribution lies below.
[[nodiscard]] double normal_quantile(double quantile);

} // namespace wf::reach
