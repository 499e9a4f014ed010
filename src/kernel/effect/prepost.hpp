// SPDX-License-Identifier: EUPL-1.2
// Question     how much did the same persons change between two measurements?
// Assumption   nothing else changed them meanwhile: there is nobody to compare with. Who was chosen because of a bad first measurement moves
//              back to the mean without any help; that is looked for, not corrected.
// Method       paired t; with clusters cr2 on the changes. Effect size d_av (Cumming 2012): change over the mean of both standard deviations.
//              Selected on the outcome: the first measurement spreads less than the second (Pitman and Morgan 1939, one-sided 5 %).
// Units        those of the measurements.
// Shapes       O(n).
// Errors       refused: too_few (complete pairs below `least_pairs`), no_change_in_spread (all change the same), one_cluster, no_spread.
// Source       R's t.test; Morgan (1939), Pitman (1939); Barnett, van der Pols, Dobson (2005).
#pragma once

#include "kernel/effect/regression.hpp"

#include <optional>

namespace wf::effect {

inline constexpr char const* prepost_version = "1";

struct PrePost {
    stat::Column const* before{nullptr};
    stat::Column const* after{nullptr};
    stat::Column const* cluster{nullptr};
    std::size_t least_pairs{20};
    double level{0.95};
};

/// Who has a first measurement and no second.
struct Dropout {
    std::size_t left{0};
    double mean_left{0};
    double mean_stayed{0};
    std::optional<double> apart; ///< in standard deviations of all first measurements
};

struct PrePostAnswer {
    std::size_t pairs{0};
    std::size_t missing{0};
    double mean_before{0};
    double mean_after{0};
    double sd_before{0};
    double sd_after{0};
    double correlation{0};
    Estimate change;
    double effect_size{0};
    bool selected{false}; ///< the first measurement looks chosen
    double selected_p{1};
    Dropout dropout;
    std::vector<std::size_t> clusters;
};

[[nodiscard]] Result<PrePostAnswer> measure_change(PrePost const& question);

} // namespace wf::effect
