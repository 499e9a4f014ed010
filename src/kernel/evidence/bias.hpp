// SPDX-License-Identifier: EUPL-1.2
// Question     do small studies find something else than large ones, and what would be pooled if those that seem missing were there?
// Assumption   an uneven funnel comes from studies that were not published. It can come from much else (small studies are often other
//              studies), so this is a reason to look, never a correction.
// Method       Egger: regression of the effects on their standard errors, with tau2 by REML and a normal reference; the slope is tested.
//              Trim and fill: L0 of Duval and Tweedie with REML; the side without studies follows from the sign of that slope.
// Errors       refused: those of pool.hpp and regression.hpp (equal variances: collinear).
// Source       Egger and others (1997); Sterne and Egger (2005); Duval and Tweedie (2000); `regtest`, `trimfill` of metafor 3.8.
#pragma once

#include "base/result.hpp"
#include "kernel/evidence/method.hpp"
#include "kernel/evidence/pool.hpp"

#include <span>

namespace wf::evidence {

enum class Side { left, right };

struct TrimFill {
    std::size_t missing{0};
    Side side{Side::left}; ///< where studies seem to be missing
    PoolResult filled;     ///< with as many mirrored studies
};

struct Bias {
    double slope{0};
    double slope_se{0};
    double statistic{0};
    double p{1};
    double limit{0}; ///< effect that a study without chance would have by that line
    TrimFill trim_fill;
};

[[nodiscard]] Result<Bias> compute_bias(std::span<double const> effects, std::span<double const> variances,
                                        double level);

} // namespace wf::evidence
