// SPDX-License-Identifier: EUPL-1.2
// Question     how likely is a study of this size to find an effect of this size, or how large must it be?
// Assumption   outcomes about normal with the same spread everywhere; clusters of one size; two people of one cluster at one moment have
//              correlation icc, at two moments icc x cac; one person at two moments r within the cluster (0: other people each time).
// Method       a cluster's mean at a moment has variance v = sd^2 (icc + (1-icc)/m), two moments covary by c = sd^2 (icc cac + (1-icc)
//              r/m). Change: (v-c)(1/before + 1/after) (Frison and Pocock 1992; Feldman and McKinlay 1994; Hooper and others 2016).
//              Two groups, and pairs: power of the t-test (noncentral t, both tails), df clusters less groups. Stepped wedge: generalised
//              least squares with moments as fixed effects and the normal; with cac 1 it is that of Hussey and Hughes (2007).
// Units        effect and sd in the units of the outcome. `n` counts clusters where there are, else people.
// Errors       refused: out_of_reach (more than 10 million), nothing_to_estimate (no spread is left). Numbers out of range are a bug:
//              ask `check_power` first.
#pragma once

#include "base/result.hpp"

#include <cstdint>
#include <optional>
#include <string>

namespace wf::effect {

inline constexpr char const* power_version = "1";

enum class PowerDesign { prepost, compare, did, stepped_wedge };

struct PowerInput {
    PowerDesign design{PowerDesign::compare};
    double effect{0};
    double sd{1};
    double level{0.95};             ///< 1 - the chance of a false alarm, both sides
    std::optional<std::uint64_t> n; ///< in the treated group; all pairs (prepost) or all clusters (stepped wedge)
    double power{0.8};              ///< wanted, where n is not given
    double ratio{1};                ///< others for each treated one
    std::uint64_t cluster_size{1};  ///< people of a cluster who are measured at a moment
    double icc{0};
    double cac{1};
    double r{0};
    std::uint64_t before{1}; ///< moments, for did
    std::uint64_t after{1};
    std::uint64_t steps{4}; ///< of the stepped wedge; one more moment than steps
};

struct PowerResult {
    double power{0};
    std::uint64_t n{0};
    std::uint64_t n_control{0}; ///< 0 without a second group
    std::uint64_t people{0};    ///< measurements at one moment, in all
    double se{0};
    double df{0}; ///< infinite for the stepped wedge
};

/// The option that is out of range and what it may be, as "name: text"; nothing when all is well.
[[nodiscard]] std::optional<std::string> check_power(PowerInput const& input);

[[nodiscard]] Result<PowerResult> compute_power(PowerInput const& input);

} // namespace wf::effect
